#include "gl/buffer.h"

#include <glad/gl.h>

namespace mend::gl {
namespace {

GLenum target_of(BufferUse use) {
  switch (use) {
    case BufferUse::vertices:
      return GL_ARRAY_BUFFER;
    case BufferUse::indices:
      return GL_ELEMENT_ARRAY_BUFFER;
    case BufferUse::uniforms:
      return GL_UNIFORM_BUFFER;
  }
  return GL_ARRAY_BUFFER;
}

}  // namespace

Buffer::Buffer(BufferUse use, std::string_view label)
    : object_(Object<Kind::buffer>::made()), target_(target_of(use)) {
  glBindVertexArray(0);  // an index buffer bound inside a vertex array would become part of it
  glBindBuffer(target_, object_.id());
  object_.label(label);
}

std::int64_t Buffer::upload(std::span<const std::byte> bytes) {
  glBindVertexArray(0);
  glBindBuffer(target_, object_.id());
  if (bytes.size() > capacity_) {
    capacity_ = bytes.size();
    glBufferData(target_, static_cast<GLsizeiptr>(capacity_), bytes.data(), GL_DYNAMIC_DRAW);
  } else if (!bytes.empty()) {
    glBufferSubData(target_, 0, static_cast<GLsizeiptr>(bytes.size()), bytes.data());
  }
  return static_cast<std::int64_t>(bytes.size());
}

void Buffer::bind_block(unsigned binding, std::size_t offset, std::size_t size) const {
  glBindBufferRange(GL_UNIFORM_BUFFER, binding, object_.id(), static_cast<GLintptr>(offset),
                    static_cast<GLsizeiptr>(size));
}

VertexArray::VertexArray(std::string_view label) : object_(Object<Kind::vertex_array>::made()) {
  bind();
  object_.label(label);
}

void VertexArray::read(const Buffer& buffer, std::size_t stride, std::span<const Attribute> attributes,
                       unsigned divisor) {
  bind();
  glBindBuffer(GL_ARRAY_BUFFER, buffer.id());
  for (const Attribute& a : attributes) {
    glEnableVertexAttribArray(a.index);
    glVertexAttribPointer(a.index, a.components, GL_FLOAT, GL_FALSE, static_cast<GLsizei>(stride),
                          reinterpret_cast<const void*>(a.offset));
    glVertexAttribDivisor(a.index, divisor);
  }
}

void VertexArray::index(const Buffer& buffer) {
  bind();
  glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, buffer.id());
}

void VertexArray::bind() const {
  glBindVertexArray(object_.id());
}

}  // namespace mend::gl
