// What people can do with keys and pointer: one table of actions, and the camera's own movement between
// frames.
#pragma once
#include <glm/glm.hpp>
#include <optional>
#include <span>
#include <vector>

#include "scene/navigate.h"
#include "scene/view.h"
#include "ui/interface.h"

namespace mend::app {

enum class Action {
  play_pause,
  step_back,
  step_on,
  slower,
  faster,
  turn_left,
  turn_right,
  turn_up,
  turn_down,
  pan_left,
  pan_right,
  pan_up,
  pan_down,
  zoom_in,
  zoom_out,
  focus,
  reset_view,
  view_front,
  view_back,
  view_inner,
  view_outer,
  view_top,
  view_angled,
  view_above,
  view_opened,
  show_evidence,
  show_signal,
  show_comparison,
  show_names,
  show_radiograph,
  cut_open,
  hide_interface,
  fullscreen,
  snapshot,
  snapshot_2x,
  snapshot_4x,
  help,
  larger_text,
  smaller_text,
  close,
};

/// A key with its modifiers (GLFW codes), or a character where the keyboard layout decides which key that is.
struct Binding {
  Action action;
  int key = 0;
  int mods = 0;
  char character = 0;
};
[[nodiscard]] std::span<const Binding> bindings();

/// The action of a key press, if any; Alt makes the arrows turn further.
[[nodiscard]] std::optional<Action> action_of_key(int key, int mods);
[[nodiscard]] std::optional<Action> action_of_character(unsigned character);
/// Whether holding the key repeats it.
[[nodiscard]] bool repeats(Action action);

/// The same table for the help overlay, with what the pointer does.
[[nodiscard]] std::span<const ui::KeyLine> help_lines();

/// The view a key flies to.
[[nodiscard]] std::optional<scene::ViewName> view_of(Action action);

/// Moves an orbit over time: eased flights, and the inertia after a drag. Any input interrupts.
class CameraMotion {
 public:
  void fly(const scene::Orbit& from, const scene::Orbit& to, double seconds);
  /// A drag turned the view by this many degrees within `seconds`; carried on after release().
  void drag(glm::vec2 degrees, double seconds);
  void release() { is_dragged_ = false; }
  void stop();

  /// Advances the orbit; true while it moves.
  bool advance(scene::Orbit& orbit, double seconds);

 private:
  struct Flight {
    scene::Orbit from, to;
    double seconds = 0.6, passed = 0;
  };
  std::optional<Flight> flight_;
  glm::vec2 speed_{0};  // degrees a second
  bool is_dragged_ = false;
};

/// How long a flight takes: longer for a longer way, 0.3 to 0.9 s.
[[nodiscard]] double flight_seconds(const scene::Orbit& from, const scene::Orbit& to);

/// Tells clicks, double clicks and drags apart.
class Pointer {
 public:
  enum class Kind { none, turn, pan };
  /// A button went down at a pixel at a time in seconds. Left turns, with Shift or the others pan.
  void press(glm::vec2 at, int button, bool shift, double time);
  /// Pixels moved since the last call, once the pointer has left the 6 px within which a press is a click.
  [[nodiscard]] glm::vec2 move(glm::vec2 to);
  enum class Click { none, one, second };  // the second of a double click
  [[nodiscard]] Click release(int button, double time);
  [[nodiscard]] Kind kind() const { return kind_; }

 private:
  Kind kind_ = Kind::none;
  int button_ = 0;
  glm::vec2 start_{0}, last_{0}, last_click_{-1e6f};
  double last_click_time_ = -1e6;
  bool is_drag_ = false;
};

}  // namespace mend::app
