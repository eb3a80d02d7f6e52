#include "scene/nerve_drawing.h"

#include <cmath>

#include "sim/nerve_route.h"

namespace mend::scene {
namespace {

// Firing, slowed so that an eye can follow it (assumed): a healthy axon conducts at about 50 m/s.
constexpr double kBeadSpeed = 36;  // mm on screen per second over healthy nerve
constexpr double kPeriod = 9;      // seconds between the signals of one axon
constexpr double kFlare = 0.15;    // seconds a stopped bead glows at the lesion before it is gone
constexpr double kSlowest = 0.25;  // share of speed below which a bead would seem to stand still
constexpr double kGolden = 0.6180339887498949;

/// Arclength of the bead `seconds` after firing; -1 when there is none.
double bead(double seconds, double lesion, double end, const sim::AxonState& axon) {
  if (seconds < 0) return -1;
  const double run = kBeadSpeed * seconds;
  // An axon lost in scar fires by itself: its signals run from the lesion to the spinal cord.
  if (axon.neuroma > 0.5) return run < lesion ? lesion - run : -1;
  if (run < lesion) return run;
  const double after = seconds - lesion / kBeadSpeed;
  if (axon.velocity_fraction <= 0) return after < kFlare ? lesion : -1;
  const double at = lesion + kBeadSpeed * std::fmax(axon.velocity_fraction, kSlowest) * after;
  return at < end ? at : -1;
}

AxonInstance axon_of(const sim::AxonState& axon, const NerveSite& site, double end) {
  const double lesion = site.lesion, target_distance = site.target_distance;
  const bool is_connected = axon.tip >= target_distance;
  AxonInstance drawn;
  drawn.integrity = static_cast<float>(axon.distal_integrity);
  drawn.debris = static_cast<float>(axon.debris);
  drawn.tip = static_cast<float>(is_connected ? end + 1 : lesion + axon.tip);
  drawn.myelin_front =
      static_cast<float>(axon.myelin_front >= target_distance ? end + 1 : lesion + axon.myelin_front);
  drawn.misdirected = static_cast<float>(axon.misdirected);
  drawn.lamellae = static_cast<float>(axon.lamellae);
  return drawn;
}

}  // namespace

double length(const anatomy::Path& path) {
  return path.points.empty() ? 0 : path.spacing * static_cast<double>(path.points.size() - 1);
}

glm::vec3 point_at(const anatomy::Path& path, double arclength) {
  if (path.points.empty()) return glm::vec3(0);
  const double at = std::fmin(std::fmax(arclength, 0), length(path)) / path.spacing;
  const std::size_t last = path.points.size() - 1;
  const std::size_t i = std::min(static_cast<std::size_t>(at), last);
  return glm::mix(path.points[i], path.points[std::min(i + 1, last)],
                  static_cast<float>(at - static_cast<double>(i)));
}

Packing hexagonal_packing(std::size_t count, float radius) {
  int rings = 0;
  while (static_cast<std::size_t>(1 + 3 * rings * (rings + 1)) < count) ++rings;
  Packing packing;
  packing.spacing = radius / (static_cast<float>(rings) + 0.5f);
  constexpr glm::vec2 kCorners[6] = {{1, 0},  {0.5f, 0.8660254f},   {-0.5f, 0.8660254f},
                                     {-1, 0}, {-0.5f, -0.8660254f}, {0.5f, -0.8660254f}};
  packing.centres.push_back({0, 0});
  for (int ring = 1; ring <= rings; ++ring) {
    for (int side = 0; side < 6; ++side) {
      for (int step = 0; step < ring; ++step) {
        const glm::vec2 from = kCorners[side], to = kCorners[(side + 1) % 6];
        packing.centres.push_back((from * static_cast<float>(ring - step) + to * static_cast<float>(step)) *
                                  packing.spacing);
      }
    }
  }
  packing.centres.resize(count);
  return packing;
}

NerveSite nerve_site(const params::Scenario& scenario, double lesion, double day) {
  const bool repaired = sim::is_repaired(scenario.nerve) && day >= scenario.nerve.repair_day;
  const sim::Route route = sim::route_of(scenario, repaired);
  const bool is_bruised = scenario.nerve.injury == params::NerveInjuryKind::neurapraxia;
  return {.lesion = lesion,
          .target_distance = route.length,
          .gap = route.has_graft ? 0 : route.gap,
          .patch = is_bruised ? scenario.nerve_model.patch_length : 0};
}

NerveDrawing draw_nerve(const anatomy::Path& path, const NerveSite& site, const sim::NerveState& state,
                        double seconds) {
  constexpr float kFascicleShare = 0.86f;  // of the sheath's radius: the rest is epineurium
  const double end = length(path);
  NerveDrawing drawing{.path = &path,
                       .lesion = static_cast<float>(site.lesion),
                       .from = 0,
                       .to = static_cast<float>(end),
                       .sheath_radius = static_cast<float>(path.radius),
                       .gap = static_cast<float>(site.gap),
                       .patch = static_cast<float>(site.patch),
                       .axons = {}};
  const Packing packing = hexagonal_packing(state.axons.size(), kFascicleShare * drawing.sheath_radius);
  for (std::size_t i = 0; i < state.axons.size(); ++i) {
    AxonInstance drawn = axon_of(state.axons[i], site, end);
    drawn.offset = packing.centres[i];
    drawn.radius = 0.30f * packing.spacing;
    // Each axon fires in its own turn, spread evenly, so that a still shows single beads too.
    const double turn = std::fmod(seconds / kPeriod + kGolden * static_cast<double>(i), 1.0);
    drawn.signal = static_cast<float>(bead(kPeriod * turn, site.lesion, end, state.axons[i]));
    drawing.axons.push_back(drawn);
  }
  return drawing;
}

}  // namespace mend::scene
