// Scenario files: JSON in which every number with a unit is written with it ("16 mm", "5e7 cells", "2
// weeks").
#pragma once
#include <string>
#include <string_view>

#include "base/result.h"
#include "params/scenario.h"

namespace mend::params {

/// The newest version of the file format that this program reads.
inline constexpr int kNewestVersion = 1;

/// Reads a file. Absent keys take their defaults; every bad value is a problem with its place, what is
/// allowed and the nearest known name, and then there is no scenario.
[[nodiscard]] Result<Scenario> read_scenario(const std::string& path);

/// The same for a text; `file_name` is named in problems. A group may be an object ("lesion": {"diameter":
/// "16 mm"}) or written into the key ("lesion.diameter": "16 mm").
[[nodiscard]] Result<Scenario> parse_scenario(std::string_view text, const std::string& file_name);

/// Every field as a file that reads back as the same scenario.
[[nodiscard]] std::string write_scenario(const Scenario& scenario);

/// The scenario with one field changed: "lesion.diameter=12 mm", "regimen[0].dose=1e7", "lens=trials". A
/// number alone is in the base unit.
[[nodiscard]] Result<Scenario> with_setting(const Scenario& scenario, std::string_view setting);

}  // namespace mend::params
