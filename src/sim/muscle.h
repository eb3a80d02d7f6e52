// A strained muscle: clearing by white cells, its own stem cells, new fibre, scar.
#pragma once
#include <array>

#include "params/scenario.h"
#include "sim/fate.h"
#include "sim/state.h"
#include "sim/tissue_run.h"

namespace mend::sim {

/// f and g of an injury: the injured share of the muscle, and the share of that whose scaffold is lost.
[[nodiscard]] double injured_share(const params::MuscleModel& model, params::MuscleInjury injury);
[[nodiscard]] double unscaffolded_share(const params::MuscleModel& model, params::MuscleInjury injury);

class Muscle {
 public:
  /// Injured on day 0 as the scenario says; without an injury it stays healthy. `step` in mouse days.
  explicit Muscle(const params::Scenario& scenario, double step = kTissueStep);

  /// Applies a treatment at the present day; only cells injected into muscle matter.
  void treat(const params::Event& event);
  /// Human days.
  void step(double dt);

  [[nodiscard]] bool is_injured() const { return injured_ > 0; }
  [[nodiscard]] MuscleState state() const;
  /// Injected here and alive.
  [[nodiscard]] double cells() const { return run_.cells().alive(); }
  /// What an injected cell finds here.
  [[nodiscard]] Cues cues() const;

 private:
  /// What is stepped, in the letters of the page.
  struct Tissue {
    double damage = 0;                                  // G
    double neutrophils = 0, monocytes = 0;              // N, Mo
    double m1 = 0, m2 = 0;                              // M1, M2
    double debris = 0;                                  // D
    double quiescent = 0, activated = 0, myocytes = 0;  // Q, A, C
    double fibre = 0, matured = 0;                      // R, RM
    double progenitors = 1, collagen = 0;               // B, Cx
    static constexpr std::array kAll = {
        &Tissue::damage,  &Tissue::neutrophils, &Tissue::monocytes, &Tissue::m1,       &Tissue::m2,
        &Tissue::debris,  &Tissue::quiescent,   &Tissue::activated, &Tissue::myocytes, &Tissue::fibre,
        &Tissue::matured, &Tissue::progenitors, &Tissue::collagen};
  };

  [[nodiscard]] static Tissue injured_tissue(const params::MuscleModel& model, double injured);
  [[nodiscard]] Tissue rates(const Tissue& at, double signal) const;
  void add_satellite_rates(const Tissue& at, double e, Tissue& rate) const;

  params::CellModel cells_;
  params::MuscleModel model_;
  double injured_ = 0, unscaffolded_ = 0;  // f, g
  double age_factor_ = 1;                  // alpha
  double effect_ = 0;                      // eps
  TissueRun<Tissue> run_;
};

}  // namespace mend::sim
