// What a click on the knee tells: the names of the part, what it is made of, and one sentence.
#pragma once
#include "anatomy/parts.h"
#include "ui/widgets.h"

namespace mend::ui {

/// In the lower left corner of `free`; false when it was closed. `place` holds the plate afterwards.
[[nodiscard]] bool draw_part_card(Look& look, const Rect& free, anatomy::PartId part, Rect& place);

/// "bone", "cartilage", ...
[[nodiscard]] std::string_view plain_name(anatomy::Tissue tissue);

}  // namespace mend::ui
