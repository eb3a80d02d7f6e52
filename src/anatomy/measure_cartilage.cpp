// Section 4: cartilage, its thickness by region and its extent.
#include <algorithm>

#include "anatomy/measure.h"
#include "anatomy/measure_mesh.h"
#include "anatomy/triangle_grid.h"

namespace mend::anatomy {
namespace {

/// One small piece of the surface that faces the joint.
struct Patch {
  Vec place;
  double thickness, area;
};

/// The outer sheet, with the distance from each triangle to the bone beneath.
std::vector<Patch> outer_sheet(const Mesh& cartilage, const Mesh& bone) {
  const TriangleGrid grid(bone, 4);
  std::vector<Patch> sheet;
  for (std::size_t t = 0; t < cartilage.indices.size() / 3; ++t) {
    const Triangle c = corners(cartilage, t);
    const Vec middle = (c[0] + c[1] + c[2]) / 3.0, normal = glm::cross(c[1] - c[0], c[2] - c[0]);
    const double area = 0.5 * glm::length(normal);
    if (area < 1e-9) continue;
    const double thickness = grid.signed_distance(middle, 8);
    if (thickness < 0.05) continue;  // the sheet on the bone
    // The wall round the edge does not look away from the bone.
    const Vec out = middle + normal / (2 * area) * 0.05;
    if (grid.distance(out, 8) - thickness < 0.025) continue;
    sheet.push_back({middle, thickness, area});
  }
  return sheet;
}

/// Degrees in front of straight down, about the flexion axis.
double angle_of(const Vec& p) {
  return degrees(p.y, -p.z);
}

struct Region {
  const char* name;
  double mean, high;  // published mean and 95th percentile, mm
  bool (*holds)(const Vec&);
};

// A femoral region: angles in front of straight down about the flexion axis, and the side.
template <int kFrom, int kTo, int kLow, int kHigh>
bool within(const Vec& p) {
  const double angle = angle_of(p);
  return angle >= kFrom && angle < kTo && p.x >= kLow && p.x < kHigh;
}
bool anywhere(const Vec&) {
  return true;
}

void add_regions(const std::vector<Patch>& sheet, std::initializer_list<Region> regions,
                 MeasureTable& table) {
  for (const Region& region : regions) {
    Weighted thickness;
    for (const Patch& patch : sheet) {
      if (region.holds(patch.place)) thickness.add(patch.thickness, patch.area);
    }
    const std::string name = region.name;
    const auto band = [](double value, double share) {
      Band b = roughly(value, share * value);
      b.text = b.text.substr(0, b.text.find(','));
      return b;
    };
    constexpr const char* kSource = "blend of a statistical mean of healthy knees and one healthy man";
    table.add(name + ", mean", "mm", thickness.mean(), band(region.mean, 0.1), kSource);
    table.add(name + ", 95th percentile", "mm", thickness.percentile(0.95), band(region.high, 0.15), kSource);
  }
}

void measure_extent(const std::vector<Patch>& femoral, const std::vector<Patch>& medial,
                    const std::vector<Patch>& lateral, MeasureTable& table) {
  const auto range = [](const std::vector<Patch>& sheet, const Vec& axis, const Keep& keep = {}) {
    Range result;
    for (const Patch& patch : sheet) {
      if (!keep || keep(patch.place)) result.add(glm::dot(patch.place, axis));
    }
    return result;
  };
  constexpr const char* kSource = "real knees";
  const Range x = range(femoral, kLateral), y = range(femoral, kAnterior), z = range(femoral, kSuperior);
  table.add("femoral, medial edge", "mm", x.low, roughly(-35, 3), kSource);
  table.add("femoral, lateral edge", "mm", x.high, roughly(38, 3), kSource);
  table.add("femoral, rear", "mm", y.low, roughly(-28, 3), kSource);
  table.add("femoral, front", "mm", y.high, roughly(42, 3), kSource);
  table.add("femoral, lowest", "mm", z.low, roughly(-26, 3), kSource);
  const auto front = [](double side) {
    return [side](const Vec& p) { return p.y > 15 && side * (p.x - 1) > 9; };
  };
  const auto back = [](double side) { return [side](const Vec& p) { return p.y < -8 && side * p.x > 4; }; };
  table.add("trochlea, top laterally", "mm", range(femoral, kSuperior, front(1)).high, roughly(15, 3),
            kSource);
  table.add("trochlea, top medially", "mm", range(femoral, kSuperior, front(-1)).high, roughly(8, 4),
            kSource);
  table.add("medial condyle, top behind", "mm", range(femoral, kSuperior, back(-1)).high, roughly(12, 3),
            kSource);
  table.add("lateral condyle, top behind", "mm", range(femoral, kSuperior, back(1)).high, roughly(10, 3),
            kSource);
  constexpr const char* kPlate = "fupress ijae 20275, 39.8 x 26.7 and 33.6 x 26.1; real knees";
  table.add("medial tibial plate, front to back", "mm", range(medial, kAnterior).size(), roughly(39, 3),
            kPlate);
  table.add("medial tibial plate, across", "mm", range(medial, kLateral).size(), roughly(27, 3), kPlate);
  table.add("lateral tibial plate, front to back", "mm", range(lateral, kAnterior).size(), roughly(33, 3),
            kPlate);
  table.add("lateral tibial plate, across", "mm", range(lateral, kLateral).size(), roughly(27, 3), kPlate);
}

void measure_spaces(Specimen& knee, MeasureTable& table) {
  const TriangleGrid femur(knee.part(PartId::femur), 4);
  const auto space = [&](PartId part, const Keep& keep) {
    double least = 20;
    for (const Vertex& v : knee.part(part).vertices) {
      const Vec p(v.position);
      if (keep(p)) least = std::min(least, femur.distance(p, 20));
    }
    return least;
  };
  constexpr const char* kSource = "pjmhsonline 2790; statistical mean";
  table.add("medial joint space, bone to bone", "mm",
            space(PartId::tibia, [](const Vec& p) { return p.x < -14 && p.x > -28 && p.z > -40; }),
            roughly(4.3, 0.7), kSource);
  table.add("lateral joint space, bone to bone", "mm",
            space(PartId::tibia, [](const Vec& p) { return p.x > 14 && p.x < 30 && p.z > -40; }),
            roughly(5.5, 0.9), kSource);
  table.add("patellofemoral space, bone to bone", "mm", space(PartId::patella, anywhere), roughly(6, 1.2),
            "the two cartilages, textbook value");
}

}  // namespace

void measure_cartilage(Specimen& knee, MeasureTable& table) {
  const auto sheet = [&](PartId cartilage, PartId bone) {
    return outer_sheet(knee.part(cartilage), knee.part(bone));
  };
  const std::vector<Patch> femoral = sheet(PartId::femoral_cartilage, PartId::femur),
                           medial = sheet(PartId::tibial_cartilage_medial, PartId::tibia),
                           lateral = sheet(PartId::tibial_cartilage_lateral, PartId::tibia),
                           patellar = sheet(PartId::patellar_cartilage, PartId::patella);
  add_regions(femoral,
              {{"trochlea, middle", 3.1, 4.1, within<40, 120, -5, 7>},
               {"trochlea, lateral", 2.5, 3.6, within<40, 120, 7, 60>},
               {"trochlea, medial", 2.2, 3.3, within<40, 120, -60, -5>},
               {"medial condyle, below", 2.0, 2.5, within<-30, 40, -60, 0>},
               {"lateral condyle, below", 2.1, 2.7, within<-30, 40, 0, 60>},
               {"medial condyle, 30-60 degrees behind", 2.0, 2.6, within<-60, -30, -60, 0>},
               {"lateral condyle, 30-60 degrees behind", 2.5, 3.3, within<-60, -30, 0, 60>},
               {"medial condyle, behind", 2.1, 2.8, within<-150, -60, -60, 0>},
               {"lateral condyle, behind", 2.2, 2.9, within<-150, -60, 0, 60>}},
              table);
  add_regions(medial, {{"medial tibial plate", 1.8, 2.8, anywhere}}, table);
  add_regions(lateral, {{"lateral tibial plate", 2.3, 3.7, anywhere}}, table);
  add_regions(patellar, {{"patella", 3.0, 4.6, anywhere}}, table);
  double peak = 0, volumes = 0, area = 0;
  for (const Patch& patch : lateral) peak = std::max(peak, patch.thickness);
  table.add("lateral tibial plate, thickest", "mm", peak, roughly(4, 0.6), "as above");
  Weighted centre;
  for (const Patch& patch : medial) {
    if (glm::length(glm::dvec2(patch.place) - glm::dvec2(-19, 0)) < 4)
      centre.add(patch.thickness, patch.area);
  }
  table.add("medial tibial plate, its centre", "mm", centre.mean(), roughly(2.6, 0.26), "as above");
  for (const auto* plate : {&femoral, &medial, &lateral, &patellar}) {
    for (const Patch& patch : *plate) volumes += patch.thickness * patch.area, area += patch.area;
  }
  constexpr const char* kMen =
      "Eckstein 2001: men, 16.6-31.4 and 102-163, made as small as the average adult";
  table.add("volume of all plates", "ml", volumes / 1000, between(13.9, 26.4), kMen);
  table.add("joint surface of all plates", "cm2", area / 100, between(91, 145), kMen);
  table.add("mean thickness of all plates", "mm", volumes / area, between(1.57, 2.43), "Eckstein 2001");
  measure_extent(femoral, medial, lateral, table);
  measure_spaces(knee, table);
}

}  // namespace mend::anatomy
