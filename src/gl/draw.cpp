#include "gl/draw.h"

#include <glad/gl.h>

namespace mend::gl {
namespace {

void enable(GLenum feature, bool on) {
  if (on) {
    glEnable(feature);
  } else {
    glDisable(feature);
  }
}

GLenum name(Topology topology) {
  switch (topology) {
    case Topology::points:
      return GL_POINTS;
    case Topology::triangles:
      return GL_TRIANGLES;
    case Topology::triangle_strip:
      return GL_TRIANGLE_STRIP;
  }
  return GL_TRIANGLES;
}

void limit(const Area& within) {
  enable(GL_SCISSOR_TEST, within.width > 0);
  if (within.width > 0) glScissor(within.x, within.y, within.width, within.height);
}

// Counts start half-way, so that a layer turned inside out, below it, is told from an inside, above it.
constexpr GLint kNoSurface = 128;

void set_stencil(Stencil stencil) {
  enable(GL_STENCIL_TEST, stencil != Stencil::none);
  if (stencil == Stencil::none) return;
  glStencilMask(0xff);
  if (stencil == Stencil::inside) {
    glStencilFunc(GL_LESS, kNoSurface, 0xff);
    glStencilOp(GL_KEEP, GL_KEEP, GL_KEEP);
    return;
  }
  const bool hollow = stencil == Stencil::count_hollow;
  glStencilFunc(GL_ALWAYS, 0, 0xff);
  glStencilOpSeparate(GL_FRONT, GL_KEEP, GL_KEEP, hollow ? GL_INCR_WRAP : GL_DECR_WRAP);
  glStencilOpSeparate(GL_BACK, GL_KEEP, GL_KEEP, hollow ? GL_DECR_WRAP : GL_INCR_WRAP);
}

}  // namespace

void apply(const State& state) {
  enable(GL_DEPTH_TEST, state.depth_test);
  glDepthFunc(GL_LEQUAL);
  glDepthMask(state.depth_write ? GL_TRUE : GL_FALSE);
  enable(GL_BLEND, state.blend != Blend::none);
  switch (state.blend) {
    case Blend::none:
      break;
    case Blend::over:
      glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
      break;
    case Blend::add:
      glBlendFunc(GL_ONE, GL_ONE);
      break;
    case Blend::accumulate:
      glBlendFuncSeparate(GL_ONE, GL_ONE, GL_ZERO, GL_ONE_MINUS_SRC_ALPHA);
      break;
  }
  glBlendEquation(GL_FUNC_ADD);
  enable(GL_CULL_FACE, state.cull != Cull::none);
  glCullFace(state.cull == Cull::front ? GL_FRONT : GL_BACK);
  enable(GL_POLYGON_OFFSET_FILL, state.depth_bias);
  glPolygonOffset(1.5f, 2.0f);
  limit(state.within);
  set_stencil(state.stencil);
  const GLboolean colours = state.colour_write ? GL_TRUE : GL_FALSE;
  glColorMask(colours, colours, colours, colours);
}

void clear_colour(int attachment, const std::array<float, 4>& colour) {
  glDisable(GL_SCISSOR_TEST);
  glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
  glClearBufferfv(GL_COLOR, attachment, colour.data());
}

void clear_depth() {
  glDisable(GL_SCISSOR_TEST);
  glDepthMask(GL_TRUE);
  const float far = 1;
  glClearBufferfv(GL_DEPTH, 0, &far);
}

void clear_stencil(const Area& within) {
  limit(within);
  glStencilMask(0xff);
  glClearBufferiv(GL_STENCIL, 0, &kNoSurface);
  glDisable(GL_SCISSOR_TEST);
}

void draw(Topology topology, int count) {
  glDrawArrays(name(topology), 0, count);
}

void draw_instanced(Topology topology, int count, int instances) {
  glDrawArraysInstanced(name(topology), 0, count, instances);
}

void draw_indexed(int count) {
  glDrawElements(GL_TRIANGLES, count, GL_UNSIGNED_INT, nullptr);
}

void draw_indexed_instanced(int count, int instances) {
  glDrawElementsInstanced(GL_TRIANGLES, count, GL_UNSIGNED_INT, nullptr, instances);
}

void finish_pass() {
  apply({.depth_test = false});
  glDisable(GL_BLEND);
  glUseProgram(0);
  glBindVertexArray(0);
  glActiveTexture(GL_TEXTURE0);
}

void wait() {
  glFinish();
}

void read_pixels(int width, int height, std::vector<std::uint8_t>& pixels) {
  pixels.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4);
  glPixelStorei(GL_PACK_ALIGNMENT, 1);
  glReadPixels(0, 0, width, height, GL_RGBA, GL_UNSIGNED_BYTE, pixels.data());
}

}  // namespace mend::gl
