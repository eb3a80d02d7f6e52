// mend cohort: many virtual people through one scenario.
#include <algorithm>
#include <array>
#include <iomanip>
#include <iostream>
#include <sstream>

#include "app/commands.h"
#include "app/paths.h"
#include "app/write_file.h"
#include "base/units.h"
#include "sim/csv.h"
#include "timeline/cohort.h"

namespace mend::app {
namespace {

constexpr int kMostPeople = 1000;

/// A row of the short table.
struct Line {
  std::string_view column, title;
  int digits = 2;
};

constexpr std::array kLines = {Line{"pain", "pain, 0-10", 1},
                               Line{"synovitis", "synovitis, 0-10", 1},
                               Line{"cartilage_thickness_medial_femur", "cartilage, of healthy"},
                               Line{"pannus", "pannus, mm", 1},
                               Line{"defect_fill", "hole filled, 0-1"},
                               Line{"nerve_axons_reconnected", "axons reconnected, 0-1"},
                               Line{"muscle_area", "muscle, of healthy"},
                               Line{"ligament_load_fraction", "ligament, of healthy"},
                               Line{"opioid_mme_per_day", "opioids, MME a day", 0}};

struct Moment {
  std::string_view title;
  double day;
};
constexpr std::array kMoments = {Moment{"start", 0}, Moment{"6 weeks", 6 * kWeek},
                                 Moment{"6 months", 6 * kMonth}, Moment{"12 months", 12 * kMonth},
                                 Moment{"24 months", 24 * kMonth}};

/// Whether it is other than untouched tissue says, on any day, in anyone.
bool has_news(const std::vector<timeline::Quantiles>& band, std::string_view column) {
  const auto untouched = sim::columns({});
  const double usual = std::find_if(untouched.begin(), untouched.end(), [&](const sim::Column& each) {
                         return each.name == column;
                       })->value;
  return std::any_of(band.begin(), band.end(), [&](const timeline::Quantiles& each) {
    return each.low != usual || each.high != usual;
  });
}

void print_table(const params::Scenario& scenario, const timeline::Cohort& cohort, int people) {
  const auto lens = scenario.lens == params::Lens::mechanism ? "Mechanism" : "Trials";
  std::cout << scenario.title << ", " << lens << " lens, virtual people: " << people
            << ". An illustration, not a prediction.\n"
            << "The middle person, and in brackets the middle 80 % of people.\n"
            << std::left << std::setw(24) << "";
  for (const Moment& moment : kMoments)
    if (moment.day <= cohort.days.back()) std::cout << std::setw(20) << moment.title;
  std::cout << "\n";
  for (const Line& line : kLines) {
    const auto* band = cohort.band(line.column);
    if (!has_news(*band, line.column)) continue;
    std::cout << std::setw(24) << line.title;
    for (const Moment& moment : kMoments) {
      if (moment.day > cohort.days.back()) continue;
      const timeline::Quantiles& at = (*band)[static_cast<std::size_t>(moment.day + 0.5)];
      std::ostringstream text;
      text << std::fixed << std::setprecision(line.digits) << at.median << " (" << at.low << " to " << at.high
           << ")";
      std::cout << std::setw(20) << text.str();
    }
    std::cout << "\n";
  }
}

/// One row a day: the day, then of each column the median and the 10 and 90 % of people.
void write_csv(const timeline::Cohort& cohort, std::ostream& out) {
  out << "day (d)";
  for (const sim::Column& column : sim::columns({})) {
    if (column.name == "day") continue;
    for (const std::string_view which : {"median", "low", "high"})
      out << "," << column.name << " " << which << " (" << column.unit << ")";
  }
  out << "\n";
  for (std::size_t day = 0; day < cohort.days.size(); ++day) {
    out << cohort.days[day];
    for (const auto& band : cohort.bands)
      out << "," << band[day].median << "," << band[day].low << "," << band[day].high;
    out << "\n";
  }
}

}  // namespace

Exit cohort(const CohortOptions& options) {
  const auto folder = data_folder();
  if (!folder.is_ok()) return print(folder.problems()), Exit::environment;
  const auto read = load_scenario(options.scenario, folder.value());
  if (!read.is_ok()) return print(read.problems()), Exit::bad_input;
  const params::Scenario& scenario = read.value();
  if (options.people < 1 || options.people > kMostPeople || options.threads < 0) {
    print({{.file = {},
            .line = 0,
            .column = 0,
            .message = "--people must be from 1 to " + std::to_string(kMostPeople) +
                       ", and --threads must not be negative"}});
    return Exit::bad_input;
  }
  const auto cohort = timeline::run_cohort(scenario, geometry(scenario), options.people,
                                           options.seed.value_or(scenario.seed), options.threads);
  if (options.csv == "-") return write_csv(*cohort, std::cout), Exit::done;
  if (!options.csv.empty()) {
    const auto written = write_file(options.csv, [&](std::ostream& out) { write_csv(*cohort, out); });
    if (!written.is_ok()) return print(written.problems()), Exit::bad_input;
  }
  print_table(scenario, *cohort, options.people);
  return Exit::done;
}

}  // namespace mend::app
