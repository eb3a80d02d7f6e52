// Move-only names of OpenGL objects. Deleted with the handle; the context that made one must be current then.
#pragma once
#include <string_view>
#include <utility>

namespace mend::gl {

enum class Kind { buffer, vertex_array, texture, framebuffer, renderbuffer, program, query };

namespace detail {
[[nodiscard]] unsigned make(Kind kind);
void destroy(Kind kind, unsigned id);
void label(Kind kind, unsigned id, std::string_view text);
}  // namespace detail

/// Holds nothing until made. The label names the object in debuggers and debug messages.
template <Kind kind>
class Object {
 public:
  Object() = default;
  [[nodiscard]] static Object made() { return Object(detail::make(kind)); }
  Object(Object&& other) noexcept : id_(std::exchange(other.id_, 0)) {}
  Object& operator=(Object&& other) noexcept {
    std::swap(id_, other.id_);
    return *this;
  }
  Object(const Object&) = delete;
  Object& operator=(const Object&) = delete;
  ~Object() {
    if (id_ != 0) detail::destroy(kind, id_);
  }

  [[nodiscard]] unsigned id() const { return id_; }
  /// Call after the first bind: before it, OpenGL has a name but no object to label.
  void label(std::string_view text) const { detail::label(kind, id_, text); }

 private:
  explicit Object(unsigned id) : id_(id) {}
  unsigned id_ = 0;
};

}  // namespace mend::gl
