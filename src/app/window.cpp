#include "app/window.h"

#include <GLFW/glfw3.h>

#include <algorithm>

#include "app/commands.h"
#include "app/main_window.h"
#include "gl/context.h"

namespace mend::app {
namespace {

constexpr int kWidth = 1280, kHeight = 720;  // at scale 1

Exit refuse(const std::string& sentence) {
  print({Problem{"", 0, 0, sentence}});
  return Exit::environment;
}

/// GLFW is ended whichever way the window is left.
struct Glfw {
  bool is_running = glfwInit() == GLFW_TRUE;
  Glfw() = default;
  ~Glfw() {
    if (is_running) glfwTerminate();
  }
  Glfw(const Glfw&) = delete;
  Glfw& operator=(const Glfw&) = delete;
};

GLFWwindow* open_handle(bool fullscreen) {
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
  glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
  glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
  glfwWindowHint(GLFW_SCALE_TO_MONITOR, GLFW_TRUE);
  glfwWindowHint(GLFW_DEPTH_BITS, 0);  // the picture is drawn into a target of its own
  glfwWindowHint(GLFW_STENCIL_BITS, 0);
#ifndef NDEBUG
  glfwWindowHint(GLFW_OPENGL_DEBUG_CONTEXT, GLFW_TRUE);
#endif
  glfwWindowHintString(GLFW_X11_CLASS_NAME, "mend");
  GLFWmonitor* monitor = fullscreen ? glfwGetPrimaryMonitor() : nullptr;
  const GLFWvidmode* mode = monitor ? glfwGetVideoMode(monitor) : nullptr;
  return glfwCreateWindow(mode ? mode->width : kWidth, mode ? mode->height : kHeight, "Mend",
                          mode ? monitor : nullptr, nullptr);
}

}  // namespace

Exit run_window(const WindowOptions& options) {
  const Glfw glfw;
  if (!glfw.is_running)
    return refuse(
        "there is no display to open a window on: start mend in a desktop session, or draw pictures without "
        "one with mend render");
  GLFWwindow* handle = open_handle(options.fullscreen);
  if (!handle)
    return refuse(
        "this display gives no OpenGL 3.3: update the graphics driver, or draw pictures without a window "
        "with "
        "mend render");
  glfwMakeContextCurrent(handle);
  glfwSwapInterval(1);
  const auto context = gl::load(reinterpret_cast<gl::Loader>(glfwGetProcAddress), gl::Dialect::desktop);
  if (!context.is_ok()) return print(context.problems()), Exit::environment;
  auto window =
      MainWindow::create(handle, options, options.quality.value_or(quality_for(context.value().renderer)));
  if (!window.is_ok()) return print(window.problems()), Exit::environment;
  return window.value()->run();
}

}  // namespace mend::app
