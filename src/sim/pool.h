// Cells injected into muscle or ligament: how many are alive, and how strongly their signal acts.
#pragma once
#include "params/scenario.h"
#include "sim/state.h"

namespace mend::sim {

class Pool {
 public:
  Pool(const params::CellModel& model, double patient_age) : model_(model), patient_age_(patient_age) {}

  /// Adds the cells of an event.
  void inject(const params::Event& event);
  /// Exact over dt days.
  void advance(double dt);

  /// V, cells.
  [[nodiscard]] double alive() const { return fast_ + slow_ + lasting_; }
  /// P, 0-1.
  [[nodiscard]] double signal() const { return signal_; }
  [[nodiscard]] double injected() const { return injected_; }
  [[nodiscard]] PoolState state() const { return {.alive = alive(), .signal = signal_}; }

 private:
  [[nodiscard]] double alive_after(double dt) const;
  /// Days of the next dt in which there are enough cells to be heard.
  [[nodiscard]] double heard_for(double dt) const;

  params::CellModel model_;
  double patient_age_;
  double fast_ = 0, slow_ = 0, lasting_ = 0;  // Vf, Vs, Ve
  double injected_ = 0, most_alive_ = 0;      // cells so far, V_peak
  double strength_ = 0;                       // g_src and potency, mean over the injected cells
  double signal_ = 0;
};

}  // namespace mend::sim
