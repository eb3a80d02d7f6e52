// How an injured axon conducts over its way, and the compound potential of a fascicle.
#pragma once
#include <span>
#include <vector>

#include "params/nerve_model.h"

namespace mend::sim {

struct Conduction {
  double velocity = 0;  // mean over the way, of healthy; 0 = none
  double weight = 0;    // of its own potential, of healthy
};

/// An axon that passed equally spaced posts of its way on these days, the last one its end organ.
[[nodiscard]] Conduction regrown_conduction(const params::NerveModel& model, std::span<const double> passages,
                                            double day);

/// L, the share of lamellae left over the bruised patch `days` after the injury of an axon that begins to
/// remyelinate on day `begin`.
[[nodiscard]] double patch_lamellae(const params::NerveModel& model, double days, double begin);

/// A whole axon with a bruised patch on a way of `length` mm.
[[nodiscard]] Conduction bruised_conduction(const params::NerveModel& model, double lamellae, double length);

/// m/s of a healthy axon.
[[nodiscard]] double healthy_velocity(const params::NerveModel& model);

/// The compound potential of `axons` axons on a way of `length` mm, of healthy; those that do not conduct may
/// be left out.
[[nodiscard]] double compound_amplitude(const params::NerveModel& model,
                                        std::span<const Conduction> conducting, std::size_t axons,
                                        double length);

}  // namespace mend::sim
