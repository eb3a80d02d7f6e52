// What happens to a window, in order, kept until the frame loop takes it.
#pragma once
#include <glm/glm.hpp>
#include <string>
#include <utility>
#include <vector>

struct GLFWwindow;

namespace mend::app {

struct WindowEvent {
  enum class Kind { key, character, press, release, move, wheel, drop, rescale, repaint };
  Kind kind = Kind::repaint;
  int code = 0;  // key or button
  int mods = 0;
  bool is_repeat = false;
  unsigned character = 0;
  glm::vec2 at{0};     // pointer, pixels from the top left
  float amount = 0;    // notches of the wheel
  double time = 0;     // s
  std::string path{};  // of a dropped file
};

/// Listens to one window while it lives. Create before other listeners that pass events on.
class WindowEvents {
 public:
  explicit WindowEvents(GLFWwindow* window);
  WindowEvents(const WindowEvents&) = delete;
  WindowEvents& operator=(const WindowEvents&) = delete;

  [[nodiscard]] std::vector<WindowEvent> take() { return std::exchange(events_, {}); }

 private:
  friend struct WindowCallbacks;
  void add(WindowEvent event);

  glm::vec2 pointer_{0};
  std::vector<WindowEvent> events_;
};

}  // namespace mend::app
