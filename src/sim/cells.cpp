// Every suspended cell leaves the fluid at the rate attach + clear; an attached one dies at the rate death
// (joint.cpp).
//   P(still suspended t days after the injection) = e^(-leave t)
//   P(attached cell has left the fluid and died by t) = 1 - (leave e^(-death t) - death e^(-leave t))/(leave
//   - death)
// Records take even quantiles of both, so that counts of records follow the model's.
#include "sim/cells.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "base/math.h"
#include "base/random.h"

namespace mend::sim {
namespace {

enum Use : std::uint64_t { kSettles = 0x63656c6c, kLives, kDies };

struct Rates {
  double leave, death;
  std::array<double, 3> shares;  // of cleared, attaching, engrafting; the order of CellFate
};

Rates rates_of(const params::Scenario& scenario) {
  const params::JointModel& model = scenario.joint_model;
  const double leave = model.attach_rate + model.clear_rate;
  const double engrafting = scenario.lesion.diameter > 0 ? scenario.assumptions().engrafting_fraction : 0;
  const double settling = model.attach_rate / leave;
  return {leave, model.death_rate, {1 - settling, settling * (1 - engrafting), settling * engrafting}};
}

/// Days after the injection by which a share of the attaching cells has died.
double death_quantile(const Rates& rates, double share) {
  const double gap = rates.leave - rates.death;
  const auto dead = [&](double t) {
    const double alive = math::exp(-rates.death * t), floating = math::exp(-rates.leave * t);
    return math::fabs(gap) > 1e-9 ? 1 - (rates.leave * alive - rates.death * floating) / gap
                                  : 1 - (1 + rates.leave * t) * alive;
  };
  double low = 0, high = 1;
  while (dead(high) < share && high < 1e6) high *= 2;
  for (int halving = 0; halving < 50; ++halving) {
    const double middle = 0.5 * (low + high);
    (dead(middle) < share ? low : high) = middle;
  }
  return 0.5 * (low + high);
}

/// (k + u)/n with u in the middle fifth of its stratum: counts stay within one record of the distribution.
double quantile(std::size_t k, std::size_t n, double u) {
  return (static_cast<double>(k) + 0.4 + 0.2 * u) / static_cast<double>(n);
}

/// One injection's records; ids go on from `first_id`.
std::vector<CellRecord> draw_injection(const params::Scenario& scenario, std::size_t event, std::size_t count,
                                       std::uint32_t first_id) {
  const Rates rates = rates_of(scenario);
  const double day = scenario.regimen[event].day;
  const auto key = [&](std::size_t record, Use why) {
    return Key{.seed = scenario.seed, .who = first_id + record, .when = 0, .why = why};
  };
  std::vector<CellRecord> records(count);
  std::array<double, 3> owed{};
  std::vector<std::size_t> attaching;
  for (std::size_t k = 0; k < count; ++k) {
    CellRecord& record = records[k];
    record.id = first_id + static_cast<std::uint32_t>(k);
    record.event = event;
    record.injected = day;
    record.settles = day - math::log(1 - quantile(k, count, uniform(key(k, kSettles)))) / rates.leave;
    // The fate furthest behind its share: each fate's settling days are as even as those of all.
    for (std::size_t fate = 0; fate < owed.size(); ++fate) owed[fate] += rates.shares[fate];
    const auto fate = static_cast<std::size_t>(std::max_element(owed.begin(), owed.end()) - owed.begin());
    owed[fate] -= 1;
    record.fate = static_cast<CellFate>(fate);
    record.dies = record.fate == CellFate::engrafts ? scenario.horizon + 1 : record.settles;
    if (record.fate == CellFate::attaches_then_dies) attaching.push_back(k);
  }
  // Each attached cell lives a while of its own; the days of death are then moved, in their order, to even
  // quantiles.
  for (const std::size_t k : attaching) {
    records[k].dies -= math::log(1 - uniform(key(k, kLives))) / rates.death;
  }
  std::sort(attaching.begin(), attaching.end(), [&](std::size_t a, std::size_t b) {
    return records[a].dies != records[b].dies ? records[a].dies < records[b].dies : a < b;
  });
  for (std::size_t rank = 0; rank < attaching.size(); ++rank) {
    CellRecord& record = records[attaching[rank]];
    const double share = quantile(rank, attaching.size(), uniform(key(rank, kDies)));
    record.dies = std::max(record.settles, day + death_quantile(rates, share));
  }
  return records;
}

/// Cells given to the joint have lives of their own; of others the models know how many are alive.
bool is_drawn(const params::Event& event) {
  return event.kind == params::EventKind::cells && event.site == params::Site::joint;
}

/// Of all injections into the joint, or of all others.
double total_dose(const params::Scenario& scenario, bool into_joint) {
  double dose = 0;
  for (const params::Event& event : scenario.regimen) {
    if (event.kind == params::EventKind::cells && is_drawn(event) == into_joint) dose += event.dose;
  }
  return dose;
}

}  // namespace

CellPhase phase(const CellRecord& record, double day) {
  if (day < record.injected) return CellPhase::not_yet;
  if (day < record.settles) return CellPhase::suspended;
  if (day >= record.dies) return CellPhase::gone;
  return record.fate == CellFate::engrafts ? CellPhase::engrafted : CellPhase::attached;
}

std::vector<CellRecord> draw_records(const params::Scenario& scenario, std::size_t count) {
  const double total = total_dose(scenario, true);
  std::vector<CellRecord> records;
  if (total <= 0 || count == 0) return records;
  count = static_cast<std::size_t>(total / cells_per_record(scenario, count) + 0.5);
  records.reserve(count);
  double dose = 0;
  for (std::size_t event = 0; event < scenario.regimen.size(); ++event) {
    if (!is_drawn(scenario.regimen[event])) continue;
    dose += scenario.regimen[event].dose;
    // Rounding the running total hands out every record and keeps each injection within one of its share.
    const auto until = static_cast<std::size_t>(dose / total * static_cast<double>(count) + 0.5);
    const auto drawn =
        draw_injection(scenario, event, until - records.size(), static_cast<std::uint32_t>(records.size()));
    records.insert(records.end(), drawn.begin(), drawn.end());
  }
  return records;
}

double cells_per_record(const params::Scenario& scenario, std::size_t count) {
  if (count == 0) return 0;
  return std::max(total_dose(scenario, true) / static_cast<double>(count),
                  total_dose(scenario, false) / kGatheredDots);
}

}  // namespace mend::sim
