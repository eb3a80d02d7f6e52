// Dorsal horn (form after Crodelle, Piltz, Hagenauer & Booth 2019; weights ours: params::PainModel), rates in
// Hz:
//   rE, rI, rP  excitatory, inhibitory, projection cells;  ab, ad, C  mean rates of A-beta, A-delta, C fibres
//   op = descending block, 0 in the rating
//   dis = 1 - 0.95 Sc;  pre = 1/(1 + ab dis/19.85);  M = 1/(1+e^(-(C-0.5)/0.25)) wind-up
//   zI = 2.28 ab + 0.1 rE
//   zE = (1+Sc)(0.96 ad + 7 C pre (1-op)) + 1.24 ab - 1.43 dis rI
//   zP = 0.3 ad + 4 (1-op) C pre (1 + 0.2 M (1+Sc)) + 0.2 (1+Sc) rE - 1.5 dis rI
//   rP = R(50,18,12;zP), rE = R(60,20,12;zE), rI = R(80,25,12;zI): the fixed point, cells settle in
//   milliseconds R(mx,th,al;z) = max(0, mx [tanh((z-th)/al) + tanh(th/al)]/[1 + tanh(th/al)]) u_nerve = 10
//   ln(1+rP/1.56)/ln(1+50/1.56)
// Firing of an injured nerve (assumed): C = 0.05 Hz (1+4 Sp) load j + 1.2 Hz ectopic share, j the share of
// its axons ever injured, load at most 1; touched ab = 20, pressed ab = 20 and ad = 5, each times the share
// of axons that conduct: a blocked nerve is numb and leaves the gate open. The rating is of a limb that
// nobody touches. Slow states (assumed), t in days: Sp' = (Infl + NGF - Sp)/tau, tau 2 up, 7 down; Infl =
// min(1,p), NGF = max(0,N-2)/2, at most 1;
//   Sc' = max(0,u_nerve-3)(1-Sc)/(10*14) - Sc/60, Sc(0) = 0
// Rating (form after Clifton 2017), P follows with 1/k0 = 6 h:
//   P' = k0 (P_ss - P),  P_ss = min(10, u + rebound)/(1 + sum E/(1-E))
//   u = 10(1-(1-u_joint/10)(1-u_nerve/10)), u_joint = VAS/10; u_nerve 0 without an injured nerve
//   E: opioid; NSAID u_joint/(u_joint+u_nerve); nerve medicine u_nerve/(u_joint+u_nerve) (assumed)
// Virtual people (assumed): u times 1 + shift/6, at most 10.
#include "sim/pain.h"

#include <algorithm>

#include "base/math.h"

namespace mend::sim {
namespace {

/// One kind of cell: its rate by what drives it.
struct Population {
  double maximum, threshold, width, offset;

  Population(double most, double half, double spread)
      : maximum(most), threshold(half), width(spread), offset(math::tanh(half / spread)) {}

  [[nodiscard]] double rate(double z) const {
    return std::max(0.0, maximum * (math::tanh((z - threshold) / width) + offset) / (1 + offset));
  }
};

double peripheral_target(const params::PainModel& model, const PainInput& input) {
  const double excess = (input.growth_factor - model.growth_factor_free) / model.growth_factor_range;
  return std::min(model.inflammation_most, input.synovitis) + std::clamp(excess, 0.0, 1.0);
}

/// A medicine's part in the sum of E/(1-E).
double odds(double effect) {
  return effect / (1 - effect);
}

}  // namespace

double pain_from_firing(const Firing& firing, double central, const params::PainModel& model) {
  const Population projection{model.projection_most, model.projection_threshold, model.projection_width};
  const Population excitatory{model.excitatory_most, model.excitatory_threshold, model.excitatory_width};
  const Population inhibitory{model.inhibitory_most, model.inhibitory_threshold, model.inhibitory_width};
  const double ab = firing.a_beta, ad = firing.a_delta, gain = 1 + central;
  const double dis = 1 - model.disinhibition * central;
  const double c = firing.c / (1 + ab * dis / model.gate_half) * (1 - firing.descending_block);
  const double windup = 1 / (1 + math::exp(-(firing.c - model.windup_middle) / model.windup_width));
  const auto inhibition = [&](double re) {
    return dis * inhibitory.rate(model.inhibitory_from_touch * ab + model.inhibitory_from_excitatory * re);
  };
  const double excitation = gain * (model.excitatory_from_pressing * ad + model.excitatory_from_c * c) +
                            model.excitatory_from_touch * ab;
  // More excitation calls up more inhibition, so what drives rE falls as rE rises: one crossing, found by
  // halving from below, so that silence is exactly 0.
  double low = 0, high = excitatory.maximum;
  for (int halving = 0; halving < 40; ++halving) {
    const double middle = 0.5 * (low + high);
    const double drive = excitation - model.excitatory_from_inhibitory * inhibition(middle);
    (excitatory.rate(drive) > middle ? low : high) = middle;
  }
  const double re = low;
  const double rp = projection.rate(model.projection_from_pressing * ad +
                                    model.projection_from_c * c * (1 + model.windup_gain * windup * gain) +
                                    model.projection_from_excitatory * gain * re -
                                    model.projection_from_inhibitory * inhibition(re));
  return 10 * math::log(1 + rp / model.rating_rate) / math::log(1 + projection.maximum / model.rating_rate);
}

Pain::Pain(const params::Scenario& scenario, const PainInput& input)
    : model_(scenario.pain_model),
      load_(std::clamp(scenario.joint.load, 0.0, 1.0)),
      peripheral_(peripheral_target(model_, input)),
      rating_(steady(input, nerve_pain(input))) {}

Firing Pain::firing(const PainInput& input) const {
  const double touched = input.touch == Touch::none ? 0 : input.conducting_share;
  const double pressed = input.touch == Touch::pressing ? input.conducting_share : 0;
  return {.c = model_.resting_c * (1 + model_.load_gain * peripheral_) * load_ * input.injured_share +
               model_.ectopic_c * input.ectopic_share,
          .a_delta = model_.pressing_a_delta * pressed,
          .a_beta = model_.touch_a_beta * touched};
}

double Pain::nerve_pain(const PainInput& input) const {
  return input.nerve_injured ? pain_from_firing(firing(input), central_, model_) : 0;
}

double Pain::steady(const PainInput& input, double nerve) const {
  const double joint = input.joint_pain_mm / 10;
  const double person = std::max(0.0, 1 + model_.baseline_shift / model_.baseline_level);
  const double cause = std::min(10.0, person * 10 * (1 - (1 - joint / 10) * (1 - nerve / 10)));
  const double joint_share = joint + nerve > 0 ? joint / (joint + nerve) : 0;
  const double nerve_share = joint + nerve > 0 ? 1 - joint_share : 0;
  const MedicineEffects& medicine = input.medicine;
  const double relief =
      odds(medicine.opioid) + odds(medicine.nsaid * joint_share) + odds(medicine.neuropathic * nerve_share);
  return std::min(10.0, cause + medicine.rebound) / (1 + relief);
}

void Pain::step(double dt, const PainInput& input) {
  const double gap = peripheral_target(model_, input) - peripheral_;
  peripheral_ += gap * (1 - math::exp(-dt / (gap > 0 ? model_.peripheral_rise : model_.peripheral_fall)));
  const double nerve = nerve_pain(input);
  // Linear in Sc while u_nerve stays as it is, so solved exactly.
  const double rise = std::max(0.0, nerve - model_.central_onset) / (10 * model_.central_rise);
  const double pace = rise + 1 / model_.central_fall;
  central_ += (rise / pace - central_) * (1 - math::exp(-pace * dt));
  rating_ += (steady(input, nerve) - rating_) * (1 - math::exp(-dt / model_.follow_time));
}

}  // namespace mend::sim
