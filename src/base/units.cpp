#include "base/units.h"

#include <array>

namespace mend {
namespace {

constexpr double kMinute = kHour / 60.0;

/// One way to write a unit, and what it is worth in the base unit.
struct Spelling {
  Unit unit;
  std::string_view written;
  double worth;
};

// The first of each unit is its symbol. "month" is a twelfth of 365.25 days.
constexpr std::array kSpellings = {
    Spelling{Unit::mm, "mm", 1},
    Spelling{Unit::mm, "cm", 10},
    Spelling{Unit::mm, "m", 1000},
    Spelling{Unit::mm, "um", 1e-3},
    Spelling{Unit::mm, "µm", 1e-3},
    Spelling{Unit::mm2, "mm2", 1},
    Spelling{Unit::mm2, "mm²", 1},
    Spelling{Unit::mm2, "cm2", 100},
    Spelling{Unit::mm2, "cm²", 100},
    Spelling{Unit::mm3, "mm3", 1},
    Spelling{Unit::mm3, "mm³", 1},
    Spelling{Unit::mm3, "mL", 1000},
    Spelling{Unit::mm3, "ml", 1000},
    Spelling{Unit::mm3, "cm3", 1000},
    Spelling{Unit::mm_per_day, "mm/d", 1},
    Spelling{Unit::mm_per_day, "mm/day", 1},
    Spelling{Unit::mm_per_day, "um/h", 1e-3 / kHour},
    Spelling{Unit::mm_per_year, "mm/yr", 1},
    Spelling{Unit::mm_per_year, "mm/year", 1},
    Spelling{Unit::mm_per_year, "mm/d", kYear},
    Spelling{Unit::mm2_per_day, "mm2/d", 1},
    Spelling{Unit::mm2_per_day, "mm2/day", 1},
    Spelling{Unit::mm2_per_day, "mm²/d", 1},
    Spelling{Unit::mm2_per_day, "cm2/s", 100 * 86400.0},
    Spelling{Unit::um, "um", 1},
    Spelling{Unit::um, "µm", 1},
    Spelling{Unit::um, "mm", 1000},
    Spelling{Unit::day, "d", 1},
    Spelling{Unit::day, "day", 1},
    Spelling{Unit::day, "days", 1},
    Spelling{Unit::day, "min", kMinute},
    Spelling{Unit::day, "h", kHour},
    Spelling{Unit::day, "hour", kHour},
    Spelling{Unit::day, "hours", kHour},
    Spelling{Unit::day, "week", kWeek},
    Spelling{Unit::day, "weeks", kWeek},
    Spelling{Unit::day, "month", kMonth},
    Spelling{Unit::day, "months", kMonth},
    Spelling{Unit::day, "year", kYear},
    Spelling{Unit::day, "years", kYear},
    Spelling{Unit::per_day, "/d", 1},
    Spelling{Unit::per_day, "/day", 1},
    Spelling{Unit::per_day, "per day", 1},
    Spelling{Unit::per_day, "/h", 1 / kHour},
    Spelling{Unit::per_day, "/week", 1 / kWeek},
    Spelling{Unit::per_year, "/yr", 1},
    Spelling{Unit::per_year, "/year", 1},
    Spelling{Unit::per_year, "per year", 1},
    Spelling{Unit::per_year, "/d", kYear},
    Spelling{Unit::month, "months", 1},
    Spelling{Unit::month, "month", 1},
    Spelling{Unit::month, "years", 12},
    Spelling{Unit::month, "days", 1 / kMonth},
    Spelling{Unit::month, "d", 1 / kMonth},
    Spelling{Unit::year, "years", 1},
    Spelling{Unit::year, "year", 1},
    Spelling{Unit::year, "yr", 1},
    Spelling{Unit::year, "months", 1.0 / 12.0},
    Spelling{Unit::cells, "cells", 1},
    Spelling{Unit::cells, "cell", 1},
    Spelling{Unit::cells, "million cells", 1e6},
    Spelling{Unit::cells, "thousand cells", 1e3},
    Spelling{Unit::cells_per_mm3, "cells/mm3", 1},
    Spelling{Unit::cells_per_mm3, "cells/mm³", 1},
    Spelling{Unit::cells_per_mm3, "cells/mL", 1e-3},
    Spelling{Unit::degree, "deg", 1},
    Spelling{Unit::degree, "°", 1},
    Spelling{Unit::degree, "degree", 1},
    Spelling{Unit::degree, "degrees", 1},
    Spelling{Unit::kg_per_m2, "kg/m2", 1},
    Spelling{Unit::kg_per_m2, "kg/m²", 1},
    Spelling{Unit::celsius, "C", 1},
    Spelling{Unit::celsius, "°C", 1},
    Spelling{Unit::ms, "ms", 1},
    Spelling{Unit::ms, "us", 1e-3},
    Spelling{Unit::mV, "mV", 1},
    Spelling{Unit::nA, "nA", 1},
    Spelling{Unit::siemens_per_cm2, "S/cm2", 1},
    Spelling{Unit::siemens_per_cm2, "S/cm²", 1},
    Spelling{Unit::siemens_per_cm2, "mS/cm2", 1e-3},
    Spelling{Unit::microfarad_per_cm2, "uF/cm2", 1},
    Spelling{Unit::microfarad_per_cm2, "µF/cm2", 1},
    Spelling{Unit::ohm_cm, "ohm cm", 1},
    Spelling{Unit::vas_mm, "mm", 1},
    Spelling{Unit::vas_mm, "points", 10},
};

}  // namespace

std::string_view symbol(Unit unit) {
  for (const Spelling& spelling : kSpellings)
    if (spelling.unit == unit) return spelling.written;
  return "";
}

std::optional<double> factor(Unit unit, std::string_view written) {
  for (const Spelling& spelling : kSpellings)
    if (spelling.unit == unit && spelling.written == written) return spelling.worth;
  return std::nullopt;
}

std::vector<std::string_view> spellings(Unit unit) {
  std::vector<std::string_view> all;
  for (const Spelling& spelling : kSpellings)
    if (spelling.unit == unit) all.push_back(spelling.written);
  return all;
}

}  // namespace mend
