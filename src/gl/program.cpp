#include "gl/program.h"

#include <glad/gl.h>

#include <string>
#include <vector>

namespace mend::gl {
namespace {

/// Compiles one stage and attaches it; the shader object goes with the program.
std::vector<Problem> attach(GLuint program, GLenum stage, const Source& source) {
  const GLuint shader = glCreateShader(stage);
  const char* text = source.text.c_str();
  glShaderSource(shader, 1, &text, nullptr);
  glCompileShader(shader);
  GLint compiled = 0;
  glGetShaderiv(shader, GL_COMPILE_STATUS, &compiled);
  std::vector<Problem> problems;
  if (compiled == 0) {
    GLint length = 0;
    glGetShaderiv(shader, GL_INFO_LOG_LENGTH, &length);
    std::string log(static_cast<std::size_t>(length) + 1, '\0');
    glGetShaderInfoLog(shader, length + 1, nullptr, log.data());
    problems = source.explain(log.c_str());
    if (problems.empty())
      problems.push_back({"", 0, 0, "A shader did not compile and the driver did not say why."});
  }
  glAttachShader(program, shader);
  glDeleteShader(shader);
  return problems;
}

std::string link_message(GLuint program) {
  GLint length = 0;
  glGetProgramiv(program, GL_INFO_LOG_LENGTH, &length);
  std::string log(static_cast<std::size_t>(length) + 1, '\0');
  glGetProgramInfoLog(program, length + 1, nullptr, log.data());
  return log.c_str();
}

}  // namespace

Result<Program> Program::build(const Source& vertex, const Source& fragment, std::span<const Slot> samplers,
                               std::span<const Slot> blocks, std::string_view label) {
  Program program;
  program.object_ = Object<Kind::program>::made();
  const GLuint id = program.object_.id();
  auto problems = attach(id, GL_VERTEX_SHADER, vertex);
  for (Problem& problem : attach(id, GL_FRAGMENT_SHADER, fragment)) problems.push_back(std::move(problem));
  if (!problems.empty()) return problems;
  glLinkProgram(id);
  GLint linked = 0;
  glGetProgramiv(id, GL_LINK_STATUS, &linked);
  if (linked == 0) {
    return Problem{"", 0, 0,
                   "The shader program " + std::string(label) + " does not link: " + link_message(id)};
  }
  program.object_.label(label);
  glUseProgram(id);
  for (const Slot& slot : samplers) {
    const GLint location = glGetUniformLocation(id, slot.name.data());
    if (location >= 0) glUniform1i(location, static_cast<GLint>(slot.number));
  }
  for (const Slot& slot : blocks) {
    const GLuint index = glGetUniformBlockIndex(id, slot.name.data());
    if (index != GL_INVALID_INDEX) glUniformBlockBinding(id, index, slot.number);
  }
  return program;
}

void Program::use() const {
  glUseProgram(object_.id());
}

}  // namespace mend::gl
