// Torn ligament and strained muscle: their ends are cut and frayed once, with the knee; what lies between
// them (blood, young tissue, scar) follows the state of the day.
#pragma once
#include <optional>
#include <vector>

#include "anatomy/knee.h"
#include "params/scenario.h"
#include "scene/healing.h"
#include "scene/pit.h"
#include "scene/scene.h"
#include "scene/sections.h"
#include "sim/state.h"

namespace mend::scene {

/// Where a part is hurt.
struct WoundSite {
  anatomy::PartId part{};
  glm::vec3 centre{0};
  glm::vec3 outward{0};  // unit, off the bone
  glm::vec3 along{0};    // unit, distally
  float radius = 10;     // mm about which blood and oedema spread
};
/// None where the scenario hurts no ligament, no muscle, or the knee has no such part.
[[nodiscard]] std::optional<WoundSite> ligament_wound(const anatomy::Knee& knee,
                                                      const params::Scenario& scenario);
[[nodiscard]] std::optional<WoundSite> muscle_wound(const anatomy::Knee& knee,
                                                    const params::Scenario& scenario);

class Wounds {
 public:
  Wounds(const anatomy::Knee& knee, const params::Scenario& scenario);

  /// Adds the part as it is on the day to the scene; `whole` is how it would be drawn unhurt. False where the
  /// part is not hurt.
  bool draw(const Surface& whole, const sim::State& state, Scene& scene) const;

  /// The cells given to hurt ligament and muscle, alive on the day, about their wounds.
  void add_cells(const sim::State& state, double cells_per_dot, float radius, double seconds,
                 std::vector<CellInstance>& cells) const;

 private:
  /// A part torn through; one for each bundle.
  struct Tear {
    Sections part;
    Edges edges;
  };
  struct Piece {
    anatomy::Mesh mesh;
    anatomy::Bounds box;
  };
  struct Wound {
    WoundSite site;
    std::optional<Sections> part;  // the first tube of the part, and the stretch of it that is hurt
    Edges edges;
    Piece body, fibres;  // without and of what hangs loose
    std::vector<Tear> tears;
    std::optional<Pit> pit;  // of a muscle torn in part
  };

  void add_ligament(const anatomy::Knee& knee);
  void add_muscle(const anatomy::Knee& knee);
  [[nodiscard]] Healing healing_of(const Wound& wound, const sim::State& state) const;
  void draw_filling(const Wound& wound, const Healing& now, const Surface& surface, Scene& scene) const;

  params::Scenario scenario_;
  std::vector<Wound> wounds_;
};

}  // namespace mend::scene
