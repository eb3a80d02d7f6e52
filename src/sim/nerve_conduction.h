// How an injured axon conducts over its way, and the compound potential of a fascicle.
#pragma once
#include <cstddef>
#include <span>

#include "params/nerve_model.h"

namespace mend::sim {

struct Conduction {
  double velocity = 0;  // mean over the way, of healthy; 0 = none
  double weight = 0;    // of its own potential, of healthy
};

class NerveConduction {
 public:
  /// Over a way of `length` mm.
  NerveConduction(const params::NerveModel& model, double length);

  /// An axon that passed equally spaced posts of its way on these days, the last one its end organ.
  [[nodiscard]] Conduction regrown(std::span<const double> passages, double day) const;
  /// L, the share of lamellae left over the bruised patch of an axon that begins to remyelinate on a day.
  [[nodiscard]] double patch_lamellae(double day, double begin) const;
  /// Whether a patch of L blocks.
  [[nodiscard]] bool blocks(double lamellae) const;
  /// A whole axon with a bruised patch of L.
  [[nodiscard]] Conduction bruised(double lamellae) const;
  /// The compound potential of a fascicle of `axons`, of healthy; those that do not conduct may be left out.
  [[nodiscard]] double amplitude(std::span<const Conduction> conducting, std::size_t axons) const;

 private:
  params::NerveModel model_;
  double healthy_;     // m/s
  double usual_;       // latency of a healthy axon, ms
  double internodes_;  // of the patch
};

}  // namespace mend::sim
