// Section 5: the menisci.
#include <algorithm>
#include <array>

#include "anatomy/measure.h"
#include "anatomy/measure_mesh.h"
#include "anatomy/mesher.h"

namespace mend::anatomy {
namespace {

/// Width and height of the section on one side of a place.
struct Section {
  double width, height;
};
Section cut(const Mesh& mesh, const Vec& place, const Vec& normal, const Vec& side) {
  const std::vector<Vec> segments = section(mesh, place, normal);
  const Keep keep = [&](const Vec& p) { return glm::dot(p - place, side) > 0; };
  return {range_along(segments, side, keep).size(), range_along(segments, kSuperior, keep).size()};
}

struct Published {
  const char* name;
  double side;                          // -1 medial, 1 lateral
  std::array<Band, 3> heights, widths;  // front horn, body, rear horn
  Band across, front_to_back, radius;
  double volume, coverage;
  Band extrusion;
};

/// Radius of the outer edge, by directions from the middle of the body's sagittal plane.
double outer_radius(const Mesh& mesh, const glm::dvec2& centre, double side) {
  std::vector<glm::dvec2> places;
  for (int k = -18; k <= 18; ++k) {
    const double angle = math::radians(5.0 * k);
    const glm::dvec2 out{side * math::cos(angle), math::sin(angle)};
    glm::dvec2 furthest_out = centre;
    for (const Vertex& v : mesh.vertices) {
      const glm::dvec2 d = glm::dvec2(v.position) - centre;
      if (math::fabs(d.x * out.y - d.y * out.x) < 1 &&
          glm::dot(d, out) > glm::dot(furthest_out - centre, out))
        furthest_out = centre + d;
    }
    places.push_back(furthest_out);
  }
  return circle_through(places).radius;
}

/// Share of a tibial plate that lies under its meniscus, seen from above.
double coverage(const Mesh& meniscus, const Mesh& plate) {
  int all = 0, covered = 0;
  const Bounds box = bounds(plate);
  for (double x = static_cast<double>(box.low.x); x < static_cast<double>(box.high.x); x += 1.5) {
    for (double y = static_cast<double>(box.low.y); y < static_cast<double>(box.high.y); y += 1.5) {
      const Vec from{x + 0.013, y + 0.017, 0};
      if (meetings(plate, from, -kSuperior).empty()) continue;
      ++all;
      covered += !meetings(meniscus, from, -kSuperior).empty();
    }
  }
  return 100.0 * covered / all;
}

void measure_one(const Mesh& mesh, const Mesh& plate, const Mesh& tibia, const Published& published,
                 MeasureTable& table) {
  const std::string name = published.name;
  constexpr const char* kForm = "Biomed J 2014 (MRI, 80 knees); unloaded 3-5 high";
  const Bounds box = bounds(plate);
  const Vec middle{0.5 * static_cast<double>(box.low.x + box.high.x),
                   0.5 * static_cast<double>(box.low.y + box.high.y), 0};
  const std::array<Section, 3> sections{cut(mesh, middle, kLateral, kAnterior),
                                        cut(mesh, middle, kAnterior, kLateral * published.side),
                                        cut(mesh, middle, kLateral, -kAnterior)};
  constexpr std::array kPlaces{"front horn", "body", "rear horn"};
  for (std::size_t k = 0; k < 3; ++k) {
    table.add(name + ", height of its " + kPlaces[k], "mm", sections[k].height, published.heights[k], kForm);
    table.add(name + ", width of its " + kPlaces[k], "mm", sections[k].width, published.widths[k], kForm);
  }
  // Without the ribbons that end in the roots.
  const Vec front_root(mesh.vertices[mesh.vertices.size() - 2].position),
      rear_root(mesh.vertices.back().position);
  const Keep horns = [&](const Vec& p) {
    return std::min(glm::length(p - front_root), glm::length(p - rear_root)) > 9;
  };
  table.add(name + ", across", "mm", range_along(mesh, kLateral, horns).size(), published.across,
            "two people");
  table.add(name + ", front to back", "mm", range_along(mesh, kAnterior, horns).size(),
            published.front_to_back, "two people");
  table.add(name + ", outer radius", "mm", outer_radius(mesh, glm::dvec2(middle), published.side),
            published.radius, "two people");
  table.add(name + ", volume", "cm3", volume(mesh) / 1000, roughly(published.volume, 0.2 * published.volume),
            "one knee");
  table.add(name + ", share of its plate covered", "%", coverage(mesh, plate), roughly(published.coverage, 8),
            "Bloecker 2011");
  const auto outmost = [&](const Mesh& of, const Keep& keep) {
    const Range x = range_along(of, kLateral * published.side, keep);
    return x.high;
  };
  const Keep body = [](const Vec& p) { return math::fabs(p.y) < 6; };
  const double rim = outmost(tibia, [&](const Vec& p) { return body(p) && p.z > -38; });
  table.add(name + ", extrusion", "mm", outmost(mesh, body) - rim, published.extrusion, "Bloecker 2011");
}

void measure_roots(const Mesh& medial, const Mesh& lateral, const Mesh& tibia, MeasureTable& table) {
  const auto end = [](const Mesh& mesh, std::size_t from_last) {
    return Vec(mesh.vertices[mesh.vertices.size() - 1 - from_last].position);
  };
  const Vec inner = spine_tip(tibia, true), outer = spine_tip(tibia, false);
  const auto level = [](const Vec& d) { return glm::length(glm::dvec2(d)); };
  table.add("medial front root before the medial spine", "mm", end(medial, 1).y - inner.y, roughly(27.5, 4),
            "LaPrade 2014");
  table.add("lateral front root from the lateral spine", "mm", level(end(lateral, 1) - outer),
            roughly(14.4, 3), "LaPrade 2014");
  table.add("medial rear root behind the medial spine", "mm", inner.y - end(medial, 0).y, roughly(11.7, 3),
            "Johannsen 2012");
  table.add("medial rear root lateral of the medial spine", "mm", end(medial, 0).x - inner.x, roughly(2.8, 2),
            "Johannsen 2012");
  table.add("lateral rear root behind the lateral spine", "mm", outer.y - end(lateral, 0).y, roughly(4.5, 2),
            "Johannsen 2012");
  table.add("lateral rear root medial of the lateral spine", "mm", outer.x - end(lateral, 0).x,
            roughly(1.9, 2), "Johannsen 2012");
}

/// How far the middle of a meniscus goes back on the tibia when the knee is deeply bent.
double movement(Specimen& knee, PartId part) {
  const auto middle = [&](int angle) {
    const Mesh& mesh = knee.part(part, angle);
    Vec sum{0};
    for (const Vertex& v : mesh.vertices) sum += Vec(v.position) / static_cast<double>(mesh.vertices.size());
    return sum;
  };
  const Motion motion = motion_between(knee.part(PartId::tibia, 0), knee.part(PartId::tibia, 120));
  return middle(0).y - (glm::transpose(motion.turn) * (middle(120) - motion.shift)).y;
}

}  // namespace

void measure_menisci(Specimen& knee, MeasureTable& table) {
  const Mesh &medial = knee.part(PartId::meniscus_medial), &lateral = knee.part(PartId::meniscus_lateral);
  const Mesh& tibia = knee.part(PartId::tibia);
  measure_one(medial, knee.part(PartId::tibial_cartilage_medial), tibia,
              {"medial",
               -1,
               {means(3, 6.3), means(3, 5.2), means(3, 6.9)},
               {means(6, 10.5), means(7.8, 8), means(12, 13.9)},
               means(28, 30),
               roughly(41.5, 3),
               means(20, 22),
               2.3,
               50,
               roughly(1.5, 1.5)},
              table);
  measure_one(lateral, knee.part(PartId::tibial_cartilage_lateral), tibia,
              {"lateral",
               1,
               {means(3, 4.8), means(3, 6.4), means(3, 7)},
               {means(10, 11.8), means(8.6, 10), means(10, 12)},
               means(30, 32),
               roughly(32, 3),
               means(16, 18),
               2.1,
               58,
               between(-3, 1)},
              table);
  measure_roots(medial, lateral, tibia, table);
  table.add("medial, moves back from 0 to 120 degrees", "mm", movement(knee, PartId::meniscus_medial),
            about(3.3, 1.5), "jor.20553");
  table.add("lateral, moves back from 0 to 120 degrees", "mm", movement(knee, PartId::meniscus_lateral),
            about(8.2, 3.2), "jor.20553");
  const std::vector<Ring> rings = rings_of(knee.part(PartId::transverse_ligament));
  table.add("transverse ligament, length", "mm", length_of(rings), roughly(27, 2.7),
            "textbook value; real knees");
  table.add("transverse ligament, thickness", "mm", ring_at(rings, 0.5).width, between(2, 3),
            "textbook value");
}

}  // namespace mend::anatomy
