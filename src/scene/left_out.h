// What a named view leaves out because it would only lie before its subject.
#pragma once
#include "anatomy/parts.h"
#include "params/scenario.h"
#include "scene/view.h"

namespace mend::scene {

/// From the front at a joint worn with age: what lies before the joint line is lifted off, so that its grade can
/// be read as on a radiograph.
[[nodiscard]] bool looks_at_joint_line(const params::Scenario& scenario, const View& view);
/// The close-up of a torn cruciate ligament.
[[nodiscard]] bool looks_into_notch(const params::Scenario& scenario, const View& view);
/// From the front with the kneecap turned down; a section is cut through it where it belongs.
[[nodiscard]] bool is_patella_reflected(const View& view);

/// For the views of joint surfaces and that into the notch; for the close-up of a lesion see lesion_view.h.
[[nodiscard]] bool is_left_out(anatomy::PartId id, const params::Scenario& scenario, const View& view);

/// Share of the occlusion of what stays that is gone with what the view lifts off it.
[[nodiscard]] float opened_by(const View& view, const params::Scenario& scenario);

}  // namespace mend::scene
