#include "anatomy/yielding_muscle.h"

#include <algorithm>
#include <array>

#include "anatomy/cords.h"
#include "anatomy/untangle.h"

namespace mend::anatomy {
namespace {

constexpr int kAround = 28;
constexpr double kSpacing = 5;                         // mm between rings
constexpr double kTendonHalf = 1.5, kBellyHalf = 3.2;  // mm, half as thick: tendon, flesh
constexpr double kCordRoom = 2.5, kTwigRoom = 1.4;     // mm
constexpr double kMuscleRoom = 0.15;                   // mm: muscles touch
constexpr double kHeadRoom = 1.2;      // mm (assumed): so that the mesh of two heads does not cut itself
constexpr double kBoneRoom = 0.3;      // mm
constexpr double kCapsuleGives = 0.8;  // mm
constexpr double kSunk = 0.7;          // mm that an inserted end lies in its bone at most
constexpr double kFootprint = 9;       // mm of an end that lies on its bone
constexpr double kFan = 12;            // mm over which it comes down to it
constexpr double kCover = 0.5;         // mm of tendon over the ligament (assumed)
constexpr double kBareEnd = 20;        // mm of an end that may lie within the capsule

/// The side of the fold that a ring keeps to: the belly's, by degrees none for the tendon across the joint.
double side_at(const YieldingMuscle& plan, std::size_t i, std::size_t count) {
  constexpr double kThigh = 85, kCalf = 75, kFading = 20;  // mm from the cut end
  const double from_top = kSpacing * static_cast<double>(i),
               from_foot = kSpacing * static_cast<double>(count - 1 - i);
  return plan.side > 0   ? smooth_step(kThigh, kThigh - kFading, from_top)
         : plan.side < 0 ? -smooth_step(kCalf, kCalf - kFading, from_foot)
                         : 0;
}

/// mm along the line from the nearest inserted end.
double from_end(const YieldingMuscle& plan, double i, std::size_t count) {
  const double last = static_cast<double>(count - 1);
  return kSpacing * std::min(plan.top == MuscleEnd::inserted ? i : 1e3,
                             plan.foot == MuscleEnd::inserted ? last - i : 1e3);
}

/// A muscle's uncarved form.
struct Form {
  std::vector<Station> line;
  std::vector<Vec> along;
  double room = kMuscleRoom;  // mm that others keep from it
};

Vec across(const Form& form, std::size_t i) {
  const Vec& w = form.line[i].wide;
  return glm::normalize(w - form.along[i] * glm::dot(w, form.along[i]));
}

double distance_to(const Form& form, const Vec& p) {
  double nearest = 1e9;
  std::size_t best = 0;
  for (std::size_t i = 0; i < form.line.size(); ++i) {
    const Vec d = p - form.line[i].place;
    if (glm::dot(d, d) < nearest) nearest = glm::dot(d, d), best = i;
  }
  const Station& s = form.line[best];
  const Vec d = p - s.place, u = across(form, best), v = glm::cross(form.along[best], u);
  const double x = glm::dot(d, u), y = glm::dot(d, v), a = s.half_width, b = s.half_thickness;
  const double size = math::sqrt(x * x / (a * a) + y * y / (b * b));
  const double slope = math::sqrt(x * x / (a * a * a * a) + y * y / (b * b * b * b));
  const double aside = size < 0.05 ? -b : (size - 1) * size / std::max(slope, 1e-9);
  const bool at_end = best == 0 || best + 1 == form.line.size();
  return at_end ? std::max(aside, math::fabs(glm::dot(d, form.along[best])) - 0.5 * kSpacing) : aside;
}

/// A nerve, a vessel or a ligament with the room that muscles leave it.
class Cord {
 public:
  Cord(std::vector<Station> line, double room) : line_(std::move(line)), room_(room) {
    for (const Station& s : line_) {
      const Vec reach{s.half_width + room};
      low_ = glm::min(low_, s.place - reach);
      high_ = glm::max(high_, s.place + reach);
    }
  }
  /// Distance to its room, or `known` if that is less.
  [[nodiscard]] double at(const Vec& p, double known) const {
    const Vec off = glm::max(glm::max(low_ - p, p - high_), Vec{0});
    if (known > 0 && glm::dot(off, off) > known * known) return known;
    return std::min(known, tube(p, line_) - room_);
  }

 private:
  std::vector<Station> line_;
  double room_;
  Vec low_{1e9}, high_{-1e9};  // a box round its room
};

std::vector<Cord> cords_of(const Placed& knee) {
  const NerveCourse peroneal = peroneal_nerve(knee);
  std::vector<Cord> cords;
  for (const std::vector<Station>& line :
       {tibial_nerve(knee).stations, peroneal.stations, popliteal_artery(knee), popliteal_vein(knee),
        saphenous_nerve(knee)})
    cords.emplace_back(line, kCordRoom);
  for (const auto& twigs : {genicular_nerves(knee, peroneal), genicular_arteries(knee)}) {
    for (const std::vector<Station>& line : twigs) cords.emplace_back(line, kTwigRoom);
  }
  cords.emplace_back(lcl_stations(knee), kMuscleRoom);
  cords.emplace_back(iliotibial_band(knee), kCordRoom);
  return cords;
}

/// What a muscle has to give way to.
struct Room {
  const Placed& knee;
  std::vector<Cord> cords;
  std::vector<Form> others = {};
  Cord ligament{lcl_stations(knee), kCover};  // the outer collateral one, which the biceps embraces

  /// `from_end`: mm along from an inserted end, which lies on its bone, beside the capsule.
  [[nodiscard]] double at(const Vec& p, double side, double from_end) const {
    double d = knee.bones(p) + (from_end < kFootprint ? kSunk : -kBoneRoom);
    for (const Cord& cord : cords) d = cord.at(p, d);
    for (const Form& form : others) d = std::min(d, distance_to(form, p) - form.room);
    if (side != 0) d = std::min(d, fold(p, side));
    return from_end < kBareEnd ? d : std::min(d, joint_capsule(knee, p) + kCapsuleGives);
  }
  /// What an inserted end lies on.
  [[nodiscard]] double under_end(const Vec& p) const { return ligament.at(p, knee.bones(p)); }
  /// Distance from the plane where thigh and calf meet when the knee is deeply bent; open near the joint.
  [[nodiscard]] double fold(const Vec& p, double side) const {
    constexpr double kThighShare = 12, kLoose = 6;  // mm that the calf gives way more; where it fades out
    const double half = math::radians(0.5 * knee.flexion);
    const double out = -p.y * math::cos(half) + p.z * math::sin(half);
    const double open = 1.2 * ramp(42 - out, 4) + 60 * smooth_step(75, 45, knee.flexion);
    const double beyond = p.y * math::sin(half) + p.z * math::cos(half) + kThighShare;
    return (side > 0 ? beyond : -beyond) + open + kLoose * (1 - math::fabs(side));
  }
};

/// The levels carried with the leg: by the femur above, by the tibia below, by both between.
std::vector<Station> carried(const Room& room, const YieldingMuscle& plan) {
  const Placed& knee = room.knee;
  const Pose& pose = knee.poses.tibia;
  std::vector<Station> line;
  for (const MuscleLevel& l : plan.levels) {
    const double a = math::radians(l.turn), share = smooth_step(plan.low, plan.high, l.place.z);
    const Vec wide{math::cos(a), math::sin(a), l.rise};
    // The calf goes round the condyles; what draws up straight behind the knee is set below.
    const Vec moved =
        plan.side < 0 ? turned(knee, l.place, share) : glm::mix(pose.to_world(l.place), l.place, share);
    line.push_back(
        {moved, l.half_width, l.half_thickness, glm::normalize(glm::mix(pose.turn * wide, wide, share))});
  }
  const bool is_joined = plan.foot == MuscleEnd::joined;
  if (is_joined) {
    constexpr double kBefore = 30;  // mm before the end of the tendon that it joins (assumed)
    const std::vector<Station>& tendon = room.others.back().line;
    const Vec on = tendon[tendon.size() - 1 - static_cast<std::size_t>(kBefore / kSpacing)].place;
    line.back().place = glm::mix(on, line[line.size() - 3].place, 0.15);
  }
  if (plan.side == 0) return line;
  // A hamstring draws up as the knee bends and spans the hollow of the knee like a bowstring; the calf does
  // between the condyle and the rim of the tibia, when they come together.
  const bool is_calf = plan.side < 0;
  const double bent = is_calf ? 0 : std::max(0.0, knee.flexion - 30);
  std::size_t up = 1, down = plan.levels.size() - (is_joined ? 1 : 2);
  while (up < down && !is_calf && plan.levels[up + 1].place.z > plan.high + 0.4 * bent) ++up;
  while (up < down && plan.levels[down - 1].place.z < plan.low - 0.25 * bent) --down;
  const double taut = is_calf ? smooth_step(70, 110, knee.flexion) : smooth_step(15, 60, knee.flexion);
  for (std::size_t i = up + 1; i < down; ++i) {
    const double share = (plan.levels[up].place.z - plan.levels[i].place.z) /
                         (plan.levels[up].place.z - plan.levels[down].place.z);
    line[i].place = glm::mix(line[i].place, glm::mix(line[up].place, line[down].place, share), taut);
    line[i].wide = glm::normalize(
        glm::mix(line[i].wide, glm::normalize(glm::mix(line[up].wide, line[down].wide, share)), taut));
  }
  return line;
}

Form place(const Room& room, const YieldingMuscle& plan) {
  const Pose& pose = room.knee.poses.tibia;
  const std::vector<Station> rough = carried(room, plan);
  Form form{resample(rough, kSpacing), {}};
  std::vector<Station>& line = form.line;
  // Loosened and pushed out by turns: the belly lies round bone and beside its neighbours without a kink.
  const int passes = 4 + static_cast<int>(room.knee.flexion / 8);
  const std::size_t first = plan.top == MuscleEnd::cut ? 2 : 1;
  const std::size_t last = line.size() - (plan.foot == MuscleEnd::cut ? 3 : 2);
  for (int pass = 0; pass < passes; ++pass) {
    const std::vector<Station> old = line;
    for (std::size_t i = first; i <= last; ++i) {
      line[i].place = 0.25 * (old[i - 1].place + old[i + 1].place) + 0.5 * old[i].place;
      const double clear = 0.75 * line[i].half_thickness, side = side_at(plan, i, line.size());
      const double end = from_end(plan, static_cast<double>(i), line.size());
      const Field field = [&](const Vec& p) { return room.at(p, side, end); };
      for (int step = 0; step < 3; ++step) {
        const double d = field(line[i].place);
        if (d < clear) line[i].place += gradient(field, line[i].place, 0.5) * (0.8 * (clear - d));
      }
    }
  }
  const Field under = [&](const Vec& p) { return room.under_end(p); };
  if (plan.top == MuscleEnd::inserted) line.front().place = on_bone(under, line.front().place, 0);
  if (plan.foot == MuscleEnd::inserted) line.back().place = on_bone(under, line.back().place, 0);
  if (plan.foot == MuscleEnd::joined) {
    constexpr double kTip = 0.5;  // mm (assumed)
    line.back().place = outside([&](const Vec& p) { return room.at(p, 0, 1e3); }, line.back().place, kTip);
  }
  line = resample(line, kSpacing);
  for (std::size_t i = 1; i + 1 < line.size(); ++i) {
    const double side = side_at(plan, i, line.size()),
                 end = from_end(plan, static_cast<double>(i), line.size());
    // Last, by no more than leaves the line smooth.
    constexpr double kNudge = 1;  // mm
    const Vec move =
        outside([&](const Vec& p) { return room.at(p, side, end); }, line[i].place, 0.4) - line[i].place;
    line[i].place += move * std::min(1.0, kNudge / std::max(kNudge, glm::length(move)));
  }
  for (std::size_t i = 0; i < line.size(); ++i) {
    const Vec next = line[std::min(i + 1, line.size() - 1)].place, before = line[i == 0 ? 0 : i - 1].place;
    form.along.push_back(glm::normalize(next - before));
  }
  // Level where it is cut.
  const auto level = [&](std::size_t i, const Vec& down, double share) {
    form.along[i] = glm::normalize(glm::mix(form.along[i], down, share));
  };
  for (std::size_t i = 0; i < 3; ++i) {
    const double share = 1 - static_cast<double>(i) / 3;
    if (plan.top == MuscleEnd::cut) level(i, {0, 0, -1}, share);
    if (plan.foot == MuscleEnd::cut) level(line.size() - 1 - i, pose.turn * Vec{0, 0, -1}, share);
  }
  return form;
}

/// What a form is `at` rings along.
struct BetweenRings {
  Vec along;
  double half_thickness;
};

BetweenRings between_rings(const Form& form, double at) {
  const auto i = static_cast<std::size_t>(at);
  const std::size_t next = std::min(i + 1, form.line.size() - 1);
  const double t = at - static_cast<double>(i);
  return {glm::normalize(glm::mix(form.along[i], form.along[next], t)),
          lerp(form.line[i].half_thickness, form.line[next].half_thickness, t)};
}

using Shares = std::vector<std::array<double, kAround>>;  // of the full section, ring by ring

Vec rim(const Form& form, std::size_t i, std::size_t k) {
  const double angle = 2 * math::kPi * static_cast<double>(k) / kAround;
  const Vec u = across(form, i), v = glm::cross(form.along[i], u);
  return u * (form.line[i].half_width * math::cos(angle)) +
         v * (form.line[i].half_thickness * math::sin(angle));
}

/// How far each point of each ring can go out.
Shares carve(const Room& room, const YieldingMuscle& plan, const Form& form) {
  Shares shares(form.line.size());
  const std::size_t count = form.line.size();
  for (std::size_t i = 0; i < count; ++i) {
    const double end = from_end(plan, static_cast<double>(i), count);
    const double side = side_at(plan, i, count);
    for (std::size_t k = 0; k < kAround; ++k) {
      const Vec out = rim(form, i, k);
      const double full = glm::length(out);
      double t = 0;
      for (int step = 0; step < 60 && t < full; ++step) {
        const Vec p = form.line[i].place + out * (t / full);
        const double d = room.at(p, side, end);
        if (d < 0.02) break;
        t += std::max(0.8 * d, 0.02);
      }
      shares[i][k] = std::clamp(t / full, std::min(1.0, 0.25 / full), 1.0);
    }
  }
  return shares;
}

/// Takes away what stands out and what would fold rings through each other.
void soften(const Form& form, Shares& shares) {
  const std::size_t count = shares.size();
  for (int pass = 0; pass < 14; ++pass) {
    const Shares old = shares;
    for (std::size_t i = 0; i < count; ++i) {
      for (std::size_t k = 0; k < kAround; ++k) {
        const double beside = 0.5 * (old[i][(k + 1) % kAround] + old[i][(k + kAround - 1) % kAround]);
        const double along = i == 0 || i + 1 == count ? old[i][k] : 0.5 * (old[i - 1][k] + old[i + 1][k]);
        shares[i][k] = std::min({shares[i][k], beside + 0.03, along + 0.05});
      }
    }
    for (std::size_t i = 0; i + 1 < count; ++i) {
      const Vec step = form.line[i + 1].place - form.line[i].place;
      for (std::size_t k = 0; k < kAround; ++k) {
        const Vec moved = step + rim(form, i + 1, k) * shares[i + 1][k] - rim(form, i, k) * shares[i][k];
        if (glm::dot(moved, form.along[i] + form.along[i + 1]) > 0.4 * glm::length(step)) continue;
        shares[i][k] *= 0.88;
        shares[i + 1][k] *= 0.88;
      }
    }
  }
}

/// A ring of the mesh, and where it lies along the form, in rings.
struct SkinRing {
  double at;
  std::vector<Vec> points;
};

std::vector<SkinRing> rings_of(const Room& room, const YieldingMuscle& plan, const Form& form,
                               const Shares& shares) {
  const std::size_t count = form.line.size();
  const auto ring = [&](std::size_t i, double size) {
    SkinRing made{static_cast<double>(i), {}};
    for (std::size_t k = 0; k < kAround; ++k)
      made.points.push_back(form.line[i].place + rim(form, i, k) * (size * shares[i][k]));
    return made;
  };
  // A cut face has a sharp edge: one more ring just inside it.
  constexpr double kEdgeRing = 0.96;
  // An inserted end sinks into its bone strand by strand, on rings closer together.
  constexpr double kFine = 4;
  const Field under = [&](const Vec& p) { return room.under_end(p); };
  std::vector<SkinRing> rings;
  if (plan.top == MuscleEnd::cut) rings.push_back(ring(0, kEdgeRing));
  for (std::size_t i = 0; i + 1 < count; ++i) {
    const SkinRing before = ring(i == 0 ? 0 : i - 1, 1), here = ring(i, 1), next = ring(i + 1, 1),
                   after = ring(std::min(i + 2, count - 1), 1);
    const bool is_end = from_end(plan, here.at, count) < kFan || from_end(plan, next.at, count) < kFan;
    for (double t = 0; t < 1; t += is_end ? 1 / kFine : 1) {
      rings.push_back({here.at + t, here.points});
      for (std::size_t k = 0; k < kAround; ++k) {
        rings.back().points[k] =
            catmull_rom(before.points[k], here.points[k], next.points[k], after.points[k], t);
      }
    }
  }
  rings.push_back(ring(count - 1, 1));
  if (plan.foot == MuscleEnd::cut) rings.push_back(ring(count - 1, kEdgeRing));
  for (SkinRing& each : rings) sink_end(each.points, under, from_end(plan, each.at, count), kFan);
  return rings;
}

Mesh skin_of(const Room& room, const YieldingMuscle& plan, const Form& form, const Shares& shares) {
  const std::vector<SkinRing> skin = rings_of(room, plan, form, shares);
  std::vector<std::vector<Vec>> rings;
  for (const SkinRing& each : skin) rings.push_back(each.points);
  Mesh mesh = tube_of(rings);
  untangle(mesh);  // in deep folds
  for (std::size_t v = 0; v < mesh.vertices.size(); ++v) {
    const std::size_t in_rings = v / kAround;
    const double at = in_rings < skin.size()          ? skin[in_rings].at
                      : v + 1 == mesh.vertices.size() ? skin.back().at
                                                      : 0;
    // Straight where it comes down to its bone, or its drawn streaks would whirl.
    const double from = plan.top == MuscleEnd::inserted ? kFan / kSpacing : 0,
                 to = skin.back().at - (plan.foot == MuscleEnd::inserted ? kFan / kSpacing : 0);
    mesh.vertices[v].fibre = glm::vec3(between_rings(form, std::clamp(at, from, to)).along);
    mesh.vertices[v].region =
        static_cast<float>(smooth_step(kBellyHalf, kTendonHalf, between_rings(form, at).half_thickness));
    mesh.vertices[v].depth = static_cast<float>(kSpacing * at);
  }
  const Field bones = [&](const Vec& p) { return room.knee.bones(p); };
  if (plan.top == MuscleEnd::inserted) grow_in(mesh, bones, 0, kFan);
  if (plan.foot == MuscleEnd::inserted) grow_in(mesh, bones, kSpacing * skin.back().at, kFan);
  return mesh;
}

}  // namespace

std::vector<std::pair<PartId, Mesh>> build_yielding(const Placed& knee,
                                                    const std::vector<YieldingMuscle>& plans) {
  Room room{knee, cords_of(knee)};
  std::vector<std::pair<PartId, Mesh>> muscles;
  for (const YieldingMuscle& plan : plans) {
    const bool is_second = !muscles.empty() && muscles.back().first == plan.id;
    if (is_second) room.others.back().room = kHeadRoom;
    Form form = place(room, plan);
    Shares shares = carve(room, plan, form);
    soften(form, shares);
    Mesh skin = skin_of(room, plan, form, shares);
    if (is_second) {
      append(muscles.back().second, skin);
      untangle(muscles.back().second);  // where the deep fold presses the heads together
    } else {
      muscles.emplace_back(plan.id, std::move(skin));
    }
    room.others.push_back(std::move(form));
  }
  return muscles;
}

}  // namespace mend::anatomy
