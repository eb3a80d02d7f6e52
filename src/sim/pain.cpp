// Dorsal horn (form after Crodelle, Piltz, Hagenauer & Booth 2019; weights ours), rates in Hz:
//   rE, rI, rP  excitatory, inhibitory, projection cells;  ab, ad, C  mean rates of A-beta, A-delta, C fibres
//   pre = 1/(1 + ab dis/19.85), dis = 1 - 0.95 Sc;   M = 1/(1+e^(-(C-0.5)/0.25)) wind-up
//   zI = 2.28 ab + 0.1 rE
//   zE = (1+Sc)(0.96 ad + 7 C pre) + 1.24 ab - 1.43 dis rI
//   zP = 0.3 ad + 4 C pre (1 + 0.2 M (1+Sc)) + 0.2 (1+Sc) rE - 1.5 dis rI
//   rP = R(50,18,12;zP), rE = R(60,20,12;zE), rI = R(80,25,12;zI)
//   R(mx,th,al;z) = max(0, mx [tanh((z-th)/al) + tanh(th/al)]/[1 + tanh(th/al)])
//   u_nerve = 10 ln(1+rP/1.56)/ln(1+50/1.56)
// Input of an injured nerve (assumed): C = 0.05 Hz (1+4 Sp) load + 1.2 Hz ectopic share; touch and pressing
// 0. Slow states (assumed), t in days: Sp' = (min(1,p) + NGF - Sp)/tau, tau 2 up, 7 down, NGF = max(0,N-2)/2,
// at most 1;
//   Sc' = max(0,u_nerve-3)(1-Sc)/(10*14) - Sc/60
// Rating (form after Clifton 2017): P' = (u-P)/follow_time, u = 10(1-(1-u_joint/10)(1-u_nerve/10)), u_joint =
// VAS/10.
#include "sim/pain.h"

#include <algorithm>

#include "base/math.h"

namespace mend::sim {
namespace {

struct Population {
  double maximum, threshold, slope, offset;

  Population(double most, double half, double width)
      : maximum(most), threshold(half), slope(width), offset(math::tanh(half / width)) {}

  [[nodiscard]] double rate(double z) const {
    return std::max(0.0, maximum * (math::tanh((z - threshold) / slope) + offset) / (1 + offset));
  }
};

const Population kProjection{50, 18, 12}, kExcitatory{60, 20, 12}, kInhibitory{80, 25, 12};

double joined(double joint_pain_mm, double nerve_pain) {
  return 10 * (1 - (1 - joint_pain_mm / 100) * (1 - nerve_pain / 10));
}

double peripheral_target(const PainInput& input) {
  return std::min(1.0, input.synovitis) + std::clamp((input.growth_factor - 2) / 2, 0.0, 1.0);
}

}  // namespace

double pain_from_firing(const Firing& firing, double central) {
  const double inhibition = 1 - 0.95 * central;
  const double gated = firing.c / (1 + firing.a_beta * inhibition / 19.85);
  const double windup = 1 / (1 + math::exp(-(firing.c - 0.5) / 0.25));
  const auto inhibitory = [&](double excitatory) {
    return kInhibitory.rate(2.28 * firing.a_beta + 0.1 * excitatory);
  };
  const double drive = (1 + central) * (0.96 * firing.a_delta + 7 * gated) + 1.24 * firing.a_beta;
  // More excitation calls up more inhibition, so what drives rE falls as rE rises: one crossing, found by
  // halving.
  double low = 0, high = kExcitatory.maximum;
  for (int halving = 0; halving < 40; ++halving) {
    const double middle = 0.5 * (low + high);
    (kExcitatory.rate(drive - 1.43 * inhibition * inhibitory(middle)) > middle ? low : high) = middle;
  }
  const double excitatory = 0.5 * (low + high);
  const double projection =
      kProjection.rate(0.3 * firing.a_delta + 4 * gated * (1 + 0.2 * windup * (1 + central)) +
                       0.2 * (1 + central) * excitatory - 1.5 * inhibition * inhibitory(excitatory));
  return 10 * math::log(1 + projection / 1.56) / math::log(1 + kProjection.maximum / 1.56);
}

Pain::Pain(const params::Scenario& scenario, const PainInput& input)
    : load_(std::clamp(scenario.joint.load, 0.0, 1.0)),
      follow_time_(scenario.pain_model.follow_time),
      peripheral_(peripheral_target(input)),
      rating_(joined(input.joint_pain_mm, nerve_pain(input))) {}

double Pain::nerve_pain(const PainInput& input) const {
  if (!input.nerve_injured) return 0;
  return pain_from_firing({.c = 0.05 * (1 + 4 * peripheral_) * load_ + 1.2 * input.ectopic_share}, central_);
}

void Pain::step(double dt, const PainInput& input) {
  const double gap = peripheral_target(input) - peripheral_;
  peripheral_ += gap * (1 - math::exp(-dt / (gap > 0 ? 2 : 7)));
  const double nerve = nerve_pain(input);
  central_ += dt * (std::max(0.0, nerve - 3) * (1 - central_) / (10 * 14) - central_ / 60);
  rating_ += (joined(input.joint_pain_mm, nerve) - rating_) * (1 - math::exp(-dt / follow_time_));
}

}  // namespace mend::sim
