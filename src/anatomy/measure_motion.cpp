// Section 8: how tibia and patella move from 0 to 120 degrees, read off the same vertices before and after.
#include <algorithm>
#include <array>

#include "anatomy/measure.h"
#include "anatomy/measure_mesh.h"
#include "anatomy/triangle_grid.h"

namespace mend::anatomy {
namespace {

constexpr std::array kBent{30, 60, 90, 120};

/// Flexion about the femur's axis, then varus, then internal rotation, degrees.
struct Angles {
  double flexion, varus, internal;
};
Angles angles_of(const Motion& motion) {
  const glm::dmat3& r = motion.turn;
  return {degrees(r[2].y, r[2].z), degrees(r[2].x, glm::length(Vec{r[2].y, r[2].z, 0})),
          degrees(-r[1].x, r[0].x)};
}

Vec centre_of(const Mesh& mesh) {
  const Bounds box = bounds(mesh);
  return 0.5 * Vec(box.low + box.high);
}

void measure_tibia_motion(Specimen& knee, MeasureTable& table) {
  struct Row {
    Band rotation, varus, medial, lateral;
  };
  // Lateral and medial: where the centres of the condyles' posterior circles stand on the tibia.
  const std::array<Row, 4> rows{{{about(8.5, 2.5), roughly(1.1, 5), about(0.5, 1), about(-6.4, 1.5)},
                                 {about(12, 3.2), roughly(2.1, 5), about(-0.5, 1), about(-10.3, 2)},
                                 {about(14, 3.2), roughly(2.8, 5), about(-1.5, 1), about(-13, 2)},
                                 {about(18, 3.2), roughly(4, 5), about(-2, 1.2), about(-17, 2.5)}}};
  constexpr const char* kSource = "Johal 2005, Chen 2014, Freeman 2003; spread after Chen 2014 and assumed";
  for (std::size_t i = 0; i < kBent.size(); ++i) {
    const Motion motion = motion_between(knee.part(PartId::tibia, 0), knee.part(PartId::tibia, kBent[i]));
    const std::string at = " at " + std::to_string(kBent[i]) + " degrees";
    const Angles angles = angles_of(motion);
    const auto on_tibia = [&](double x) {
      return (glm::transpose(motion.turn) * (Vec{x, 0, 0} - motion.shift)).y;
    };
    table.add("flexion of the tibia" + at, "deg", angles.flexion, roughly(kBent[i], 1), "as asked for");
    table.add("tibial internal rotation" + at, "deg", angles.internal, rows[i].rotation, kSource);
    table.add("tibial varus" + at, "deg", angles.varus, rows[i].varus,
              "Arnold 2010, where contact leaves it free");
    table.add("medial condyle on the tibia" + at, "mm", on_tibia(-23), rows[i].medial, kSource);
    table.add("lateral condyle on the tibia" + at, "mm", on_tibia(23), rows[i].lateral, kSource);
  }
  const Angles early = angles_of(motion_between(knee.part(PartId::tibia, 0), knee.part(PartId::tibia, 20)));
  table.add("screw-home: rotation in the first 20 degrees", "deg", early.internal, about(9.2, 3.7),
            "s40634-023-00686-w");
}

void measure_patella_motion(Specimen& knee, MeasureTable& table) {
  constexpr std::array<double, 4> kFlexion{23, 44, 65, 85}, kShift{4.3, 5.5, 5.5, 5.5};
  const double start = centre_of(knee.part(PartId::patella, 0)).x;
  const auto shift = [&](int angle) { return centre_of(knee.part(PartId::patella, angle)).x; };
  for (std::size_t i = 0; i < kBent.size(); ++i) {
    const Motion motion = motion_between(knee.part(PartId::patella, 0), knee.part(PartId::patella, kBent[i]));
    const std::string at = " at " + std::to_string(kBent[i]) + " degrees";
    table.add("patellar flexion" + at, "deg", angles_of(motion).flexion + 4, roughly(kFlexion[i], 8),
              "jhe 2019 9159267; from 4 degrees in the straight knee");
    table.add("patella lateral of the middle" + at, "mm", shift(kBent[i]), roughly(kShift[i], 2),
              "von Eisenhart-Rothe 2003");
  }
  table.add("patella goes medially in the first 20 degrees", "mm", start - shift(20), between(0, 4),
            "PMC7000435");
  table.add("patella goes laterally from 30 to 90 degrees", "mm", shift(90) - shift(30), roughly(1.8, 1.5),
            "von Eisenhart-Rothe 2003");
}

/// The smallest gap between a cartilage and the femur with its own, negative where they pass through each
/// other.
double gap(const Mesh& one, const Mesh& cartilage, const Mesh& bone) {
  const TriangleGrid coat(cartilage, 4), bare(bone, 4);
  double least = 5;
  for (const Vertex& v : one.vertices) {
    const Vec p(v.position);
    least = std::min({least, coat.signed_distance(p, 5), bare.signed_distance(p, 5)});
  }
  return least;
}

void measure_contact(Specimen& knee, MeasureTable& table) {
  struct Pair {
    const char* name;
    PartId one;
  };
  constexpr std::array<Pair, 3> kPairs{{{"medial", PartId::tibial_cartilage_medial},
                                        {"lateral", PartId::tibial_cartilage_lateral},
                                        {"patellar", PartId::patellar_cartilage}}};
  for (const Pair& pair : kPairs) {
    Range gaps;
    for (const int angle : {0, 30, 60, 90, 120})
      gaps.add(gap(knee.part(pair.one, angle), knee.part(PartId::femoral_cartilage, angle),
                   knee.part(PartId::femur, angle)));
    table.add(std::string(pair.name) + " cartilages, least gap over 0-120 degrees", "mm", gaps.low,
              between(-0.3, 0.3), "they touch");
    table.add(std::string(pair.name) + " cartilages, widest gap over 0-120 degrees", "mm", gaps.high,
              between(-0.3, 0.3), "they touch");
  }
  // The patellar tendon does not stretch: the same two places of bone.
  const Mesh &patella = knee.part(PartId::patella), &tibia = knee.part(PartId::tibia);
  const Vec apex = furthest(patella, -kSuperior);
  const Vec foot = furthest(tibia, kAnterior, [](const Vec& p) { return p.z < -52 && p.z > -64; });
  Range lengths;
  for (const int angle : {0, 30, 60, 90, 120}) {
    const Vec top = motion_between(patella, knee.part(PartId::patella, angle)).of(apex);
    lengths.add(glm::length(top - motion_between(tibia, knee.part(PartId::tibia, angle)).of(foot)));
  }
  table.add("patellar tendon, change of length over 0-120 degrees", "mm", lengths.size(), between(0, 2),
            "constant; 2 mm assumed");
}

}  // namespace

void measure_motion(Specimen& knee, MeasureTable& table) {
  measure_tibia_motion(knee, table);
  measure_patella_motion(knee, table);
  measure_contact(knee, table);
}

}  // namespace mend::anatomy
