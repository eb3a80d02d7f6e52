// Section 9: nerves and the large vessels.
#include <algorithm>
#include <initializer_list>

#include "anatomy/measure.h"
#include "anatomy/measure_mesh.h"
#include "anatomy/triangle_grid.h"

namespace mend::anatomy {
namespace {

/// How far the line strays at most from the published places.
double stray(const std::vector<Ring>& line, std::initializer_list<Vec> places) {
  double most = 0;
  for (const Vec& p : places) most = std::max(most, distance_from(line, p));
  return most;
}

const Ring& at_height(const std::vector<Ring>& line, double z) {
  return *std::min_element(line.begin(), line.end(), [&](const Ring& a, const Ring& b) {
    return math::fabs(a.middle.z - z) < math::fabs(b.middle.z - z);
  });
}

/// Mean of width and thickness in the middle of a cord.
double thickness(const std::vector<Ring>& line) {
  const Ring& ring = ring_at(line, 0.5);
  return 0.5 * (ring.width + ring.thickness);
}

void measure_tibial(Specimen& knee, MeasureTable& table) {
  const std::vector<Ring> line = rings_of(knee.part(PartId::tibial_nerve));
  const Ring& middle = at_height(line, 0);
  table.add("tibial nerve, width", "mm", middle.width, roughly(6, 0.6), "Singh 2022");
  table.add("tibial nerve, thickness", "mm", middle.thickness, roughly(4.2, 0.5), "Singh 2022");
  table.add("tibial nerve, section", "mm2", 0.25 * math::kPi * middle.width * middle.thickness,
            roughly(19.6, 2.5), "Singh 2022");
  table.add("tibial nerve, furthest from its published places", "mm",
            stray(line, {{5, -50, 60}, {1, -53, 0}, {0, -50, -25}, {-1, -40, -60}, {-1, -30, -95}}),
            between(0, 5), "PMID 23015289; 5 mm assumed");
  const double inner =
      range_along(knee.part(PartId::femur), kLateral, [](const Vec& p) { return p.z < 28; }).low;
  table.add("tibial nerve lateral of the medial epicondyle", "mm", middle.middle.x - inner, roughly(38.5, 4),
            "Greenwood, 38-39");
}

void measure_peroneal(Specimen& knee, MeasureTable& table) {
  const std::vector<Ring> line = rings_of(knee.part(PartId::peroneal_nerve));
  const Mesh &fibula = knee.part(PartId::fibula), &tibia = knee.part(PartId::tibia);
  const Vec tip = furthest(fibula, kSuperior);
  table.add("peroneal nerve, thickness behind the knee", "mm",
            0.5 * (at_height(line, 20).width + at_height(line, 20).thickness), roughly(3.7, 0.4), "Teo 2020");
  const Ring& neck = ring_near(line, {49, -18, -58});
  table.add("peroneal nerve, width at the neck", "mm", neck.width, roughly(5, 0.5), "Teo 2020");
  table.add("peroneal nerve, thickness at the neck", "mm", neck.thickness, roughly(2.5, 0.3), "Teo 2020");
  table.add("peroneal nerve, furthest from its published places", "mm",
            stray(line, {{18, -50, 60}, {31, -45, 20}, {38, -38, -10}, {45, -30, -40}, {49, -18, -58}}),
            between(0, 5), "Cao Thi 2018; 5 mm assumed");
  table.add("peroneal nerve at the neck, from the fibula's tip", "mm", glm::length(neck.middle - tip),
            roughly(20.7, 5), "Cao Thi 2018");
  table.add("peroneal nerve, division below the fibula's tip", "mm", tip.z - line.back().middle.z,
            roughly(38, 8), "26.4 below the head, Cao Thi 2018; head 12 high, assumed");
  const double edge = range_along(tibia, kAnterior, [](const Vec& p) { return p.x > 10 && p.z > -36; }).low;
  table.add("peroneal nerve behind the plateau's edge", "mm", edge - at_height(line, -29).middle.y,
            roughly(8, 4), "Teo 2020");
}

void measure_small(Specimen& knee, MeasureTable& table) {
  const std::vector<Ring> saphenous = rings_of(knee.part(PartId::saphenous_nerve));
  table.add("saphenous nerve, thickness", "mm", thickness(saphenous), between(2, 3), "Ebraheim");
  table.add("saphenous nerve, furthest from its published places", "mm",
            stray(saphenous, {{-42, -28, 60}, {-46, -22, -5}}), between(0, 7),
            "Ebraheim; 7 mm assumed, under our sartorius");
  const std::vector<Ring> branch = rings_of(pieces_of(knee.part(PartId::infrapatellar_branch)).at(0));
  table.add("infrapatellar branch, thickness", "mm", thickness(branch), between(1, 1.5),
            "read.qxmd 24535194");
  const Mesh& patella = knee.part(PartId::patella);
  const Vec edge = furthest(patella, -kLateral), apex = furthest(patella, -kSuperior);
  // Where it comes out at the front border of sartorius.
  const double sartorius = range_along(knee.part(PartId::sartorius), kAnterior, [](const Vec& p) {
                             return math::fabs(p.z) < 5;
                           }).high;
  const Ring& out = *std::find_if(branch.begin(), branch.end() - 1,
                                  [&](const Ring& ring) { return ring.middle.y > sartorius; });
  table.add("infrapatellar branch comes out, from the patella's edge", "mm", glm::length(out.middle - edge),
            between(40, 70), "Ebraheim");
  // Where it reaches the lateral border of the tendon.
  const double border = range_along(knee.part(PartId::patellar_tendon), kLateral, [&](const Vec& p) {
                          return p.z < apex.z - 20 && p.z > apex.z - 45;
                        }).high;
  const Ring* over = &branch.back();
  for (const Ring& ring : branch) {
    if (ring.middle.x < border) over = &ring;
  }
  table.add("infrapatellar branch below the apex, at the tendon's lateral border", "mm",
            apex.z - over->middle.z, roughly(38, 6), "read.qxmd 24535194");
  const std::vector<Mesh> twigs = pieces_of(knee.part(PartId::genicular_nerves));
  table.add("genicular nerves", "", static_cast<double>(twigs.size()), between(5, 5), "Fonkoue");
  table.add("genicular nerves, thickness", "mm", thickness(rings_of(twigs.at(0))), between(0.7, 1.05),
            "Fonkoue");
}

void measure_vessels(Specimen& knee, MeasureTable& table) {
  const std::vector<Ring> artery = rings_of(knee.part(PartId::popliteal_artery)),
                          vein = rings_of(knee.part(PartId::popliteal_vein));
  table.add("popliteal artery, width", "mm", at_height(artery, -10).width, between(6, 7), "Yoo 2009");
  table.add("popliteal vein, width", "mm", at_height(vein, -10).width, between(8, 9), "Yoo 2009");
  const TriangleGrid shin(knee.part(PartId::tibia), 4);
  const auto behind = [&](double z) {
    const Ring& ring = at_height(artery, z);
    return shin.distance(ring.middle, 40) - 0.5 * ring.thickness;
  };
  table.add("popliteal artery behind the tibia, 20 mm below the joint", "mm", behind(-49), roughly(4.9, 3),
            "Yoo 2009");
  const Mesh& pcl = knee.part(PartId::pcl);
  const double lateral = range_along(pcl, kLateral, [](const Vec& p) { return p.z < -25; }).middle();
  table.add("popliteal artery lateral of the PCL", "mm", at_height(artery, -30).middle.x - lateral,
            roughly(3, 3), "Yoo 2009");
}

}  // namespace

void measure_nerves(Specimen& knee, MeasureTable& table) {
  measure_tibial(knee, table);
  measure_peroneal(knee, table);
  measure_small(knee, table);
  measure_vessels(knee, table);
}

}  // namespace mend::anatomy
