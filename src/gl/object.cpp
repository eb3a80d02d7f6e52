#include "gl/object.h"

#include <glad/gl.h>

namespace mend::gl::detail {

unsigned make(Kind kind) {
  GLuint id = 0;
  switch (kind) {
    case Kind::buffer:
      glGenBuffers(1, &id);
      break;
    case Kind::vertex_array:
      glGenVertexArrays(1, &id);
      break;
    case Kind::texture:
      glGenTextures(1, &id);
      break;
    case Kind::framebuffer:
      glGenFramebuffers(1, &id);
      break;
    case Kind::renderbuffer:
      glGenRenderbuffers(1, &id);
      break;
    case Kind::program:
      id = glCreateProgram();
      break;
    case Kind::query:
      glGenQueries(1, &id);
      break;
  }
  return id;
}

void destroy(Kind kind, unsigned id) {
  switch (kind) {
    case Kind::buffer:
      glDeleteBuffers(1, &id);
      break;
    case Kind::vertex_array:
      glDeleteVertexArrays(1, &id);
      break;
    case Kind::texture:
      glDeleteTextures(1, &id);
      break;
    case Kind::framebuffer:
      glDeleteFramebuffers(1, &id);
      break;
    case Kind::renderbuffer:
      glDeleteRenderbuffers(1, &id);
      break;
    case Kind::program:
      glDeleteProgram(id);
      break;
    case Kind::query:
      glDeleteQueries(1, &id);
      break;
  }
}

void label(Kind kind, unsigned id, std::string_view text) {
  GLenum space = GL_NONE;
  switch (kind) {
    case Kind::buffer:
      space = GL_BUFFER;
      break;
    case Kind::vertex_array:
      space = GL_VERTEX_ARRAY;
      break;
    case Kind::texture:
      space = GL_TEXTURE;
      break;
    case Kind::framebuffer:
      space = GL_FRAMEBUFFER;
      break;
    case Kind::renderbuffer:
      space = GL_RENDERBUFFER;
      break;
    case Kind::program:
      space = GL_PROGRAM;
      break;
    case Kind::query:
      space = GL_QUERY;
      break;
  }
  const auto length = static_cast<GLsizei>(text.size());
  if (glObjectLabel != nullptr) {
    glObjectLabel(space, id, length, text.data());
  } else if (glObjectLabelKHR != nullptr) {
    glObjectLabelKHR(space, id, length, text.data());
  }
}

}  // namespace mend::gl::detail
