// Section 3: the patella.
#include <algorithm>

#include "anatomy/measure.h"
#include "anatomy/measure_mesh.h"

namespace mend::anatomy {
namespace {

/// The patella's own axes at 0 degrees: up its length, out of its front, and lateral.
struct Axes {
  Vec lateral, forward, up;
};
Axes axes_of(const Mesh& bone) {
  // The plane of its margin: along the widest level, and from the apex to the middle of the base.
  const Range z = range_along(bone, kSuperior);
  const auto level = [&](const Vec& p) { return math::fabs(p.z - z.middle()) < 8; };
  const Vec lateral = glm::normalize(furthest(bone, kLateral, level) - furthest(bone, -kLateral, level));
  const Vec apex = furthest(bone, -kSuperior), base = furthest(bone, kSuperior);
  Vec up = base - apex;
  up -= kLateral * up.x;
  up = glm::normalize(up);
  const Vec forward = glm::normalize(glm::cross(up, lateral));
  return {glm::normalize(glm::cross(forward, up)), forward, up};
}

/// The back of the bone along a level: the deepest place and the facets on either side of it.
struct Level {
  Vec ridge{0};
  double angle = 0;  // between the facets
};

Level level_at(const Mesh& bone, const Axes& axes, const Vec& middle, double height) {
  Level level;
  std::vector<std::pair<double, double>> back;  // along lateral, along forward
  for (double x = -16; x <= 16; x += 0.5) {
    const Vec from = middle + axes.lateral * x + axes.up * height - axes.forward * 40.0;
    const double along = first_meeting(bone, from, axes.forward);
    if (along < 80) back.emplace_back(x, along - 40);
  }
  const auto deepest = *std::min_element(back.begin(), back.end(),
                                         [](const auto& a, const auto& b) { return a.second < b.second; });
  level.ridge = middle + axes.lateral * deepest.first + axes.up * height + axes.forward * deepest.second;
  std::vector<glm::dvec2> outer, inner;
  for (const auto& [x, y] : back) {
    if (x > deepest.first + 3 && x < deepest.first + 13) outer.emplace_back(x, y);
    if (x < deepest.first - 3 && x > deepest.first - 11) inner.emplace_back(x, y);
  }
  level.angle = 180 - degrees(slope_of(outer), 1) + degrees(slope_of(inner), 1);
  return level;
}

void measure_back(const Mesh& bone, const Mesh& cartilage, const Axes& axes, MeasureTable& table) {
  const Range across = range_along(bone, axes.lateral), long_way = range_along(bone, axes.up);
  Vec middle = axes.lateral * across.middle() + axes.up * long_way.middle();
  middle += axes.forward * range_along(bone, axes.forward).middle();
  std::vector<glm::dvec2> ridge;
  Weighted angles, shares;
  for (double height = -4; height <= 10; height += 1) {
    const Level level = level_at(bone, axes, middle, height);
    ridge.emplace_back(glm::dot(level.ridge, axes.up), glm::dot(level.ridge, axes.lateral));
    angles.add(level.angle, 1);
    shares.add(100 * (across.high - glm::dot(level.ridge, axes.lateral)) / across.size(), 1);
  }
  table.add("ridge, tilt to the long axis", "deg", math::fabs(degrees(slope_of(ridge), 1)), roughly(11, 3),
            "s13018-021-02587-z");
  table.add("lateral facet, share of the width", "%", shares.mean(), between(53, 56), "textbook range");
  table.add("angle between the facets", "deg", angles.mean(), roughly(130, 10), "Wiberg II");
  const Range covered = range_along(cartilage, axes.up);
  table.add("articular length", "mm", covered.size(), about(32.7, 3.8), "Kerdari");
  table.add("apex without cartilage", "mm", covered.low - long_way.low, between(9, 11), "textbook range");
  // Thickest place: each column from back to front.
  double thickest = 0;
  glm::dvec2 at{0};
  for (double x = -18; x <= 18; x += 1) {
    for (double z = -16; z <= 16; z += 1) {
      const Vec from = middle + axes.lateral * x + axes.up * z - axes.forward * 40.0;
      const std::vector<double> met = meetings(bone, from, axes.forward);
      if (met.size() < 2 || met.back() - met.front() <= thickest) continue;
      thickest = met.back() - met.front();
      at = {x, z};
    }
  }
  table.add("thickest place, share from the lateral border", "%", 100 * (0.5 - at.x / across.size()),
            roughly(54, 5), "SAOA2012-046");
  table.add("thickest place, share from the top", "%", 100 * (0.5 - at.y / long_way.size()), roughly(54, 8),
            "SAOA2012-046");
}

}  // namespace

void measure_patella(Specimen& knee, MeasureTable& table) {
  const Mesh &bone = knee.part(PartId::patella), &cartilage = knee.part(PartId::patellar_cartilage);
  const Axes axes = axes_of(bone);
  const Range across = range_along(bone, axes.lateral), long_way = range_along(bone, axes.up),
              deep = range_along(bone, axes.forward);
  table.add("width", "mm", across.size(), about(44.6, 4.3), "Kerdari");
  table.add("height", "mm", long_way.size(), between(41, 45), "real knees");
  table.add("thickness of the bone", "mm", deep.size(), between(20, 22), "real knees");
  table.add("thickness with cartilage", "mm", deep.high - range_along(cartilage, axes.forward).low,
            about(25.1, 2.3), "Kerdari");
  table.add("width to thickness, bone", "", across.size() / deep.size(), roughly(2, 0.2), "Iranpour 2008");
  measure_back(bone, cartilage, axes, table);
  const Vec apex = furthest(bone, -axes.up);
  table.add("apex lateral of the middle", "mm", glm::dot(apex, axes.lateral) - across.middle(), roughly(4, 2),
            "textbook value");
  // From the lower pole to where the tendon meets the tuberosity: its mesh first touches the shin there.
  const Mesh& tendon = knee.part(PartId::patellar_tendon);
  const std::vector<Ring> rings = rings_of(tendon);
  const Mesh& shin = knee.part(PartId::tibia);
  const auto front = [&](double z) {
    return range_along(section(shin, {0, 0, z}, kSuperior), kAnterior).high;
  };
  Vec foot = rings.back().middle;
  for (const Ring& ring : rings) {
    if (ring.middle.y - 0.5 * ring.thickness > front(ring.middle.z) + 0.5) foot = ring.middle;
  }
  table.add("length of the tendon to that of the patella", "", glm::length(foot - apex) / long_way.size(),
            about(1.02, 0.13), "Insall and Salvati");
}

}  // namespace mend::anatomy
