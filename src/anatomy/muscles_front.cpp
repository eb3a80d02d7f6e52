// The muscles in front of the knee and on its inner side. Widths and middles by level are those of the
// Visible Human Male (Andreassen 2022) brought to an average thigh by about three quarters; rectus femoris
// and sartorius, which he lacks, from their neighbours (assumed).
#include <algorithm>
#include <initializer_list>

#include "anatomy/bones.h"
#include "anatomy/cords.h"
#include "anatomy/muscle_belly.h"
#include "anatomy/muscles.h"

namespace mend::anatomy {
namespace {

/// The middle of the extensor mechanism from the upper pole of the patella to the cut, in the straight knee:
/// the quadriceps tendon (anatomy section 6), then the rectus femoris in front of the shaft.
constexpr Vec kPole{5.5, 56.5, 18.3}, kTendonTop{6, 34.4, 79.7}, kCut{6.5, 36, kStageTop};

/// The same middle in the bent knee: as the patella goes down, all that hangs on it is drawn out.
class Pull {
 public:
  explicit Pull(const Placed& knee) : line_(knee.quadriceps) {
    constexpr int kSteps = 24;
    const Vec top = line_.back();
    for (int i = 1; i <= kSteps; ++i) {
      line_.push_back(clear_of_bone(knee, glm::mix(top, kCut, static_cast<double>(i) / kSteps), 5.5));
    }
    line_.back() = kCut;
    along_.push_back(0);
    for (std::size_t i = 1; i < line_.size(); ++i) {
      along_.push_back(along_.back() + glm::length(line_[i] - line_[i - 1]));
    }
  }

  /// Where a place known in the straight knee has gone; on the tendon itself, which does not give, or beside
  /// it.
  [[nodiscard]] Vec at(const Vec& p, bool on_tendon = false) const {
    const double low = glm::length(kTendonTop - kPole), high = glm::length(kCut - kTendonTop);
    const double rise = (p.z - kPole.z) / (kTendonTop.z - kPole.z);
    const double past = (p.z - kTendonTop.z) / (kCut.z - kTendonTop.z);
    const Vec middle = rise < 1 ? glm::mix(kPole, kTendonTop, rise) : glm::mix(kTendonTop, kCut, past);
    const double share = (rise < 1 ? rise * low : low + past * high) / (low + high);
    const double stretched = rise < 1 ? rise * low : lerp(low, along_.back(), past);
    const double goal = on_tendon ? stretched : share * along_.back();
    std::size_t i = 0;
    while (i + 2 < line_.size() && along_[i + 1] < goal) ++i;
    const double t = (goal - along_[i]) / (along_[i + 1] - along_[i]);
    const Vec up = glm::normalize(line_[std::min(i + 3, line_.size() - 1)] - line_[i < 2 ? 0 : i - 2]);
    // Upright where the thigh holds it, square to the line where the tendon turns round the trochlea.
    const Vec forward = glm::normalize(
        glm::mix(glm::normalize(glm::cross(up, Vec{1, 0, 0})), Vec{0, 1, 0}, smooth_step(0.3, 0.9, share)));
    const Vec here = glm::mix(line_[i], line_[i + 1], t);
    return here + Vec{p.x - middle.x, 0, 0} + forward * (p.y - middle.y);
  }

  /// Share of its thickness that a muscle keeps as it is drawn out.
  [[nodiscard]] double thinned() const {
    return math::sqrt((glm::length(kTendonTop - kPole) + glm::length(kCut - kTendonTop)) / along_.back());
  }

 private:
  std::vector<Vec> line_;
  std::vector<double> along_;
};

BellySection pulled(const Pull& pull, const BellySection& s, bool on_tendon = false) {
  BellySection moved = s;
  moved.place = pull.at(s.place, on_tendon);
  // Drawn out it thins, but for the cut, which the thigh above holds.
  moved.half_thickness *= lerp(pull.thinned(), 1, smooth_step(55, kStageTop, s.place.z));
  return moved;
}

/// Distance to the quadriceps tendon and the patella's front, which the vasti flank; about right near by.
double extensor(const Placed& knee, const Vec& p) {
  double least = 1e3;
  for (std::size_t i = 0; i + 1 < knee.quadriceps.size(); ++i) {
    const Vec a = knee.quadriceps[i], b = knee.quadriceps[i + 1], step = b - a;
    const double t = std::clamp(glm::dot(p - a, step) / glm::dot(step, step), 0.0, 1.0);
    const Vec off = p - (a + step * t);
    const double aside = std::max(0.0, math::fabs(off.x) - 15);  // half its width, less its round edges
    const double through = std::max(0.0, glm::length(Vec{0, off.y, off.z}));
    // It thins out over its upper 18 mm.
    const double half = lerp(3.75, 0.3, smooth_step(18, 0, glm::length(knee.quadriceps.back() - a)));
    least = std::min(least, math::sqrt(aside * aside + through * through) - half);
  }
  return least;
}

/// What a vastus keeps out of: the tendon, the band that lies on it or beneath it, also where that lies
/// close to the femur, and above the condyles the vessels and nerves that lie on the bone.
Field beneath_vastus(const Placed& knee, const std::vector<Station>& band) {
  constexpr double kVessels = 1.9, kBandRoom = 1.3;  // mm, as they are drawn
  constexpr double kClose = 3, kUnder = 4;           // mm from the bone, from the band (assumed)
  return [&knee, band](const Vec& p) {
    const double femur = knee.solids->femur(p), beside = tube(p, band);
    return std::min({extensor(knee, p), femur - kVessels * smooth_step(50, 38, p.z), beside - kBandRoom,
                     std::max(femur - kClose, beside - kUnder)});
  };
}

/// Fibres of a vastus run down and towards the patella, the lower the more: 15-18 degrees to the shaft in the
/// long part of the medialis, 50-55 in its oblique part (Lieb and Perry 1968); half of that in the lateralis
/// (assumed).
std::function<Vec(const Vec&)> slanted(const Pull& pull, double side, double high, double low) {
  const double bottom = pull.at({0, 50, 25}).z;
  return [=](const Vec& p) {
    const double angle = math::radians(lerp(low, high, smooth_step(bottom, bottom + 55, p.z)));
    return Vec{-side * math::sin(angle), 0.4 * math::sin(angle), -math::cos(angle)};
  };
}

/// The line in which a vastus joins the others: 2-3 mm within the edge of the common tendon, then the border
/// of the kneecap, through places of its own frame.
BellyMargin joined(const Placed& knee, double side, std::initializer_list<Vec> border) {
  constexpr double kWithin = 14;  // mm from the middle of the tendon, 35 mm wide (assumed)
  const Pose& kneecap = knee.poses.patella;
  const Vec across = kneecap.turn * Vec{1, 0, 0};
  const std::size_t last = knee.quadriceps.size() - 1;
  BellyMargin margin;
  for (std::size_t i = last + 1; i-- > 0;) {
    const double t = static_cast<double>(i) / static_cast<double>(last);
    margin.push_back(knee.quadriceps[i] + glm::normalize(glm::mix(across, {1, 0, 0}, t)) * (side * kWithin));
  }
  for (const Vec& p : border) margin.push_back(kneecap.to_world(on_bone(patella, kPatellaCentre + p, 0.4)));
  return margin;
}

BellyPlan vastus_medialis(const Placed& knee, const Pull& pull) {
  const Pose& kneecap = knee.poses.patella;
  const auto at = [&](const Vec& p) { return kneecap.to_world(kPatellaCentre + p); };
  BellyPlan plan{PartId::vastus_medialis, {}};
  for (const BellySection& s : {BellySection{{-17, 24, kStageTop}, 31, 17, {-0.2, -0.98, 0}, -5.5},
                                {{-19, 25.5, 82}, 31, 16.5, {-0.25, -0.97, 0}, -5.5},
                                {{-23, 26.5, 64}, 28, 15.5, {-0.28, -0.955, 0}, -5.5},
                                {{-26, 28, 47}, 24, 13.5, {-0.3, -0.94, 0.15}, -6},
                                {{-27.5, 30.5, 32}, 19.5, 10, {-0.4, -0.83, 0.35}, -5}}) {
    plan.sections.push_back(pulled(pull, s));
  }
  // The oblique part comes to the upper two thirds of the inner border of the patella, from beside it.
  plan.sections.push_back({at({-26.5, -6, 11.5}), 12.5, 5, kneecap.turn * Vec{-0.35, -0.4, -0.8}});
  plan.sections.push_back({at({-22.5, -1.5, 8}), 10.5, 2.6, kneecap.turn * Vec{-0.3, -0.1, -0.95}});
  plan.sections.push_back({at({-18.5, 1, 6}), 8.5, 0.7, kneecap.turn * Vec{-0.2, 0, -0.95}});
  plan.margin = joined(knee, -1, {{-14.5, 2, 15.5}, {-17.5, 1, 11}});
  plan.foot = {knee.kneecap(), 7};
  plan.avoid = beneath_vastus(knee, mpfl_stations(knee));
  plan.fibre = slanted(pull, -1, 16, 52);
  plan.squareness = 2.5;
  plan.around = 32;
  return plan;
}

/// The iliotibial band with the fascia on either side of it, which holds the vastus in.
std::vector<Station> lateral_fascia(const Placed& knee) {
  std::vector<Station> band = iliotibial_band(knee);
  for (Station& s : band) s.half_width += 10;  // assumed
  return band;
}

std::vector<BellySection> lateralis_sections(const Placed& knee, const Pull& pull) {
  const Pose& kneecap = knee.poses.patella;
  const auto at = [&](const Vec& p) { return kneecap.to_world(kPatellaCentre + p); };
  std::vector<BellySection> sections;
  for (const BellySection& s : {BellySection{{35, 22.5, kStageTop}, 37, 13, {-0.36, 0.93, 0}, -9},
                                {{34, 24, 82}, 33.5, 12.5, {-0.37, 0.93, 0}, -8},
                                {{31.5, 28, 64}, 27, 10.5, {-0.4, 0.92, 0}, -6},
                                {{28.5, 34, 48}, 19, 5.5, {-0.5, 0.85, 0.1}, -4},
                                {{26, 41.5, 35}, 12.5, 2.2, {-0.65, 0.72, 0.2}, -2}}) {
    sections.push_back(pulled(pull, s));
  }
  // A flat tendon from 20-30 mm above the patella joins the edge of the common one and the outer border.
  sections.push_back({at({19, -3, 21}), 8, 1.2, kneecap.turn * Vec{-0.9, 0.25, 0.2}});
  sections.push_back({at({18.5, -1, 13}), 6, 0.8, kneecap.turn * Vec{-0.8, 0.3, 0.4}});
  sections.push_back({at({19.5, 0.5, 5}), 4, 0.5, kneecap.turn * Vec{-0.7, 0.4, 0.5}});
  return sections;
}

BellyPlan vastus_lateralis(const Placed& knee, const Pull& pull) {
  BellyPlan plan{PartId::vastus_lateralis, lateralis_sections(knee, pull)};
  plan.margin = joined(knee, 1, {{13.5, 0.5, 16.5}, {17, 0.5, 12.5}});
  plan.foot = {knee.kneecap(), 7};
  plan.avoid = beneath_vastus(knee, lateral_fascia(knee));
  plan.fibre = slanted(pull, 1, 12, 28);
  plan.around = 32;
  return plan;
}

/// Round the front and the outer side of the shaft, deep to the others.
BellyPlan vastus_intermedius(const Placed& knee, const Pull& pull) {
  BellyPlan plan{PartId::vastus_intermedius, {}};
  for (const BellySection& s : {BellySection{{18, 26, kStageTop}, 25, 6.5, {-0.75, 0.66, 0}, -13},
                                {{18.5, 24, 84}, 22, 5.5, {-0.72, 0.69, 0}, -10},
                                {{20.5, 22, 68}, 15, 4.5, {-0.6, 0.8, 0}, -6},
                                {{22.5, 18, 56}, 9, 2.4, {-0.4, 0.9, 0}, -2},
                                {{23.5, 15, 49}, 5, 1.8, {-0.35, 0.93, 0}, -0.5}}) {
    plan.sections.push_back(pulled(pull, s));
  }
  plan.avoid = [&knee](const Vec& p) { return extensor(knee, p); };
  return plan;
}

/// Bipennate, its lower end the front layer of the quadriceps tendon.
BellyPlan rectus_femoris(const Placed& knee, const Pull& pull) {
  BellyPlan plan{PartId::rectus_femoris, {}};
  for (const BellySection& s : {BellySection{{7, 44, kStageTop}, 18, 8, {-1, 0, 0}, -3},
                                {{6.6, 42.5, 90}, 17, 6.5, {-1, 0, 0}, -2.5},
                                {{6.3, 40.8, 80}, 15.5, 4.4, {-1, 0, 0}, -2},
                                {{6, 42.8, 70}, 15, 2.4, {-1, 0, 0}, -2},
                                {{6, 46.3, 61}, 13.5, 1.3, {-1, 0, 0}, -2.5},
                                {{6, 49.5, 52}, 10.5, 1, {-1, 0, 0}, -2.5},
                                {{6, 52.4, 43}, 6.5, 0.8, {-1, 0, 0}, -2.5},
                                {{6, 54, 34}, 3, 0.5, {-1, 0, 0}, -1}}) {
    plan.sections.push_back(pulled(pull, s, true));
  }
  // Its tendon sinks into the common one, edges first, and ends within it in a tongue.
  const Vec end = plan.sections.back().place, back = plan.sections[3].place - end;
  plan.avoid = [&knee, end, back](const Vec& p) {
    constexpr double kSunk = 4;  // mm (assumed)
    const double left = glm::dot(p - end, back) / glm::dot(back, back);
    return extensor(knee, p) + kSunk * smooth_step(1.2, 0.8, left);
  };
  return plan;
}

/// Room for the small vessels round the head of the tibia and for the superficial collateral ligament, over
/// which the goosefoot passes before it comes down on the bone, not in a step.
Field over_ligament(const Placed& knee) {
  constexpr double kVessels = 1.6, kBare = 0.3, kLigament = 1.8, kLigamentRoom = 0.4;  // mm (assumed)
  return [&knee, ligament = mcl_stations(knee)](const Vec& p) {
    const double beside = tube(p, ligament);
    const double room = std::max(lerp(kBare, kVessels, smooth_step(-64, -54, knee.poses.tibia.to_local(p).z)),
                                 lerp(kBare, kLigament, smooth_step(10, 0, beside)));
    return std::min(knee.bones(p) - room, beside - kLigamentRoom);
  };
}

BellyPlan strap(const Placed& knee, PartId id, double fan, const std::vector<BellySection>& sections) {
  BellyPlan plan{id, sections};
  for (std::size_t i = 1; i < plan.sections.size(); ++i) {
    BellySection& s = plan.sections[i];
    const Vec wide = carry(knee, s.place + s.wide) - carry(knee, s.place);
    s.wide = glm::normalize(wide);
    s.place = carry(knee, s.place);
  }
  constexpr double kNerveRoom = 0.7;  // mm (assumed)
  plan.avoid = [over = over_ligament(knee), nerve = saphenous_nerve(knee),
                branch = infrapatellar_branch(knee)](const Vec& p) {
    return std::min({over(p), tube(p, nerve) - kNerveRoom, tube(p, branch) - kNerveRoom});
  };
  plan.spacing = 2.4;
  plan.around = 24;
  plan.foot = {knee.shin(), fan};
  return plan;
}

/// Over the saphenous nerve (anatomy section 9), behind the inner condyle, to the goosefoot in front of the
/// ligament.
BellyPlan sartorius(const Placed& knee) {
  return strap(knee, PartId::sartorius, 24,
               {{{-37, -19, kStageTop}, 15, 5.5, {0.3, -0.95, 0}, -1},
                {{-41, -22, 78}, 15, 5.2, {0.25, -0.97, 0}, -1},
                {{-45, -23, 54}, 14, 4.8, {0.15, -0.98, 0}, -1},
                {{-47.3, -20.5, 28}, 13, 4.2, {0.05, -1, 0}, -1},
                {{-48, -16.5, 6}, 11.5, 3.5, {0, -1, 0}, 0},
                {{-46, -12.5, -14}, 9.5, 2.6, {0, -0.97, -0.2}, 0},
                {{-42.5, -6, -31}, 8, 1.7, {0, -0.9, -0.45}, 0},
                {{-37.5, 2.5, -45}, 7.6, 1.1, {-0.1, -0.75, -0.6}, 0},
                {{-28, 11, -56}, 9, 0.7, {-0.3, -0.6, -0.75}, 0},
                {{-16, 18, -65}, 10.5, 0.45, {-0.3, -0.4, -0.9}, 0},
                {{-6.5, 23, -70}, 12.5, 0.3, {-0.2, -0.2, -0.95}, 0},
                {{-1, 26.5, -73}, 12.5, 0.3, {-0.2, -0.1, -0.95}, 0}});
}

BellyPlan gracilis(const Placed& knee) {
  return strap(knee, PartId::gracilis, 16,
               {{{-31, -43, kStageTop}, 11, 6.5, {0.1, -1, 0}, 0},
                {{-33, -44, 76}, 8.5, 5.5, {0, -1, 0}, 0},
                {{-36, -44, 54}, 5.5, 4.2, {0, -1, 0}, 0},
                {{-38, -43, 38}, 3.3, 2.6, {0, -1, 0}, 0},
                {{-40, -41, 15}, 2.3, 1.9, {0, -1, 0}, 0},
                {{-40.5, -36, -8}, 2.2, 1.8, {0, -1, 0}, 0},
                {{-38, -28, -28}, 2.2, 1.6, {0, -0.95, -0.3}, 0},
                {{-33.5, -14, -48}, 2.6, 1.3, {-0.1, -0.87, -0.5}, 0},
                {{-25.5, 3, -65}, 3.2, 0.9, {-0.3, -0.7, -0.7}, 0},
                {{-14.6, 13.2, -78.5}, 3.8, 0.5, {-0.3, -0.4, -0.9}, 0},
                {{-8, 18.6, -84}, 4.2, 0.3, {-0.2, -0.2, -0.95}, 0},
                {{-4.5, 21.2, -86.5}, 4.2, 0.3, {-0.2, -0.2, -0.95}, 0}});
}

}  // namespace

std::vector<Station> vastus_lateralis_band(const Placed& knee) {
  std::vector<Station> band;
  for (const BellySection& s : lateralis_sections(knee, Pull(knee)))
    band.push_back({s.place, s.half_width, s.half_thickness, s.wide});
  return band;
}

std::vector<std::pair<PartId, Mesh>> build_front_muscles(const Placed& knee) {
  const Pull pull(knee);
  return build_bellies(
      knee, {vastus_medialis(knee, pull), vastus_lateralis(knee, pull), vastus_intermedius(knee, pull),
             rectus_femoris(knee, pull), sartorius(knee), gracilis(knee)});
}

}  // namespace mend::anatomy
