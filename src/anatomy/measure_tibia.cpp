// Section 2: the proximal tibia and the fibula.
#include <algorithm>

#include "anatomy/measure.h"
#include "anatomy/measure_mesh.h"

namespace mend::anatomy {
namespace {

constexpr const char* kStatistical = "statistical mean of healthy young knees";

double top(const Mesh& bone, double x, double y) {
  return -first_meeting(bone, {x, y, 0}, -kSuperior);
}

/// Backward slope of a plateau in degrees, along its middle.
double slope(const Mesh& bone, double x, double from, double to) {
  std::vector<glm::dvec2> places;
  for (double y = from; y <= to; y += 1) places.emplace_back(y, top(bone, x, y));
  return degrees(slope_of(places), 1);
}

/// How far the middle of a plateau stands above the line from its front to its back.
double bulge(const Mesh& bone, double x, double back, double front) {
  Range above;
  const double low = top(bone, x, back), high = top(bone, x, front);
  for (double y = back; y <= front; y += 1)
    above.add(top(bone, x, y) - lerp(low, high, (y - back) / (front - back)));
  return math::fabs(above.low) > above.high ? above.low : above.high;
}

void measure_plateau(const Mesh& bone, MeasureTable& table) {
  const auto head = [](const Vec& p) { return p.z > -60; };
  const Range width = range_along(bone, kLateral, head);
  table.add("width of the plateau", "mm", width.size(), between(68, 80.3),
            "table of PMC9703208; statistical mean 74.5");
  table.add(
      "medial plateau, depth", "mm",
      range_along(bone, kAnterior, [](const Vec& p) { return p.z > -45 && p.x < -10 && p.x > -33; }).size(),
      roughly(53.6, 4), kStatistical);
  table.add(
      "lateral plateau, depth", "mm",
      range_along(bone, kAnterior, [](const Vec& p) { return p.z > -36 && p.x > 13 && p.x < 36; }).size(),
      roughly(49.4, 4), kStatistical);
  table.add("medial plateau, slope to the back", "deg", slope(bone, -22, -14, 16), between(4, 7),
            "s43019-021-00095-2");
  table.add("lateral plateau, slope to the back", "deg", slope(bone, 22, -10, 13), between(3, 6),
            "s43019-021-00095-2");
  table.add("medial plateau, depth of its dish", "mm", -bulge(bone, -20, -16, 18), between(0.1, 3.3),
            "Hashemi 2008; statistical mean 1.7 ±0.8");
  table.add("lateral plateau, bulge", "mm", bulge(bone, 22, -14, 14), about(0.54, 0.22), kStatistical);
  double widest = 0;
  Range across;
  for (double z = -60; z < -30; z += 0.5) {
    const double here = range_along(section(bone, {0, 0, z}, kSuperior), kLateral).size();
    if (here > across.high) widest = z;
    across.add(here);
  }
  table.add("widest level below the joint", "mm", plateau_level(bone) - widest, between(12, 15),
            "real knees");
  const Vec inner = spine_tip(bone, true), outer = spine_tip(bone, false);
  table.add("medial spine above its plateau", "mm", inner.z - top(bone, -20, 1), between(7, 12),
            "real knees");
  table.add("lateral spine above its plateau", "mm", outer.z - top(bone, 20, -3), between(5.8, 12),
            "real knees");
  table.add("between the tips of the spines", "mm", glm::length(glm::dvec2(outer - inner)), between(10, 11.5),
            "real knees");
  table.add("medial spine in front of the lateral", "mm", inner.y - outer.y, between(0.5, 8),
            "real knees; range assumed");
  table.add("medial spine above the lateral", "mm", inner.z - outer.z, between(0.2, 4),
            "real knees; range assumed");
}

void measure_tuberosity(const Mesh& bone, const Mesh& femur, MeasureTable& table) {
  // The place of the front ridge furthest before the line from the rim to the shaft.
  const auto front = [&](double z) {
    return furthest(bone, kAnterior, [&](const Vec& p) { return math::fabs(p.z - z) < 1.2; });
  };
  const Vec rim = front(-40), shaft = front(-110), down = glm::normalize(shaft - rim);
  const Vec forward = glm::normalize(kAnterior - down * glm::dot(kAnterior, down));
  Vec apex = rim;
  for (double z = -46; z > -90; z -= 1) {
    if (glm::dot(front(z) - rim, forward) > glm::dot(apex - rim, forward)) apex = front(z);
  }
  const Range width = range_along(bone, kLateral, [](const Vec& p) { return p.z > -60; });
  table.add("apex of the tuberosity below the joint", "mm", plateau_level(bone) - apex.z, about(29.15, 3.1),
            "Sojka, midway between the sexes");
  // The tuberosity is blunt: the middle of what lies within half a millimetre of its furthest.
  Range blunt;
  for (double x = apex.x - 8; x < apex.x + 8; x += 0.25) {
    const double y = 90 - first_meeting(bone, {x, 90, apex.z}, -kAnterior);
    if (y > apex.y - 0.5) blunt.add(x);
  }
  const double middle = 0.5 * (blunt.low + blunt.high);
  table.add("tuberosity, share of the width from medial", "%", 100 * (middle - width.low) / width.size(),
            roughly(57.9, 4), "Sojka");
  double groove = 0, least = 1e9;
  for (double x = -6; x < 8; x += 0.5) {
    const double y = 90 - first_meeting(femur, {x, 90, 0}, -kAnterior);
    if (y < least) least = y, groove = x;
  }
  table.add("tuberosity lateral of the trochlea's groove", "mm", middle - groove, between(9, 13),
            "PMC6095936");
}

void measure_fibula(const Mesh& tibia, const Mesh& bone, MeasureTable& table) {
  const Vec tip = furthest(bone, kSuperior);
  table.add("tip of the fibula below the joint", "mm", plateau_level(tibia) - tip.z, between(6, 17),
            "four people");
  table.add("tip of the fibula, lateral", "mm", tip.x, between(34, 44), "real knees");
  table.add("tip of the fibula, behind", "mm", -tip.y, between(22, 29), "real knees");
  const auto head = [&](const Vec& p) { return p.z > -66; };
  table.add("head of the fibula, across", "mm", range_along(bone, kLateral, head).size(), roughly(27, 3),
            "real knees");
  table.add("head of the fibula, front to back", "mm", range_along(bone, kAnterior, head).size(),
            between(21, 27), "real knees 21-24, and the styloid behind");
  const auto mean_width = [&](double z) {
    const std::vector<Vec> cut = section(bone, {0, 0, z}, kSuperior);
    return 0.5 * (range_along(cut, kLateral).size() + range_along(cut, kAnterior).size());
  };
  table.add("neck of the fibula, across", "mm", mean_width(tip.z - 39), between(12, 13.5), "textbook range");
  table.add("shaft of the fibula, across", "mm", mean_width(tip.z - 72), between(11, 12.5), "textbook range");
}

}  // namespace

void measure_tibia(Specimen& knee, MeasureTable& table) {
  const Mesh& tibia = knee.part(PartId::tibia);
  measure_plateau(tibia, table);
  measure_tuberosity(tibia, knee.part(PartId::femur), table);
  measure_fibula(tibia, knee.part(PartId::fibula), table);
}

}  // namespace mend::anatomy
