#include "scene/disease.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <utility>

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

/// mm from the margin of the cartilage, counted from where the pannus is: it creeps in tongues 8-20 mm apart
/// that run ahead of its mean front, or stay behind it, by 1.5 mm at most (assumed).
float from_margin(const Vertex& vertex, float front) {
  const glm::vec3 p = vertex.position;
  const float broad = std::sin(0.31f * p.x + 0.37f * p.y + 0.29f * p.z),
              fine = std::sin(0.8f * p.y - 0.65f * p.x + 0.7f * p.z);
  // All of it is gone in the end.
  const float unequal = std::min(0.6f * front, 1.5f) * glm::smoothstep(11.0f, 8.0f, front);
  const float ahead = unequal * (0.6f * broad + 0.4f * fine);
  return vertex.region * static_cast<float>(anatomy::kMarginReach) - ahead;
}

/// 1 under the pannus, 0 beyond its front.
float under_pannus(const Vertex& vertex, float front) {
  if (front <= 0) return 0;
  return 1 - glm::smoothstep(front - kFrontWidth, front + 0.3f * kFrontWidth, from_margin(vertex, front));
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
  if (front <= 0) return mesh;
  // Only where the pannus has eaten does it slope another way than it was built.
  anatomy::set_normals(mesh);
  for (std::size_t i = 0; i < mesh.vertices.size(); ++i)
    if (under_pannus(part.mesh.vertices[i], front) <= 0)
      mesh.vertices[i].normal = part.mesh.vertices[i].normal;
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

Vertex between(const Vertex& a, const Vertex& b, float share) {
  const auto mix = [share](auto from, auto to) { return from + share * (to - from); };
  return {.position = mix(a.position, b.position),
          .normal = mix(a.normal, b.normal),
          .fibre = mix(a.fibre, b.fibre),
          .occlusion = mix(a.occlusion, b.occlusion),
          .depth = mix(a.depth, b.depth),
          .region = mix(a.region, b.region)};
}

/// What of the surface of a cartilage lies within `reach` mm of its margin as from_margin counts, cut off
/// there in an even line.
struct Strip {
  Mesh mesh;
  std::vector<std::array<std::uint32_t, 2>> front;  // edges of the line, the mesh on their left
};
Strip strip_along_margin(const Mesh& cartilage, float front, float reach) {
  Strip strip;
  constexpr std::uint32_t kNone = ~0u;
  std::vector<std::uint32_t> kept(cartilage.vertices.size(), kNone);
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> crossed;  // by the ends of an edge
  const auto add = [&](const Vertex& vertex) {
    strip.mesh.vertices.push_back(vertex);
    return static_cast<std::uint32_t>(strip.mesh.vertices.size() - 1);
  };
  const auto is_within = [&](std::uint32_t i) { return from_margin(cartilage.vertices[i], front) < reach; };
  const auto crossing = [&](std::uint32_t a, std::uint32_t b) {
    const auto [entry, is_new] = crossed.try_emplace(std::minmax(a, b));
    if (is_new) {
      const Vertex &from = cartilage.vertices[a], &to = cartilage.vertices[b];
      const float near = from_margin(from, front), share = (reach - near) / (from_margin(to, front) - near);
      entry->second = add(between(from, to, share));
    }
    return entry->second;
  };
  for (std::size_t t = 0; t + 2 < cartilage.indices.size(); t += 3) {
    const std::uint32_t* corner = &cartilage.indices[t];
    const auto lies_on_bone = [&](std::uint32_t i) { return cartilage.vertices[i].fibre == glm::vec3(0); };
    if (std::any_of(corner, corner + 3, lies_on_bone)) continue;
    std::vector<std::uint32_t> outline;  // of what is left of the triangle
    std::array<std::uint32_t, 2> line{kNone, kNone};
    for (int side = 0; side < 3; ++side) {
      const std::uint32_t a = corner[side], b = corner[(side + 1) % 3];
      if (is_within(a)) {
        if (kept[a] == kNone) kept[a] = add(cartilage.vertices[a]);
        outline.push_back(kept[a]);
      }
      if (is_within(a) == is_within(b)) continue;
      outline.push_back(crossing(a, b));
      line[is_within(a) ? 0 : 1] = outline.back();
    }
    for (std::size_t i = 2; i < outline.size(); ++i)
      strip.mesh.indices.insert(strip.mesh.indices.end(), {outline[0], outline[i - 1], outline[i]});
    if (line[0] != kNone) strip.front.push_back(line);
  }
  return strip;
}

/// Where a villus stands, which way its tip leans, in lengths, and how long and wide it is, in mm.
struct Villus {
  glm::vec3 foot, normal, lean;
  float length, radius;
};

/// A closed club on a slender stalk, that reaches into the cavity.
void add_villus(Mesh& mesh, const Villus& villus) {
  constexpr std::uint32_t kSides = 8, kRings = 4;
  constexpr std::array<glm::vec2, kRings> kProfile{
      {{0.0f, 1.2f}, {0.4f, 0.65f}, {0.78f, 1.0f}, {0.96f, 0.6f}}};  // height, radius
  const glm::vec3 n = villus.normal;
  const glm::vec3 any = std::fabs(n.z) < 0.7f ? glm::vec3(0, 0, 1) : glm::vec3(1, 0, 0);
  const glm::vec3 u = glm::normalize(glm::cross(n, any)), v = glm::cross(n, u);
  const auto first = static_cast<std::uint32_t>(mesh.vertices.size());
  const std::uint32_t foot = first + kSides * kRings, tip = foot + 1;
  for (const glm::vec2 ring : kProfile) {
    const glm::vec3 middle = villus.foot + villus.length * (ring.x * n + ring.x * ring.x * villus.lean);
    for (std::uint32_t side = 0; side < kSides; ++side) {
      const float angle = 6.2831853f * static_cast<float>(side) / kSides;
      const glm::vec3 out = std::cos(angle) * u + std::sin(angle) * v;
      mesh.vertices.push_back({.position = middle + villus.radius * ring.y * out,
                               .normal = glm::normalize(out + (ring.x > 0.9f ? 0.8f : 0.0f) * n),
                               .fibre = n,
                               .occlusion = 0.45f + 0.55f * ring.x});
    }
  }
  mesh.vertices.push_back({.position = villus.foot, .normal = -n, .fibre = n});
  mesh.vertices.push_back({.position = villus.foot + villus.length * (n + villus.lean),
                           .normal = glm::normalize(n + villus.lean),
                           .fibre = n});
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
  // Thickness of the tongue at the margin, and how uneven it is (assumed).
  constexpr float kThick = 0.9f, kLump = 0.2f;
  const auto front = static_cast<float>(joint.pannus);
  if (front <= 0 || !is_cartilage(cartilage.id)) return std::nullopt;
  const Left left(knee, joint);
  const float side = lateral_sign(knee);
  // It covers what the front's fall leaves of the cartilage.
  const float reach = front + 0.5f * kFrontWidth;
  Strip strip = strip_along_margin(cartilage.mesh, front, reach);
  Mesh& mesh = strip.mesh;
  for (Vertex& vertex : mesh.vertices) {
    const float share = left.at(cartilage.id, vertex.position * glm::vec3(side, 1, 1));
    const float along = glm::clamp(from_margin(vertex, front) / reach, 0.0f, 1.0f);
    // Round at its front.
    const float height = (kThick + kLump * lumps(vertex.position)) * std::sqrt(1 - along * along);
    vertex.position += vertex.fibre * (height - vertex.depth * (1 - share));
    vertex.depth *= share;
    vertex.occlusion = glm::max(vertex.occlusion, 0.5f);
  }
  // The front goes down to the bone, as the cartilage that it meets is eaten away there.
  for (const auto [from, to] : strip.front) {
    const auto first = static_cast<std::uint32_t>(mesh.vertices.size());
    for (const std::uint32_t above : {from, to}) {
      Vertex below = mesh.vertices[above];
      below.position -= below.fibre * below.depth;
      mesh.vertices.push_back(below);
    }
    mesh.indices.insert(mesh.indices.end(), {to, from, first, to, first, first + 1});
  }
  for (Vertex& vertex : mesh.vertices) vertex.depth = 0;
  anatomy::set_normals(mesh);
  return mesh;
}

double villous_growth(const sim::JointState& joint) {
  return joint.pannus > 0 ? std::clamp(joint.synovitis, 0.0, 1.0) : 0;
}

Mesh villi_of(const anatomy::Knee& knee, double grown) {
  // Tufts of fronds up to 5 mm long and less than 1 mm wide (assumed).
  constexpr std::uint64_t kTufts = 260, kFronds = 4, kWhy = 0x76696c6c;
  constexpr float kShort = 1.5f, kLonger = 3.5f, kRadius = 0.36f, kTuft = 1.1f;
  Mesh mesh;
  std::vector<const anatomy::WallPoint*> synovium;
  for (const anatomy::WallPoint& wall : knee.walls) {
    if (wall.part == PartId::capsule) synovium.push_back(&wall);
  }
  if (synovium.empty() || grown <= 0) return mesh;
  const auto share = static_cast<float>(grown);
  for (std::uint64_t i = 0; i < kTufts * kFronds; ++i) {
    const auto draw = [](std::uint64_t who, std::uint64_t k) {
      return static_cast<float>(uniform({1, who, k, kWhy}));
    };
    const std::uint64_t tuft = i / kFronds;
    const auto chosen = static_cast<std::size_t>(draw(tuft, 9) * static_cast<float>(synovium.size()));
    const anatomy::WallPoint& wall = *synovium[std::min(chosen, synovium.size() - 1)];
    const float room = wall.cavity < 0 ? 1.0f : knee.cavity[static_cast<std::size_t>(wall.cavity)].clearance;
    // Its fronds stand about its middle and lean away from it.
    glm::vec3 aside = 2.0f * glm::vec3(draw(i, 2), draw(i, 3), draw(i, 4)) - 1.0f;
    aside -= wall.normal * glm::dot(aside, wall.normal);
    add_villus(mesh, {.foot = wall.position + kTuft * aside,
                      .normal = wall.normal,
                      .lean = 0.7f * aside,
                      .length = share * glm::min(kShort + kLonger * draw(i, 1), 1.0f + 1.6f * room),
                      .radius = share * kRadius * (0.7f + 0.6f * draw(i, 5))});
  }
  return mesh;
}

}  // namespace mend::scene
