// Fields that the models hold, where they hold them, as soft volumes: inflammation in the cavity, what given
// cells and Schwann cells send out at a wound, oxygen over the depth of a defect.
#pragma once
#include <optional>
#include <vector>

#include "scene/compose.h"
#include "scene/scene.h"

namespace mend::scene {

/// Synovitis p (0-1) fills the cavity.
void add_inflammation(const anatomy::Knee& knee, double p, std::vector<FieldPuff>& fields);
/// Growth factor N, in units of KN, at a nerve's lesion.
void add_growth_factor(const anatomy::Path& nerve, double lesion, double n, std::vector<FieldPuff>& fields);
/// The signal P (0-1) of cells given to a wound.
void add_signal(const std::optional<WoundSite>& wound, double signal, std::vector<FieldPuff>& fields);
/// Oxygen over the depth, as a share of that at the surface.
void add_oxygen(const anatomy::Knee& knee, const sim::DefectState& defect, std::vector<FieldPuff>& fields);

/// Those of this view.
void add_fields(const Stage& stage, const sim::State& state, const View& view,
                std::vector<FieldPuff>& fields);

}  // namespace mend::scene
