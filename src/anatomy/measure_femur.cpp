// Section 1: the distal femur.
#include <algorithm>

#include "anatomy/measure.h"
#include "anatomy/measure_mesh.h"

namespace mend::anatomy {
namespace {

constexpr const char* kStatistical = "statistical mean of healthy young knees";
constexpr double kCondyle = 24.5;  // mm beside the middle: the sagittal planes through the condyles

/// How far forward the bone stands at a place, seen from the front.
double front(const Mesh& bone, double x, double z) {
  return 90 - first_meeting(bone, {x, 90, z}, {0, -1, 0});
}

/// The ridges and the floor of the trochlea at a height: x and y each.
struct Trochlea {
  glm::dvec2 lateral{0, -1e9}, medial{0, -1e9}, floor{0, 1e9};
  [[nodiscard]] double depth() const { return 0.5 * (lateral.y + medial.y) - floor.y; }
  [[nodiscard]] double sulcus() const {
    return degrees_between(Vec(lateral - floor, 0), Vec(medial - floor, 0));
  }
};
Trochlea trochlea_at(const Mesh& bone, double z) {
  Trochlea t;
  for (double x = -26; x <= 30; x += 0.5) {
    const glm::dvec2 p{x, front(bone, x, z)};
    if (x > 8 && p.y > t.lateral.y) t.lateral = p;
    if (x < -6 && p.y > t.medial.y) t.medial = p;
    if (x > -6 && x < 8 && p.y < t.floor.y) t.floor = p;
  }
  return t;
}

/// The outline of a condyle in its sagittal plane (y, z) between two angles, degrees in front of straight
/// down.
std::vector<glm::dvec2> outline(const Mesh& bone, double x, double from, double to) {
  std::vector<glm::dvec2> places;
  for (double angle = from; angle <= to; angle += 2) {
    const Vec ray{0, math::sin(math::radians(angle)), -math::cos(math::radians(angle))};
    const Vec far = Vec{x, 0, 0} + ray * 90.0;
    const Vec p = far - ray * first_meeting(bone, far, -ray);
    places.emplace_back(p.y, p.z);
  }
  return places;
}

/// From the lowest place of a condyle to the top of its joint surface behind.
double condyle_height(const Mesh& bone, const Mesh& cartilage, double side) {
  const auto behind = [&](const Vec& p) { return p.y < -8 && side * p.x > 4; };
  const auto below = [&](const Vec& p) { return side * p.x > 4; };
  return range_along(cartilage, kSuperior, behind).high - range_along(bone, kSuperior, below).low;
}

void measure_condyles(const Mesh& bone, const Mesh& cartilage, MeasureTable& table) {
  const auto condyles = [](const Vec& p) { return p.z < 28; };
  const auto medial = [&](const Vec& p) { return p.x > -36 && p.x < -14 && p.z < 28; };
  const auto lateral = [&](const Vec& p) { return p.x > 14 && p.x < 36 && p.z < 28; };
  table.add("width of the condyles", "mm", range_along(bone, kLateral, condyles).size(), about(83.55, 3.6),
            "Terzidis 2012, midway between the sexes");
  table.add("medial condyle, depth", "mm", range_along(bone, kAnterior, medial).size(), about(62.1, 1.6),
            kStatistical);
  table.add("lateral condyle, depth", "mm", range_along(bone, kAnterior, lateral).size(), about(64.4, 1.8),
            kStatistical);
  // Behind, half-way up the notch.
  const std::vector<Vec> behind = section(bone, {0, -14, 0}, kAnterior);
  const auto level = [](const Vec& p) { return p.z > -14 && p.z < 2; };
  table.add("medial condyle, width behind", "mm",
            range_along(behind, kLateral, [&](const Vec& p) { return level(p) && p.x < 0; }).size(),
            between(23.8, 31), "Kapur; statistical mean");
  table.add("lateral condyle, width behind", "mm",
            range_along(behind, kLateral, [&](const Vec& p) { return level(p) && p.x > 0; }).size(),
            between(24.5, 31), "Kapur; statistical mean");
  table.add("medial condyle, height", "mm", condyle_height(bone, cartilage, -1), between(33, 38.4), "Kapur");
  table.add("lateral condyle, height", "mm", condyle_height(bone, cartilage, 1), between(32.8, 39.3),
            "Kapur");
  table.add("medial condyle, radius behind", "mm", circle_through(outline(bone, -kCondyle, -130, -50)).radius,
            about(21.3, 1.1), kStatistical);
  table.add("lateral condyle, radius behind", "mm", circle_through(outline(bone, kCondyle, -130, -50)).radius,
            about(19.7, 1.3), kStatistical);
  table.add("medial condyle, radius below and in front", "mm",
            circle_through(outline(bone, -kCondyle, -10, 40)).radius, between(32, 37),
            "Iwaki 2000; statistical mean");
  table.add("lateral condyle, radius below and in front", "mm",
            circle_through(outline(bone, kCondyle, -10, 40)).radius, between(40, 70), "textbook range");
  const Vec outer = furthest(bone, kLateral, condyles), inner = furthest(bone, -kLateral, condyles);
  table.add("lateral epicondyle, from its published place", "mm", glm::length(outer - Vec{40, -4, 1}),
            between(0, 5), "origins of ligaments; 5 mm assumed");
  table.add("medial epicondyle, from its published place", "mm", glm::length(inner - Vec{-40, -2, 4}),
            between(0, 5), "origins of ligaments; 5 mm assumed");
}

void measure_notch(const Mesh& bone, MeasureTable& table) {
  const auto across = [&](double y, double z) {
    return first_meeting(bone, {0, y, z}, kLateral) + first_meeting(bone, {0, y, z}, -kLateral);
  };
  table.add("intercondylar notch, width half-way up", "mm", across(-10, -8), about(19.4, 2.9),
            "PMID 27490687");
  // In the level plane through its middle, from its front to the line along the backs of both condyles.
  const double floor = first_meeting(bone, {0.3, -20, -8}, kAnterior) - 20;
  const auto back = [&](double side) {
    return range_along(bone, kAnterior, [&](const Vec& p) { return side * p.x > 8 && p.z < 20; }).low;
  };
  table.add("intercondylar notch, depth", "mm", floor - 0.5 * (back(-1) + back(1)), between(23.7, 29.1),
            "Terzidis 2012; Kapur");
  std::vector<glm::dvec2> roof;  // z over y
  for (double y = -8; y <= -2; y += 1)
    roof.emplace_back(y, first_meeting(bone, {0.3, y, -10}, kSuperior) - 10);
  table.add("roof of the notch to the shaft", "deg", 90 - math::fabs(degrees(slope_of(roof), 1)),
            between(37, 40), "textbook range");
}

void measure_trochlea(const Mesh& bone, MeasureTable& table) {
  const Trochlea low = trochlea_at(bone, 0), middle = trochlea_at(bone, 5), high = trochlea_at(bone, 10);
  table.add("sulcus angle at the flexion axis", "deg", low.sulcus(), about(145, 5), kStatistical);
  table.add("sulcus angle 5 mm higher", "deg", middle.sulcus(), roughly(151, 10), kStatistical);
  table.add("sulcus angle 10 mm higher", "deg", high.sulcus(), roughly(157, 10), kStatistical);
  table.add("groove of the trochlea, depth at the flexion axis", "mm", low.depth(), about(5.6, 0.7),
            kStatistical);
  table.add("groove of the trochlea, depth 5 mm higher", "mm", middle.depth(), roughly(4.6, 1.4),
            kStatistical);
  table.add("groove of the trochlea, depth 10 mm higher", "mm", high.depth(), roughly(3.7, 1.4),
            kStatistical);
  const glm::dvec2 slope = low.lateral - low.floor;
  table.add("lateral inclination of the trochlea", "deg", degrees(slope.y, slope.x), roughly(20.6, 4),
            "PMID 14530849; ijmhr 2020");
  table.add("lateral ridge stands in front of the medial", "mm", low.lateral.y - low.medial.y, roughly(5, 2),
            kStatistical);
  const Range width = range_along(bone, kLateral, [](const Vec& p) { return p.z < 28; });
  table.add("groove, share of the epicondylar width from medial", "%",
            100 * (low.floor.x - width.low) / width.size(), roughly(49.5, 3), "PMID 14530849");
  std::vector<glm::dvec2> floor;
  for (double angle = 55; angle <= 105; angle += 2) {
    const Vec ray{0, math::sin(math::radians(angle)), -math::cos(math::radians(angle))};
    const Vec far = Vec{low.floor.x, 0, 0} + ray * 90.0;
    const Vec p = far - ray * first_meeting(bone, far, -ray);
    floor.emplace_back(p.y, p.z);
  }
  table.add("groove, radius in the sagittal plane", "mm", circle_through(floor).radius, roughly(23, 3),
            "Iranpour 2010");
}

void measure_shaft(const Mesh& bone, MeasureTable& table) {
  const std::vector<Vec> low = section(bone, {0, 0, 55}, kSuperior),
                         high = section(bone, {0, 0, 94}, kSuperior);
  table.add("shaft 55 mm up, across", "mm", range_along(low, kLateral).size(), about(40.4, 2.2),
            kStatistical);
  table.add("shaft 55 mm up, front to back", "mm", range_along(low, kAnterior).size(), about(32.3, 1.3),
            kStatistical);
  table.add("shaft near its top, across", "mm", range_along(high, kLateral).size(), roughly(30, 3),
            "real knees");
  table.add("shaft near its top, front to back", "mm", range_along(high, kAnterior).size(), roughly(29, 3),
            "real knees");
  table.add("shaft leans laterally", "deg", degrees(range_along(high, kLateral).middle(), 94), between(5, 7),
            "textbook range");
  const double cortex = range_along(low, kAnterior).low;
  const double rear = range_along(bone, kAnterior, [](const Vec& p) { return p.z < 20; }).low;
  table.add("condyles behind the back of the shaft", "mm", cortex - rear, roughly(25.5, 3), "textbook value");
}

}  // namespace

void measure_femur(Specimen& knee, MeasureTable& table) {
  const Mesh& bone = knee.part(PartId::femur);
  measure_condyles(bone, knee.part(PartId::femoral_cartilage), table);
  measure_notch(bone, table);
  measure_trochlea(bone, table);
  measure_shaft(bone, table);
}

}  // namespace mend::anatomy
