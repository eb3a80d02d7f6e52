// A torn ligament: a clot that bridges the ends or not, fibroblasts, collagen of two types and its order.
#pragma once
#include <array>

#include "params/scenario.h"
#include "sim/fate.h"
#include "sim/state.h"
#include "sim/tissue_run.h"

namespace mend::sim {

class Ligament {
 public:
  /// Torn on day 0 as the scenario says; without an injury it stays healthy. `step` in days.
  explicit Ligament(const params::Scenario& scenario, double step = kTissueStep);

  /// Applies a treatment at the present day; only cells injected into the ligament matter.
  void treat(const params::Event& event);
  void step(double dt);

  [[nodiscard]] LigamentState state() const;
  /// Injected here and alive.
  [[nodiscard]] double cells() const { return run_.cells().alive(); }
  /// What an injected cell finds here.
  [[nodiscard]] Cues cues() const;

 private:
  /// What is stepped, in the letters of the page.
  struct Tissue {
    double inflammation = 0, bridging = 0;  // I, br
    double fibroblasts = 0;                 // B
    double collagen3 = 0, collagen1 = 0;    // C3, C1
    double alignment = 0, cross_links = 0;  // a, x
    static constexpr std::array kAll = {&Tissue::inflammation, &Tissue::bridging,  &Tissue::fibroblasts,
                                        &Tissue::collagen3,    &Tissue::collagen1, &Tissue::alignment,
                                        &Tissue::cross_links};
  };

  [[nodiscard]] static Tissue clot(const params::LigamentModel& model);
  [[nodiscard]] Tissue rates(const Tissue& at, double signal) const;

  params::CellModel cells_;
  params::LigamentModel model_;
  bool is_torn_;
  double scaffold_;           // sc
  double load_, lined_load_;  // load, Lo
  double effect_;             // eps
  TissueRun<Tissue> run_;
};

}  // namespace mend::sim
