// The whole interface of one frame: panel, transport bar, chart, lens switch, messages. Draws with Dear ImGui into the
// current ImGui frame; knows nothing of OpenGL or of windows.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "story/evidence.h"
#include "timeline/timeline.h"
#include "ui/session.h"

namespace mend::ui {

/// What the interface reads this frame.
struct Readout {
  const timeline::Timeline* timeline = nullptr;
  const std::vector<story::Claim>* evidence = nullptr;
  double cells_per_record = 0;          // "one dot = N cells"
  double build_progress = 1;            // of the anatomy, 0-1
  std::vector<Problem> problems;        // shown until dismissed
  std::string notice;                   // "Saved ...": shown for some seconds
};

/// What the person asked for that is not a change of the session.
struct Requests {
  int snapshot_scale = 0;   // 0 = none, else 1, 2 or 4
  bool reset_view = false;
  bool quit = false;
  bool fullscreen = false;
  bool dismiss_problems = false;
  std::optional<scene::ViewName> fly_to;
};

class Interface {
 public:
  /// Loads fonts at `scale` (1 = 96 dpi) into the current ImGui context and sets the style. A missing font is a problem
  /// that names the package to install.
  [[nodiscard]] static Result<std::unique_ptr<Interface>> create(float scale);
  ~Interface();

  /// Between frames: rebuild fonts and style for another scale. The caller refreshes the font texture.
  void rescale(float scale);
  /// Between ImGui::NewFrame and ImGui::Render.
  Requests draw(Session& session, const Readout& readout);

 private:
  Interface();
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace mend::ui
