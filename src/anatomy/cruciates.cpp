// Both cruciate ligaments: each a flat ribbon of two bundles side by side, of one width between the bones,
// whose strands fan out on to a footprint at either end (Piefer 2012, Harner, Siebold 2014).
#include <algorithm>
#include <array>

#include "anatomy/bones.h"
#include "anatomy/cartilage.h"
#include "anatomy/cords.h"

namespace mend::anatomy {
namespace {

/// One bundle: the middles of its footprints, half their extent across and along the way that it comes, and
/// half its width in the ribbon.
struct Bundle {
  Vec top, low;
  glm::dvec2 at_femur, at_tibia;
  double half_width;
};
struct Ribbon {
  std::array<Bundle, 2> bundles;
  double half_thickness;
};

/// mm by which the bundles overlap, so that only a seam is seen between them (assumed).
constexpr double kOverlap = 1.8;

/// mm from the ribbon's middle to a bundle's, towards the first one.
double beside(const Ribbon& ribbon, std::size_t b) {
  const double other = ribbon.bundles[1 - b].half_width - 0.5 * kOverlap;
  return b == 0 ? other : -other;
}

Vec square_to(const Vec& along, const Vec& v) {
  return glm::normalize(v - along * glm::dot(v, along));
}

/// The ribbon's middle from foot to foot: taut, and clear of a solid over its whole width. It turns evenly
/// from the way that the feet lie beside each other on the femur to that on the tibia.
std::vector<Station> line_of(const Ribbon& ribbon, const Field& solid) {
  constexpr int kSteps = 16, kPasses = 30;
  const Bundle &first = ribbon.bundles[0], &second = ribbon.bundles[1];
  const Vec top = 0.5 * (first.top + second.top), low = 0.5 * (first.low + second.low);
  const Vec along = glm::normalize(low - top);
  const Vec from = square_to(along, first.top - second.top), to = square_to(along, first.low - second.low);
  const double turn = math::atan2(glm::dot(glm::cross(from, to), along), glm::dot(from, to));
  std::vector<Station> line;
  for (int i = 0; i <= kSteps; ++i) {
    const double t = static_cast<double>(i) / kSteps, angle = turn * smooth_step(0.1, 0.9, t);
    line.push_back({glm::mix(top, low, t), first.half_width + second.half_width - 0.5 * kOverlap,
                    ribbon.half_thickness,
                    from * math::cos(angle) + glm::cross(along, from) * math::sin(angle)});
  }
  for (int pass = 0; pass < kPasses; ++pass) {
    const std::vector<Station> before = line;
    for (int i = 1; i < kSteps; ++i) {
      // It rises from the bone at either end.
      Station& s = line[static_cast<std::size_t>(i)];
      const double clear = std::min(1.0, 0.3 * std::min(i, kSteps - i)) * (ribbon.half_thickness + 0.2);
      s.place = 0.5 * (before[static_cast<std::size_t>(i - 1)].place +
                       before[static_cast<std::size_t>(i + 1)].place);
      for (const double aside : {0.0, 0.7, -0.7}) {
        const Vec off = s.wide * (aside * s.half_width);
        s.place = outside(solid, s.place + off, clear, 2) - off;
      }
    }
  }
  for (int pass = 0; pass < 10; ++pass) {
    const std::vector<Station> before = line;
    for (std::size_t i = 1; i < kSteps; ++i)
      line[i].place = 0.25 * (before[i - 1].place + before[i + 1].place) + 0.5 * before[i].place;
  }
  return line;
}

/// Where the strands of a bundle end, its rings at one end from the bone to where the ribbon begins.
struct Foot {
  Vec middle, across, along;
  glm::dvec2 half;
};
/// Across it lies as `wide` does; `through` is the ribbon's, which goes `inward` from the bone.
Foot foot_of(const Field& bone, const Vec& place, const glm::dvec2& half, const Vec& wide, const Vec& through,
             const Vec& inward) {
  constexpr double kAtLarge = 8;  // mm: it lies on the bone at large, not on a hollow's wall (assumed)
  const Vec out = glm::normalize(gradient(bone, place, kAtLarge));
  const Vec across = square_to(out, wide);
  const Vec along = glm::cross(out, across);
  // Strands of the ribbon's face that is turned to the bone end nearer than those of the other, also where it
  // comes along the bone.
  const double turned = glm::dot(along, through) - glm::dot(along, inward) * glm::dot(through, out);
  return {place, across, turned < 0 ? -along : along, half};
}

constexpr int kAround = 26;      // points round a bundle
constexpr double kSquare = 2.5;  // exponent of the section: flat faces, round edges (assumed)

/// One point of a section of half-width and half-thickness 1.
glm::dvec2 section_point(int k) {
  constexpr double kFurrows = 7, kDeep = 0.03;  // assumed
  const double angle = 2 * math::kPi * k / kAround, furrow = 1 + kDeep * math::cos(kFurrows * angle);
  return furrow * glm::dvec2{squared_off(math::cos(angle), kSquare), squared_off(math::sin(angle), kSquare)};
}

/// Rings from the bone to the ribbon's first ring: each strand leaves the ribbon the way that it runs and
/// bends to its place in the footprint. Where the bone `rises` beside them, as the wall of a fossa does,
/// strands stay above it, those of the outer face above the others.
std::vector<std::vector<Vec>> fan(const Foot& foot, const Field& bone, const std::vector<Vec>& ribbon,
                                  const Vec& towards, bool rises) {
  constexpr int kRings = 8;
  constexpr double kSunk = 0.4;     // mm that a strand goes into the bone (assumed)
  constexpr double kUneven = 0.03;  // share of the footprint's half-width (assumed)
  constexpr double kBroad = 2.5;    // exponent of its outline: broad rather than pointed (assumed)
  const auto in_footprint = [&](double share) {
    std::vector<Vec> ring;
    for (int k = 0; k < kAround; ++k) {
      // Strands end unevenly.
      const double angle = 2 * math::kPi * k / kAround;
      const double reach = share * (1 + kUneven * (math::sin(5 * angle + 1) + math::sin(8 * angle)));
      const Vec place = foot.middle +
                        foot.across * (reach * foot.half.x * squared_off(math::cos(angle), kBroad)) +
                        foot.along * (reach * foot.half.y * squared_off(math::sin(angle), kBroad));
      ring.push_back(on_bone(bone, place, kSunk));
    }
    return ring;
  };
  // The end lies on the bone all over, as hollow or round as that is.
  std::vector<std::vector<Vec>> rings{in_footprint(0.5)};
  const std::vector<Vec> ends = in_footprint(1);
  for (int i = 0; i < kRings; ++i) {
    const double u = static_cast<double>(i) / kRings;
    std::vector<Vec> ring;
    for (std::size_t k = 0; k < ends.size(); ++k) {
      const Vec bend = ribbon[k] + towards * (0.45 * glm::length(ends[k] - ribbon[k]));
      const Vec p = glm::mix(glm::mix(ends[k], bend, u), glm::mix(bend, ribbon[k], u), u);
      const double outer = 0.5 + 0.5 * math::sin(2 * math::kPi * static_cast<double>(k) / kAround);
      // Flat on the bone where they end.
      const double above = 7 * u * u * (1 - u) * (1 - u) * (0.6 + 1.4 * outer) - kSunk * (1 - u);  // assumed
      ring.push_back(rises ? outside(bone, p, above, 2) : p);
    }
    rings.push_back(std::move(ring));
  }
  return rings;
}

/// mm along the line from its end, which goes `inward`, to where the bundle has the ribbon's form.
double begins_after(const Foot& foot, const Vec& end, const Vec& inward) {
  constexpr double kFan = 3, kLeast = 4;  // beyond the footprint's near edge (assumed)
  return std::max(kLeast, kFan + glm::dot(foot.middle - end, inward) +
                              foot.half.y * math::fabs(glm::dot(foot.along, inward)));
}

Mesh bundle_of(const Placed& knee, const Ribbon& ribbon, const std::vector<Station>& line, std::size_t b) {
  const Bundle& bundle = ribbon.bundles[b];
  const std::vector<Station> fine = resample(line, 1.2);
  const std::size_t last = fine.size() - 1;
  const double spacing = glm::length(fine[1].place - fine[0].place);
  const auto along_at = [&](std::size_t i) {
    return glm::normalize(fine[std::min(i + 1, last)].place - fine[i == 0 ? 0 : i - 1].place);
  };
  const auto ring_at = [&](std::size_t i) {
    const Vec along = along_at(i), wide = square_to(along, fine[i].wide), through = glm::cross(along, wide);
    std::vector<Vec> ring;
    for (int k = 0; k < kAround; ++k) {
      const glm::dvec2 at = section_point(k);
      ring.push_back(fine[i].place + wide * (beside(ribbon, b) + bundle.half_width * at.x) +
                     through * (ribbon.half_thickness * at.y));
    }
    return ring;
  };
  // On the tibia both feet lie level, and make one oval.
  const auto foot_at = [&](std::size_t i, const Field& bone, const Vec& place, const glm::dvec2& half,
                           double way, bool level) {
    const Vec along = along_at(i), wide = square_to(along, fine[i].wide);
    const Vec across = level ? knee.poses.tibia.turn * Vec{wide.x < 0 ? -1 : 1, 0, 0} : wide;
    return foot_of(bone, place, half, across, glm::cross(along, wide), way * along);
  };
  const Foot top = foot_at(3, knee.thigh(), bundle.top, bundle.at_femur, 1, false),
             low = foot_at(last - 3, knee.shin(), bundle.low, bundle.at_tibia, -1, true);
  const auto steps = [&](double mm) { return static_cast<std::size_t>(mm / spacing + 0.5); };
  const std::size_t from = steps(begins_after(top, fine[0].place, along_at(3))),
                    to = last - steps(begins_after(low, fine[last].place, -along_at(last - 3)));
  std::vector<std::vector<Vec>> rings = fan(top, knee.thigh(), ring_at(from), -along_at(from), false);
  for (std::size_t i = from; i <= to; ++i) rings.push_back(ring_at(i));
  const std::vector<std::vector<Vec>> ends = fan(low, knee.shin(), rings.back(), along_at(to), true);
  rings.insert(rings.end(), ends.rbegin(), ends.rend());
  std::vector<Station> middles;
  for (const std::vector<Vec>& ring : rings) {
    Vec middle{0};
    for (const Vec& p : ring) middle += p / static_cast<double>(ring.size());
    middles.push_back({middle, bundle.half_width, ribbon.half_thickness, {0, 0, 1}});
  }
  constexpr double kGrownIn = 14;  // mm from either end (assumed)
  Mesh mesh = band_of(rings, middles);
  grow_in(mesh, knee.thigh(), 0, kGrownIn);
  grow_in(mesh, knee.shin(), static_cast<double>(mesh.vertices.back().depth), kGrownIn);
  return mesh;
}

Mesh cruciate(const Placed& knee, const Ribbon& ribbon, const std::vector<Station>& line) {
  Mesh mesh = bundle_of(knee, ribbon, line, 0);
  append(mesh, bundle_of(knee, ribbon, line, 1));
  return mesh;
}

Ribbon pcl(const Placed& knee) {
  const Pose& pose = knee.poses.tibia;
  // 13 x 6 mm in the middle. Femoral areas 112 and 60 mm2, tibial 93 and 151, the middles there 8.2 mm apart,
  // at 47 and 44 % of the tibia's width (Harner; anatomy table 6); at the femur about the table's middle by
  // those areas (assumed).
  const Bundle anterolateral{on_bone(femur, {-6, 6.5, -5}, 0),
                             pose.to_world(on_bone(tibia, {3, -20.2, -38.4}, 0)),
                             {5.7, 6},
                             {5.5, 7.2},
                             3.6};
  const Bundle posteromedial{on_bone(femur, {-9.8, -1.8, -7.2}, 0),
                             pose.to_world(on_bone(tibia, {-6, -21.2, -41.7}, 0)),
                             {3.6, 4.8},
                             {8.4, 8.6},
                             3};
  return {{anterolateral, posteromedial}, 2.75};
}

Ribbon acl(const Placed& knee) {
  const Pose& pose = knee.poses.tibia;
  // Together 9.9 x 3.9 mm in the middle (39 mm2), two to four times that at either end; the posterolateral
  // bundle starts 2.5 mm further back than the table's rounded place, beside and not below its fellow; both
  // are moved on to our bones.
  const Bundle anteromedial{on_bone(femur, {8, -11, 2.2}, 0),
                            pose.to_world(on_bone(tibia, {-0.8, 12, -23}, 0)),
                            {3.8, 5.6},
                            {4.8, 8.2},
                            3};
  const Bundle posterolateral{on_bone(femur, {9, -10.2, -4.6}, 0),
                              pose.to_world(on_bone(tibia, {3.4, 8.7, -24}, 0)),
                              {3.8, 5.6},
                              {5, 8.2},
                              3};
  return {{anteromedial, posterolateral}, 1.95};
}

Field surfaces_of(const Placed& knee) {
  return [&knee](const Vec& p) { return knee.joint_surfaces(p); };
}

constexpr double kApart = 0.5;  // mm between the two where they cross (assumed)

/// Where the two cross as the knee bends, each gives way by half: the posterior one here, off the way that
/// its fellow would take without it.
std::vector<Station> pcl_line(const Placed& knee) {
  const Field surfaces = surfaces_of(knee);
  std::vector<Station> line = line_of(pcl(knee), surfaces);
  const std::vector<Station> before_it = line_of(acl(knee), surfaces);
  const std::size_t last = line.size() - 1;
  std::vector<Vec> yielded;
  for (std::size_t i = 0; i <= last; ++i) {
    const Station& s = line[i];
    const Field other = [&](const Vec& p) { return tube(p, before_it); };
    const double overlap = std::max(0.0, s.half_thickness + kApart - other(s.place));
    const double held = smooth_step(0, 4, static_cast<double>(std::min(i, last - i)));
    yielded.push_back(gradient(other, s.place, 0.5) * (0.5 * held * overlap));
  }
  // Over a length, without a bend.
  for (int pass = 0; pass < 8; ++pass) {
    const std::vector<Vec> before = yielded;
    for (std::size_t i = 1; i < last; ++i)
      yielded[i] = 0.25 * (before[i - 1] + before[i + 1]) + 0.5 * before[i];
  }
  for (std::size_t i = 1; i < last; ++i) {
    const double clear =
        std::min(1.0, 0.3 * static_cast<double>(std::min(i, last - i))) * (line[i].half_thickness + 0.2);
    line[i].place = outside(surfaces, line[i].place + yielded[i], clear, 2);
  }
  return line;
}

}  // namespace

Mesh build_acl(const Placed& knee) {
  // Its fellow lies behind it.
  const std::vector<Station> behind = pcl_line(knee);
  const Field solid = [&](const Vec& p) {
    return std::min(knee.joint_surfaces(p), tube(p, behind) - kApart);
  };
  const Ribbon ribbon = acl(knee);
  return cruciate(knee, ribbon, line_of(ribbon, solid));
}

Mesh build_pcl(const Placed& knee) {
  return cruciate(knee, pcl(knee), pcl_line(knee));
}

}  // namespace mend::anatomy
