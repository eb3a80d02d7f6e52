#include "params/spread.h"

#include <algorithm>
#include <iomanip>
#include <sstream>

#include "base/hash.h"
#include "base/math.h"
#include "base/random.h"

namespace mend::params {
namespace {

constexpr std::uint64_t kWhy = 0x70656f70;

constexpr Standing kBands = assumed("30 % either way, for the bands of the joint.");
constexpr Standing kVirtualPeople = assumed("For 200 virtual people taking medicine.");

Spread within(std::string_view path, std::string_view draw, double share, const Standing& standing) {
  return {.path = path, .draw = draw, .shape = Shape::even, .a = share, .standing = standing};
}

/// Mean 1 and this coefficient of variation.
Spread varying(std::string_view path, std::string_view draw, double variation, const Standing& standing) {
  const double square = math::log(1 + variation * variation);
  return {.path = path,
          .draw = draw,
          .shape = Shape::lognormal,
          .a = math::exp(-0.5 * square),
          .b = math::sqrt(square),
          .standing = standing};
}

double drawn(const Spread& spread, double value, const Key& key) {
  switch (spread.shape) {
    case Shape::even:
      return value * (1 + spread.a * (2 * uniform(key) - 1));
    case Shape::normal:
      return value + spread.a * normal(key);
    case Shape::lognormal:
      return value * spread.a * math::exp(spread.b * normal(key));
    case Shape::two_kinds:
      return value * (uniform(key) < spread.a ? spread.b : spread.c);
  }
  return value;
}

/// Three digits that count.
std::string rounded(double number) {
  std::ostringstream text;
  text << std::setprecision(3) << number;
  return text.str();
}

class Drawing : public Visitor {
 public:
  Drawing(std::uint64_t seed, std::size_t person) : seed_(seed), person_(person) {}

 private:
  void number(const Field& field, double& value, double) override {
    const std::string here = path(field);
    for (const Spread& spread : spreads()) {
      if (spread.path != here) continue;
      Hash draw;
      draw.add(spread.draw);
      value = std::clamp(drawn(spread, value, {seed_, person_, draw.value(), kWhy}), field.low, field.high);
    }
  }

  std::uint64_t seed_;
  std::size_t person_;
};

}  // namespace

const std::vector<Spread>& spreads() {
  static const std::vector<Spread> all = {
      within("joint_model.drive_kl0", "p0", 0.3, kBands),
      within("joint_model.drive_kl1", "p0", 0.3, kBands),
      within("joint_model.drive_kl2", "p0", 0.3, kBands),
      within("joint_model.drive_kl3", "p0", 0.3, kBands),
      within("joint_model.drive_kl4", "p0", 0.3, kBands),
      within("joint_model.tipping_drive", "p0", 0.3, kBands),
      within("joint_model.half_effect_cells", "Nh", 0.3, kBands),
      within("joint_model.memory_lifetime", "lifetime of R", 0.3, kBands),
      within("joint_model.context_size", "ctx_mm", 0.3, kBands),
      within("defect_model.synthesis", "k8", 0.3, kBands),
      {.path = "defect_model.microfracture_response",
       .draw = "microfracture",
       .shape = Shape::lognormal,
       .a = 0.45,
       .b = 1.1,
       .standing = assumed("Set to good, moderate and poor fill in 54, 29 and 17 %: Mithoefer 2005.")},
      varying("medicine_model.clearance", "CL", 0.5, kVirtualPeople),
      varying("medicine_model.effect_factor", "E", 0.4, kVirtualPeople),
      {.path = "medicine_model.effect_factor",
       .draw = "responder",
       .shape = Shape::two_kinds,
       .a = 0.55,
       .b = 1.5,
       .c = 0.4,
       .standing = assumed("Some respond and some do not.")},
      {.path = "pain_model.baseline_shift",
       .draw = "u0",
       .shape = Shape::normal,
       .a = 1.5,
       .standing = kVirtualPeople},
  };
  return all;
}

std::string in_words(const Spread& spread) {
  constexpr double kMiddle = 1.2815515655446004;  // 80 % lie within so many standard deviations
  switch (spread.shape) {
    case Shape::even:
      return "evenly within " + rounded(100 * spread.a) + " % of its value";
    case Shape::normal:
      return "plus or minus " + rounded(spread.a) + " (standard deviation, normal)";
    case Shape::lognormal: {
      const double width = math::exp(kMiddle * spread.b);
      return "times " + rounded(spread.a) + ", in the middle 80 % of people " + rounded(spread.a / width) +
             " to " + rounded(spread.a * width) + " (lognormal)";
    }
    case Shape::two_kinds:
      return "times " + rounded(spread.b) + " in " + rounded(100 * spread.a) + " % of people, times " +
             rounded(spread.c) + " in the others";
  }
  return "";
}

Scenario person_of(const Scenario& scenario, std::uint64_t seed, std::size_t person) {
  Scenario one = scenario;
  Drawing drawing(seed, person);
  describe(one, drawing);
  Hash draw;
  draw.add("seed");
  one.seed = random_bits({seed, person, draw.value(), kWhy});
  return one;
}

}  // namespace mend::params
