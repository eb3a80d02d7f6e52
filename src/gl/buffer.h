// Buffers and the way vertices are read from them.
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "gl/object.h"

namespace mend::gl {

enum class BufferUse { vertices, indices, uniforms };

class Buffer {
 public:
  Buffer() = default;
  Buffer(BufferUse use, std::string_view label);

  /// Replaces the contents; storage grows when needed and is kept otherwise. Returns the bytes sent.
  std::int64_t upload(std::span<const std::byte> bytes);
  template <typename T>
  std::int64_t upload(std::span<const T> items) {
    return upload(std::as_bytes(items));
  }
  [[nodiscard]] unsigned id() const { return object_.id(); }
  /// Uniforms: makes `size` bytes from `offset` on the block at `binding`.
  void bind_block(unsigned binding, std::size_t offset, std::size_t size) const;

 private:
  Object<Kind::buffer> object_;
  unsigned target_ = 0;
  std::size_t capacity_ = 0;
};

/// One float attribute: where it lies in a vertex.
struct Attribute {
  unsigned index = 0;
  int components = 4;
  std::size_t offset = 0;  // bytes
};

class VertexArray {
 public:
  VertexArray() = default;
  explicit VertexArray(std::string_view label);
  /// Reads attributes from a buffer of `stride` bytes a vertex; divisor 1 = one step an instance.
  void read(const Buffer& buffer, std::size_t stride, std::span<const Attribute> attributes,
            unsigned divisor = 0);
  void index(const Buffer& buffer);
  void bind() const;

 private:
  Object<Kind::vertex_array> object_;
};

}  // namespace mend::gl
