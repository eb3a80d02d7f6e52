// The joint capsule as an offset of what it encloses (reflections: Zibis 2021), and the fat pad as what is
// left behind the patellar tendon.
#include <algorithm>

#include "anatomy/bones.h"
#include "anatomy/cartilage.h"
#include "anatomy/placed.h"
#include "base/random.h"

namespace mend::anatomy {
namespace {

/// 0 in the clefts between lobules, nearly 1 on their tops: distance to the nearest two of scattered
/// centres.
double lobule(const Vec& p) {
  const auto cell = [](double x) { return static_cast<std::int64_t>(x < 0 ? x - 1 : x); };
  const std::int64_t i = cell(p.x), j = cell(p.y), k = cell(p.z);
  double first = 9, second = 9;
  for (std::int64_t c = k - 1; c <= k + 1; ++c) {
    for (std::int64_t b = j - 1; b <= j + 1; ++b) {
      for (std::int64_t a = i - 1; a <= i + 1; ++a) {
        const auto who = static_cast<std::uint64_t>(a + 1000) + 4096 * static_cast<std::uint64_t>(b + 1000);
        const std::uint64_t bits =
            random_bits({.seed = 1, .who = who, .when = static_cast<std::uint64_t>(c + 1000), .why = 0xfa7});
        const auto part = [&](int shift) { return static_cast<double>(bits >> shift & 0xffff) / 65536; };
        const double d =
            glm::length(p - Vec(static_cast<double>(a) + part(0), static_cast<double>(b) + part(16),
                                static_cast<double>(c) + part(32)));
        if (d < first) {
          second = first;
          first = d;
        } else if (d < second) {
          second = d;
        }
      }
    }
  }
  const double ridge = second - first;
  return ridge * ridge / (ridge * ridge + 0.06);
}

/// Lobules of 4-10 mm (assumed), unequal as the space they lie in is drawn out here and pressed together
/// there.
double unequal_lobules(const Vec& p) {
  const Vec swayed =
      p + 2.5 * Vec{math::sin(p.y / 7) + math::cos(p.z / 9), math::sin(p.z / 8) - math::cos(p.x / 6),
                    math::cos(p.y / 9) + math::sin(p.x / 11)};
  return lobule(swayed / 6.5);
}

/// The fat pad before it is fitted between tendon and joint: apex, trochlea and front of the tibia.
double pad_block(const Placed& knee, const Vec& p) {
  const Vec apex = knee.poses.patella.to_world(kPatellaApex),
            tuberosity = knee.poses.tibia.to_world(kTuberosity);
  const Vec rim = knee.poses.tibia.to_world({4, 20, -31});
  const Vec along = glm::normalize(tuberosity - apex);
  const Vec forward = glm::normalize(glm::cross(Vec{1, 0, 0}, along));
  const Vec d = p - glm::mix(glm::mix(apex, tuberosity, 0.33), rim, 0.42);
  // A wedge: broad beneath the kneecap, narrow towards the tuberosity.
  const double down = glm::dot(d, along), taper = 1 - 0.22 * std::clamp(down / 22, -1.0, 1.0);
  const double body = ellipsoid({d.x / taper, glm::dot(d, forward), down}, Vec{0}, {23.5, 18, 22});
  // It lies on the back of the tendon as far down as the bursa above the tuberosity.
  const Vec q = p - Vec{std::clamp(p.x - apex.x, -7.0, 7.0), 0, 0};
  const double behind_tendon = capsule(q, glm::mix(apex, tuberosity, 0.12) - 7.0 * forward,
                                       glm::mix(apex, tuberosity, 0.78) - 5.0 * forward, 7, 4);
  return smooth_min(body, behind_tendon, 5);
}

/// The room of the two menisci on the plateau, which goes back with them as the knee bends.
double round_menisci(const Placed& knee, const Vec& t) {
  double least = 1e3;
  for (const bool is_medial : {true, false}) {
    const double back = meniscus_slide(is_medial, knee.flexion, 0.5);
    // Less high beneath the outer one, where the popliteus comes out.
    const Vec middle = is_medial ? Vec{-19.5, 1 - back, -25} : Vec{20.5, -3 - back, -22.5};
    const Vec half = is_medial ? Vec{18.3, 22.5, 7} : Vec{15.5, 16.5, 5.5};
    const Vec d = (t - middle) / half;
    const double aside = 15 * (math::sqrt(d.x * d.x + d.y * d.y) - 1), over = half.z * (math::fabs(d.z) - 1);
    least = std::min(least, smooth_max(aside, over, 2));
  }
  return least;
}

constexpr double kOnCartilage = 0.7;  // mm, where it lies on cartilage (assumed)

/// How far a place is outside the inner face of a band that lies on the capsule; beside the band less and
/// less.
double outside_band(const std::vector<Station>& band, const Vec& p) {
  constexpr double kBelow = 0.4, kSlope = 0.8;  // mm; mm that it may rise per mm beside the band (assumed)
  double nearest = 1e9, share = 0;
  std::size_t best = 0;
  Vec beside{0};
  for (std::size_t i = 0; i + 1 < band.size(); ++i) {
    const Vec step = band[i + 1].place - band[i].place, d = p - band[i].place;
    const double along = std::clamp(glm::dot(d, step) / glm::dot(step, step), 0.0, 1.0);
    const Vec off = d - along * step;
    if (glm::dot(off, off) > nearest) continue;
    nearest = glm::dot(off, off);
    share = along, best = i, beside = off;
  }
  const Station &a = band[best], &b = band[best + 1];
  // Away from the middle of the knee is outward.
  Vec outward = glm::normalize(glm::cross(b.place - a.place, a.wide));
  if (glm::dot(outward, a.place) < 0) outward = -outward;
  const double over = glm::dot(beside, outward);
  const double aside =
      math::sqrt(std::max(0.0, nearest - over * over)) - 0.8 * lerp(a.half_width, b.half_width, share);
  return over + a.half_thickness + kBelow - kSlope * std::max(0.0, aside);
}

}  // namespace

double joint_capsule(const Placed& knee, const Vec& p) {
  const Vec t = knee.poses.tibia.to_local(p);
  // Reflections: high in front (pouch), low at the sides, over the condyles' tops behind.
  const double top = lerp(lerp(15, 3.7, smooth_step(-17, -3, p.y)), 24, smooth_step(5, 24, p.y));
  const double over_femur = smooth_max(knee.solids->femur(p) - 4.5, p.z - top, 8);
  const double bottom = lerp(lerp(-38, -35.5, smooth_step(-15, -5, t.y)), -29, smooth_step(5, 20, t.y));
  const double over_tibia = smooth_max(smooth_max(knee.solids->tibia(t) - 3.5, bottom - t.z, 5), t.z + 18, 5);
  const Vec patella_middle = knee.poses.patella.to_world(kPatellaCentre);
  const double over_patella = knee.solids->patella(knee.poses.patella.to_local(p)) - 0.8;
  // Suprapatellar pouch: a flat pocket between femur and quadriceps tendon.
  // As the knee bends, the tendon is drawn down off it and taut over what is left: it lies flatter and lower
  // (by how much is assumed).
  const double bent = smooth_step(40, 90, knee.flexion);
  const double pouch_top =
      lerp(28, 50 - 7 * bent, smooth_step(-12, 14, p.x)) - 14 * smooth_step(-6, -34, p.x);
  const double pouch =
      smooth_max(ellipsoid(p, {3, 33 - 2 * bent, 30 - 3 * bent}, {30.3, 8.5 - 3 * bent, 21 - 3 * bent}),
                 p.z - pouch_top, 8);
  // The back wall bridges the notch; in front the retinacula run from the patella to the condyles and to the
  // tibia.
  const double back = capsule(p, {0, -16, 2}, {0, -15, -20}, 14, 14);
  const Vec axis = glm::normalize(Vec{0, patella_middle.y, patella_middle.z});
  const double reach = glm::length(patella_middle - Vec{patella_middle.x, 0, 0});
  const Vec d = p - (Vec{2, 0, 0} + axis * (0.52 * reach));
  const double out = glm::dot(d, axis);
  const Vec across = d - axis * out;
  const double sides =
      ellipsoid({across.x, out, glm::length(Vec{0, across.y, across.z})}, Vec{0}, {38, 0.5 * reach + 2, 30});
  const Vec notch_front = knee.poses.tibia.to_world({5, 20, -30});
  const double front =
      capsule(p, notch_front, glm::mix(knee.poses.patella.to_world(kPatellaApex), notch_front, 0.2), 15, 16);
  double joint = smooth_min(over_femur, over_tibia, 11);
  joint = smooth_min(joint, back, 8);
  // Behind each condyle it is a sheet drawn straight from the condyle to the tibia's rim.
  for (const double side : {-15.0, 15.0}) {
    const Vec rim = knee.poses.tibia.to_world({side, -18, -33});
    joint = smooth_min(joint, capsule(p, {side, -12, -6}, rim, 19.5, 8), 6);
  }
  joint = smooth_min(joint, round_menisci(knee, t), 4);
  joint = smooth_min(joint, pouch, 14);
  joint = smooth_min(joint, front, 14);
  joint = smooth_min(joint, sides, 12);
  joint = smooth_min(joint, over_patella, 9);
  joint = smooth_min(joint, pad_block(knee, p) - 1.2, 6);
  // Beneath the iliotibial band and the ligament of the kneecap, which lie on it.
  if (joint < 3) {
    for (const std::vector<Station>& band : knee.over_capsule)
      joint = smooth_max(joint, outside_band(band, p), 2);
  }
  // It opens in front, where the extensor mechanism takes its place; but between that and the condyles, which
  // come forward as the knee bends, it lies on their cartilage.
  joint = smooth_max(joint, before_joint(knee, p), 2);
  if (over_femur > joint + 1) return joint;  // too far from the femur for that
  return smooth_min(joint, smooth_max(knee.solids->femur_with_cartilage(p) - kOnCartilage, over_femur, 1), 1);
}

double capsule_open(const Placed& knee, const Vec& p) {
  constexpr double kOnBone = 3.2, kInFront = 10;  // mm over which it is drawn thinner (assumed)
  const double held = smooth_step(0.3, kOnBone, knee.bones(p));
  // The pouch above the kneecap is closed in front too.
  const double behind =
      std::max(smooth_step(-0.5, -kInFront, before_joint(knee, p)), smooth_step(14, 22, p.z));
  return 1 - held * behind;
}

double fat_pad(const Placed& knee, const Vec& p) {
  double pad = smooth_max(pad_block(knee, p), before_joint(knee, p) + 1.2, 3);
  constexpr double kSwell = 0.9;  // mm that a lobule stands out between its septa (assumed)
  if (pad < 3) pad -= kSwell * unequal_lobules(p);
  return smooth_max(pad, 0.6 - knee.joint_surfaces(p), 1.5);
}

}  // namespace mend::anatomy
