// One fascicle of an injured nerve, from bruise to cut, with its repair and the cells injected into it.
#pragma once
#include <cstddef>
#include <vector>

#include "params/scenario.h"
#include "sim/nerve_axon.h"
#include "sim/nerve_conduction.h"
#include "sim/nerve_fields.h"
#include "sim/nerve_route.h"
#include "sim/state.h"

namespace mend::sim {

class Fascicle {
 public:
  /// Injured on day 0; without an injury there are no axons and nothing but injected cells changes.
  explicit Fascicle(const params::Scenario& scenario);

  /// Applies an event at the present day: only cells given into the nerve do anything.
  void treat(const params::Event& event);
  void step(double dt);

  [[nodiscard]] bool is_injured() const { return injury_ != params::NerveInjuryKind::none; }
  [[nodiscard]] NerveState state() const;
  /// Share of axons that fire by themselves for want of an end organ; fades after each has reached one.
  [[nodiscard]] double ectopic_share() const;
  /// Share of axons that conduct to an end organ of their kind; 1 without an injury.
  [[nodiscard]] double connected_share() const;
  /// N at the lesion, in units of KN.
  [[nodiscard]] double growth_factor() const;
  /// Injected and alive.
  [[nodiscard]] double cells() const { return fields_.cells(); }
  /// Mean of the distal stump, 0-1.
  [[nodiscard]] double debris() const { return fields_.debris(day_); }

 private:
  /// What is drawn once for each axon beside its growth.
  struct Fate {
    double breakdown = 0;      // day its cut-off part falls silent
    double myelin_delay = 0;   // days from passage to sheath
    double remyelination = 0;  // day its bruised patch begins to heal
  };

  [[nodiscard]] bool is_bruised() const { return injury_ == params::NerveInjuryKind::neurapraxia; }
  void repair(double day);
  void count_axons();
  [[nodiscard]] double lamellae(std::size_t axon) const;
  [[nodiscard]] double myelin_front(std::size_t axon) const;
  [[nodiscard]] Conduction conduction(std::size_t axon) const;
  [[nodiscard]] AxonState axon_state(std::size_t axon, double velocity) const;

  params::Scenario scenario_;
  params::NerveInjuryKind injury_;
  double age_factor_;
  double day_ = 0;
  double given_ = 0;  // cells
  bool waits_for_repair_ = false;
  Route route_;
  Support support_;
  NerveConduction conduction_;
  NerveFields fields_;
  std::vector<Fate> fates_;
  std::vector<GrowingAxon> axons_;  // none if the axons are whole
  std::vector<double> fronts_;
};

}  // namespace mend::sim
