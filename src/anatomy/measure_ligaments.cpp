// Section 6: ligaments and tendons.
#include <algorithm>

#include "anatomy/measure.h"
#include "anatomy/measure_mesh.h"
#include "anatomy/triangle_grid.h"

namespace mend::anatomy {
namespace {

/// The bone's surface that a ligament covers where it enters it, or comes within reach of it.
struct Footprint {
  double area = 0;
  Vec centre{0};
};
Footprint footprint(const Mesh& ligament, const Mesh& bone, const Keep& keep = {}, double reach = 0) {
  const TriangleGrid inside(ligament, 2);
  Footprint foot;
  for (std::size_t t = 0; t < bone.indices.size() / 3; ++t) {
    const Triangle c = corners(bone, t);
    const Vec middle = (c[0] + c[1] + c[2]) / 3.0;
    if (keep && !keep(middle)) continue;
    if (!inside.holds(middle) && !(reach > 0 && inside.distance(middle, reach) < reach)) continue;
    const double area = 0.5 * glm::length(glm::cross(c[1] - c[0], c[2] - c[0]));
    foot.area += area;
    foot.centre += middle * area;
  }
  if (foot.area > 0) foot.centre /= foot.area;
  return foot;
}

/// mm from the middle of a bundle's femoral footprint to that of its tibial one.
double between_footprints(const Mesh& bundle, Specimen& knee) {
  return glm::length(footprint(bundle, knee.part(PartId::femur)).centre -
                     footprint(bundle, knee.part(PartId::tibia)).centre);
}

double area_of(const Ring& ring) {
  return 0.25 * math::kPi * ring.width * ring.thickness;
}

void measure_acl(Specimen& knee, MeasureTable& table) {
  const Mesh& mesh = knee.part(PartId::acl);
  const std::vector<Mesh> bundles = pieces_of(mesh);
  const std::vector<Ring> front = rings_of(bundles.at(0)), back = rings_of(bundles.at(1));
  table.add("ACL, anteromedial bundle, length", "mm", between_footprints(bundles[0], knee), between(33, 36),
            "textbook range");
  table.add("ACL, posterolateral bundle, length", "mm", between_footprints(bundles[1], knee), between(25, 28),
            "textbook range");
  const double middle = area_of(ring_at(front, 0.5)) + area_of(ring_at(back, 0.5));
  table.add("ACL, section in its middle", "mm2", middle, roughly(39, 5), "Siebold 2014");
  const Footprint femur = footprint(mesh, knee.part(PartId::femur)),
                  tibia = footprint(mesh, knee.part(PartId::tibia));
  table.add("ACL, mean insertion over its section", "", 0.5 * (femur.area + tibia.area) / middle,
            roughly(3.5, 1), "jisakos S2059-7754(22)00101-8");
  table.add("ACL, femoral footprint from its place", "mm", glm::length(femur.centre - Vec{9, -9, 2}),
            between(0, 5), "Piefer 2012; 5 mm assumed");
  table.add("ACL, tibial footprint from its place", "mm", glm::length(tibia.centre - Vec{1, 10, -24}),
            between(0, 5), "Piefer 2012; 5 mm assumed");
  const Vec line = femur.centre - tibia.centre;
  table.add("ACL to the plateau, from the side", "deg", degrees(line.z, -line.y), roughly(47, 8),
            "doi 10.1007/s00167-017-4419-8");
  table.add("ACL to the plateau, from the front", "deg", degrees(line.z, line.x), roughly(74, 6),
            "doi 10.1007/s00167-017-4419-8");
}

void measure_pcl(Specimen& knee, MeasureTable& table) {
  const Mesh& mesh = knee.part(PartId::pcl);
  const std::vector<Mesh> bundles = pieces_of(mesh);
  const std::vector<Ring> outer = rings_of(bundles.at(0)), inner = rings_of(bundles.at(1));
  table.add("PCL, anterolateral bundle, length", "mm", between_footprints(bundles[0], knee), between(32, 38),
            "openaire 978-3-319-14815-1");
  table.add("PCL, posteromedial bundle, length", "mm", between_footprints(bundles[1], knee), between(32, 38),
            "openaire 978-3-319-14815-1");
  table.add("PCL, section in its middle", "mm2", area_of(ring_at(outer, 0.5)) + area_of(ring_at(inner, 0.5)),
            between(55, 65), "Harner");
  const Mesh &femur = knee.part(PartId::femur), &tibia = knee.part(PartId::tibia);
  const Footprint al_up = footprint(bundles[0], femur), pm_up = footprint(bundles[1], femur),
                  al_low = footprint(bundles[0], tibia), pm_low = footprint(bundles[1], tibia);
  table.add("PCL, anterolateral femoral area", "mm2", al_up.area, roughly(112, 30), "simtk 1061/2252");
  table.add("PCL, posteromedial femoral area", "mm2", pm_up.area, roughly(60, 25), "simtk 1061/2252");
  table.add("PCL, anterolateral tibial area", "mm2", al_low.area, roughly(93, 30), "scilit 9a203c03");
  table.add("PCL, posteromedial tibial area", "mm2", pm_low.area, roughly(151, 45), "scilit 9a203c03");
  table.add("PCL, tibial middles apart", "mm", glm::length(al_low.centre - pm_low.centre), roughly(8.2, 2),
            "scilit 9a203c03");
  const Vec low = 0.5 * (al_low.centre + pm_low.centre);
  table.add("PCL, tibial footprint below the joint line", "mm",
            range_along(knee.part(PartId::femoral_cartilage), kSuperior).low - low.z, between(8, 15),
            "openaire 978-3-319-14815-1; 10-15 below the joint line");
  table.add("PCL, femoral footprint from its place", "mm",
            glm::length((al_up.centre * al_up.area + pm_up.centre * pm_up.area) / (al_up.area + pm_up.area) -
                        Vec{-8, 2, -6}),
            between(0, 5), "real knees; 5 mm assumed");
}

void measure_medial(Specimen& knee, MeasureTable& table) {
  const Mesh &femur = knee.part(PartId::femur), &tibia = knee.part(PartId::tibia);
  const double joint = plateau_level(tibia);
  const Mesh& mcl = knee.part(PartId::mcl);
  const std::vector<Ring> rings = rings_of(mcl);
  // It lies on the bone for most of its way; its attachments are its two ends.
  const Footprint up = footprint(
                      mcl, femur, [](const Vec&p) { return p.z > -2; }, 0.4),
                  low = footprint(
                      mcl, tibia, [](const Vec&p) { return p.z < -76; }, 0.4);
  table.add("superficial MCL, length", "mm",
            ring_near(rings, low.centre).along - ring_near(rings, up.centre).along, between(90, 100),
            "LaPrade 2007");
  table.add("superficial MCL, tibial footprint below the joint", "mm", joint - low.centre.z, roughly(61, 6),
            "LaPrade 2007");
  table.add("superficial MCL, tibial area", "mm2", low.area, roughly(349, 90), "Liu 2010");
  table.add("superficial MCL, width at the joint", "mm", ring_near(rings, {-40, 0, -30}).width,
            between(10, 12), "LaPrade 2007");
  table.add("superficial MCL, thickness at the joint", "mm", ring_near(rings, {-40, 0, -30}).thickness,
            between(2, 3), "LaPrade 2007");
  const Footprint deep = footprint(knee.part(PartId::mcl_deep), tibia, {}, 0.4);
  table.add("deep MCL, tibial footprint below the joint", "mm", joint - deep.centre.z, roughly(6.5, 2),
            "Liu 2010");
  const std::vector<Ring> mpfl = rings_of(knee.part(PartId::mpfl));
  table.add("MPFL, length", "mm", length_of(mpfl) - 2 * 6, roughly(55, 6),
            "Kruckeberg; without 6 mm spread on each bone");
  table.add("MPFL, width in its middle", "mm", ring_at(mpfl, 0.5).width, between(12, 25), "Kruckeberg");
  const Footprint origin = footprint(knee.part(PartId::mpfl), femur);
  table.add("MPFL, femoral footprint from its place", "mm", glm::length(origin.centre - Vec{-37, -5, 15}),
            between(0, 5), "Kruckeberg; 5 mm assumed");
}

void measure_lateral(Specimen& knee, MeasureTable& table) {
  const Mesh &femur = knee.part(PartId::femur), &fibula = knee.part(PartId::fibula);
  const Mesh& lcl = knee.part(PartId::lcl);
  const std::vector<Ring> rings = rings_of(lcl);
  const Footprint up = footprint(lcl, femur), low = footprint(lcl, fibula);
  table.add("LCL, length", "mm", glm::length(up.centre - low.centre), between(48, 61),
            "Chappell 2014; aats.ac.cn 2011");
  table.add("LCL, width in its middle", "mm", ring_at(rings, 0.5).width, between(4, 4.3), "Chappell 2014");
  table.add("LCL, thickness in its middle", "mm", ring_at(rings, 0.5).thickness, between(2, 3.5),
            "LaPrade 2003");
  const double front =
      range_along(fibula, kAnterior, [&](const Vec& p) { return math::fabs(p.z - low.centre.z) < 3; }).high;
  table.add("LCL behind the front of the fibular head", "mm", front - low.centre.y, roughly(8.2, 3),
            "LaPrade 2003");
  const Mesh& popliteus = knee.part(PartId::popliteus_tendon);
  const Footprint origin = footprint(popliteus, femur);
  table.add("popliteus tendon from the origin of the LCL", "mm", glm::length(origin.centre - up.centre),
            roughly(18.5, 4), "LaPrade 2003");
  table.add("popliteus tendon in front of the LCL", "mm", origin.centre.y - up.centre.y, between(0, 15),
            "LaPrade 2003: always");
  table.add("popliteus tendon, width", "mm", ring_at(rings_of(popliteus), 0.4).width, between(5, 7), "Osti");
  const std::vector<Ring> band = rings_of(knee.part(PartId::iliotibial_band));
  table.add("iliotibial band, width above the knee", "mm", ring_at(band, 0.15).width, between(30, 40),
            "textbook range");
  table.add("iliotibial band, thickness", "mm", ring_at(band, 0.5).thickness, between(2, 3.5),
            "textbook range, and its curve round the thigh");
  const Footprint gerdy = footprint(knee.part(PartId::iliotibial_band), knee.part(PartId::tibia));
  table.add("iliotibial band, insertion below the joint", "mm",
            plateau_level(knee.part(PartId::tibia)) - gerdy.centre.z, between(10, 22),
            "textbook range 10-15 to the tubercle, below which it fans out");
  table.add("iliotibial band, insertion lateral of the midline", "mm", gerdy.centre.x, roughly(25, 3),
            "textbook value");
}

void measure_extensor(Specimen& knee, MeasureTable& table) {
  const Mesh &patella = knee.part(PartId::patella), &shin = knee.part(PartId::tibia);
  const std::vector<Ring> tendon = rings_of(knee.part(PartId::patellar_tendon));
  const Vec apex = furthest(patella, -kSuperior);
  const TriangleGrid tibia(shin, 4);
  // It meets the tuberosity where its back first touches the bone.
  const Ring* foot = &tendon.back();
  for (const Ring& ring : tendon) {
    if (tibia.distance(ring.middle, 10) > 0.5 * ring.thickness + 0.5) continue;
    foot = &ring;
    break;
  }
  table.add("patellar tendon, length", "mm", glm::length(foot->middle - apex), roughly(43.5, 4),
            "PMC7205968");
  table.add("patellar tendon, width at the apex", "mm", ring_near(tendon, apex).width, between(27, 30),
            "PMC7205968");
  table.add("patellar tendon, width at the tuberosity", "mm", foot->width, between(22, 25), "PMC7205968");
  table.add("patellar tendon, thickness in its middle", "mm",
            ring_near(tendon, 0.5 * (apex + foot->middle)).thickness, between(4.7, 6),
            "jcm10184092, and its curve");
  const std::vector<Ring> upper = rings_of(knee.part(PartId::quadriceps_tendon));
  const Vec pole = furthest(patella, kSuperior);
  const Ring& at_pole = ring_near(upper, pole);
  table.add("quadriceps tendon, length", "mm", at_pole.along - upper.front().along, between(60, 70),
            "textbook range");
  table.add("quadriceps tendon, width at the patella", "mm", at_pole.width, roughly(35, 3), "textbook value");
  const Ring& middle = upper[upper.size() / 2];
  table.add("quadriceps tendon, thickness", "mm", middle.thickness, between(7, 9.5),
            "textbook range, and its curve");
}

}  // namespace

void measure_ligaments(Specimen& knee, MeasureTable& table) {
  measure_acl(knee, table);
  measure_pcl(knee, table);
  measure_medial(knee, table);
  measure_lateral(knee, table);
  measure_extensor(knee, table);
}

}  // namespace mend::anatomy
