#include "render/fields.h"

#include <algorithm>
#include <array>
#include <span>

#include "gl/draw.h"
#include "scene/palette.h"

namespace mend::render {
namespace {
constexpr std::array<gl::Attribute, 2> kPuff{{{0, 4, 0}, {1, 4, 16}}};
// By FieldKind: where fewer balls overlap, each is denser (assumed).
constexpr std::array<float, scene::kFieldKinds> kDensity = {1, 12, 2.5f};
}  // namespace

Fields::Fields() : buffer_(gl::BufferUse::vertices, "fields"), array_("fields") {
  array_.read(buffer_, sizeof(Puff), kPuff, 1);
}

void Fields::prepare(const scene::Scene& scene, const FrameBlock& frame, FrameStats& stats) {
  puffs_.clear();
  for (const scene::FieldPuff& puff : scene.fields)
    puffs_.push_back({glm::vec4(puff.position, puff.radius),
                      glm::vec4(scene::to_linear(scene::colour(puff.kind).base),
                                kDensity[static_cast<std::size_t>(puff.kind)] * puff.strength)});
  if (puffs_.empty()) return;
  const auto depth = [&](const Puff& puff) {
    return (frame.world_to_clip * glm::vec4(glm::vec3(puff.place), 1)).w;
  };
  std::ranges::sort(puffs_, [&](const Puff& a, const Puff& b) { return depth(a) > depth(b); });
  stats.bytes_uploaded += buffer_.upload(std::span<const Puff>(puffs_));
}

void Fields::draw(Programs& programs, FrameStats& stats) const {
  const auto count = static_cast<int>(puffs_.size());
  gl::apply({.depth_test = false, .depth_write = false, .blend = gl::Blend::over});
  programs.use(Shading::field);
  array_.bind();
  gl::draw_instanced(gl::Topology::triangle_strip, 4, count);
  ++stats.draw_calls;
  stats.triangles += 2 * count;
  stats.instances += count;
}

}  // namespace mend::render
