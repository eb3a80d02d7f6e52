#include "render/radiograph.h"

#include <algorithm>
#include <cstring>
#include <span>

#include "gl/draw.h"
#include "render/shaft.h"

namespace mend::render {
namespace {

using scene::Material;

// Linear attenuation at 60 keV, per mm: mass attenuation (NIST XCOM; compositions of ICRU 44 as in NISTIR
// 5632) times density.
constexpr float kCortex = 0.0604f;     // cortical bone: 0.3148 cm2/g, 1.92 g/cm3
constexpr float kSoft = 0.0217f;       // soft tissue and muscle: 0.2048 cm2/g, 1.06 g/cm3
constexpr float kFat = 0.0188f;        // adipose tissue: 0.1974 cm2/g, 0.95 g/cm3
constexpr float kMarrow = 0.0193f;     // yellow marrow: as fat, 0.98 g/cm3
constexpr float kSpongy = 0.0300f;     // a quarter bone and the rest marrow (share assumed)
constexpr float kCartilage = 0.0237f;  // of soft tissue with its sulphur and salts, 1.10 g/cm3 (assumed)
constexpr float kFibrous = 0.0232f;    // dense collagen, 1.12 g/cm3 (assumed)
constexpr float kMetal = 0.25f;        // steel holds back 0.95; this much is white already (assumed)
constexpr float kGlass = 0.06f;        // soda glass (assumed)

/// What the beam loses in a tissue beyond what it would lose in the fat that the skin is taken to be full of.
float beyond_fat(Material material) {
  switch (material) {
    case Material::bone:
      return kCortex - kFat;
    case Material::cartilage:
    case Material::repair:
      return kCartilage - kFat;
    case Material::meniscus:
    case Material::ligament:
    case Material::tendon:
      return kFibrous - kFat;
    case Material::muscle:
    case Material::artery:
    case Material::vein:
    case Material::nerve:
    case Material::nerve_sheath:
      return kSoft - kFat;
    case Material::synovium:
      return 0.3f * (kSoft - kFat);  // the capsule closes through the bones: faint, lest its edge shows there
    case Material::fat:
      return 0;
    case Material::skin:
      return kFat;
    case Material::metal:
    case Material::ink:
    case Material::thread:
      return kMetal;
    case Material::glass:
      return kGlass;
  }
  return 0;
}

/// Which skin of a bone is drawn: its outside, the inside of its cortex, the wall of its marrow cavity. The
/// cavity has two, so that it ends without a line.
enum class Skin { outside, cortex, cavity, inner_cavity };

BodyBlock block_of(const scene::Surface& surface, float attenuation, Skin skin, glm::vec3 eye) {
  const glm::vec3 nearest = glm::clamp(eye, surface.box.low, surface.box.high);
  BodyBlock block{};
  // Two mm of room for what a skin is drawn outward of the box.
  block.beam = {attenuation, std::max(glm::length(nearest - eye) - 2, 0.0f), static_cast<float>(skin), 0};
  block.plate = glm::vec4(surface.sclerosis, 0, 0);
  return block;
}

}  // namespace

Radiograph::Radiograph(int uniform_alignment)
    : blocks_(gl::BufferUse::uniforms, "body blocks"), film_block_(gl::BufferUse::uniforms, "film block") {
  const auto alignment = static_cast<std::size_t>(uniform_alignment);
  block_stride_ = (sizeof(BodyBlock) + alignment - 1) / alignment * alignment;
}

void Radiograph::add(const GpuMesh& mesh, const BodyBlock& block) {
  const std::size_t at = block_bytes_.size();
  block_bytes_.resize(at + block_stride_);
  std::memcpy(block_bytes_.data() + at, &block, sizeof block);
  items_.push_back({&mesh, at});
}

void Radiograph::add_body(const scene::Surface& surface, const FrameBlock& frame, FrameStats& stats) {
  const float attenuation = beyond_fat(surface.material);
  if (surface.mesh == nullptr || surface.mesh->indices.empty() || attenuation == 0) return;
  const GpuMesh& mesh = meshes_.of(surface, stats);
  const glm::vec3 eye(frame.eye);
  if (surface.material != Material::bone)
    return add(mesh, block_of(surface, attenuation, Skin::outside, eye));
  const Shaft shaft = shaft_of(surface);
  const auto add_skin = [&](float beyond, Skin skin) {
    BodyBlock block = block_of(surface, beyond, skin, eye);
    block.shaft = shaft.cut;
    block.axis = shaft.axis;
    add(mesh, block);
  };
  add_skin(attenuation, Skin::outside);
  add_skin(kSpongy - kCortex, Skin::cortex);
  if (shaft.cut.w == 0) return;
  add_skin(0.5f * (kMarrow - kSpongy), Skin::cavity);
  add_skin(0.5f * (kMarrow - kSpongy), Skin::inner_cavity);
}

void Radiograph::prepare(const scene::Scene& scene, const FrameBlock& frame, FrameStats& stats) {
  is_on_ = scene.radiograph;
  if (!is_on_) return;
  meshes_.next_frame();
  items_.clear();
  block_bytes_.clear();
  for (const scene::Surface& surface : scene.surfaces) add_body(surface, frame, stats);
  stats.bytes_uploaded += blocks_.upload(std::span<const std::byte>(block_bytes_));
  FilmBlock film{};
  const auto pixels = [&](glm::vec3 p) {
    const glm::vec4 clip = frame.world_to_clip * glm::vec4(p, 1);
    return (0.5f + 0.5f * glm::vec2(clip) / clip.w) * glm::vec2(frame.size);
  };
  const std::size_t count = std::min(scene.calipers.size(), FilmBlock::kCalipers);
  for (std::size_t i = 0; i < count; ++i)
    film.calipers[i] = glm::vec4(pixels(scene.calipers[i].upper), pixels(scene.calipers[i].lower));
  film.count.x = static_cast<float>(count);
  stats.bytes_uploaded += film_block_.upload(std::span<const FilmBlock>(&film, 1));
}

bool Radiograph::fit(int width, int height) {
  if (sums_.shape().width == width && sums_.shape().height == height) return true;
  sums_ = gl::Target({.width = width, .height = height, .colours = {gl::Format::rgba8, gl::Format::rgba8}},
                     "attenuation");
  if (sums_.is_complete()) return true;
  sums_ = {};
  return false;
}

void Radiograph::draw_attenuation(Programs& programs, FrameStats& stats) {
  sums_.bind();
  gl::clear_colour(0, {0, 0, 0, 0});
  gl::clear_colour(1, {0, 0, 0, 0});
  gl::apply({.depth_test = false, .depth_write = false, .blend = gl::Blend::add});
  programs.use(Shading::attenuation);
  for (const Item& item : items_) {
    blocks_.bind_block(kBodyBlock, item.block, sizeof(BodyBlock));
    item.mesh->array.bind();
    gl::draw_indexed(item.mesh->index_count);
    ++stats.draw_calls;
    stats.triangles += item.mesh->index_count / 3;
  }
}

void Radiograph::bind_film() const {
  sums_.colour(0).bind(kLightSumUnit);
  sums_.colour(1).bind(kWeightSumUnit);
  film_block_.bind_block(kFilmBlock, 0, sizeof(FilmBlock));
}

}  // namespace mend::render
