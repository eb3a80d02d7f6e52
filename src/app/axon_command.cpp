// mend axon: one fibre on the live cable, beside the formula that stands for all others.
#include <algorithm>
#include <cmath>
#include <iomanip>
#include <iostream>

#include "app/commands.h"
#include "base/text.h"
#include "sim/conduction.h"

namespace mend::app {
namespace {

constexpr double kColdest = 20, kWarmest = 42;  // C
constexpr double kThinnestSheath = 0.005;
constexpr int kMostDamaged = 40;
constexpr int kHealthyEnds =
    10;  // internodes on each side of the damage, so that the potential is steady there

Problem refused(const std::string& option, const std::string& given, const std::string& allowed) {
  Problem problem;
  problem.message.append(option).append(" ").append(given).append(" is not possible: give ").append(allowed);
  return problem;
}

std::string range(double low, double high, const std::string& unit) {
  std::string text = number_text(low);
  return text.append(" to ").append(number_text(high)).append(unit);
}

/// A stretch in the middle of the fibre with part of its sheath left.
struct Damage {
  int internodes = 0;
  double lamellae = 1;
};

/// "2:0.1".
Result<Damage> read_damage(const std::string& text) {
  if (text.empty()) return Damage{};
  // What is no number is 0, which is never allowed.
  const std::size_t colon = std::min(text.find(':'), text.size());
  const double count = parse_number(text.substr(0, colon)).value_or(0);
  const double share = parse_number(text.substr(std::min(colon + 1, text.size()))).value_or(0);
  const bool is_whole = count == std::floor(count) && count >= 1 && count <= kMostDamaged;
  if (!is_whole || !(share >= kThinnestSheath && share <= 1))
    return refused("--demyelinate", mend::quoted(text),
                   "INTERNODES:FRACTION, as in 2:0.1; internodes 1 to " + std::to_string(kMostDamaged) +
                       ", fraction of the sheath left " + range(kThinnestSheath, 1, ""));
  return Damage{static_cast<int>(count), share};
}

std::vector<Problem> problems_of(const AxonOptions& options) {
  std::vector<Problem> problems;
  const auto check = [&](const char* option, double value, double low, double high, const char* unit) {
    if (!(value >= low && value <= high))
      problems.push_back(refused(option, number_text(value), range(low, high, unit)));
  };
  check("--diameter", options.diameter, sim::kThinnestFibre, sim::kThickestFibre, " (um)");
  check("--temperature", options.temperature, kColdest, kWarmest, " (C)");
  check("--myelin", options.myelin, kThinnestSheath, 1, " (share of the sheath)");
  return problems;
}

/// The formula for the same axon under a sheath of this share of its thickness.
double formula(double diameter, double myelin) {
  const params::FibreShape shape = sim::fibre_shape(diameter);
  const double g_ratio = 1 / (1 + myelin * (1 / shape.g_ratio - 1));
  return sim::conduction_velocity(shape.axon, g_ratio, shape.internode / 1000);
}

void print_velocity(const AxonOptions& options, const sim::Fibre& fibre, const sim::Passage& passage) {
  std::cout << "Fibre of " << number_text(options.diameter) << " um at " << number_text(options.temperature)
            << " C with " << number_text(100 * options.myelin) << " % of its sheath, "
            << fibre.internodes.size() << " internodes of "
            << number_text(fibre.internodes.front().length / 1000) << " mm\n"
            << std::fixed << std::setprecision(1) << "velocity, live cable     ";
  if (passage.is_blocked)
    std::cout << "blocked\n";
  else
    std::cout << passage.velocity << " m/s\n";
  std::cout << "velocity, closed formula " << formula(options.diameter, options.myelin)
            << " m/s (for 37 C)\n";
}

void print_damage(const Damage& damage, const sim::Passage& whole, const sim::Passage& damaged) {
  std::cout << damage.internodes << (damage.internodes == 1 ? " internode" : " internodes") << " with "
            << number_text(100 * damage.lamellae) << " % of that sheath: ";
  if (damaged.is_blocked)
    std::cout << "blocked\n";
  else
    std::cout << "delayed by " << std::fixed << std::setprecision(3) << damaged.arrival - whole.arrival
              << " ms\n";
}

}  // namespace

Exit axon(const AxonOptions& options) {
  const auto damage = read_damage(options.demyelinate);
  std::vector<Problem> problems = problems_of(options);
  problems.insert(problems.end(), damage.problems().begin(), damage.problems().end());
  if (!problems.empty()) return print(problems), Exit::bad_input;
  params::AxonModel model;
  const auto damaged_count = static_cast<std::size_t>(damage.value().internodes);
  sim::Fibre fibre = sim::healthy_fibre(options.diameter, 2 * kHealthyEnds + damaged_count);
  sim::thin(fibre, 0, fibre.internodes.size(), options.myelin);
  const sim::Passage whole = sim::conduct(model, fibre, options.temperature);
  print_velocity(options, fibre, whole);
  if (damaged_count > 0 && !whole.is_blocked) {
    sim::thin(fibre, kHealthyEnds, damaged_count, damage.value().lamellae);
    print_damage(damage.value(), whole, sim::conduct(model, fibre, options.temperature));
  }
  return Exit::done;
}

}  // namespace mend::app
