// The whole interface of one frame: panel, transport bar, chart, lens switch, messages. Draws with Dear ImGui
// into the current ImGui frame; knows nothing of OpenGL or of windows.
#pragma once
#include <imgui.h>

#include <glm/glm.hpp>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "scene/film.h"
#include "scene/label_points.h"
#include "story/library.h"
#include "ui/bearings.h"
#include "ui/curves.h"
#include "ui/frame_list.h"
#include "ui/session.h"

namespace mend::ui {

/// One line of the help: the keys and what they do.
struct KeyLine {
  std::string_view keys, what;
};

/// What the interface reads this frame.
struct Readout {
  Sources sources;            // of the curves
  bool is_gathering = false;  // the cohort is on its way
  int people = 0;             // in it
  const story::Library* library = nullptr;
  const params::Scenario* opened = nullptr;  // as it was read: what reset dots return to; null = the defaults
  double cells_per_record = 0;               // "one dot = N cells"
  Shown shown;                               // in the picture
  std::span<const scene::LabelPoint> label_points;  // of the parts that can be named
  double build_progress = 1;                        // of the anatomy, 0-1
  bool has_picture = true;             // false until there is a first anatomy: a splash stands in
  scene::JointSpaces joint_spaces{};   // told beside the radiograph
  std::vector<Problem> problems;       // shown until dismissed
  std::string notice;                  // "Saved ...": shown for some seconds
  std::span<const KeyLine> keys;       // for the help overlay
  const FrameReport* frame = nullptr;  // null: nothing is drawn, or it is a still
};

/// What the person asked for that is not a change of the session.
struct Requests {
  int snapshot_scale = 0;  // 0 = none, else 1, 2 or 4
  bool reset_view = false;
  bool quit = false;
  bool fullscreen = false;
  bool dismiss_problems = false;
  bool is_moving = false;     // something is still easing or fading: draw again
  bool times_frames = false;  // the list of what a frame costs is on the screen
  std::optional<scene::ViewName> fly_to;
};

/// What the plates leave of a window for the picture.
struct FreeSpace {
  glm::vec2 centre{0};  // pixels
  float share = 1;      // how much smaller than in an empty window the subject is best drawn
};

class Interface {
 public:
  /// Loads fonts at `scale` (1 = 96 dpi) into the current ImGui context and sets the style. A missing font is
  /// a problem that names the package to install.
  [[nodiscard]] static Result<std::unique_ptr<Interface>> create(float scale);
  ~Interface();

  /// The house's own, an image `pixels` large, in a corner from now on; kept by the caller.
  void set_logo(ImTextureID texture, glm::vec2 pixels);
  /// Between frames: rebuild fonts and style for another scale. The caller refreshes the font texture.
  void rescale(float scale);
  /// Between ImGui::NewFrame and ImGui::Render.
  Requests draw(Session& session, const Readout& readout);

  /// What a saved picture must carry, in its lower left corner: that it illustrates, and what, and whose
  /// colours it shows; and where the view has names, the names and a scale. `height` of the letters in
  /// pixels.
  void annotate(ImDrawList& list, const Session& session, glm::vec2 size, const Shown& shown,
                std::span<const scene::LabelPoint> points, float height) const;

  /// Whether a plate of the last frame lies under this pixel: a press there is the interface's.
  [[nodiscard]] bool covers(glm::vec2 pixel) const;
  /// Where in a window of this size the lines of names may end, with the plates that are open now; and where
  /// in a picture with letters so high.
  [[nodiscard]] scene::Window names_room(glm::vec2 size) const;
  [[nodiscard]] scene::Window names_room(glm::vec2 size, float letters) const;
  /// Of a window of this size, with the plates that are open now.
  [[nodiscard]] FreeSpace free_space(glm::vec2 size) const;

  void toggle_help();
  void toggle_hidden();
  /// What is known, the signal along one axon, and the comparison, in the drawer.
  void toggle_evidence();
  void toggle_signal();
  void toggle_comparison();
  /// Closes menu, help, details, messages, what stands in the drawer or the drawer, whichever is on top;
  /// false when nothing was open.
  bool close_topmost();

 private:
  Interface();
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace mend::ui
