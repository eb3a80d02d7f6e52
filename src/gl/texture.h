// Textures and the framebuffers that draw into them.
#pragma once
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "gl/object.h"

namespace mend::gl {

enum class Format { rgba8, rgba16f, rgba32f, depth, depth_stencil };
/// mipmap: of a volume, a cube of rgba8 whose side is a power of two.
enum class Filter { nearest, linear, mipmap };

struct TextureShape {
  int width = 1, height = 1;
  int layers = 0;  // above 0: a volume
  Format format = Format::rgba8;
  Filter filter = Filter::linear;
  bool repeat = false;
  bool compare = false;  // depth: sampled as a shadow
};

class Texture {
 public:
  Texture() = default;
  /// Contents: rows upwards, layer after layer; empty = undefined until drawn into.
  Texture(const TextureShape& shape, std::span<const std::byte> contents, std::string_view label);
  void bind(unsigned unit) const;
  [[nodiscard]] unsigned id() const { return object_.id(); }

 private:
  Object<Kind::texture> object_;
  unsigned target_ = 0;
};

/// What a framebuffer is made of: textures to sample, and a depth buffer.
struct TargetShape {
  int width = 0, height = 0;
  std::vector<Format> colours;
  bool depth = false;          // with stencil
  bool depth_texture = false;  // depth can be sampled as a shadow
  bool depth_reading = false;  // depth can be read, once the target is no longer drawn into
  bool operator==(const TargetShape&) const = default;
};

class Target {
 public:
  Target() = default;
  /// Shares the depth of `depth_of` when given: same size.
  Target(const TargetShape& shape, std::string_view label, const Target* depth_of = nullptr);
  void bind() const;  // with its whole area as viewport
  [[nodiscard]] bool is_complete() const;
  [[nodiscard]] const TargetShape& shape() const { return shape_; }
  [[nodiscard]] unsigned id() const { return object_.id(); }
  [[nodiscard]] const Texture& colour(std::size_t index) const { return textures_[index]; }
  [[nodiscard]] const Texture& depth() const { return depth_; }

 private:
  void attach_colours(std::string_view label);
  void attach_depth(std::string_view label);

  TargetShape shape_;
  Object<Kind::framebuffer> object_;
  std::vector<Texture> textures_;
  Object<Kind::renderbuffer> depth_buffer_;
  Texture depth_;
  unsigned depth_renderbuffer_ = 0;  // ours, or another target's
};

/// Copies colour 0 into a framebuffer of the driver, stretching when sizes differ.
void blit(const Target& from, unsigned framebuffer, int width, int height);

}  // namespace mend::gl
