#include "scene/fields.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "scene/nerve_drawing.h"
#include "scene/repair_tissue.h"

namespace mend::scene {
namespace {

constexpr double kLeast = 0.02;  // strength below which nothing would be seen

bool is_nerve_hurt(const Stage& stage, const sim::State& state) {
  return stage.scenario->nerve.injury != params::NerveInjuryKind::none && !state.nerve.axons.empty();
}

}  // namespace

void add_inflammation(const anatomy::Knee& knee, double p, std::vector<FieldPuff>& fields) {
  constexpr std::size_t kPuffs = 90;  // enough that single ones do not show (assumed)
  constexpr float kRadius = 11;       // mm (assumed)
  if (p < kLeast || knee.cavity.empty()) return;
  const std::size_t step = std::max<std::size_t>(1, knee.cavity.size() / kPuffs);
  for (std::size_t i = 0; i < knee.cavity.size(); i += step)
    fields.push_back({.position = knee.cavity[i].position,
                      .radius = kRadius,
                      .kind = FieldKind::inflammation,
                      .strength = static_cast<float>(std::min(p, 1.0))});
}

void add_growth_factor(const anatomy::Path& nerve, double lesion, double n, std::vector<FieldPuff>& fields) {
  constexpr double kReach = 1.1;  // mm that it reaches by diffusion (sim/nerve_fields.cpp)
  if (n < kLeast) return;
  for (const double along : {-1.0, 0.0, 1.0})
    fields.push_back({.position = point_at(nerve, lesion + along * kReach),
                      .radius = static_cast<float>(nerve.radius + 2 * kReach),
                      .kind = FieldKind::growth_factor,
                      .strength = static_cast<float>(std::min(n, 1.0))});
}

void add_signal(const std::optional<WoundSite>& wound, double signal, std::vector<FieldPuff>& fields) {
  constexpr float kBefore = 3;  // mm before the middle of the part, where it would show (assumed)
  if (!wound || signal < kLeast) return;
  for (const float along : {-0.6f, 0.0f, 0.6f})
    fields.push_back(
        {.position = wound->centre + along * wound->radius * wound->along + kBefore * wound->outward,
         .radius = 0.9f * wound->radius,
         .kind = FieldKind::growth_factor,
         .strength = static_cast<float>(std::min(signal, 1.0))});
}

void add_oxygen(const anatomy::Knee& knee, const sim::DefectState& defect, std::vector<FieldPuff>& fields) {
  const Crater crater(knee);
  if (crater.is_empty()) return;
  constexpr int kRound = 6, kDeep = 3;
  const float radius = 0.34f * static_cast<float>(knee.shape.lesion_diameter) / 2;  // they overlap by half
  for (int place = 0; place <= 2 * kRound; ++place) {
    const float out = place == 0 ? 0.0f : place <= kRound ? 0.42f : 0.80f;
    const float angle = 6.2831853f * (static_cast<float>(place) + (place > kRound ? 0.5f : 0.0f)) / kRound;
    const anatomy::LesionColumn column = crater.at(out * glm::vec2(std::cos(angle), std::sin(angle)));
    for (int layer = 0; layer < kDeep; ++layer) {
      const float depth = (static_cast<float>(layer) + 0.5f) / kDeep;
      const auto sample = static_cast<std::size_t>(depth * static_cast<float>(sim::kColumnCells));
      const double share = std::clamp(defect.oxygen[sample], 0.0, 1.0);
      if (share < kLeast) continue;
      fields.push_back({.position = glm::mix(column.floor, column.surface, depth),
                        .radius = radius,
                        .kind = FieldKind::oxygen,
                        .strength = static_cast<float>(share) / kDeep});
    }
  }
}

void add_fields(const Stage& stage, const sim::State& state, const View& view,
                std::vector<FieldPuff>& fields) {
  const params::Scenario& scenario = *stage.scenario;
  const bool is_of_nerve = view.focus == ViewName::nerve;
  if (!is_of_nerve) {
    add_inflammation(*stage.knee, state.joint.synovitis, fields);
    add_signal(ligament_wound(*stage.knee, scenario), state.ligament.cells.signal, fields);
    add_signal(muscle_wound(*stage.knee, scenario), state.muscle.cells.signal, fields);
  }
  if (view.focus == ViewName::defect) add_oxygen(*stage.knee, state.defect, fields);
  if (is_nerve_hurt(stage, state))
    add_growth_factor(stage.knee->peroneal_nerve,
                      stage.knee->neck_arclength - scenario.nerve.above_fibular_neck,
                      state.nerve.growth_factor, fields);
}

}  // namespace mend::scene
