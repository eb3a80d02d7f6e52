#include "render/caps.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <span>

#include "render/shaft.h"

namespace mend::render {
namespace {

using scene::Material;

/// One layer of a part: what it is, and how far within the outside it begins.
struct Layer {
  CutTissue tissue;
  float within = 0;
  enum class Unit { mm, cortex, thickness, belly } unit = Unit::mm;  // belly: mm where a muscle is flesh
};

/// `is_wrapped`: the skin is cut too, so that the joint is not open to the air.
std::span<const Layer> layers_of(Material material, bool is_wrapped) {
  using enum CutTissue;
  // Shares of the thickness: Buckwalter 1998 gives 10-20 % to the superficial zone, 40-60 % to the middle
  // one. Coats of vessels, nerves, muscles and the capsule, and the depth of the skin: assumed.
  static constexpr std::array kBone{Layer{cortex}, Layer{spongy, 0, Layer::Unit::cortex}};
  static constexpr std::array kCartilage{Layer{superficial}, Layer{middle, 0.16f, Layer::Unit::thickness},
                                         Layer{deep, 0.60f, Layer::Unit::thickness},
                                         Layer{calcified, 0.92f, Layer::Unit::thickness}};
  static constexpr std::array kFibrous{Layer{fibrous}};
  static constexpr std::array kMuscle{Layer{sinew}, Layer{fleshy, 0.35f, Layer::Unit::belly}};
  static constexpr std::array kNerve{Layer{wall}, Layer{nervous, 0.3f}};
  static constexpr std::array kSheath{Layer{wall}, Layer{hollow, 0.3f}};
  static constexpr std::array kArtery{Layer{wall}, Layer{blood, 0.8f}};
  static constexpr std::array kVein{Layer{wall}, Layer{blood, 0.4f}};
  static constexpr std::array kSkin{Layer{plain}, Layer{fatty, 1.8f}};
  static constexpr std::array kFat{Layer{fatty}};
  static constexpr std::array kCapsule{Layer{wall}, Layer{hollow, 1.1f}};
  static constexpr std::array kFilled{Layer{wall}, Layer{fluid, 1.1f}};
  static constexpr std::array kPlain{Layer{plain}};
  switch (material) {
    case Material::bone:
      return kBone;
    case Material::cartilage:
      return kCartilage;
    case Material::meniscus:
    case Material::ligament:
    case Material::tendon:
      return kFibrous;
    case Material::muscle:
      return kMuscle;
    case Material::nerve:
      return kNerve;
    case Material::nerve_sheath:
      return kSheath;
    case Material::artery:
      return kArtery;
    case Material::vein:
      return kVein;
    case Material::skin:
      return kSkin;
    case Material::fat:
      return kFat;
    case Material::synovium:
      return is_wrapped ? std::span<const Layer>(kFilled) : kCapsule;
    default:
      return kPlain;
  }
}

/// What fades before the view gets no face, and neither does the glass of a syringe.
bool has_face(const Surfaces::Item& item) {
  constexpr float kGhost = 0.3f;  // a face would hide what so thin a part lets through
  const bool is_ghost = item.thinness == Thinness::veil && item.surface->opacity < kGhost;
  return item.visible && !is_ghost && item.material != Material::glass;
}

/// Where parts touch or overlap a little, the harder one is seen: drawn later.
int rank(Material material) {
  switch (material) {
    case Material::skin:
      return 0;
    case Material::synovium:
      return 1;
    case Material::fat:
      return 2;
    case Material::muscle:
      return 3;
    case Material::cartilage:
    case Material::repair:
      return 5;
    case Material::bone:
      return 6;
    case Material::metal:
      return 7;
    default:
      return 4;
  }
}

bool meets(const glm::vec4& shape, bool is_ball, const anatomy::Bounds& box) {
  const glm::vec3 normal_or_centre(shape);
  if (is_ball)
    return glm::length(normal_or_centre - glm::clamp(normal_or_centre, box.low, box.high)) < shape.w;
  const glm::vec3 middle = 0.5f * (box.low + box.high), half = 0.5f * (box.high - box.low);
  return std::fabs(glm::dot(normal_or_centre, middle) - shape.w) <=
         glm::dot(glm::abs(normal_or_centre), half) + 0.5f;
}

/// Two triangles of the plane, wide enough for the whole box.
void add_plane(std::vector<glm::vec3>& vertices, const glm::vec4& shape, const anatomy::Bounds& box) {
  const glm::vec3 normal(shape), middle = 0.5f * (box.low + box.high);
  const glm::vec3 centre = middle + normal * (shape.w - glm::dot(normal, middle));
  const glm::vec3 any = std::fabs(normal.z) < 0.7f ? glm::vec3(0, 0, 1) : glm::vec3(0, 1, 0);
  const float reach = 0.5f * glm::length(box.high - box.low) + 2;
  const glm::vec3 right = reach * glm::normalize(glm::cross(any, normal)),
                  up = reach * glm::normalize(glm::cross(normal, right));
  vertices.insert(vertices.end(), {centre - right - up, centre + right - up, centre + right + up,
                                   centre - right - up, centre + right + up, centre - right + up});
}

/// The ball as flat pieces that just hold it.
void add_ball(std::vector<glm::vec3>& vertices, const glm::vec4& shape) {
  constexpr int kRows = 32, kColumns = 64;
  constexpr float kPi = 3.14159265f;
  const float radius = shape.w / (std::cos(kPi / kColumns) * std::cos(kPi / 2 / kRows));
  const auto at = [&](int row, int column) {
    const float down = kPi * static_cast<float>(row) / kRows;
    const float round = 2 * kPi * static_cast<float>(column) / kColumns;
    return glm::vec3(shape) + radius * glm::vec3(std::sin(down) * std::cos(round),
                                                 std::sin(down) * std::sin(round), std::cos(down));
  };
  for (int row = 0; row < kRows; ++row) {
    for (int column = 0; column < kColumns; ++column) {
      const glm::vec3 a = at(row, column), b = at(row + 1, column), c = at(row + 1, column + 1),
                      d = at(row, column + 1);
      vertices.insert(vertices.end(), {a, b, c, a, c, d});
    }
  }
}

/// Which way the fibres run near the face: what the bundles on it are drawn along.
glm::vec3 fibre_at(const anatomy::Mesh& mesh, const glm::vec4& shape, bool is_ball) {
  constexpr float kNear = 4;  // mm
  glm::vec3 sum(0);
  for (const anatomy::Vertex& v : mesh.vertices) {
    const float off = is_ball ? glm::length(v.position - glm::vec3(shape)) - shape.w
                              : glm::dot(glm::vec3(shape), v.position) - shape.w;
    if (std::fabs(off) < kNear) sum += glm::dot(sum, v.fibre) < 0 ? -v.fibre : v.fibre;
  }
  const float length = glm::length(sum);
  return length > 1e-4f ? sum / length : glm::vec3(0, 0, 1);
}

/// The pixels that a box covers, with a little room; the whole frame where it reaches behind the eye.
gl::Area area_of(const anatomy::Bounds& box, const FrameBlock& frame) {
  const glm::ivec2 size(glm::round(1.0f / glm::vec2(frame.tile.z, frame.tile.w)));
  glm::vec2 low(1e9f), high(-1e9f);
  for (int i = 0; i < 8; ++i) {
    const glm::vec3 corner(i & 1 ? box.high.x : box.low.x, i & 2 ? box.high.y : box.low.y,
                           i & 4 ? box.high.z : box.low.z);
    const glm::vec4 clip = frame.world_to_clip * glm::vec4(corner, 1);
    if (clip.w <= frame.lens.z) return {0, 0, size.x, size.y};
    const glm::vec2 pixel = (0.5f + 0.5f * glm::vec2(clip) / clip.w) * glm::vec2(size);
    low = glm::min(low, pixel);
    high = glm::max(high, pixel);
  }
  const glm::ivec2 from = glm::clamp(glm::ivec2(low) - 2, glm::ivec2(0), size);
  const glm::ivec2 to = glm::clamp(glm::ivec2(high) + 3, glm::ivec2(0), size);
  return {from.x, from.y, to.x - from.x, to.y - from.y};
}

Shading counting(Material material) {
  switch (material) {
    case Material::meniscus:
    case Material::ligament:
    case Material::tendon:
    case Material::muscle:
      return Shading::inside_fibrous;
    case Material::nerve:
    case Material::nerve_sheath:
      return Shading::inside_nerve;
    default:
      return Shading::inside;
  }
}

}  // namespace

Caps::Caps(int uniform_alignment) : blocks_(gl::BufferUse::uniforms, "cap blocks") {
  const auto alignment = static_cast<std::size_t>(uniform_alignment);
  block_stride_ = (sizeof(CapBlock) + alignment - 1) / alignment * alignment;
}

void Caps::place_faces(const scene::Scene& scene, const Surfaces& surfaces, FrameStats& stats) {
  anatomy::Bounds box;
  for (const Surfaces::Item& item : surfaces.items()) {
    box.low = glm::min(box.low, item.surface->box.low);
    box.high = glm::max(box.high, item.surface->box.high);
  }
  used_ = 0;
  const auto place = [&](const glm::vec4& shape, bool is_ball) {
    if (used_ == faces_.size()) {
      Face& face = faces_.emplace_back();
      face.vertices = gl::Buffer(gl::BufferUse::vertices, "face of a cut");
      face.array = gl::VertexArray("face of a cut");
      face.array.read(face.vertices, sizeof(glm::vec3), std::array{gl::Attribute{0, 3, 0}});
    }
    Face& face = faces_[used_++];
    vertices_.clear();
    if (is_ball)
      add_ball(vertices_, shape);
    else
      add_plane(vertices_, shape, box);
    face.shape = shape;
    face.is_ball = is_ball;
    face.count = static_cast<int>(vertices_.size());
    stats.bytes_uploaded += face.vertices.upload(std::span<const glm::vec3>(vertices_));
  };
  for (const scene::CutPlane& cut : scene.cuts) place(glm::vec4(cut.normal, cut.offset), false);
  if (scene.peel.radius > 0) place(glm::vec4(scene.peel.centre, scene.peel.radius), true);
}

void Caps::add(std::size_t surface, const Face& face, const FrameBlock& frame, const Surfaces& surfaces) {
  const scene::Surface& source = *surfaces.items()[surface].surface;
  const Shaft shaft = shaft_of(source);
  CapBlock block{};
  block.face = face.shape;
  block.fibre = glm::vec4(fibre_at(*source.mesh, face.shape, face.is_ball), 0);
  block.shaft = shaft.cut;
  block.axis = shaft.axis;
  block.plate = glm::vec4(source.sclerosis, 0, 0);
  const gl::Area area = area_of(source.box, frame);
  if (area.width <= 0 || area.height <= 0) return;
  const std::span<const Layer> layers = layers_of(source.material, is_wrapped_);
  for (std::size_t i = 0; i < layers.size(); ++i) {
    const Layer& layer = layers[i];
    block.layer = {face.is_ball ? 1.0f : 0.0f, static_cast<float>(layer.tissue), layer.within,
                   static_cast<float>(layer.unit)};
    const std::size_t at = block_bytes_.size();
    block_bytes_.resize(at + block_stride_);
    std::memcpy(block_bytes_.data() + at, &block, sizeof block);
    const bool is_hollow = layer.tissue == CutTissue::hollow;
    const bool is_last = i + 1 == layers.size() || layers[i + 1].tissue != CutTissue::hollow;
    items_.push_back({surface, &face, at, is_hollow, !is_hollow, is_last, area});
  }
}

void Caps::prepare(const scene::Scene& scene, const FrameBlock& frame, const Surfaces& surfaces,
                   FrameStats& stats) {
  items_.clear();
  block_bytes_.clear();
  if (scene.cuts.empty() && scene.peel.radius <= 0) return;
  place_faces(scene, surfaces, stats);
  is_wrapped_ = std::ranges::any_of(
      surfaces.items(), [](const Surfaces::Item& item) { return item.material == Material::skin; });
  order_.clear();
  for (std::size_t i = 0; i < surfaces.items().size(); ++i)
    if (has_face(surfaces.items()[i])) order_.emplace_back(rank(surfaces.items()[i].material), i);
  std::sort(order_.begin(), order_.end());
  for (const Face& face : std::span(faces_).first(used_)) {
    // The eye on the kept side sees no face.
    const glm::vec3 eye(frame.eye);
    if (!face.is_ball && glm::dot(glm::vec3(face.shape), eye) <= face.shape.w) continue;
    for (const auto& [unused, surface] : order_)
      if (meets(face.shape, face.is_ball, surfaces.items()[surface].surface->box))
        add(surface, face, frame, surfaces);
  }
  stats.bytes_uploaded += blocks_.upload(std::span<const std::byte>(block_bytes_));
}

void Caps::count_inside(const Item& item, const Surfaces& surfaces, Programs& programs,
                        FrameStats& stats) const {
  if (item.is_first) gl::clear_stencil(item.area);
  gl::apply({.depth_test = false,
             .depth_write = false,
             .colour_write = false,
             .stencil = item.is_hollow ? gl::Stencil::count_hollow : gl::Stencil::count,
             .within = item.area});
  const Surfaces::Item& surface = surfaces.items()[item.surface];
  programs.use(counting(surface.material));
  surfaces.draw(surface, stats);
}

void Caps::draw(const Surfaces& surfaces, Programs& programs, FrameStats& stats) const {
  for (const Item& item : items_) {
    blocks_.bind_block(kCapBlock, item.block, sizeof(CapBlock));
    count_inside(item, surfaces, programs, stats);
    if (!item.is_last) continue;
    // A wall is drawn as what it is, not as the hollow that was taken out of it.
    if (item.is_hollow) blocks_.bind_block(kCapBlock, item.block - block_stride_, sizeof(CapBlock));
    // Of the ball the far wall, seen from inside.
    gl::apply({.cull = item.face->is_ball ? gl::Cull::front : gl::Cull::none,
               .stencil = gl::Stencil::inside,
               .within = item.area});
    programs.use(Shading::cap);
    item.face->array.bind();
    gl::draw(gl::Topology::triangles, item.face->count);
    ++stats.draw_calls;
    stats.triangles += item.face->count / 3;
  }
}

}  // namespace mend::render
