#include "gl/debug.h"

#include <glad/gl.h>

namespace mend::gl {
namespace {

void GLAD_API_PTR collect(GLenum, GLenum, GLuint, GLenum severity, GLsizei length, const GLchar* text,
                          const void* user) {
  if (severity == GL_DEBUG_SEVERITY_NOTIFICATION) return;
  auto* messages = static_cast<std::vector<std::string>*>(const_cast<void*>(user));
  messages->emplace_back(text, static_cast<std::size_t>(length));
}

/// OpenGL ES has the extension under another name.
PFNGLDEBUGMESSAGECALLBACKPROC debug_callback() {
  return glDebugMessageCallback != nullptr ? glDebugMessageCallback : glDebugMessageCallbackKHR;
}

}  // namespace

DebugGroup::DebugGroup(std::string_view name) {
  const auto length = static_cast<GLsizei>(name.size());
  if (glPushDebugGroup != nullptr) {
    glPushDebugGroup(GL_DEBUG_SOURCE_APPLICATION, 0, length, name.data());
  } else if (glPushDebugGroupKHR != nullptr) {
    glPushDebugGroupKHR(GL_DEBUG_SOURCE_APPLICATION, 0, length, name.data());
  }
}

DebugGroup::~DebugGroup() {
  if (glPopDebugGroup != nullptr) {
    glPopDebugGroup();
  } else if (glPopDebugGroupKHR != nullptr) {
    glPopDebugGroupKHR();
  }
}

DebugCapture::DebugCapture() {
  const auto listen = debug_callback();
  if (listen == nullptr) return;
  glEnable(GL_DEBUG_OUTPUT);
  glEnable(GL_DEBUG_OUTPUT_SYNCHRONOUS);
  listen(collect, &messages_);
}

DebugCapture::~DebugCapture() {
  const auto listen = debug_callback();
  if (listen == nullptr) return;
  listen(nullptr, nullptr);
  glDisable(GL_DEBUG_OUTPUT_SYNCHRONOUS);
}

std::string last_error() {
  switch (glGetError()) {
    case GL_NO_ERROR:
      return "";
    case GL_INVALID_ENUM:
      return "GL_INVALID_ENUM";
    case GL_INVALID_VALUE:
      return "GL_INVALID_VALUE";
    case GL_INVALID_OPERATION:
      return "GL_INVALID_OPERATION";
    case GL_INVALID_FRAMEBUFFER_OPERATION:
      return "GL_INVALID_FRAMEBUFFER_OPERATION";
    case GL_OUT_OF_MEMORY:
      return std::string(kOutOfMemory);
    default:
      return "an unnamed OpenGL error";
  }
}

}  // namespace mend::gl
