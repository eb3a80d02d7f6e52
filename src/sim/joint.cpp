// Joint equations (form after Baker et al. 2013 and 2017; values ours, tuned to controlled trials:
// params::JointModel). t in days, cells as numbers.
//   Ns' = dose delta(t) - (attach + clear) Ns            suspended cells
//   Ny' = attach (1-eps) Ns - death Ny                   attached to the lining, signalling
//   E'  = attach eps Ns                                  entered the lesion; eps = 0 without a lesion
//   M   = Neff/(Neff+Nh) 1.3 p/(p+0.3)                   licensed signal, Neff = Ny + 0.02 MSC of the lesion
//   p'  = [-p + (1-s) theta (p0 + gain p^2/(1+p^2) + c_auto)]/14     synovitis, theta = 1/(1+a^2)
//   a'  = [-a + 0.35 p^2/(1+p^2) + 0.75 M + 0.8 R]/5     anti-inflammatory index
//   R'  = 0.06 M (1-R) - R/600                           memory of resolving macrophages
//   s'  = -s/21                                          steroid; an injection sets s = 0.9
//   w'  = -(k_deg p + 6e-4 s) w                          native thickness, of day 0
//   V'  = [60 p/(p+0.6) + 28 deficit - context - V]/10   the joint's pain, mm of 100
// context = 15 (1-e^(-t/7)) e^(-t/900), t since an injection or implant; of several the largest counts.
// deficit = 1 - fill of a focal lesion, else 0, 0.25, 1, 1, 1 for KL 0-4.
// k_deg x (0.5 + 0.5 L), L = load + 0.03 for each BMI point above 25; exercise: p0 x 0.9.
// KL 0-4: p0 = 0.05, 0.12, 0.30, 0.35, 0.40; joint space 5.0, 4.8, 4.2, 2.8, 1.2 mm. Thickness on day 0:
// space/5 medially, half of that loss elsewhere.
// A joint that can tip: p0 = 0.10, gain = 1.85, steady at p = 0.13, 0.71 (unstable) and 0.96.
// Start: steady p, a, V, the calmest; a joint just injured: p = 1.
// A lens may count only part of a dose: Ny and E in M and in the lesion are of the counted cells. In
// rheumatoid arthritis (c_auto > 0) it may scale M.
#include "sim/joint.h"

#include <algorithm>

#include "base/math.h"
#include "base/units.h"

namespace mend::sim {
namespace {

double saturated(double p) {
  return p * p / (1 + p * p);
}
double braked(double a) {
  return 1 / (1 + a * a);
}
std::size_t grade(const params::Joint& joint) {
  return static_cast<std::size_t>(std::clamp(joint.kl_grade, 0, 4));
}

double inflammation_gain(const params::Scenario& scenario) {
  return scenario.joint.can_tip ? scenario.joint_model.tipping_gain : scenario.joint_model.gain;
}

}  // namespace

bool is_for_joint(const params::Event& event) {
  const bool is_anywhere = event.kind == params::EventKind::saline || event.kind == params::EventKind::cells;
  return !is_anywhere || event.site == params::Site::joint;
}

double inflammation_drive(const params::Scenario& scenario) {
  const params::JointModel& model = scenario.joint_model;
  const std::array<double, 5> drives = {model.drive_kl0, model.drive_kl1, model.drive_kl2, model.drive_kl3,
                                        model.drive_kl4};
  const double drive = scenario.joint.can_tip ? model.tipping_drive : drives[grade(scenario.joint)];
  return drive * (scenario.joint.exercise ? model.exercise_factor : 1);
}

std::vector<double> steady_synovitis(const params::Scenario& scenario) {
  const params::JointModel& model = scenario.joint_model;
  const double drive = inflammation_drive(scenario) + scenario.joint.autoimmune_drive;
  const double gain = inflammation_gain(scenario);
  // Production less loss of p with a at rest: a = 0.35 p^2/(1+p^2).
  const auto net = [&](double p) {
    const double a = model.resolution_from_inflammation * saturated(p);
    return braked(a) * (drive + gain * saturated(p)) - p;
  };
  const double highest = drive + gain;  // production can be no more
  constexpr int kParts = 2000;
  std::vector<double> roots;
  if (net(0) <= 0) roots.push_back(0);  // nothing drives it
  for (int i = 0; i < kParts; ++i) {
    double low = highest * i / kParts, high = highest * (i + 1) / kParts;
    const bool rising = net(low) <= 0;
    if (rising == (net(high) <= 0)) continue;
    for (int halving = 0; halving < 60; ++halving) {
      const double middle = 0.5 * (low + high);
      ((net(middle) <= 0) == rising ? low : high) = middle;
    }
    roots.push_back(0.5 * (low + high));
  }
  return roots;
}

double native_wear(const params::Scenario& scenario) {
  const params::JointModel& model = scenario.joint_model;
  const double heavy = std::max(0.0, scenario.patient.body_mass_index - model.load_bmi);
  const double load = scenario.joint.load + model.load_per_bmi * heavy;
  return model.cartilage_loss / kYear * (model.unloaded_wear + (1 - model.unloaded_wear) * load);
}

std::array<double, kCompartments> initial_thickness(const params::Scenario& scenario) {
  const params::JointModel& model = scenario.joint_model;
  const std::array<double, 5> space = {model.joint_space_kl0, model.joint_space_kl1, model.joint_space_kl2,
                                       model.joint_space_kl3, model.joint_space_kl4};
  const double lost = std::clamp(1 - space[grade(scenario.joint)] / space[0], 0.0, 1.0);
  std::array<double, kCompartments> thickness;
  thickness.fill(1 - model.loss_elsewhere * lost);
  thickness[static_cast<std::size_t>(Compartment::medial_femur)] = 1 - lost;
  thickness[static_cast<std::size_t>(Compartment::medial_tibia)] = 1 - lost;
  return thickness;
}

void InjectedCells::advance(const params::JointModel& model, double engrafting, double dt) {
  const double leave = model.attach_rate + model.clear_rate;
  const double left = math::exp(-leave * dt), alive = math::exp(-model.death_rate * dt);
  const double gap = leave - model.death_rate;
  // Attached and still alive per suspended cell and unit of attachment rate; its limit where the two rates
  // meet.
  const double settled = math::fabs(gap) > 1e-9 ? (alive - left) / gap : dt * left;
  attached = attached * alive + model.attach_rate * (1 - engrafting) * suspended * settled;
  engrafted += engrafting * model.attach_rate / leave * suspended * (1 - left);
  suspended *= left;
  // The last millionth of a cell is none.
  if (suspended < 1e-6) suspended = 0;
  if (attached < 1e-6) attached = 0;
}

Joint::Joint(const params::Scenario& scenario)
    : scenario_(scenario),
      drive_(inflammation_drive(scenario) + scenario.joint.autoimmune_drive),
      gain_(inflammation_gain(scenario)),
      wear_(native_wear(scenario)),
      engrafting_(scenario.lesion.diameter > 0 ? scenario.assumptions().engrafting_fraction : 0),
      thickness_(initial_thickness(scenario)),
      pannus_(scenario) {
  const params::JointModel& model = scenario_.joint_model;
  const double rest = steady_synovitis(scenario_).front();
  slow_.synovitis = scenario_.joint.recent_injury ? std::max(rest, model.injury_level) : rest;
  slow_.anti_inflammation = model.resolution_from_inflammation * saturated(rest);
  slow_.pain_mm = steady_pain(slow_.synovitis, deficit(scenario_.defect_model.initial_matrix), 0);
}

double Joint::deficit(double fill) const {
  if (scenario_.lesion.diameter > 0) return 1 - fill;
  const params::JointModel& model = scenario_.joint_model;
  const std::array<double, 5> deficits = {0, model.deficit_kl1, model.deficit_worn, model.deficit_worn,
                                          model.deficit_worn};
  return deficits[grade(scenario_.joint)];
}

double Joint::context(double day) const {
  const params::JointModel& model = scenario_.joint_model;
  double largest = 0;
  for (const double since : context_days_) {
    const double t = day - since;
    largest = std::max(largest, model.context_size * (1 - math::exp(-t / model.context_rise)) *
                                    math::exp(-t / model.context_lifetime));
  }
  return largest;
}

double Joint::steady_pain(double p, double deficit, double context) const {
  const params::JointModel& model = scenario_.joint_model;
  return std::clamp(model.pain_maximum * p / (p + model.pain_half) + model.pain_deficit * deficit - context,
                    0.0, 100.0);
}

void Joint::treat(const params::Event& event) {
  using enum params::EventKind;
  if (!is_for_joint(event)) return;
  if (event.kind == cells && event.dose > 0) {
    const double counted = std::min(event.dose, scenario_.assumptions().counted_dose_limit);
    cells_.suspended += event.dose;
    counted_.suspended += counted;
    injected_dose_ += counted;
    const CellOrigin origin = origin_of(scenario_, event);
    injected_ = mixed(injected_, origin, counted / injected_dose_);
    injected_.settling = origin.settling;
  }
  if (event.kind == steroid) slow_.steroid = scenario_.joint_model.steroid_peak;
  // The context term is of injections and implants; microfracture is neither.
  if (scenario_.joint.contextual_effect && event.kind != microfracture) context_days_.push_back(day_);
}

Joint::Slow Joint::rates(const Slow& at, double day, double attached, const LesionInput& lesion) const {
  const params::JointModel& model = scenario_.joint_model;
  const double effective = attached + model.lesion_cell_weight * lesion.stem_cells;
  const double p = at.synovitis;
  const double response =
      scenario_.joint.autoimmune_drive > 0 ? scenario_.assumptions().rheumatoid_response : 1;
  const double signal = response * effective / (effective + model.half_effect_cells) *
                        model.licensing_maximum * p / (p + model.licensing_half);
  const double production = drive_ + gain_ * saturated(p);
  Slow rate;
  rate.synovitis =
      (-p + (1 - at.steroid) * braked(at.anti_inflammation) * production) / model.inflammation_time;
  rate.anti_inflammation = (-at.anti_inflammation + model.resolution_from_inflammation * saturated(p) +
                            model.resolution_from_cells * signal + model.resolution_from_memory * at.memory) /
                           model.resolution_time;
  rate.memory = model.memory_rate * signal * (1 - at.memory) - at.memory / model.memory_lifetime;
  rate.steroid = -at.steroid / model.steroid_lifetime;
  rate.pain_mm = (steady_pain(p, deficit(lesion.fill), context(day)) - at.pain_mm) / model.pain_time;
  rate.worn = -(wear_ * p + model.steroid_cartilage_loss * at.steroid) * at.worn;
  return rate;
}

void Joint::step(double dt, const LesionInput& lesion) {
  const auto moved = [](const Slow& from, const Slow& rate, double by) {
    return Slow{.synovitis = from.synovitis + by * rate.synovitis,
                .anti_inflammation = from.anti_inflammation + by * rate.anti_inflammation,
                .memory = from.memory + by * rate.memory,
                .steroid = from.steroid + by * rate.steroid,
                .pain_mm = from.pain_mm + by * rate.pain_mm,
                .worn = from.worn + by * rate.worn};
  };
  // Second-order Runge-Kutta (midpoint); the cells' own equations are solved exactly.
  const params::JointModel& model = scenario_.joint_model;
  const Slow half = moved(slow_, rates(slow_, day_, counted_.attached, lesion), 0.5 * dt);
  counted_.advance(model, engrafting_, 0.5 * dt);
  slow_ = moved(slow_, rates(half, day_ + 0.5 * dt, counted_.attached, lesion), dt);
  counted_.advance(model, engrafting_, 0.5 * dt);
  cells_.advance(model, engrafting_, dt);
  pannus_.step(day_, dt, half.synovitis);
  day_ += dt;
}

JointState Joint::state() const {
  JointState state{.suspended = cells_.suspended,
                   .attached = cells_.attached,
                   .engrafted = cells_.engrafted,
                   .synovitis = slow_.synovitis,
                   .anti_inflammation = slow_.anti_inflammation,
                   .memory = slow_.memory,
                   .steroid = slow_.steroid,
                   .pain_mm = slow_.pain_mm,
                   .pannus = pannus_.front(),
                   .bone_erosion = pannus_.bone_erosion()};
  for (std::size_t i = 0; i < kCompartments; ++i) state.thickness[i] = thickness_[i] * slow_.worn;
  return state;
}

}  // namespace mend::sim
