#include "scene/disease.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "anatomy/cartilage.h"
#include "anatomy/mesher.h"
#include "anatomy/wear.h"
#include "base/random.h"
#include "scene/mirror.h"

namespace mend::scene {
namespace {

using anatomy::Compartment;
using anatomy::Mesh;
using anatomy::PartId;
using anatomy::Vertex;

constexpr float kSmallest = 1e-4f;  // of a thickness, mm: less than this is nothing
constexpr float kFrontWidth = 1;    // mm over which the front of the pannus falls off (assumed)

/// Share of the cartilage as built that is left in each compartment.
struct Left {
  std::array<float, anatomy::kCompartments> share{};

  Left(const anatomy::Knee& knee, const sim::JointState& joint) {
    for (std::size_t i = 0; i < share.size(); ++i) {
      const double built = knee.shape.wear.left[i];
      share[i] = built > 0 ? static_cast<float>(std::clamp(joint.thickness[i] / built, 0.0, 1.0)) : 1;
    }
  }
  [[nodiscard]] float of(Compartment compartment) const {
    return share[static_cast<std::size_t>(compartment)];
  }
  [[nodiscard]] float at(PartId cartilage, glm::vec3 place) const {
    if (cartilage == PartId::tibial_cartilage_medial) return of(Compartment::medial_tibia);
    if (cartilage == PartId::tibial_cartilage_lateral) return of(Compartment::lateral_tibia);
    if (cartilage == PartId::patellar_cartilage) return of(Compartment::patella);
    const anatomy::FemurShares part = anatomy::femur_shares(anatomy::Vec(place));
    return static_cast<float>(part.medial) * of(Compartment::medial_femur) +
           static_cast<float>(part.lateral) * of(Compartment::lateral_femur) +
           static_cast<float>(part.trochlea) * of(Compartment::trochlea);
  }
};

bool is_cartilage(PartId id) {
  return anatomy::info(id).tissue == anatomy::Tissue::cartilage;
}

/// mm from the margin of the cartilage.
float from_margin(const Vertex& vertex) {
  return vertex.region * static_cast<float>(anatomy::kMarginReach);
}

/// 1 under the pannus, 0 beyond its front.
float under_pannus(const Vertex& vertex, float front) {
  if (front <= 0) return 0;
  return 1 - glm::smoothstep(front - kFrontWidth, front + 0.3f * kFrontWidth, from_margin(vertex));
}

/// Cartilage on the day: under the front it is gone but for a film on the bone.
std::optional<Mesh> thinned(const anatomy::Part& part, const anatomy::Knee& knee,
                            const sim::JointState& joint) {
  constexpr float kFilm = 0.1f;  // of the thickness (assumed)
  const Left left(knee, joint);
  const auto front = static_cast<float>(joint.pannus);
  const bool is_whole =
      std::all_of(left.share.begin(), left.share.end(), [](float share) { return 1 - share < kSmallest; });
  if (is_whole && front <= 0) return std::nullopt;
  const float side = lateral_sign(knee);
  Mesh mesh = part.mesh;
  for (Vertex& vertex : mesh.vertices) {
    if (vertex.fibre == glm::vec3(0)) continue;  // lies on the bone
    const float eaten = (1 - kFilm) * under_pannus(vertex, front);
    const float share = left.at(part.id, vertex.position * glm::vec3(side, 1, 1)) * (1 - eaten);
    vertex.position -= vertex.fibre * (vertex.depth * (1 - share));
    vertex.depth *= share;
  }
  anatomy::set_normals(mesh);
  return mesh;
}

std::optional<Mesh> eroded(const anatomy::Part& part, const sim::JointState& joint) {
  const auto mean = static_cast<float>(joint.bone_erosion);
  if (mean < kSmallest || part.id == PartId::fibula) return std::nullopt;
  Mesh mesh = part.mesh;
  for (Vertex& vertex : mesh.vertices) {
    if (vertex.region >= 0) vertex.position -= vertex.normal * (mean * vertex.depth);
  }
  anatomy::set_normals(mesh);
  return mesh;
}

/// Lumps of the pannus 3-6 mm across, -1 to 1.
float lumps(glm::vec3 p) {
  return 0.5f * (std::sin(1.3f * p.x + 0.9f * p.y) + std::sin(1.1f * p.y - 1.4f * p.z + 0.6f * p.x));
}

/// The triangles of a mesh whose vertices all pass.
template <typename Test>
Mesh picked(const Mesh& mesh, Test test) {
  Mesh out;
  std::vector<std::int64_t> place(mesh.vertices.size(), -1);
  for (std::size_t t = 0; t + 2 < mesh.indices.size(); t += 3) {
    const std::array<std::uint32_t, 3> corner{mesh.indices[t], mesh.indices[t + 1], mesh.indices[t + 2]};
    const bool passes =
        std::all_of(corner.begin(), corner.end(), [&](std::uint32_t i) { return test(mesh.vertices[i]); });
    if (!passes) continue;
    for (const std::uint32_t i : corner) {
      if (place[i] < 0) {
        place[i] = static_cast<std::int64_t>(out.vertices.size());
        out.vertices.push_back(mesh.vertices[i]);
      }
      out.indices.push_back(static_cast<std::uint32_t>(place[i]));
    }
  }
  return out;
}

/// A villus: a closed club that stands on the wall and reaches into the cavity.
void add_villus(Mesh& mesh, const anatomy::WallPoint& wall, float length, float radius, glm::vec3 lean) {
  constexpr std::uint32_t kSides = 6, kRings = 4;
  constexpr std::array<glm::vec2, kRings> kProfile{
      {{0.0f, 1.3f}, {0.35f, 0.9f}, {0.75f, 0.8f}, {0.95f, 0.5f}}};  // height, radius
  const glm::vec3 any = std::fabs(wall.normal.z) < 0.7f ? glm::vec3(0, 0, 1) : glm::vec3(1, 0, 0);
  const glm::vec3 u = glm::normalize(glm::cross(wall.normal, any)), v = glm::cross(wall.normal, u);
  const auto first = static_cast<std::uint32_t>(mesh.vertices.size());
  const std::uint32_t foot = first + kSides * kRings, tip = foot + 1;
  for (const glm::vec2 ring : kProfile) {
    const glm::vec3 middle = wall.position + length * (ring.x * wall.normal + ring.x * ring.x * lean);
    for (std::uint32_t side = 0; side < kSides; ++side) {
      const float angle = 6.2831853f * static_cast<float>(side) / kSides;
      const glm::vec3 out = std::cos(angle) * u + std::sin(angle) * v;
      mesh.vertices.push_back({.position = middle + radius * ring.y * out,
                               .normal = out,
                               .fibre = wall.normal,
                               .occlusion = 0.65f + 0.35f * ring.x});
    }
  }
  mesh.vertices.push_back({.position = wall.position, .normal = -wall.normal, .fibre = wall.normal});
  mesh.vertices.push_back({.position = wall.position + length * (wall.normal + lean),
                           .normal = glm::normalize(wall.normal + lean),
                           .fibre = wall.normal});
  for (std::uint32_t side = 0; side < kSides; ++side) {
    const std::uint32_t next = (side + 1) % kSides, top = first + (kRings - 1) * kSides;
    mesh.indices.insert(mesh.indices.end(), {first + next, first + side, foot, top + side, top + next, tip});
    for (std::uint32_t low = first; low < top; low += kSides) {
      const std::uint32_t a = low + side, b = low + next;
      mesh.indices.insert(mesh.indices.end(), {a, b, b + kSides, a, b + kSides, a + kSides});
    }
  }
}

}  // namespace

std::optional<Mesh> mesh_on_day(const anatomy::Part& part, const anatomy::Knee& knee,
                                const sim::JointState& joint) {
  if (is_cartilage(part.id)) return thinned(part, knee, joint);
  if (anatomy::info(part.id).tissue == anatomy::Tissue::bone) return eroded(part, joint);
  return std::nullopt;
}

std::optional<Mesh> pannus_over(const anatomy::Part& cartilage, const anatomy::Knee& knee,
                                const sim::JointState& joint) {
  // Thickness of the tongue at its margin and at its front, and how deep it is hidden beyond (assumed).
  constexpr float kThick = 0.9f, kThin = 0.3f, kHidden = 0.35f, kLump = 0.2f;
  const auto front = static_cast<float>(joint.pannus);
  if (front <= 0 || !is_cartilage(cartilage.id)) return std::nullopt;
  const Left left(knee, joint);
  const float side = lateral_sign(knee);
  Mesh mesh = picked(cartilage.mesh, [&](const Vertex& vertex) {
    return vertex.fibre != glm::vec3(0) && from_margin(vertex) < front + 2.5f;
  });
  for (Vertex& vertex : mesh.vertices) {
    const float share = left.at(cartilage.id, vertex.position * glm::vec3(side, 1, 1));
    const float along = glm::clamp(from_margin(vertex) / front, 0.0f, 1.0f);
    const float height = glm::mix(kThick, kThin, along) + kLump * lumps(vertex.position);
    const float lifted = glm::mix(-kHidden, height, under_pannus(vertex, front + 0.5f * kFrontWidth));
    vertex.position += vertex.fibre * (lifted - vertex.depth * (1 - share));
    vertex.depth = 0;
    vertex.occlusion = glm::max(vertex.occlusion, 0.5f);
  }
  anatomy::set_normals(mesh);
  return mesh;
}

double villous_growth(const sim::JointState& joint) {
  return joint.pannus > 0 ? std::clamp(joint.synovitis, 0.0, 1.0) : 0;
}

Mesh villi_of(const anatomy::Knee& knee, double grown) {
  // Fronds up to 6 mm long and about 1 mm wide, close together (assumed).
  constexpr std::uint64_t kCount = 1100, kWhy = 0x76696c6c;
  constexpr float kShort = 1.5f, kLonger = 4.5f, kRadius = 0.55f;
  Mesh mesh;
  std::vector<const anatomy::WallPoint*> synovium;
  for (const anatomy::WallPoint& wall : knee.walls) {
    if (wall.part == PartId::capsule) synovium.push_back(&wall);
  }
  if (synovium.empty() || grown <= 0) return mesh;
  for (std::uint64_t i = 0; i < kCount; ++i) {
    const auto draw = [i](std::uint64_t k) { return static_cast<float>(uniform({1, i, k, kWhy})); };
    const auto chosen = static_cast<std::size_t>(draw(0) * static_cast<float>(synovium.size()));
    const anatomy::WallPoint& wall = *synovium[std::min(chosen, synovium.size() - 1)];
    const float room = wall.cavity < 0 ? 1.0f : knee.cavity[static_cast<std::size_t>(wall.cavity)].clearance;
    const float length = static_cast<float>(grown) * glm::min(kShort + kLonger * draw(1), 1.0f + 1.6f * room);
    const glm::vec3 lean = 1.4f * (glm::vec3(draw(2), draw(3), draw(4)) - 0.5f);
    add_villus(mesh, wall, length, kRadius * (0.8f + 0.5f * draw(5)) * static_cast<float>(grown), lean);
  }
  return mesh;
}

}  // namespace mend::scene
