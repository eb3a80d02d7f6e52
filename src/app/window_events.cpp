#include "app/window_events.h"

#include <GLFW/glfw3.h>

namespace mend::app {

/// GLFW calls these; each adds one event to the queue of its window.
struct WindowCallbacks {
  using Kind = WindowEvent::Kind;

  static WindowEvents& of(GLFWwindow* window) {
    return *static_cast<WindowEvents*>(glfwGetWindowUserPointer(window));
  }

  static void key(GLFWwindow* window, int key, int, int action, int mods) {
    if (action == GLFW_RELEASE) return;
    of(window).add({.kind = Kind::key, .code = key, .mods = mods, .is_repeat = action == GLFW_REPEAT});
  }
  static void character(GLFWwindow* window, unsigned character) {
    of(window).add({.kind = Kind::character, .character = character});
  }
  static void button(GLFWwindow* window, int button, int action, int mods) {
    of(window).add(
        {.kind = action == GLFW_PRESS ? Kind::press : Kind::release, .code = button, .mods = mods});
  }
  static void move(GLFWwindow* window, double x, double y) {
    // Windows may count in larger units than pixels.
    int width = 1, height = 1, pixels = 1, rows = 1;
    glfwGetWindowSize(window, &width, &height);
    glfwGetFramebufferSize(window, &pixels, &rows);
    const double ratio = width > 0 ? static_cast<double>(pixels) / width : 1;
    of(window).pointer_ = {static_cast<float>(x * ratio), static_cast<float>(y * ratio)};
    of(window).add({.kind = Kind::move});
  }
  static void wheel(GLFWwindow* window, double, double y) {
    of(window).add({.kind = Kind::wheel, .amount = static_cast<float>(y)});
  }
  static void drop(GLFWwindow* window, int count, const char** paths) {
    if (count > 0) of(window).add({.kind = Kind::drop, .path = paths[0]});
  }
  static void rescale(GLFWwindow* window, float, float) { of(window).add({.kind = Kind::rescale}); }
  static void repaint(GLFWwindow* window) { of(window).add({.kind = Kind::repaint}); }
  static void resize(GLFWwindow* window, int, int) { of(window).add({.kind = Kind::repaint}); }
  static void flag(GLFWwindow* window, int) { of(window).add({.kind = Kind::repaint}); }
};

WindowEvents::WindowEvents(GLFWwindow* window) {
  glfwSetWindowUserPointer(window, this);
  glfwSetKeyCallback(window, WindowCallbacks::key);
  glfwSetCharCallback(window, WindowCallbacks::character);
  glfwSetMouseButtonCallback(window, WindowCallbacks::button);
  glfwSetCursorPosCallback(window, WindowCallbacks::move);
  glfwSetScrollCallback(window, WindowCallbacks::wheel);
  glfwSetDropCallback(window, WindowCallbacks::drop);
  glfwSetWindowContentScaleCallback(window, WindowCallbacks::rescale);
  glfwSetWindowRefreshCallback(window, WindowCallbacks::repaint);
  glfwSetFramebufferSizeCallback(window, WindowCallbacks::resize);
  glfwSetWindowFocusCallback(window, WindowCallbacks::flag);
  glfwSetWindowIconifyCallback(window, WindowCallbacks::flag);
  glfwSetCursorEnterCallback(window, WindowCallbacks::flag);
}

void WindowEvents::add(WindowEvent event) {
  event.at = pointer_;
  event.time = glfwGetTime();
  events_.push_back(std::move(event));
}

}  // namespace mend::app
