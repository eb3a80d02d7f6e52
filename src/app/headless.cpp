#include "app/headless.h"

#include <EGL/egl.h>
#include <EGL/eglext.h>

#include <array>
#include <cstring>
#include <span>
#include <vector>

namespace mend::app {
namespace {

Problem no_opengl(const char* what) {
  return {.file = {}, .line = 0, .column = 0,
          .message = std::string("no OpenGL without a window here (") + what +
                     "): install the Mesa drivers, Debian package libgl1-mesa-dri"};
}

bool has(const char* extensions, const char* name) {
  return extensions != nullptr && std::strstr(extensions, name) != nullptr;
}

EGLDisplay first_device_display() {
  const auto query = reinterpret_cast<PFNEGLQUERYDEVICESEXTPROC>(eglGetProcAddress("eglQueryDevicesEXT"));
  const auto display = reinterpret_cast<PFNEGLGETPLATFORMDISPLAYEXTPROC>(eglGetProcAddress("eglGetPlatformDisplayEXT"));
  EGLDeviceEXT device = nullptr;
  EGLint found = 0;
  if (query == nullptr || display == nullptr || query(1, &device, &found) == EGL_FALSE || found == 0) return EGL_NO_DISPLAY;
  return display(EGL_PLATFORM_DEVICE_EXT, device, nullptr);
}

/// An initialised display that needs no window system, or EGL_NO_DISPLAY.
EGLDisplay windowless_display() {
  const char* client = eglQueryString(EGL_NO_DISPLAY, EGL_EXTENSIONS);
  EGLDisplay display = EGL_NO_DISPLAY;
  // A device first: on a machine with a graphics card the surfaceless platform may pick the software rasteriser.
  if (has(client, "EGL_EXT_platform_device")) {
    display = first_device_display();
    if (display != EGL_NO_DISPLAY && eglInitialize(display, nullptr, nullptr) == EGL_TRUE) return display;
  }
  if (has(client, "EGL_MESA_platform_surfaceless")) {
    display = eglGetPlatformDisplay(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr);
    if (display != EGL_NO_DISPLAY && eglInitialize(display, nullptr, nullptr) == EGL_TRUE) return display;
  }
  return EGL_NO_DISPLAY;
}

EGLContext make_context(EGLDisplay display, gl::Dialect dialect, std::span<const EGLint> attributes) {
  const bool es = dialect == gl::Dialect::es;
  if (eglBindAPI(es ? EGL_OPENGL_ES_API : EGL_OPENGL_API) == EGL_FALSE) return EGL_NO_CONTEXT;
  const std::array<EGLint, 5> wanted = {EGL_SURFACE_TYPE, 0, EGL_RENDERABLE_TYPE, es ? EGL_OPENGL_ES3_BIT : EGL_OPENGL_BIT,
                                        EGL_NONE};
  EGLConfig config = nullptr;
  EGLint found = 0;
  eglChooseConfig(display, wanted.data(), &config, 1, &found);
  if (found == 0) config = EGL_NO_CONFIG_KHR;
  return eglCreateContext(display, config, EGL_NO_CONTEXT, attributes.data());
}

EGLContext make_context(EGLDisplay display, gl::Dialect dialect, bool checks) {
  const bool es = dialect == gl::Dialect::es;
  std::vector<EGLint> wanted = {EGL_CONTEXT_MAJOR_VERSION, 3, EGL_CONTEXT_MINOR_VERSION, es ? 0 : 3};
  if (!es) wanted.insert(wanted.end(), {EGL_CONTEXT_OPENGL_PROFILE_MASK, EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT});
  if (checks) wanted.insert(wanted.end(), {EGL_CONTEXT_OPENGL_DEBUG, EGL_TRUE});
  wanted.push_back(EGL_NONE);
  if (EGLContext made = make_context(display, dialect, wanted); made != EGL_NO_CONTEXT) return made;
  // Any context at all says which version there is instead.
  const std::array<EGLint, 3> any = {EGL_CONTEXT_MAJOR_VERSION, es ? 2 : 1, EGL_NONE};
  return make_context(display, dialect, any);
}

}  // namespace

Result<std::unique_ptr<Headless>> Headless::create(gl::Dialect dialect, bool checks) {
  std::unique_ptr<Headless> headless(new Headless);
  headless->display_ = windowless_display();
  if (headless->display_ == EGL_NO_DISPLAY) return no_opengl("EGL has neither a device nor a surfaceless platform");
  headless->egl_context_ = make_context(headless->display_, dialect, checks);
  if (headless->egl_context_ == EGL_NO_CONTEXT) return no_opengl("EGL gives no OpenGL context");
  if (eglMakeCurrent(headless->display_, EGL_NO_SURFACE, EGL_NO_SURFACE, headless->egl_context_) == EGL_FALSE)
    return no_opengl("the context cannot be made current");
  auto loaded = gl::load(reinterpret_cast<gl::Loader>(eglGetProcAddress), dialect);
  if (!loaded.is_ok()) return loaded.problems();
  headless->context_ = loaded.value();
  return headless;
}

Headless::~Headless() {
  if (display_ == nullptr) return;
  eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
  if (egl_context_ != nullptr) eglDestroyContext(display_, egl_context_);
  eglTerminate(display_);
}

}  // namespace mend::app
