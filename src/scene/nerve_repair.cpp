#include "scene/nerve_repair.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "anatomy/mesher.h"
#include "sim/nerve_route.h"

namespace mend::scene {
namespace {

using anatomy::Vec;
using params::NerveInjuryKind;
using params::NerveRepair;
using Ring = std::vector<Vec>;

// Drawn sizes, in mm (assumed).
constexpr double kStep = 0.4;      // between rings
constexpr double kDome = 0.9;      // length of a rounded stump
constexpr double kBulb = 5;        // half length of a neuroma
constexpr double kSwelling = 0.6;  // how much wider it is than the nerve
constexpr double kVisible = 0.08;  // swelling below which a stump is drawn plain
constexpr float kBulbDays = 60;    // it grows for two months
constexpr double kOverlap = 2.5;   // of a tube over each stump
constexpr double kBite = 1.2;      // of a stitch beyond the edge
constexpr double kThread = 0.16;   // its radius: thicker than life, to be seen
constexpr int kStitches = 6;

/// The nerve's own sections, between those of its mesh.
class Sections {
 public:
  explicit Sections(const anatomy::Mesh& mesh) {
    std::size_t around = 1;
    while (around < mesh.vertices.size() && mesh.vertices[around].depth == mesh.vertices[0].depth) ++around;
    for (std::size_t i = 0; i + around <= mesh.vertices.size(); i += around) {
      depths_.push_back(mesh.vertices[i].depth);
      Ring& ring = rings_.emplace_back();
      for (std::size_t k = 0; k < around; ++k) ring.emplace_back(mesh.vertices[i + k].position);
    }
  }

  /// Whether the mesh is not a nerve swept along its line.
  [[nodiscard]] bool is_empty() const { return rings_.size() < 2; }
  [[nodiscard]] double length() const { return depths_.back(); }

  /// The section at an arclength, `scale` times as wide.
  [[nodiscard]] Ring at(double s, double scale) const {
    std::size_t i = 1;
    while (i + 1 < depths_.size() && depths_[i] < s) ++i;
    const double share = std::clamp((s - depths_[i - 1]) / (depths_[i] - depths_[i - 1]), 0.0, 1.0);
    Ring ring;
    Vec middle{0};
    for (std::size_t k = 0; k < rings_[i].size(); ++k) {
      ring.push_back(glm::mix(rings_[i - 1][k], rings_[i][k], share));
      middle += ring.back() / static_cast<double>(rings_[i].size());
    }
    for (Vec& p : ring) p = middle + scale * (p - middle);
    return ring;
  }

 private:
  std::vector<double> depths_;
  std::vector<Ring> rings_;
};

/// A skin round the nerve between two places, `scale` of each place times as wide.
anatomy::Mesh skin(const Sections& nerve, double from, double to,
                   const std::function<double(double)>& scale) {
  const int steps = std::max(3, static_cast<int>(std::ceil((to - from) / kStep)));
  std::vector<Ring> rings;
  std::vector<double> places;
  for (int i = 0; i <= steps; ++i) {
    places.push_back(from + (to - from) * i / steps);
    rings.push_back(nerve.at(places.back(), scale(places.back())));
  }
  anatomy::Mesh mesh = anatomy::tube_of(rings);
  const Vec along = glm::normalize(rings.back()[0] - rings.front()[0]);
  for (std::size_t i = 0; i < mesh.vertices.size(); ++i) {
    mesh.vertices[i].fibre = glm::vec3(along);
    mesh.vertices[i].depth = static_cast<float>(places[std::min(i / rings[0].size(), places.size() - 1)]);
  }
  return mesh;
}

/// 1 within a stump, rounded to almost nothing over its last stretch; `away` mm beyond the edge.
double rounded(double away, double dome) {
  const double t = std::clamp(away / dome, 0.0, 0.999);
  return std::sqrt(1 - t * t);
}

/// A thread over a join, once round the nerve at each angle: in at one side, out at the other.
void add_stitches(const Sections& nerve, double from, double to, std::vector<NervePiece>& pieces) {
  constexpr int kSides = 6, kSteps = 12;
  const std::size_t around = nerve.at(from, 1).size();
  for (int stitch = 0; stitch < kStitches; ++stitch) {
    const std::size_t k = around * static_cast<std::size_t>(stitch) / kStitches;
    std::vector<Vec> line;
    for (int i = 0; i <= kSteps; ++i) {
      const double t = static_cast<double>(i) / kSteps;
      const double lift = 0.97 + 0.11 * std::sqrt(std::sin(3.14159265 * std::clamp(t, 0.001, 0.999)));
      line.push_back(nerve.at(from - kBite + t * (to - from + 2 * kBite), lift)[k]);
    }
    std::vector<Ring> rings;
    for (std::size_t i = 0; i < line.size(); ++i) {
      const Vec along = glm::normalize(line[std::min(i + 1, line.size() - 1)] - line[i == 0 ? 0 : i - 1]);
      const Vec u = glm::normalize(glm::cross(along, std::fabs(along.z) < 0.8 ? Vec{0, 0, 1} : Vec{1, 0, 0}));
      const Vec v = glm::cross(along, u);
      const double radius = kThread * (i == line.size() / 2 ? 2.4 : 1);  // its knot
      Ring& ring = rings.emplace_back();
      for (int side = 0; side < kSides; ++side) {
        const double angle = 2 * 3.14159265 * side / kSides;
        ring.push_back(line[i] + radius * (std::cos(angle) * u + std::sin(angle) * v));
      }
    }
    pieces.push_back({anatomy::tube_of(rings), Material::thread, 1});
  }
}

/// Share of axons lost in the scar of the near stump itself.
double lost_share(const sim::NerveState& nerve) {
  double lost = 0;
  for (const sim::AxonState& axon : nerve.axons)
    lost += axon.tip < kDome ? axon.neuroma / static_cast<double>(nerve.axons.size()) : 0;
  return lost;
}

/// Both stumps, the near one swollen by the axons lost in its scar.
void add_stumps(const Sections& nerve, double lesion, double gap, double swelling, float opacity,
                std::vector<NervePiece>& pieces) {
  const double dome = std::min(kDome, 0.4 * gap);
  const auto near_scale = [&](double s) {
    const double from_middle = (s - lesion + 0.5 * kBulb) / (0.5 * kBulb);
    return (0.99 + (swelling > kVisible ? swelling * std::exp(-from_middle * from_middle) : 0)) *
           rounded(s - lesion, dome);
  };
  const double reach = swelling > kVisible ? kBulb : 0.3;
  const float scarred = opacity + (0.6f - opacity) * static_cast<float>(std::min(1.0, swelling));
  pieces.push_back({skin(nerve, lesion - reach, lesion + dome, near_scale), Material::nerve_sheath,
                    std::max(opacity, scarred)});
  const double edge = lesion + gap;
  const auto far_scale = [&](double s) { return 1.01 * rounded(edge - s, dome); };
  if (edge + 0.3 < nerve.length())
    pieces.push_back({skin(nerve, edge - dome, edge + 0.3, far_scale), Material::nerve_sheath, opacity});
}

}  // namespace

double nerve_cut(const params::Scenario& scenario, double day) {
  const bool repaired = sim::is_repaired(scenario.nerve) && day >= scenario.nerve.repair_day;
  return sim::route_of(scenario, repaired).gap;
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
  const double gap = std::min(nerve_cut(scenario, state.day), nerve.length() - lesion - 1);
  const auto grown = static_cast<double>(glm::smoothstep(0.0f, kBulbDays, static_cast<float>(state.day)));
  const double swelling = kSwelling * lost_share(state.nerve) * grown;
  if (!repaired && injury == NerveInjuryKind::perineurial) {  // a neuroma in continuity
    const auto scale = [&](double s) {
      const double t = (s - lesion) / (0.5 * kBulb);
      return 0.9 + (swelling + 0.1) * std::exp(-t * t);
    };
    if (swelling > kVisible)
      pieces.push_back({skin(nerve, lesion - kBulb, lesion + kBulb, scale), Material::nerve_sheath,
                        std::max(opacity, 0.25f)});
    return pieces;
  }
  add_stumps(nerve, lesion, gap, swelling, opacity, pieces);
  if (!repaired) return pieces;
  const double end = lesion + gap;
  switch (scenario.nerve.repair) {
    case NerveRepair::none:
      break;
    case NerveRepair::suture:
      add_stitches(nerve, lesion, end, pieces);
      break;
    case NerveRepair::graft:
      if (gap > 1)
        pieces.push_back({skin(nerve, lesion + 0.2, end - 0.2, [](double) { return 0.9; }),
                          Material::nerve_sheath, opacity});
      add_stitches(nerve, lesion, lesion, pieces);
      add_stitches(nerve, end, end, pieces);
      break;
    case NerveRepair::conduit:
      pieces.push_back({skin(nerve, lesion - kOverlap, std::min(end + kOverlap, nerve.length()),
                             [](double) { return 1.22; }),
                        Material::cartilage, 0.34f});
      break;
  }
  return pieces;
}

}  // namespace mend::scene
