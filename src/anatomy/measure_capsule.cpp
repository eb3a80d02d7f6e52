// Section 7: capsule and fat.
#include "anatomy/measure.h"
#include "anatomy/measure_mesh.h"
#include "anatomy/mesher.h"
#include "anatomy/triangle_grid.h"

namespace mend::anatomy {

void measure_capsule(Specimen& knee, MeasureTable& table) {
  const Mesh& capsule = knee.part(PartId::capsule);
  const Range joint = range_along(knee.part(PartId::femoral_cartilage), kSuperior);
  const double line = joint.low;  // where the condyles meet the plateau
  const TriangleGrid femur(knee.part(PartId::femur), 4);
  struct Sector {
    const char* name;
    double from, to;  // y
    double aside;     // |x - 2| at least
  };
  struct Reflection {
    double side;
    Sector sector;
    double above, below;  // published, mm; 0 = not compared
  };
  // Below in front, beside the fat pad.
  constexpr Sector kFront{"in front", 24, 60, 10}, kCorner{"in front", 10, 30, 30},
      kMiddle{"at the side", -6, 8, 10}, kBack{"behind", -60, -14, 10};
  const Reflection reflections[] = {{1, kFront, 65, 0},    {-1, kFront, 46, 0},   {1, kCorner, 0, 0.9},
                                    {-1, kCorner, 0, 1.1}, {1, kMiddle, 27, 3.4}, {-1, kMiddle, 17, 2.6},
                                    {1, kBack, 0, 6.2},    {-1, kBack, 0, 3.4}};
  for (const Reflection& r : reflections) {
    const Range z = range_along(capsule, kSuperior, [&](const Vec& p) {
      return p.y > r.sector.from && p.y < r.sector.to && r.side * (p.x - 2) > r.sector.aside &&
             femur.signed_distance(p, 1) > 0.3;
    });
    const std::string side = r.side > 0 ? "lateral" : "medial";
    if (r.above > 0)
      table.add(side + " reflection above the joint, " + r.sector.name, "mm", z.high - line,
                roughly(r.above, 15), "Zibis 2021");
    if (r.below > 0)
      table.add(side + " reflection below the joint, " + r.sector.name, "mm", line - z.low,
                roughly(r.below, 10), "Zibis 2021; 14 is the safe value");
  }
  const auto pouch = [](const Vec& p) { return p.z > 22 && p.y > 15; };
  table.add("suprapatellar pouch, width", "mm", range_along(capsule, kLateral, pouch).size(), between(60, 70),
            "textbook range");
  table.add("fat pad, volume", "cm3", volume(knee.part(PartId::hoffa_fat_pad)) / 1000, between(20, 28),
            "s11547-021-01345-9");
}

}  // namespace mend::anatomy
