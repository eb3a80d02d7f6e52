#include "app/window.h"

#include <GLFW/glfw3.h>

#include <chrono>
#include <memory>
#include <thread>

#include "app/commands.h"
#include "app/main_window.h"
#include "app/recovery.h"
#include "base/log.h"
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

/// Where a window stands, and what the next one takes over.
struct Frame {
  int x = GLFW_DONT_CARE, y = GLFW_DONT_CARE, width = kWidth, height = kHeight;
  bool is_full = false;
};

Frame frame_of(GLFWwindow* handle) {
  Frame frame{.is_full = glfwGetWindowMonitor(handle) != nullptr};
  if (frame.is_full) return frame;
  glfwGetWindowPos(handle, &frame.x, &frame.y);
  glfwGetWindowSize(handle, &frame.width, &frame.height);
  return frame;
}

GLFWwindow* open_handle(const Frame& frame, int robustness) {
  glfwDefaultWindowHints();
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
  glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
  glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
  glfwWindowHint(GLFW_CONTEXT_ROBUSTNESS, robustness);
  glfwWindowHint(GLFW_SCALE_TO_MONITOR, frame.x == GLFW_DONT_CARE ? GLFW_TRUE : GLFW_FALSE);
  glfwWindowHint(GLFW_DEPTH_BITS, 0);  // the picture is drawn into a target of its own
  glfwWindowHint(GLFW_STENCIL_BITS, 0);
  glfwWindowHint(GLFW_OPENGL_DEBUG_CONTEXT, kIsDevBuild ? GLFW_TRUE : GLFW_FALSE);
  glfwWindowHintString(GLFW_X11_CLASS_NAME, "mend");
  GLFWmonitor* monitor = frame.is_full ? glfwGetPrimaryMonitor() : nullptr;
  const GLFWvidmode* mode = monitor ? glfwGetVideoMode(monitor) : nullptr;
  GLFWwindow* handle = glfwCreateWindow(mode ? mode->width : frame.width, mode ? mode->height : frame.height,
                                        "Mend", mode ? monitor : nullptr, nullptr);
  if (handle && !mode && frame.x != GLFW_DONT_CARE) glfwSetWindowPos(handle, frame.x, frame.y);
  return handle;
}

/// A window whose context tells of resets, where there is one; else one that does not.
GLFWwindow* open_handle(const Frame& frame) {
  GLFWwindow* handle = open_handle(frame, GLFW_LOSE_CONTEXT_ON_RESET);
  return handle ? handle : open_handle(frame, GLFW_NO_ROBUSTNESS);
}

Result<gl::Context> load() {
  return gl::load(reinterpret_cast<gl::Loader>(glfwGetProcAddress), gl::Dialect::desktop);
}

/// Why there is no window: any context at all says which OpenGL there is instead.
Exit refuse_without_opengl() {
  glfwDefaultWindowHints();
  glfwWindowHint(GLFW_VISIBLE, GLFW_FALSE);
  if (GLFWwindow* any = glfwCreateWindow(1, 1, "Mend", nullptr, nullptr)) {
    glfwMakeContextCurrent(any);
    if (const auto context = load(); !context.is_ok()) return print(context.problems()), Exit::environment;
  }
  return refuse(
      "this display gives no OpenGL 3.3: update the graphics driver (Debian: libgl1-mesa-dri), or draw "
      "pictures without a window with mend render");
}

/// The reset must be over before there can be another context.
void wait_for_reset() {
  constexpr int kTries = 40;
  for (int i = 0; i < kTries && gl::is_lost(); ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
}

}  // namespace

Exit run_window(const WindowOptions& options) {
  const Glfw glfw;
  if (!glfw.is_running)
    return refuse(
        "there is no display to open a window on: start mend in a desktop session, or draw pictures without "
        "one with mend render");
  std::unique_ptr<MainWindow> window;
  Recovery recovery;
  for (Frame frame{.is_full = options.fullscreen};;) {
    GLFWwindow* handle = open_handle(frame);
    if (!handle) return refuse_without_opengl();
    glfwMakeContextCurrent(handle);
    glfwSwapInterval(1);
    const auto context = load();
    if (!context.is_ok()) return print(context.problems()), Exit::environment;
    if (window) {
      if (const auto problems = window->enter(handle); !problems.empty())
        return print(problems), Exit::environment;
    } else {
      auto made = MainWindow::create(handle, options,
                                     options.quality.value_or(quality_for(context.value().renderer)));
      if (!made.is_ok()) return print(made.problems()), Exit::environment;
      window = std::move(made).value();
    }
    if (window->run() == MainWindow::End::closed) return Exit::done;
    wait_for_reset();
    window->leave();
    frame = frame_of(handle);
    glfwDestroyWindow(handle);
    if (!recovery.may_reopen(glfwGetTime()))
      return refuse(
          "the graphics card was reset again and again, so the window was closed: update its driver, or "
          "start mend with LIBGL_ALWAYS_SOFTWARE=1");
    log::warn("the graphics card was reset; the window opens again and goes on where it was");
  }
}

}  // namespace mend::app
