// mend simulate: the models without a picture.
#include <cmath>
#include <iomanip>
#include <iostream>

#include "app/commands.h"
#include "app/paths.h"
#include "app/write_file.h"
#include "sim/csv.h"
#include "timeline/timeline.h"

namespace mend::app {
namespace {

void print_summary(const params::Scenario& scenario, const timeline::Timeline& timeline) {
  std::cout << scenario.title << ", " << (scenario.lens == params::Lens::mechanism ? "Mechanism" : "Trials")
            << " lens. An illustration, not a prediction.\n"
            << "   day   pain  synovitis   fill  axons reconnected\n"
            << std::fixed;
  for (const double day : {0., 7., 28., 90., 180., 365., 730.}) {
    if (day > timeline.ready_until()) break;
    const sim::State state = timeline.at(day);
    std::cout << std::setw(6) << std::setprecision(0) << day << std::setprecision(1) << std::setw(7) << state.pain
              << std::setw(11) << std::min(10.0, 10 * state.joint.synovitis) << std::setprecision(2) << std::setw(7)
              << state.defect.fill << std::setw(10) << state.nerve.reconnected << "\n";
  }
}

void write_csv(const timeline::Timeline& timeline, std::ostream& out) {
  sim::write_csv_header(out);
  for (double day = 0; day <= timeline.ready_until(); day += 1) sim::write_csv_row(out, timeline.at(day));
}

}  // namespace

Exit simulate(const SimulateOptions& options) {
  const auto folder = data_folder();
  if (!folder.is_ok()) return print(folder.problems()), Exit::environment;
  const auto scenario = load_scenario(options.scenario, folder.value());
  if (!scenario.is_ok()) return print(scenario.problems()), Exit::bad_input;
  const double last_day = options.days.value_or(scenario.value().horizon);
  if (!(last_day >= 0 && last_day <= scenario.value().horizon) || options.threads < 0) {
    print({{.file = {}, .line = 0, .column = 0,
            .message = "--days must lie between 0 and the scenario's horizon, and --threads must not be negative"}});
    return Exit::bad_input;
  }
  const auto timeline = timeline::run(scenario.value(), geometry(scenario.value()), last_day, options.threads);
  if (!options.csv.empty()) {
    const auto written = write_file(options.csv, [&](std::ostream& out) { write_csv(*timeline, out); });
    if (!written.is_ok()) return print(written.problems()), Exit::bad_input;
  }
  if (options.hash) std::cout << timeline->hash() << "\n";
  if (options.csv.empty() && !options.hash) print_summary(scenario.value(), *timeline);
  return Exit::done;
}

}  // namespace mend::app
