#include "scene/wounds.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/hash.h"
#include "base/random.h"
#include "scene/gathered_cells.h"
#include "sim/muscle.h"

namespace mend::scene {
namespace {

using anatomy::PartId;
using anatomy::Vertex;
using params::LigamentInjury;
using params::MuscleInjury;

// Where they tear (assumed within the bands named): the inner collateral ligament at the joint line, the
// anterior cruciate in its upper half, the vastus medialis just above the tendon by which it holds the
// kneecap, as most strains sit at the junction of muscle and tendon (Ekstrand 2016).
constexpr double kCollateralLevel = 0.36, kCruciateLevel = 0.42;  // shares of the length from the femur
constexpr double kAboveTendon = 3;                                // mm
constexpr double kLoose = 0.01;  // share of their width below which loose fibres are not drawn

bool is_cruciate(LigamentInjury injury) {
  return injury != LigamentInjury::none && injury != LigamentInjury::mcl;
}

PartId part_of(LigamentInjury injury) {
  return is_cruciate(injury) ? PartId::acl : PartId::mcl;
}

/// The bundles that tear: both, or only the first, anteromedial one of a cruciate ligament torn in part.
std::size_t torn_tubes(LigamentInjury injury) {
  return injury == LigamentInjury::acl ? 2 : injury == LigamentInjury::acl_braced ? 2 : 1;
}

Edges edges_of(const Sections& part, LigamentInjury injury, std::size_t tube) {
  // Two bundles do not tear at the same height.
  const double level = is_cruciate(injury) ? kCruciateLevel + (tube == 0 ? -0.03 : 0.05) : kCollateralLevel;
  const double middle = glm::mix(part.start(), part.end(), level), half = first_gap(injury) / 2;
  return {middle - half, middle + half};
}

/// Where flesh turns to tendon.
double junction(const Sections& muscle) {
  double s = muscle.end();
  while (s > muscle.start() && muscle.wall(s, 0.25).region > 0.5f) s -= 0.5;
  return s;
}

Edges edges_of(const Sections& muscle, MuscleInjury injury) {
  const double lower = junction(muscle) - kAboveTendon;
  return {lower - std::max(first_gap(injury), 8.0), lower};
}

/// The turn of the flat face that looks away from the bones, and its way out.
struct Face {
  double turn;
  glm::vec3 outward;
};
Face outer_face(const Sections& part, double s) {
  const glm::vec3 a = part.wall(s, 0.25).position, b = part.wall(s, 0.75).position;
  // The middle of the limb lies behind the axis of flexion.
  const glm::vec3 middle = 0.5f * (a + b), from_limb(middle.x, middle.y + 10, 0);
  const bool is_first = glm::dot(a - b, from_limb) > 0;
  return {is_first ? 0.25 : 0.75, glm::normalize(is_first ? a - b : b - a)};
}

WoundSite site_of(PartId id, const Sections& part, const Edges& edges, float radius) {
  const double s = edges.at(0.5);
  return {id, part.middle(s), outer_face(part, s).outward, part.along(s), radius};
}

Fraying ligament_ends(bool is_cruciate_torn, double edge, double way, std::uint64_t seed) {
  // Strands of a few tenths of a millimetre, longer in the mop-end of a cruciate (assumed).
  return is_cruciate_torn ? Fraying{edge, way, 80, 0.27, 1.5, 5.5, 0.6, 3.2, 4, 0.25, 0.06, seed}
                          : Fraying{edge, way, 190, 0.24, 1, 4.2, 0.6, 3, 2.6, 0.55, 0.03, seed};
}

Fraying muscle_ends(double edge, double way, std::uint64_t seed) {
  // Fascicles are 1 mm and more across; the belly draws back and bulges.
  return {edge, way, 140, 0.42, 2, way > 0 ? 8.0 : 4.5, 0.2, 4, 5, 0.5, way > 0 ? 0.16 : 0.04, seed};
}

Pit pit_of(const Sections& muscle, const Edges& edges) {
  const double s = edges.at(0.5);
  const Face face = outer_face(muscle, s);
  const double thick = static_cast<double>(
      glm::distance(muscle.wall(s, face.turn).position, muscle.wall(s, face.turn + 0.5).position));
  // Half as broad and two thirds as deep as the muscle: about a third of its section, as grade II means.
  constexpr double kBreadth = 0.105, kDepth = 0.62;
  return {muscle, s, face.turn, 0.5 * (edges.lower - edges.upper), kBreadth, kDepth * thick, face.outward};
}

Sections sections_of(const anatomy::Knee& knee, PartId id, std::size_t tube = 0) {
  const anatomy::Part* part = knee.find(id);
  return Sections(part == nullptr ? anatomy::Mesh{} : part->mesh, tube);
}

/// New tissue from both edges, a sleeve over either stump that comes out of it unevenly.
anatomy::Mesh growth(const Sections& part, const Edges& edges, const Healing& now) {
  constexpr double kSleeve = 6, kUneven = 2.2;  // mm along the stump
  // Share of the gap over which its free end thins down to the core, which it takes in as it closes the gap.
  const double round = glm::mix(0.65, 0.3, glm::smoothstep(0.0, kClosed, now.reach));
  const double onset = glm::smoothstep(0.0, 0.3, now.reach), open = edges.lower - edges.upper;
  const double proud = glm::smoothstep(0.15, kClosed, now.reach);  // it swells as it closes the gap
  const auto width = [&](double s, double turn) {
    const double u = (s - edges.upper) / open, inward = std::min(u, 1 - u);
    const double over =
        -inward * open + kUneven * 0.5 * (1 + std::sin(12.566371 * turn) * std::cos(31.4 * turn));
    // A flat band thickens more than it widens.
    const double thick = std::pow(now.width, 0.5 + std::fabs(std::sin(6.283185307179586 * turn)));
    const double sleeve = glm::mix(0.97, thick, proud * glm::smoothstep(kSleeve, 0.0, over));
    const double left = (now.reach - inward) / round;
    return sleeve * glm::mix(0.3, 1.0, onset) * glm::smoothstep(0.0, 1.0, left);
  };
  return skin(part, edges.upper - kSleeve, edges.lower + kSleeve, width, 0.5);
}

/// Blood between the ends, later the young tissue that takes its place: a soft lump, rounder than the part,
/// that both ends dip into.
anatomy::Mesh core(const Sections& part, const Edges& edges, const Healing& now) {
  constexpr double kInto = 3;        // mm into either stump (assumed)
  constexpr double kRounder = 0.15;  // share of the way from the part's section to a round one (assumed)
  constexpr double kStep = 0.3;      // mm between rings
  constexpr std::size_t kAround = 44;
  const double from = edges.upper - kInto, to = edges.lower + kInto;
  const int steps = static_cast<int>(std::ceil((to - from) / kStep));
  std::vector<Ring> rings;
  for (int i = 0; i <= steps; ++i) {
    const double u = std::clamp(static_cast<double>(i) / steps, 0.002, 0.998), s = glm::mix(from, to, u);
    const double filled = now.core * std::sqrt(std::sin(3.14159265 * u)), round = part.half_width(s);
    const glm::vec3 middle = part.middle(s);
    Ring& ring = rings.emplace_back();
    for (std::size_t k = 0; k < kAround; ++k) {
      const double turn = static_cast<double>(k) / kAround, angle = 6.283185307179586 * turn;
      const double lumps = 1 + 0.09 * std::sin(2 * angle + 9 * u) + 0.06 * std::sin(3 * angle - 14 * u + 1);
      Vertex v = part.wall(s, turn);
      const glm::vec3 out = v.position - middle;
      const double wide = glm::mix(static_cast<double>(glm::length(out)), round, kRounder);
      v.position = middle + static_cast<float>(filled * lumps * wide) * glm::normalize(out);
      ring.push_back(v);
    }
  }
  return tube_of(rings);
}

void bring_to_light(anatomy::Mesh& mesh) {
  for (Vertex& v : mesh.vertices) v.occlusion = glm::mix(v.occlusion, 1.0f, 0.7f);
}

}  // namespace

std::optional<WoundSite> ligament_wound(const anatomy::Knee& knee, const params::Scenario& scenario) {
  const LigamentInjury injury = scenario.ligament.injury;
  const Sections part = sections_of(knee, part_of(injury));
  if (injury == LigamentInjury::none || part.is_empty()) return std::nullopt;
  return site_of(part_of(injury), part, edges_of(part, injury, 0), is_cruciate(injury) ? 7.0f : 9.0f);
}

std::optional<WoundSite> muscle_wound(const anatomy::Knee& knee, const params::Scenario& scenario) {
  const MuscleInjury injury = scenario.muscle.injury;
  const Sections part = sections_of(knee, PartId::vastus_medialis);
  if (injury == MuscleInjury::none || part.is_empty()) return std::nullopt;
  const float radius = injury == MuscleInjury::grade1   ? 12.0f
                       : injury == MuscleInjury::grade2 ? 15.0f
                                                        : 22.0f;
  return site_of(PartId::vastus_medialis, part, edges_of(part, injury), radius);
}

Wounds::Wounds(const anatomy::Knee& knee, const params::Scenario& scenario) : scenario_(scenario) {
  if (scenario.ligament.injury != LigamentInjury::none) add_ligament(knee);
  if (scenario.muscle.injury != MuscleInjury::none) add_muscle(knee);
  for (Wound& wound : wounds_) {
    // The bone that shades a cruciate ligament steps back where its tear is looked at.
    if (wound.site.part == PartId::acl) bring_to_light(wound.body.mesh);
    for (Piece* piece : {&wound.body, &wound.fibres}) piece->box = anatomy::bounds(piece->mesh);
  }
}

void Wounds::add_ligament(const anatomy::Knee& knee) {
  const LigamentInjury injury = scenario_.ligament.injury;
  const auto site = ligament_wound(knee, scenario_);
  if (!site) return;
  Wound wound{*site, sections_of(knee, site->part), {}, {}, {}, {}, std::nullopt};
  wound.edges = edges_of(*wound.part, injury, 0);
  for (std::size_t tube = 0;; ++tube) {
    Sections part = sections_of(knee, site->part, tube);
    if (part.is_empty()) break;
    if (tube >= torn_tubes(injury)) {
      append(wound.body.mesh, skin(
                                  part, part.start(), part.end(), [](double, double) { return 1; }, 1.3));
      continue;
    }
    const Edges edges = edges_of(part, injury, tube);
    const Fraying above = ligament_ends(is_cruciate(injury), edges.upper, 1, 2 * tube + 1);
    const Fraying below = ligament_ends(is_cruciate(injury), edges.lower, -1, 2 * tube + 2);
    append(wound.body.mesh, torn_end(part, part.start(), above));
    append(wound.body.mesh, torn_end(part, part.end(), below));
    append(wound.fibres.mesh, loose_fibres(part, above));
    append(wound.fibres.mesh, loose_fibres(part, below));
    wound.tears.push_back({std::move(part), edges});
  }
  wounds_.push_back(std::move(wound));
}

void Wounds::add_muscle(const anatomy::Knee& knee) {
  const MuscleInjury injury = scenario_.muscle.injury;
  const auto site = muscle_wound(knee, scenario_);
  if (!site) return;
  const anatomy::Part* whole = knee.find(site->part);
  Sections part(whole->mesh);
  const Edges edges = edges_of(part, injury);
  Wound wound{*site, part, edges, {}, {}, {}, std::nullopt};
  if (injury == MuscleInjury::grade2) {
    wound.pit = pit_of(part, edges);
    wound.body.mesh = pitted(*wound.pit);
    wound.fibres.mesh = stubs(*wound.pit, 1);
  } else if (injury == MuscleInjury::grade3) {
    const Fraying above = muscle_ends(edges.upper, 1, 1), below = muscle_ends(edges.lower, -1, 2);
    wound.body.mesh = torn_end(part, part.start(), above);
    append(wound.body.mesh, torn_end(part, part.end(), below));
    wound.fibres.mesh = loose_fibres(part, above);
    append(wound.fibres.mesh, loose_fibres(part, below));
    wound.tears.push_back({std::move(part), edges});
  } else {
    wound.body.mesh = whole->mesh;
  }
  wounds_.push_back(std::move(wound));
}

void Wounds::add_cells(const sim::State& state, double cells_per_dot, float radius, double seconds,
                       std::vector<CellInstance>& cells) const {
  constexpr double kBeyond = 5;  // mm beyond the edges that cells gather (assumed)
  for (const Wound& wound : wounds_) {
    const bool is_muscle = wound.site.part == PartId::vastus_medialis;
    const double alive = is_muscle ? state.muscle.cells.alive : state.ligament.cells.alive;
    const Sections& part = *wound.part;
    const double low = wound.edges.upper - kBeyond, high = wound.edges.lower + kBeyond;
    const double face = outer_face(part, wound.edges.at(0.5)).turn;
    // Most on the side that can be seen, and in a pit hardly beyond its rim.
    const double spread = wound.pit ? 1.2 * wound.pit->half_breadth : 0.42;
    const auto place = [&](std::uint64_t i) {
      const auto draw = [i](std::uint32_t base) { return low_discrepancy(i + 1, base); };
      const double s = glm::mix(low, high, 0.5 * (draw(2) + draw(3)));
      const double turn = face + spread * (draw(5) + draw(11) - 1);
      return part.within(std::clamp(s, part.start(), part.end()), turn, 0.85 + 0.25 * draw(7));
    };
    add_gathered_cells(alive / cells_per_dot, place, radius, seconds, cells);
  }
}

Healing Wounds::healing_of(const Wound& wound, const sim::State& state) const {
  if (wound.site.part == PartId::vastus_medialis)
    return healing(state.muscle, scenario_.muscle_model, scenario_.muscle.injury);
  return healing(state.ligament, scenario_.ligament.injury);
}

bool Wounds::draw(const Surface& whole, const sim::State& state, Scene& scene) const {
  const auto wound =
      std::find_if(wounds_.begin(), wounds_.end(), [&](const Wound& w) { return w.site.part == whole.part; });
  if (wound == wounds_.end()) return false;
  const Healing now = healing_of(*wound, state);
  Surface surface = whole;
  Hash version;
  version.add(whole.version);
  version.add(static_cast<std::uint64_t>(scenario_.ligament.injury));
  version.add(static_cast<std::uint64_t>(scenario_.muscle.injury));
  surface.version = version.value();
  surface.wound = wound->site.centre;
  surface.wound_radius = wound->site.radius;
  surface.bruise = static_cast<float>(now.bruise);
  surface.swelling = static_cast<float>(now.swelling);
  surface.mesh = &wound->body.mesh;
  surface.box = wound->body.box;
  scene.surfaces.push_back(surface);
  // Torn fibres are taken up as new tissue covers them.
  if (!wound->fibres.mesh.indices.empty() && now.loose > kLoose) {
    surface.mesh = &wound->fibres.mesh;
    surface.swelling = static_cast<float>(now.loose) - 1;  // they thin away
    surface.box = wound->fibres.box;
    scene.surfaces.push_back(surface);
  }
  draw_filling(*wound, now, surface, scene);
  return true;
}

void Wounds::draw_filling(const Wound& wound, const Healing& now, const Surface& surface,
                          Scene& scene) const {
  constexpr double kLeast = 0.02;  // width, level and reach below which nothing is drawn
  Surface young = surface;
  young.bruise = 0;
  young.swelling = static_cast<float>(now.swelling);
  young.healing = now.shares;
  young.wear = static_cast<float>(now.disorder);
  Hash version;
  version.add(surface.version);
  for (const double number : {now.core, now.reach, now.width, now.scar}) version.add(number);
  young.version = version.value();
  const auto add = [&](anatomy::Mesh mesh) {
    if (wound.site.part == PartId::acl) bring_to_light(mesh);
    scene.made.push_back(std::move(mesh));
    young.mesh = &scene.made.back();
    young.box = anatomy::bounds(*young.mesh);
    scene.surfaces.push_back(young);
  };
  for (const Tear& tear : wound.tears) {
    young.swelling = 0;
    if (now.core > kLeast) add(core(tear.part, tear.edges, now));
    young.swelling = static_cast<float>(now.swelling);
    if (now.reach < kLeast * 0.1) continue;
    add(growth(tear.part, tear.edges, now));
  }
  if (wound.pit) {
    // Blood fills half of the pit, and what takes its place rises to the muscle's face.
    const double level = glm::mix(0.5, 1.0, std::min(1.0, 2 * now.reach));
    const double lost = sim::unscaffolded_share(scenario_.muscle_model, scenario_.muscle.injury);
    add(filling(*wound.pit, level, now.scar, lost > 0 ? 0.5 * std::sqrt(lost) : 1));
  }
}

}  // namespace mend::scene
