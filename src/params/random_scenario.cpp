#include "params/random_scenario.h"

#include <algorithm>

#include "base/hash.h"
#include "base/math.h"
#include "base/random.h"
#include "params/describe.h"

namespace mend::params {
namespace {

constexpr std::uint64_t kWhy = 0x7363656e;
constexpr int kMostEvents = 5;

class Filler : public Visitor {
 public:
  explicit Filler(std::uint64_t seed) : seed_(seed) {}

 private:
  void number(const Field& field, double& value, double) override {
    const double u = uniform(key(field.key));
    // Where the range spans decades, each decade is as likely as the next.
    const bool spans_decades = field.low > 0 && field.high > 50 * field.low;
    const double drawn = spans_decades ? field.low * math::pow(field.high / field.low, u)
                                       : field.low + (field.high - field.low) * u;
    value = std::clamp(drawn, field.low, field.high);
  }
  void whole(const Field& field, int& value, int) override {
    value = static_cast<int>(field.low) +
            static_cast<int>(uniform(key(field.key)) * (field.high - field.low + 1));
  }
  void flag(const Field& field, bool& value, bool) override { value = uniform(key(field.key)) < 0.5; }
  void choice(const Field& field, std::span<const Option> options, int& value, int) override {
    value = static_cast<int>(uniform(key(field.key)) * static_cast<double>(options.size()));
  }
  void seed(const Field& field, std::uint64_t& value, std::uint64_t) override {
    value = random_bits(key(field.key));
  }
  bool list(const Group& group, std::vector<Event>& events, const std::vector<Event>&) override {
    events.resize(static_cast<std::size_t>(uniform(key(group.key)) * (kMostEvents + 1)));
    return true;
  }

  [[nodiscard]] Key key(std::string_view field) const {
    Hash who;
    who.add(path(field));
    return {seed_, who.value(), 0, kWhy};
  }

  std::uint64_t seed_;
};

}  // namespace

Scenario random_scenario(std::uint64_t seed) {
  Scenario scenario;
  Filler filler(seed);
  describe(scenario, filler);
  scenario.name = "random-" + std::to_string(seed);
  scenario.title = "Random \"scenario\" \\ µ " + std::to_string(seed);
  for (Event& event : scenario.regimen) event.day = std::min(event.day, scenario.horizon);
  std::sort(scenario.regimen.begin(), scenario.regimen.end(),
            [](const Event& a, const Event& b) { return a.day < b.day; });
  return scenario;
}

}  // namespace mend::params
