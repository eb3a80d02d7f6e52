#include "render/surfaces.h"

#include <algorithm>
#include <cstring>
#include <span>
#include <tuple>

#include "scene/palette.h"

namespace mend::render {
namespace {

using scene::Accent;
using scene::Material;

glm::vec4 linear(glm::vec3 srgb, float w) {
  return {scene::to_linear(srgb), w};
}

/// The second colour of a material, that wear, inflammation, vessels or scar turn it to.
glm::vec3 accent_of(Material material) {
  switch (material) {
    case Material::cartilage:
      return scene::colour(Accent::cartilage_worn).base;
    case Material::muscle:
      return 0.5f * (scene::colour(Material::tendon).base + scene::colour(Material::tendon).shade);
    case Material::repair:
      return scene::colour(Accent::scar).base;
    case Material::meniscus:
      return scene::colour(Accent::meniscus_red_zone).base;
    case Material::synovium:
      return scene::colour(Accent::synovium_inflamed).base;
    default:
      return scene::colour(material).shade;
  }
}

/// How a surface that light passes is laid over others.
Thinness thinness_of(const scene::Surface& surface) {
  if (surface.opacity >= 0.997f) return Thinness::opaque;
  if (surface.material == Material::skin) return Thinness::outline;
  const bool is_clear = surface.material == Material::synovium ||
                        surface.material == Material::nerve_sheath || surface.material == Material::glass;
  return is_clear ? Thinness::clear : Thinness::veil;
}

/// The material's own colour, or what it is in a wound: clot, granulation and scar by their shares.
scene::TissueColour colour_of(const scene::Surface& surface) {
  const scene::TissueColour& own = scene::colour(surface.material);
  if (surface.healing == glm::vec3(0)) return own;
  scene::TissueColour mixed{glm::vec3(0), glm::vec3(0), glm::vec3(0), 0};
  const auto add = [&](const scene::TissueColour& colour, float share) {
    mixed.base += share * colour.base;
    mixed.shade += share * colour.shade;
    mixed.highlight += share * colour.highlight;
    mixed.roughness += share * colour.roughness;
  };
  add(own, 1 - surface.healing.x - surface.healing.y - surface.healing.z);
  add(scene::colour(Accent::clot), surface.healing.x);
  add(scene::colour(Accent::granulation), surface.healing.y);
  add(scene::colour(Accent::scar), surface.healing.z);
  return mixed;
}

bool is_fibrous(Material material) {
  return material == Material::ligament || material == Material::tendon || material == Material::muscle ||
         material == Material::meniscus;
}

DrawBlock block_of(const scene::Surface& surface) {
  const scene::TissueColour colour = colour_of(surface);
  DrawBlock block{};
  block.base = linear(colour.base, colour.roughness);
  block.shade = linear(colour.shade, surface.opacity);
  block.highlight = linear(colour.highlight, surface.inflammation);
  block.accent = linear(accent_of(surface.material), surface.wear);
  const bool is_wound = surface.healing != glm::vec3(0);
  const Material under = is_wound ? surface.material : Material::bone;
  block.under = linear(scene::colour(under).base, surface.hyaline_share);
  const bool second = surface.material == Material::repair || surface.material == Material::tendon ||
                      surface.material == Material::muscle || surface.material == Material::synovium ||
                      surface.material == Material::nerve_sheath || surface.material == Material::glass;
  const bool marked = surface.material == Material::meniscus || surface.material == Material::muscle ||
                      surface.material == Material::skin;
  const float own = marked ? 1.0f : surface.gap;
  block.traits = {second ? 1.0f : 0.0f, own, is_fibrous(surface.material) ? surface.swelling : surface.crush,
                  surface.bruise};
  const glm::vec3 middle = 0.5f * (surface.box.low + surface.box.high);
  block.middle = glm::vec4(surface.wound_radius > 0 ? surface.wound : middle, surface.wound_radius);
  block.opened = glm::vec4(surface.opened, surface.healing);
  return block;
}

Shading shading_of(Material material, bool translucent) {
  const auto pick = [translucent](Shading solid, Shading thin) { return translucent ? thin : solid; };
  switch (material) {
    case Material::bone:
      return pick(Shading::bone, Shading::thin_bone);
    case Material::cartilage:
    case Material::repair:
      return pick(Shading::cartilage, Shading::thin_cartilage);
    case Material::meniscus:
    case Material::ligament:
    case Material::tendon:
    case Material::muscle:
      return pick(Shading::fibrous, Shading::thin_fibrous);
    case Material::fat:
    case Material::synovium:
    case Material::skin:
      return pick(Shading::soft, Shading::thin_soft);
    case Material::nerve:
    case Material::nerve_sheath:
      return pick(Shading::nerve, Shading::thin_nerve);
    case Material::artery:
    case Material::vein:
      return pick(Shading::vessel, Shading::thin_vessel);
    case Material::metal:
    case Material::thread:
    case Material::glass:
    case Material::ink:
      return pick(Shading::metal, Shading::thin_metal);
  }
  return Shading::bone;
}

/// Whether any corner of the box can be inside the frame: false only when all eight are beyond one plane.
bool is_in_frame(const anatomy::Bounds& box, const glm::mat4& world_to_clip) {
  int beyond_all = 0b111111;
  for (int i = 0; i < 8; ++i) {
    const glm::vec3 corner(i & 1 ? box.high.x : box.low.x, i & 2 ? box.high.y : box.low.y,
                           i & 4 ? box.high.z : box.low.z);
    const glm::vec4 c = world_to_clip * glm::vec4(corner, 1);
    beyond_all &= (c.x < -c.w) | (c.x > c.w) << 1 | (c.y < -c.w) << 2 | (c.y > c.w) << 3 | (c.z < -c.w) << 4 |
                  (c.z > c.w) << 5;
  }
  return beyond_all == 0;
}

}  // namespace

Surfaces::Surfaces(int uniform_alignment) : blocks_(gl::BufferUse::uniforms, "surface blocks") {
  const auto alignment = static_cast<std::size_t>(uniform_alignment);
  block_stride_ = (sizeof(DrawBlock) + alignment - 1) / alignment * alignment;
}

void Surfaces::prepare(const scene::Scene& scene, const FrameBlock& frame, FrameStats& stats) {
  meshes_.next_frame();
  items_.clear();
  casting_box_ = {};
  has_translucent_ = false;
  marks_hollow_ = scene.marks_hollow;
  block_bytes_.resize(scene.surfaces.size() * block_stride_);
  for (const scene::Surface& surface : scene.surfaces) {
    if (surface.mesh == nullptr || surface.mesh->indices.empty()) continue;
    if (surface.opacity <= 0.003f) continue;
    const GpuMesh& mesh = meshes_.of(surface, stats);
    const Thinness thinness = thinness_of(surface);
    const bool visible = is_in_frame(surface.box, frame.world_to_clip);
    const std::size_t block = items_.size() * block_stride_;
    const DrawBlock contents = block_of(surface);
    std::memcpy(block_bytes_.data() + block, &contents, sizeof contents);
    const float distance = glm::length(0.5f * (surface.box.low + surface.box.high) - glm::vec3(frame.eye));
    items_.push_back({&surface, &mesh, surface.material, thinness, visible, distance, block});
    if (thinness != Thinness::opaque) {
      has_translucent_ = has_translucent_ || visible;
    } else if (visible) {
      casting_box_.low = glm::min(casting_box_.low, surface.box.low);
      casting_box_.high = glm::max(casting_box_.high, surface.box.high);
    }
  }
  // Nearest first, so that the depth test spares what is hidden: light costs more than a change of program.
  // Not stable_sort, which allocates: blocks stand in the order of the scene.
  std::sort(items_.begin(), items_.end(), [](const Item& a, const Item& b) {
    return std::tie(a.distance, a.block) < std::tie(b.distance, b.block);
  });
  stats.bytes_uploaded +=
      blocks_.upload(std::span<const std::byte>(block_bytes_).first(items_.size() * block_stride_));
}

void Surfaces::draw(const Item& item, FrameStats& stats) const {
  blocks_.bind_block(kDrawBlock, item.block, sizeof(DrawBlock));
  item.mesh->array.bind();
  gl::draw_indexed(item.mesh->index_count);
  ++stats.draw_calls;
  stats.triangles += item.mesh->index_count / 3;
}

void Surfaces::draw_shadows(Programs& programs, FrameStats& stats) const {
  programs.use(Shading::shadow);
  gl::apply({.cull = gl::Cull::none, .depth_bias = true});
  for (const Item& item : items_) {
    if (item.thinness == Thinness::opaque && item.visible) draw(item, stats);
  }
}

void Surfaces::draw_opaque(Programs& programs, FrameStats& stats) const {
  gl::apply({.cull = marks_hollow_ ? gl::Cull::none : gl::Cull::back});
  for (const Item& item : items_) {
    if (item.thinness != Thinness::opaque || !item.visible) continue;
    programs.use(shading_of(item.material, false));
    draw(item, stats);
  }
}

void Surfaces::draw_thin(Thinness thinness, const gl::State& state, Programs& programs,
                         FrameStats& stats) const {
  gl::apply(state);
  // Farthest first: what is laid over the frame at once must be in order; sums do not mind.
  for (auto item = items_.rbegin(); item != items_.rend(); ++item) {
    if (!item->visible || item->thinness != thinness) continue;
    programs.use(shading_of(item->material, true));
    draw(*item, stats);
  }
}

void Surfaces::draw_translucent(Programs& programs, FrameStats& stats) const {
  // The far side of a thin layer adds little: low leaves it out, and lays each layer over the frame at once.
  const bool low = programs.look() == Look::low;
  gl::State state{.depth_write = false,
                  .blend = low ? gl::Blend::over : gl::Blend::accumulate,
                  .cull = low ? gl::Cull::back : gl::Cull::none};
  draw_thin(Thinness::clear, state, programs, stats);
  // The veils' depth first, so that only the nearest of them adds its light.
  gl::apply({.colour_write = false, .cull = gl::Cull::back, .depth_bias = true});
  programs.use(Shading::depth);
  for (const Item& item : items_) {
    if (item.thinness == Thinness::veil && item.visible) draw(item, stats);
  }
  state.cull = gl::Cull::back;
  draw_thin(Thinness::veil, state, programs, stats);
  draw_thin(Thinness::outline, state, programs, stats);
}

}  // namespace mend::render
