// The page of the drawer that sets one run beside others: another treatment of the same person, many people
// with the same treatment, and other doses.
#pragma once
#include "ui/curves.h"
#include "ui/session.h"
#include "ui/widgets.h"

namespace mend::ui {

/// Whether an arm differs from the scenario, so that there is something to compare.
[[nodiscard]] bool differs(const params::Scenario& scenario, params::Arm arm);
/// The arm the session asks for, if it differs.
[[nodiscard]] std::optional<params::Arm> compared_arm(const Session& session);

/// `people`: how many the cohort has or will have.
void draw_compare_page(Look& look, Session& session, const Chart& chart, bool is_gathering, int people,
                       float width);

}  // namespace mend::ui
