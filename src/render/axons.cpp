#include "render/axons.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "gl/draw.h"
#include "scene/palette.h"

namespace mend::render {
namespace {

using scene::Accent;

constexpr std::array<gl::Attribute, 1> kGridVertex{{{0, 3, 0}}};
constexpr std::array<gl::Attribute, 3> kInstance{{{1, 4, 0}, {2, 4, 16}, {3, 2, 32}}};
/// Linear; pale yellow. A signal is told apart from myelin by its brightness and by running.
constexpr glm::vec3 kSignalLight{1.0f, 0.80f, 0.34f};

struct Detail {
  int rings, sides;
};
constexpr std::array<Detail, 4> kDetails{{{40, 4}, {110, 4}, {220, 5}, {320, 6}}};

/// Arclengths between which the camera sees the nerve, in whole steps so that rings do not creep as it moves.
struct Stretch {
  float from = 0, to = 0;
};
Stretch seen_stretch(const scene::NerveDrawing& nerve, const FrameBlock& frame) {
  constexpr float kStep = 4;  // mm
  const auto spacing = static_cast<float>(nerve.path->spacing);
  const float margin = 1.5f * nerve.sheath_radius + spacing;
  Stretch seen{nerve.to, nerve.from};
  for (std::size_t i = 0; i < nerve.path->points.size(); ++i) {
    const glm::vec4 clip = frame.world_to_clip * glm::vec4(nerve.path->points[i], 1);
    const bool inside = clip.w > -margin && std::fabs(clip.x) < std::fabs(clip.w) + margin / frame.lens.x &&
                        std::fabs(clip.y) < std::fabs(clip.w) + margin / frame.lens.y;
    if (!inside) continue;
    const float at = static_cast<float>(i) * spacing;
    seen.from = std::min(seen.from, kStep * std::floor((at - spacing) / kStep));
    seen.to = std::max(seen.to, kStep * std::ceil((at + spacing) / kStep));
  }
  return {std::max(seen.from, nerve.from), std::min(seen.to, nerve.to)};
}

/// How finely the shader's table follows a path: so that rings and signals stand where they belong to a twentieth of a
/// millimetre, within the smallest texture OpenGL ES 3.0 allows.
struct Texels {
  float step = 0;  // mm
  int count = 0;
};
Texels texels_of(const anatomy::Path& path) {
  constexpr float kStep = 0.1f;
  constexpr float kMost = 2048;
  const float length = static_cast<float>(path.spacing) * static_cast<float>(path.points.size() - 1);
  const float step = std::max(kStep, length / (kMost - 1));
  return {step, 1 + static_cast<int>(length / step)};
}

NerveBlock block_of(const scene::NerveDrawing& nerve, const Stretch& seen, const FrameBlock& frame) {
  NerveBlock block{};
  const Texels texels = texels_of(*nerve.path);
  block.course = {seen.from, seen.to, nerve.lesion, texels.step};
  const float pixel = 2 * frame.lens.y * frame.size.w;  // mm at 1 mm of distance
  // 0.45 pixels of radius: thinner axons would flicker.
  block.finish = {static_cast<float>(texels.count), 0.45f * pixel, nerve.sheath_radius, pixel};
  const auto linear = [](Accent accent) {
    return glm::vec4(scene::to_linear(scene::colour(accent).base), 1);
  };
  block.axon_colour = linear(Accent::axon);
  block.sheath_colour = linear(Accent::myelin);
  block.debris_colour = linear(Accent::debris);
  block.injury = {nerve.bruise, nerve.young_sheath, nerve.gap, nerve.patch};
  block.signal_colour = glm::vec4(kSignalLight, nerve.cable);
  return block;
}

/// Which way, across the nerve in the middle of what is seen, the eye lies.
glm::vec2 across_to_eye(const anatomy::Path& path, const Stretch& seen, const FrameBlock& frame) {
  const auto middle =
      static_cast<std::size_t>(0.5f * (seen.from + seen.to) / static_cast<float>(path.spacing));
  const std::size_t at = std::min(middle, path.points.size() - 1);
  const glm::vec3 to_eye = glm::vec3(frame.eye) - path.points[at];
  return {glm::dot(to_eye, path.normals[at]), glm::dot(to_eye, path.binormals[at])};
}

}  // namespace

Axons::Grid Axons::make_grid(int rings, int sides) {
  Grid grid{.vertices = gl::Buffer(gl::BufferUse::vertices, "axon grid"),
            .indices = gl::Buffer(gl::BufferUse::indices, "axon grid"),
            .rings = rings,
            .sides = sides};
  std::vector<glm::vec3> vertices;
  std::vector<std::uint32_t> indices;
  for (int r = 0; r <= rings; ++r) {
    for (int s = 0; s < sides; ++s) {
      const float angle = 6.2831853f * static_cast<float>(s) / static_cast<float>(sides);
      vertices.emplace_back(static_cast<float>(r) / static_cast<float>(rings), std::cos(angle),
                            std::sin(angle));
      if (r == rings) continue;
      const auto a = static_cast<std::uint32_t>(r * sides + s);
      const auto b = static_cast<std::uint32_t>(r * sides + (s + 1) % sides);
      const auto up = static_cast<std::uint32_t>(sides);
      indices.insert(indices.end(), {a, b, a + up, b, b + up, a + up});
    }
  }
  grid.vertices.upload(std::span<const glm::vec3>(vertices));
  grid.indices.upload(std::span<const std::uint32_t>(indices));
  grid.index_count = static_cast<int>(indices.size());
  return grid;
}

Axons::Axons() {
  for (const Detail& detail : kDetails) grids_.push_back(make_grid(detail.rings, detail.sides));
}

Axons::Bundle Axons::make_bundle() const {
  Bundle bundle;
  bundle.axons = gl::Buffer(gl::BufferUse::vertices, "axons");
  bundle.block = gl::Buffer(gl::BufferUse::uniforms, "nerve block");
  for (const Grid& grid : grids_) {
    gl::VertexArray& array = bundle.arrays.emplace_back("axons");
    array.read(grid.vertices, sizeof(glm::vec3), kGridVertex);
    array.read(bundle.axons, sizeof(scene::AxonInstance), kInstance, 1);
    array.index(grid.indices);
  }
  return bundle;
}

void Axons::place_path(Bundle& bundle, const anatomy::Path& path, FrameStats& stats) const {
  if (bundle.path == &path && bundle.points == path.points.data()) return;
  const Texels shape = texels_of(path);
  const auto count = static_cast<std::size_t>(shape.count);
  std::vector<glm::vec4> texels(3 * count);
  for (std::size_t i = 0; i < count; ++i) {
    const float at = std::min(static_cast<float>(i) * shape.step / static_cast<float>(path.spacing),
                              static_cast<float>(path.points.size()) - 1.001f);
    const auto before = static_cast<std::size_t>(at);
    const float share = at - static_cast<float>(before);
    const auto between = [&](const std::vector<glm::vec3>& row) {
      return glm::vec4(glm::mix(row[before], row[before + 1], share), 0);
    };
    texels[i] = between(path.points);
    texels[count + i] = between(path.normals);
    texels[2 * count + i] = between(path.binormals);
  }
  bundle.frames = gl::Texture({.width = static_cast<int>(count),
                               .height = 3,
                               .format = gl::Format::rgba32f,
                               .filter = gl::Filter::nearest},
                              std::as_bytes(std::span<const glm::vec4>(texels)), "nerve path");
  bundle.path = &path;
  bundle.points = path.points.data();
  stats.bytes_uploaded += static_cast<std::int64_t>(texels.size() * sizeof(glm::vec4));
}

std::size_t Axons::grid_for(const anatomy::Path& path, float from, float to, float step,
                            const FrameBlock& frame) const {
  const auto middle = static_cast<std::size_t>((from + to) * 0.5 / path.spacing);
  const glm::vec3 centre = path.points[std::min(middle, path.points.size() - 1)];
  const float distance = std::max(glm::length(centre - glm::vec3(frame.eye)), 1.0f);
  const float pixels = (to - from) / (2 * frame.lens.y * frame.size.w * distance);
  std::size_t grid = 0;
  while (grid + 1 < grids_.size() && pixels > step * static_cast<float>(grids_[grid].rings)) ++grid;
  return grid;
}

void Axons::order(const std::vector<scene::AxonInstance>& axons, glm::vec2 across) {
  ranks_.clear();
  for (const scene::AxonInstance& axon : axons)
    ranks_.emplace_back(-glm::dot(axon.offset, across), static_cast<std::uint32_t>(ranks_.size()));
  std::sort(ranks_.begin(), ranks_.end());
  order_.clear();
  for (const auto& [distance, index] : ranks_) order_.push_back(axons[index]);
}

void Axons::prepare(const scene::Scene& scene, const FrameBlock& frame, FrameStats& stats) {
  used_ = 0;
  const float step = scene.quality == scene::Quality::low ? 7.0f : 4.0f;  // pixels a ring
  for (const scene::NerveDrawing& nerve : scene.nerves) {
    if (nerve.path == nullptr || nerve.path->points.size() < 2 || nerve.axons.empty()) continue;
    const Stretch seen = seen_stretch(nerve, frame);
    if (seen.to <= seen.from) continue;
    if (used_ == bundles_.size()) bundles_.push_back(make_bundle());
    Bundle& bundle = bundles_[used_++];
    place_path(bundle, *nerve.path, stats);
    bundle.count = static_cast<int>(nerve.axons.size());
    bundle.grid = grid_for(*nerve.path, seen.from, seen.to, step, frame);
    bundle.has_signal = std::any_of(nerve.axons.begin(), nerve.axons.end(),
                                    [](const scene::AxonInstance& axon) { return axon.signal >= 0; });
    order(nerve.axons, across_to_eye(*nerve.path, seen, frame));
    stats.bytes_uploaded += bundle.axons.upload(std::span<const scene::AxonInstance>(order_));
    const NerveBlock block = block_of(nerve, seen, frame);
    stats.bytes_uploaded += bundle.block.upload(std::span<const NerveBlock>(&block, 1));
  }
}

void Axons::draw(Programs& programs, FrameStats& stats) const {
  if (used_ == 0) return;
  gl::apply({.cull = gl::Cull::back});
  programs.use(Shading::axons);
  for (const Bundle& bundle : std::span(bundles_).first(used_)) {
    bundle.frames.bind(kPathUnit);
    bundle.block.bind_block(kNerveBlock, 0, sizeof(NerveBlock));
    bundle.arrays[bundle.grid].bind();
    gl::draw_indexed_instanced(grids_[bundle.grid].index_count, bundle.count);
    ++stats.draw_calls;
    stats.instances += bundle.count;
    stats.triangles += static_cast<std::int64_t>(bundle.count) * grids_[bundle.grid].index_count / 3;
  }
}

void Axons::draw_glow(Programs& programs, FrameStats& stats) const {
  gl::apply({.depth_write = false, .blend = gl::Blend::add});
  for (const Bundle& bundle : std::span(bundles_).first(used_)) {
    if (!bundle.has_signal) continue;
    programs.use(Shading::glow);
    bundle.frames.bind(kPathUnit);
    bundle.block.bind_block(kNerveBlock, 0, sizeof(NerveBlock));
    bundle.arrays[0].bind();
    gl::draw_instanced(gl::Topology::triangle_strip, 4, bundle.count);
    ++stats.draw_calls;
    stats.triangles += 2 * bundle.count;
  }
}

}  // namespace mend::render
