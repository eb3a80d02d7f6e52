#include "app/input.h"

#include <GLFW/glfw3.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace mend::app {
namespace {

constexpr int kShift = GLFW_MOD_SHIFT, kControl = GLFW_MOD_CONTROL, kAlt = GLFW_MOD_ALT;

constexpr std::array kBindings = {
    Binding{Action::play_pause, GLFW_KEY_SPACE, 0, 0},
    Binding{Action::step_back, 0, 0, ','},
    Binding{Action::step_on, 0, 0, '.'},
    Binding{Action::slower, 0, 0, '['},
    Binding{Action::faster, 0, 0, ']'},
    Binding{Action::turn_left, GLFW_KEY_LEFT, 0, 0},
    Binding{Action::turn_right, GLFW_KEY_RIGHT, 0, 0},
    Binding{Action::turn_up, GLFW_KEY_UP, 0, 0},
    Binding{Action::turn_down, GLFW_KEY_DOWN, 0, 0},
    Binding{Action::turn_left, GLFW_KEY_LEFT, kAlt, 0},
    Binding{Action::turn_right, GLFW_KEY_RIGHT, kAlt, 0},
    Binding{Action::turn_up, GLFW_KEY_UP, kAlt, 0},
    Binding{Action::turn_down, GLFW_KEY_DOWN, kAlt, 0},
    Binding{Action::pan_left, GLFW_KEY_LEFT, kShift, 0},
    Binding{Action::pan_right, GLFW_KEY_RIGHT, kShift, 0},
    Binding{Action::pan_up, GLFW_KEY_UP, kShift, 0},
    Binding{Action::pan_down, GLFW_KEY_DOWN, kShift, 0},
    Binding{Action::zoom_in, GLFW_KEY_KP_ADD, 0, 0},
    Binding{Action::zoom_out, GLFW_KEY_KP_SUBTRACT, 0, 0},
    Binding{Action::focus, 0, 0, 'f'},
    Binding{Action::reset_view, GLFW_KEY_HOME, 0, 0},
    Binding{Action::reset_view, 0, 0, 'r'},
    Binding{Action::view_front, GLFW_KEY_1, kAlt, 0},
    Binding{Action::view_back, GLFW_KEY_2, kAlt, 0},
    Binding{Action::view_inner, GLFW_KEY_3, kAlt, 0},
    Binding{Action::view_outer, GLFW_KEY_4, kAlt, 0},
    Binding{Action::view_top, GLFW_KEY_5, kAlt, 0},
    Binding{Action::view_angled, GLFW_KEY_6, kAlt, 0},
    Binding{Action::view_above, GLFW_KEY_7, kAlt, 0},
    Binding{Action::view_opened, GLFW_KEY_8, kAlt, 0},
    Binding{Action::show_evidence, 0, 0, 'e'},
    Binding{Action::show_signal, 0, 0, 'a'},
    Binding{Action::show_comparison, 0, 0, 'b'},
    Binding{Action::show_names, 0, 0, 't'},
    Binding{Action::show_radiograph, 0, 0, 'g'},
    Binding{Action::cut_open, 0, 0, 'x'},
    Binding{Action::hide_interface, 0, 0, 'h'},
    Binding{Action::fullscreen, GLFW_KEY_F11, 0, 0},
    Binding{Action::snapshot, GLFW_KEY_F12, 0, 0},
    Binding{Action::snapshot_2x, GLFW_KEY_F12, kShift, 0},
    Binding{Action::snapshot_4x, GLFW_KEY_F12, kControl, 0},
    Binding{Action::help, GLFW_KEY_F1, 0, 0},
    Binding{Action::help, 0, 0, '?'},
    Binding{Action::larger_text, GLFW_KEY_EQUAL, kControl, 0},
    Binding{Action::larger_text, GLFW_KEY_EQUAL, kControl | kShift, 0},
    Binding{Action::larger_text, GLFW_KEY_KP_ADD, kControl, 0},
    Binding{Action::smaller_text, GLFW_KEY_MINUS, kControl, 0},
    Binding{Action::smaller_text, GLFW_KEY_KP_SUBTRACT, kControl, 0},
    Binding{Action::close, GLFW_KEY_ESCAPE, 0, 0},
};

constexpr std::array kHelp = {
    ui::KeyLine{"Drag", "turn the knee"},
    ui::KeyLine{"Right drag, Shift drag", "move it"},
    ui::KeyLine{"Wheel", "come nearer to what is under the pointer"},
    ui::KeyLine{"Click", "what is this part?"},
    ui::KeyLine{"Double click, F", "look at that part; beside the knee: reset"},
    ui::KeyLine{"Arrows, Alt arrows", "turn a little, turn more"},
    ui::KeyLine{"Shift arrows", "move"},
    ui::KeyLine{"Keypad + −", "nearer, farther"},
    ui::KeyLine{"Home, R", "reset the view"},
    ui::KeyLine{"Alt 1 to 8", "front, back, inner, outer, below, angled, above, opened"},
    ui::KeyLine{"Space", "play, pause"},
    ui::KeyLine{", .", "one step back, one step on"},
    ui::KeyLine{"[ ]", "slower, faster"},
    ui::KeyLine{"E", "what is known"},
    ui::KeyLine{"A", "a signal along one axon"},
    ui::KeyLine{"B", "compare with other treatments, with many people"},
    ui::KeyLine{"T", "names: plain, Latin, none"},
    ui::KeyLine{"G", "as on a radiograph"},
    ui::KeyLine{"X", "cut open, close"},
    ui::KeyLine{"H", "hide or show everything but the picture"},
    ui::KeyLine{"F11", "fill the screen"},
    ui::KeyLine{"F12, Shift F12, Ctrl F12", "save the picture, 2 times, 4 times as fine"},
    ui::KeyLine{"Ctrl + −", "larger, smaller text"},
    ui::KeyLine{"F1, ?", "this help"},
    ui::KeyLine{"Esc", "close what is on top"},
    ui::KeyLine{"Drop a file on the window", "open that scenario"},
};

constexpr float kClickPixels = 6;
constexpr double kDoubleClick = 0.4;  // s
constexpr double kInertia = 0.15;     // s

}  // namespace

std::span<const Binding> bindings() {
  return kBindings;
}
std::span<const ui::KeyLine> help_lines() {
  return kHelp;
}

std::optional<Action> action_of_key(int key, int mods) {
  const int wanted = mods & (kShift | kControl | kAlt);  // not the locks
  for (const Binding& binding : kBindings)
    if (binding.key != 0 && binding.key == key && binding.mods == wanted) return binding.action;
  return std::nullopt;
}

std::optional<Action> action_of_character(unsigned character) {
  if (character >= 'A' && character <= 'Z') character += 'a' - 'A';
  for (const Binding& binding : kBindings)
    if (binding.character != 0 && static_cast<unsigned>(binding.character) == character)
      return binding.action;
  return std::nullopt;
}

bool repeats(Action action) {
  return (action >= Action::step_back && action <= Action::step_on) ||
         (action >= Action::turn_left && action <= Action::zoom_out);
}

std::optional<scene::ViewName> view_of(Action action) {
  switch (action) {
    case Action::view_front:
      return scene::ViewName::anterior;
    case Action::view_back:
      return scene::ViewName::posterior;
    case Action::view_inner:
      return scene::ViewName::medial;
    case Action::view_outer:
      return scene::ViewName::lateral;
    case Action::view_top:
      return scene::ViewName::axial;
    case Action::view_angled:
      return scene::ViewName::oblique45;
    case Action::view_above:
      return scene::ViewName::plateau;
    case Action::view_opened:
      return scene::ViewName::reflected;
    default:
      return std::nullopt;
  }
}

double flight_seconds(const scene::Orbit& from, const scene::Orbit& to) {
  const double turn =
      std::fabs(std::remainder(to.azimuth - from.azimuth, 360.0f)) + std::fabs(to.elevation - from.elevation);
  const double dive = std::fabs(std::log(to.distance / from.distance));
  const double way =
      static_cast<double>(glm::length(to.target - from.target)) / std::max(1.0f, from.distance);
  return std::clamp(0.3 + turn / 200 + dive / 4 + way / 2, 0.3, 0.9);
}

void CameraMotion::fly(const scene::Orbit& from, const scene::Orbit& to, double seconds) {
  speed_ = {0, 0};
  flight_ = Flight{from, to, std::max(seconds, 1e-3), 0};
}

void CameraMotion::drag(glm::vec2 degrees, double seconds) {
  flight_.reset();
  is_dragged_ = true;
  const auto share = static_cast<float>(std::clamp(seconds / 0.05, 0.1, 1.0));
  speed_ = glm::mix(speed_, degrees / static_cast<float>(std::max(seconds, 1e-3)), share);
}

void CameraMotion::stop() {
  flight_.reset();
  speed_ = {0, 0};
}

bool CameraMotion::advance(scene::Orbit& orbit, double seconds) {
  if (flight_) {
    flight_->passed += seconds;
    const double share = std::min(1.0, flight_->passed / flight_->seconds);
    orbit = scene::eased(flight_->from, flight_->to, static_cast<float>(share));
    if (share >= 1) {
      orbit = flight_->to;
      flight_.reset();
    }
    return true;
  }
  if (is_dragged_) {
    // A pointer that rests before it lets go leaves nothing to carry on.
    speed_ *= static_cast<float>(std::exp(-seconds / 0.05));
    return false;
  }
  if (glm::length(speed_) < 4) {
    speed_ = {0, 0};
    return false;
  }
  const auto decay = static_cast<float>(std::exp(-seconds / (kInertia / 3)));
  const glm::vec2 turned = speed_ * static_cast<float>(kInertia / 3) * (1 - decay);
  speed_ *= decay;
  orbit = scene::turned(orbit, turned.x, turned.y);
  return true;
}

void Pointer::press(glm::vec2 at, int button, bool shift, double) {
  if (kind_ != Kind::none) return;
  kind_ = button == GLFW_MOUSE_BUTTON_LEFT && !shift ? Kind::turn : Kind::pan;
  button_ = button;
  start_ = last_ = at;
  is_drag_ = false;
}

glm::vec2 Pointer::move(glm::vec2 to) {
  if (kind_ == Kind::none) return {0, 0};
  if (!is_drag_ && glm::length(to - start_) < kClickPixels) return {0, 0};
  is_drag_ = true;
  const glm::vec2 moved = to - last_;
  last_ = to;
  return moved;
}

Pointer::Click Pointer::release(int button, double time) {
  if (kind_ == Kind::none || button != button_) return Click::none;
  const bool is_click = !is_drag_ && kind_ == Kind::turn;
  kind_ = Kind::none;
  if (!is_click) return Click::none;
  const bool is_double =
      time - last_click_time_ < kDoubleClick && glm::length(start_ - last_click_) < kClickPixels;
  last_click_time_ = is_double ? -1e6 : time;
  last_click_ = start_;
  return is_double ? Click::second : Click::one;
}

}  // namespace mend::app
