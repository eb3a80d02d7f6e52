// The drawer of parameters, made by walking what params declares: nothing is listed here by hand.
#pragma once
#include <cstddef>
#include <map>
#include <optional>
#include <string>

#include "params/describe.h"
#include "params/scenario.h"
#include "ui/widgets.h"

namespace mend::ui {

/// What the drawer remembers between frames.
struct PanelState {
  params::Audience audience = params::Audience::visitor;
  std::optional<std::size_t> event_to_remove;
  std::map<std::string, bool, std::less<>> is_open;  // groups a person has folded or opened
};

/// "50 million cells", "16 mm", "0.05".
[[nodiscard]] std::string value_text(const params::Field& field, double value);

/// Whether the drawer shows this field at this level. The lens has its own switch; names and versions are not
/// tuned.
[[nodiscard]] bool is_shown(const params::Field& field, std::string_view path, params::Audience audience);

/// Fields of the scenario, `width` wide, at the cursor. Ticks and reset dots refer to `opened`, the scenario
/// as it was read.
void draw_parameters(Look& look, PanelState& state, params::Scenario& scenario,
                     const params::Scenario& opened, float width);

}  // namespace mend::ui
