#include "scene/nerve_repair.h"

#include <algorithm>
#include <cmath>

#include "scene/nerve_drawing.h"
#include "scene/sections.h"
#include "sim/nerve_route.h"

namespace mend::scene {
namespace {

using params::NerveInjuryKind;
using params::NerveRepair;

// Drawn sizes, in mm (assumed unless a source is named).
constexpr double kTaper = 2.2;     // over which a stump narrows behind its edge
constexpr double kDome = 0.5;      // length of its rounded end
constexpr double kBlunt = 0.62;    // width of a stump at its edge, where its sheath has drawn back
constexpr double kBulb = 5;        // half length of a neuroma
constexpr double kSwelling = 0.6;  // how much wider it is than the nerve
constexpr double kVisible = 0.08;  // swelling below which a stump is drawn plain
constexpr float kBulbDays = 60;    // it grows for two months
constexpr double kOverlap = 1.6;   // of a tube over each stump: 1-2 mm are sewn in (surgical custom)
constexpr double kTubeWidth = 1.45, kTubeWall = 0.1;  // inner width of a tube and its wall, in widths
constexpr double kFibrin = 0.2;                       // width of the first cable across an empty tube
constexpr double kBite = 0.9;                         // of a stitch beyond the edge
constexpr float kThread = 0.055f;  // half-width of a thread: thicker than life (8-0 is 0.045 mm), to be seen
constexpr int kStitches = 8;

double smooth(double from, double to, double x) {
  return glm::smoothstep(from, to, x);
}

/// A stitch through the outer sheath over a join, at one turn of the nerve: an arch, its knot, two short
/// tails.
anatomy::Mesh stitch(const Sections& nerve, double from, double to, double turn) {
  constexpr int kSteps = 12;
  const double low = from - kBite, high = to + kBite, middle = 0.5 * (low + high);
  const auto at = [&](double s, double width) { return nerve.within(s, turn, width); };
  std::vector<Bead> arch;
  for (int i = 0; i <= kSteps; ++i) {
    const double t = static_cast<double>(i) / kSteps;
    arch.push_back({at(low + t * (high - low), 0.94 + 0.11 * std::sin(3.14159265 * t)), kThread});
  }
  anatomy::Mesh mesh = thread(arch, 6);
  const glm::vec3 knot = at(middle, 1.06), along = nerve.along(middle);
  const glm::vec3 out = glm::normalize(knot - nerve.middle(middle)), across = glm::cross(along, out);
  append(mesh, thread({{knot - 0.13f * across, 0.6f * kThread},
                       {knot - 0.06f * across, 2.0f * kThread},
                       {knot + 0.06f * across, 2.0f * kThread},
                       {knot + 0.13f * across, 0.6f * kThread}},
                      6));
  for (const float side : {-1.0f, 1.0f}) {
    append(mesh, thread({{knot, kThread},
                         {knot + 0.18f * out + side * 0.2f * across, kThread},
                         {knot + 0.28f * out + side * 0.42f * across, 0.8f * kThread}},
                        6));
  }
  return mesh;
}

void add_stitches(const Sections& nerve, double from, double to, std::vector<NervePiece>& pieces) {
  for (int i = 0; i < kStitches; ++i)
    pieces.push_back({stitch(nerve, from, to, static_cast<double>(i) / kStitches), Material::thread, 1});
}

/// A tube with open ends round the nerve: its outer face, and back along its inner one.
anatomy::Mesh conduit(const Sections& nerve, double from, double to) {
  const int steps = std::max(6, static_cast<int>(std::ceil((to - from) / 0.5)));
  constexpr std::size_t kAround = 40;
  std::vector<Ring> rings;
  for (int i = 0; i <= 2 * steps + 1; ++i) {
    const bool is_outer = i <= steps;
    const double s = from + (to - from) * (is_outer ? i : 2 * steps + 1 - i) / steps;
    // Round, whatever the nerve in it: as wide as the nerve at its widest.
    const double radius = nerve.half_width(0.5 * (from + to)) * (kTubeWidth + (is_outer ? kTubeWall : 0));
    const glm::vec3 middle = nerve.middle(s), along = nerve.along(s);
    const glm::vec3 to_wall = nerve.wall(s, 0).position - middle;
    const glm::vec3 u = glm::normalize(to_wall - along * glm::dot(to_wall, along)), v = glm::cross(along, u);
    Ring& ring = rings.emplace_back();
    for (std::size_t k = 0; k < kAround; ++k) {
      const double angle = 6.283185307179586 * static_cast<double>(k) / kAround;
      anatomy::Vertex vertex;
      vertex.position = middle + static_cast<float>(radius) * (static_cast<float>(std::cos(angle)) * u +
                                                               static_cast<float>(std::sin(angle)) * v);
      vertex.fibre = along;
      vertex.depth = 2;
      vertex.region = 1;  // as a thick clear layer
      ring.push_back(vertex);
    }
  }
  return closed_sleeve(rings);
}

/// Share of axons lost in the scar of the near stump itself.
double lost_share(const sim::NerveState& nerve) {
  double lost = 0;
  for (const sim::AxonState& axon : nerve.axons)
    lost += axon.tip < kDome ? axon.neuroma / static_cast<double>(nerve.axons.size()) : 0;
  return lost;
}

/// Share of axons that have grown across the gap.
double crossed_share(const sim::NerveState& nerve, double gap) {
  double crossed = 0;
  for (const sim::AxonState& axon : nerve.axons)
    crossed += smooth(0, std::max(gap, 1e-6), axon.tip) / static_cast<double>(nerve.axons.size());
  return crossed;
}

/// Both stumps, narrowing to a blunt end, the near one swollen by the axons lost in its scar.
void add_stumps(const Sections& nerve, double lesion, double gap, double swelling, float opacity,
                std::vector<NervePiece>& pieces) {
  const double dome = std::min(kDome, 0.2 * gap), taper = stump_taper(gap);
  const auto end = [&](double away) {  // mm before the edge
    const double round = std::clamp(-away / std::max(dome, 1e-6), 0.0, 0.999);
    const double narrowed = taper > 0 ? smooth(taper, 0, away) : 0;
    return glm::mix(1.0, kBlunt, narrowed) * std::sqrt(1 - round * round);
  };
  const auto near_width = [&](double s, double) {
    const double from_middle = (s - lesion + 0.5 * kBulb) / (0.5 * kBulb);
    return end(lesion - s) * 0.995 + (swelling > kVisible ? swelling * std::exp(-from_middle * from_middle) *
                                                                smooth(-dome, 0.6, lesion - s)
                                                          : 0);
  };
  const double reach = swelling > kVisible ? kBulb : taper;
  const float scarred = opacity + (0.6f - opacity) * static_cast<float>(std::min(1.0, swelling));
  pieces.push_back({skin(nerve, lesion - reach, lesion + dome, near_width, 0.25), Material::nerve_sheath,
                    std::max(opacity, scarred)});
  const double edge = lesion + gap;
  const auto far_width = [&](double s, double) { return 0.995 * end(s - edge); };
  if (edge + taper < nerve.end())
    pieces.push_back(
        {skin(nerve, edge - dome, edge + taper, far_width, 0.25), Material::nerve_sheath, opacity});
}

/// What surgery has put there, between the edges of the stumps.
void add_repair(const Sections& nerve, const params::Scenario& scenario, const sim::State& state,
                const Edges& edges, float opacity, std::vector<NervePiece>& pieces) {
  const double open = edges.lower - edges.upper;
  switch (scenario.nerve.repair) {
    case NerveRepair::none:
      return;
    case NerveRepair::suture:
      return add_stitches(nerve, edges.upper, edges.lower, pieces);
    case NerveRepair::graft:
      if (open > 1)
        pieces.push_back(
            {skin(nerve, edges.upper + 0.2, edges.lower - 0.2, [](double, double) { return 0.9; }),
             Material::nerve_sheath, opacity});
      add_stitches(nerve, edges.upper, edges.upper, pieces);
      add_stitches(nerve, edges.lower, edges.lower, pieces);
      return;
    case NerveRepair::conduit: {
      const double width = cable_width(scenario, state);
      const auto cable = [&](double s, double) {
        const double inward = std::min(s - edges.upper, edges.lower - s);
        return glm::mix(kBlunt * 0.9, width, smooth(-0.5, std::min(2.5, 0.4 * open), inward));
      };
      pieces.push_back(
          {skin(nerve, edges.upper - 0.5, edges.lower + 0.5, cable), Material::nerve_sheath, 0.45f});
      pieces.push_back({conduit(nerve, edges.upper - kOverlap, std::min(edges.lower + kOverlap, nerve.end())),
                        Material::cartilage, 0.3f});
      return;
    }
  }
}

}  // namespace

double stump_taper(double gap) {
  // None where the ends are sewn edge to edge.
  return kTaper * smooth(1, 3, gap);
}

double nerve_cut(const params::Scenario& scenario, double day) {
  const bool repaired = sim::is_repaired(scenario.nerve) && day >= scenario.nerve.repair_day;
  return sim::route_of(scenario, repaired).gap;
}

double cable_width(const params::Scenario& scenario, const sim::State& state) {
  const double gap = nerve_cut(scenario, state.day);
  if (stump_taper(gap) <= 0 || nerve_site(scenario, 0, state.day).gap <= 0) return 1;
  return kFibrin + (0.75 - kFibrin) * std::sqrt(crossed_share(state.nerve, gap));
}

std::vector<NervePiece> nerve_pieces(const anatomy::Knee& knee, const params::Scenario& scenario,
                                     double lesion, const sim::State& state, float opacity) {
  std::vector<NervePiece> pieces;
  const anatomy::Part* part = knee.find(anatomy::PartId::peroneal_nerve);
  const NerveInjuryKind injury = scenario.nerve.injury;
  if (part == nullptr || (injury != NerveInjuryKind::perineurial && injury != NerveInjuryKind::cut))
    return pieces;
  const Sections nerve(part->mesh);
  if (nerve.is_empty()) return pieces;
  const bool repaired = sim::is_repaired(scenario.nerve) && state.day >= scenario.nerve.repair_day;
  const double gap = std::min(nerve_cut(scenario, state.day), nerve.end() - lesion - 1);
  const auto grown = static_cast<double>(glm::smoothstep(0.0f, kBulbDays, static_cast<float>(state.day)));
  const double swelling = kSwelling * lost_share(state.nerve) * grown;
  if (!repaired && injury == NerveInjuryKind::perineurial) {  // a neuroma in continuity
    const auto width = [&](double s, double) {
      const double t = (s - lesion) / (0.5 * kBulb);
      return 0.9 + (swelling + 0.1) * std::exp(-t * t);
    };
    if (swelling > kVisible)
      pieces.push_back({skin(nerve, lesion - kBulb, lesion + kBulb, width), Material::nerve_sheath,
                        std::max(opacity, 0.25f)});
    return pieces;
  }
  add_stumps(nerve, lesion, gap, swelling, opacity, pieces);
  if (repaired) add_repair(nerve, scenario, state, {lesion, lesion + gap}, opacity, pieces);
  return pieces;
}

}  // namespace mend::scene
