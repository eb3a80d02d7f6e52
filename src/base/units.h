// Base units: millimetres, days, cells. A name carries a suffix only when it is not in base units.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mend {

inline constexpr double kHour = 1.0 / 24.0;
inline constexpr double kWeek = 7.0;
inline constexpr double kMonth = 365.25 / 12.0;
inline constexpr double kYear = 365.25;

/// The unit a stored number is in. A file may write any unit of the same kind ("2 weeks", "0.5 cm").
enum class Unit {
  none,           // a plain number, a fraction, a grade
  mm, mm2, mm3, mm_per_day, mm_per_year, mm2_per_day,
  um,             // fibre diameters stay in micrometres
  day, per_day, per_year,
  month, year,    // ages and lifetimes told in months or years stay in them
  cells, cells_per_mm3,
  degree,
  kg_per_m2,
  celsius, ms, mV, nA, siemens_per_cm2, microfarad_per_cm2, ohm_cm,  // of an axon's membrane
  vas_mm,         // a mark on the 100 mm pain scale
};

/// How the base unit is written: "mm", "d", "cells", "" for none.
[[nodiscard]] std::string_view symbol(Unit unit);

/// Factor from a written unit to the base unit ("weeks" for Unit::day is 7); nothing if it is of another kind.
[[nodiscard]] std::optional<double> factor(Unit unit, std::string_view written);

/// Every way to write this unit, the base unit first; for messages.
[[nodiscard]] std::vector<std::string_view> spellings(Unit unit);

}  // namespace mend
