#include "gl/texture.h"

#include <glad/gl.h>

#include <utility>
#include <vector>

namespace mend::gl {
namespace {

struct FormatNames {
  GLenum internal, format, type;
};
FormatNames names(Format format) {
  switch (format) {
    case Format::rgba8:
      return {GL_RGBA8, GL_RGBA, GL_UNSIGNED_BYTE};
    case Format::rgba16f:
      return {GL_RGBA16F, GL_RGBA, GL_HALF_FLOAT};
    case Format::rgba32f:
      return {GL_RGBA32F, GL_RGBA, GL_FLOAT};
    case Format::depth:
      return {GL_DEPTH_COMPONENT24, GL_DEPTH_COMPONENT, GL_UNSIGNED_INT};
    case Format::depth_stencil:
      return {GL_DEPTH24_STENCIL8, GL_DEPTH_STENCIL, GL_UNSIGNED_INT_24_8};
  }
  return {GL_RGBA8, GL_RGBA, GL_UNSIGNED_BYTE};
}

void set_sampling(GLenum target, const TextureShape& shape) {
  const GLint wrap = shape.repeat ? GL_REPEAT : GL_CLAMP_TO_EDGE;
  const GLint plain = shape.filter == Filter::nearest ? GL_NEAREST : GL_LINEAR;
  glTexParameteri(target, GL_TEXTURE_MIN_FILTER,
                  shape.filter == Filter::mipmap ? GL_LINEAR_MIPMAP_NEAREST : plain);
  glTexParameteri(target, GL_TEXTURE_MAG_FILTER, plain);
  glTexParameteri(target, GL_TEXTURE_WRAP_S, wrap);
  glTexParameteri(target, GL_TEXTURE_WRAP_T, wrap);
  if (shape.layers > 0) glTexParameteri(target, GL_TEXTURE_WRAP_R, wrap);
  if (shape.compare) {
    glTexParameteri(target, GL_TEXTURE_COMPARE_MODE, GL_COMPARE_REF_TO_TEXTURE);
    glTexParameteri(target, GL_TEXTURE_COMPARE_FUNC, GL_LEQUAL);
  }
}

/// Every level below the first of a volume `side` texels a side, each texel the mean of eight. The driver
/// would round in its own way and, in software, take longer than it needs to make all programs.
void add_mipmaps(std::size_t side, std::span<const std::byte> contents) {
  std::vector<std::byte> above(contents.begin(), contents.end());
  for (GLint level = 1; side > 1; ++level, side /= 2) {
    const std::size_t half = side / 2;
    std::vector<std::byte> texels(half * half * half * 4);
    for (std::size_t i = 0; i < texels.size(); ++i) {
      const std::size_t x = i / 4 % half, y = i / 4 / half % half, z = i / 4 / half / half;
      unsigned sum = 4;  // rounds to the nearest
      for (std::size_t n = 0; n < 8; ++n) {
        const std::size_t row = (2 * z + n / 4) * side + 2 * y + n / 2 % 2;
        sum += std::to_integer<unsigned>(above[(row * side + 2 * x + n % 2) * 4 + i % 4]);
      }
      texels[i] = static_cast<std::byte>(sum / 8);
    }
    const auto size = static_cast<GLsizei>(half);
    glTexImage3D(GL_TEXTURE_3D, level, GL_RGBA8, size, size, size, 0, GL_RGBA, GL_UNSIGNED_BYTE,
                 texels.data());
    above = std::move(texels);
  }
}

}  // namespace

Texture::Texture(const TextureShape& shape, std::span<const std::byte> contents, std::string_view label)
    : object_(Object<Kind::texture>::made()), target_(shape.layers > 0 ? GL_TEXTURE_3D : GL_TEXTURE_2D) {
  const FormatNames n = names(shape.format);
  const void* data = contents.empty() ? nullptr : contents.data();
  glActiveTexture(GL_TEXTURE0);
  glBindTexture(target_, object_.id());
  if (shape.layers > 0) {
    glTexImage3D(target_, 0, static_cast<GLint>(n.internal), shape.width, shape.height, shape.layers, 0,
                 n.format, n.type, data);
  } else {
    glTexImage2D(target_, 0, static_cast<GLint>(n.internal), shape.width, shape.height, 0, n.format, n.type,
                 data);
  }
  set_sampling(target_, shape);
  if (shape.filter == Filter::mipmap) add_mipmaps(static_cast<std::size_t>(shape.width), contents);
  object_.label(label);
}

void Texture::bind(unsigned unit) const {
  glActiveTexture(GL_TEXTURE0 + unit);
  glBindTexture(target_, object_.id());
}

Target::Target(const TargetShape& shape, std::string_view label, const Target* depth_of)
    : shape_(shape), object_(Object<Kind::framebuffer>::made()) {
  glBindFramebuffer(GL_FRAMEBUFFER, object_.id());
  object_.label(label);
  attach_colours(label);
  if (depth_of != nullptr && depth_of->shape_.depth_reading) {
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_DEPTH_STENCIL_ATTACHMENT, GL_TEXTURE_2D, depth_of->depth_.id(), 0);
  } else if (depth_of != nullptr) {
    depth_renderbuffer_ = depth_of->depth_renderbuffer_;
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_DEPTH_STENCIL_ATTACHMENT, GL_RENDERBUFFER,
                              depth_renderbuffer_);
  } else if (shape.depth) {
    attach_depth(label);
  }
}

void Target::attach_colours(std::string_view label) {
  std::vector<GLenum> attachments;
  for (const Format format : shape_.colours) {
    const GLenum attachment = GL_COLOR_ATTACHMENT0 + static_cast<GLenum>(attachments.size());
    attachments.push_back(attachment);
    const TextureShape shape{.width = shape_.width, .height = shape_.height, .format = format};
    const Texture& texture = textures_.emplace_back(shape, std::span<const std::byte>{}, label);
    glFramebufferTexture2D(GL_FRAMEBUFFER, attachment, GL_TEXTURE_2D, texture.id(), 0);
  }
  if (attachments.empty()) attachments.push_back(GL_NONE);
  glDrawBuffers(static_cast<GLsizei>(attachments.size()), attachments.data());
  if (shape_.colours.empty()) glReadBuffer(GL_NONE);
}

void Target::attach_depth(std::string_view label) {
  if (shape_.depth_texture) {
    depth_ =
        Texture({.width = shape_.width, .height = shape_.height, .format = Format::depth, .compare = true},
                {}, label);
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_DEPTH_ATTACHMENT, GL_TEXTURE_2D, depth_.id(), 0);
    return;
  }
  if (shape_.depth_reading) {
    depth_ = Texture({.width = shape_.width,
                      .height = shape_.height,
                      .format = Format::depth_stencil,
                      .filter = Filter::nearest},
                     {}, label);
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_DEPTH_STENCIL_ATTACHMENT, GL_TEXTURE_2D, depth_.id(), 0);
    return;
  }
  depth_buffer_ = Object<Kind::renderbuffer>::made();
  depth_renderbuffer_ = depth_buffer_.id();
  glBindRenderbuffer(GL_RENDERBUFFER, depth_renderbuffer_);
  glRenderbufferStorage(GL_RENDERBUFFER, GL_DEPTH24_STENCIL8, shape_.width, shape_.height);
  depth_buffer_.label(label);
  glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_DEPTH_STENCIL_ATTACHMENT, GL_RENDERBUFFER,
                            depth_renderbuffer_);
}

void Target::bind() const {
  glBindFramebuffer(GL_FRAMEBUFFER, object_.id());
  glViewport(0, 0, shape_.width, shape_.height);
}

bool Target::is_complete() const {
  glBindFramebuffer(GL_FRAMEBUFFER, object_.id());
  return glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE;
}

void blit(const Target& from, unsigned framebuffer, int width, int height) {
  glBindFramebuffer(GL_READ_FRAMEBUFFER, from.id());
  glBindFramebuffer(GL_DRAW_FRAMEBUFFER, framebuffer);
  const bool same = from.shape().width == width && from.shape().height == height;
  glBlitFramebuffer(0, 0, from.shape().width, from.shape().height, 0, 0, width, height, GL_COLOR_BUFFER_BIT,
                    same ? GL_NEAREST : GL_LINEAR);
  glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
}

}  // namespace mend::gl
