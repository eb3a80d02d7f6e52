// Fascicle after an injury on day 0, by grade (Seddon / Sunderland): I the axons stay whole beneath a bruised
// sheath; II-V every axon is cut, breaks down beyond the lesion and grows back as its route allows. Surgery
// on its day cuts the scar and begins a new route. Where to read what:
//   nerve_route       grades, surgery, the choice of tubes, what cells change
//   nerve_fields      debris, Schwann cells, growth factor, injected cells
//   nerve_axon        waiting, crossing, growing
//   nerve_conduction  velocity, block and the compound potential
//   nerve_outcome     chance of a good result
// The cut-off part conducts until t_W = 5 + U(0,5) d (Gilliatt & Hjorth 1972), all or none. The sheath
// follows 10-14 d behind the tip. An axon that was cut fires by itself until it has reached an end organ,
// right or wrong; that fades by e^(-t/90 d) (assumed), and never in scar.
//   reconnected   at an end organ of its kind;  misdirected  at one of the other kind
//   velocity      mean of the conducting axons; amplitude  compound potential of those of the right kind
#include "sim/nerve.h"

#include <algorithm>

#include "base/math.h"
#include "base/random.h"

namespace mend::sim {
namespace {

enum Use : std::uint64_t { kBreakdown = 0x6e657276, kMyelin = 0x6e657279, kRemyelination = 0x6e657290 };

double between(double earliest, double latest, const Key& key) {
  return earliest + (latest - earliest) * uniform(key);
}

double age_factor(const params::Scenario& scenario) {
  const params::NerveModel& model = scenario.nerve_model;
  return std::clamp(1 - model.age_slowing * (scenario.patient.age - model.full_speed_age), model.age_slowest,
                    1.0);
}

}  // namespace

Fascicle::Fascicle(const params::Scenario& scenario)
    : scenario_(scenario),
      injury_(scenario.nerve.injury),
      age_factor_(age_factor(scenario)),
      waits_for_repair_(is_repaired(scenario.nerve)),
      route_(route_of(scenario, false)),
      support_(support_by(0, scenario)),
      conduction_(scenario.nerve_model, route_.length),
      fields_(scenario.nerve_model, route_.length, route_.gap, is_injured() && !is_bruised()) {
  if (!is_injured()) return;
  const params::NerveModel& model = scenario_.nerve_model;
  fates_.resize(static_cast<std::size_t>(scenario_.nerve.axons));
  for (std::size_t i = 0; i < fates_.size(); ++i) {
    const auto key = [&](Use why) { return Key{.seed = scenario_.seed, .who = i, .when = 0, .why = why}; };
    fates_[i] = {
        .breakdown = model.breakdown_earliest + model.breakdown_spread * uniform(key(kBreakdown)),
        .myelin_delay = between(model.myelin_delay_earliest, model.myelin_delay_latest, key(kMyelin)),
        .remyelination =
            between(model.remyelination_earliest, model.remyelination_latest, key(kRemyelination))};
    if (is_bruised()) continue;
    axons_.emplace_back(scenario_, i);
    axons_.back().wait(0, route_);
  }
  if (waits_for_repair_ && scenario_.nerve.repair_day <= 0) repair(0);
  count_axons();
}

void Fascicle::repair(double day) {
  waits_for_repair_ = false;
  route_ = route_of(scenario_, true);
  fields_.open(route_.gap);
  if (route_.has_graft) fields_.place_graft(route_.openings[0].to, route_.openings[1].from, day);
  for (GrowingAxon& axon : axons_) axon.wait(day, route_);
}

void Fascicle::treat(const params::Event& event) {
  if (event.kind != params::EventKind::cells || event.site != params::Site::nerve) return;
  given_ += event.dose;
  support_ = support_by(given_, scenario_);
  fields_.inject(event.dose, day_, 0.5 * route_.gap);
}

void Fascicle::count_axons() {
  fronts_.clear();
  for (const GrowingAxon& axon : axons_) fronts_.push_back(axon.tip());
  fields_.settle(fronts_);
}

void Fascicle::step(double dt) {
  if (waits_for_repair_ && scenario_.nerve.repair_day < day_ + dt) repair(scenario_.nerve.repair_day);
  const Surroundings around{scenario_.nerve_model, route_, fields_, support_, age_factor_};
  for (GrowingAxon& axon : axons_) axon.grow(day_, dt, around);
  fields_.step(day_, dt);
  day_ += dt;
  if (is_injured()) count_axons();
}

double Fascicle::growth_factor() const {
  return is_injured() ? fields_.factor(0) : 0;
}

double Fascicle::ectopic_share() const {
  if (axons_.empty()) return 0;
  double sum = 0;
  for (const GrowingAxon& axon : axons_) {
    sum += axon.has_arrived() ? math::exp(-(day_ - axon.arrival()) / scenario_.nerve_model.ectopic_fade) : 1;
  }
  return sum / static_cast<double>(axons_.size());
}

double Fascicle::connected_share() const {
  if (!is_injured()) return 1;
  double sum = 0;
  for (std::size_t i = 0; i < fates_.size(); ++i) {
    if (is_bruised()) {
      sum += conduction_.blocks(lamellae(i)) ? 0 : 1;
    } else {
      sum += axons_[i].has_arrived() && !axons_[i].is_misdirected() ? 1 : 0;
    }
  }
  return sum / static_cast<double>(fates_.size());
}

double Fascicle::lamellae(std::size_t axon) const {
  return conduction_.patch_lamellae(day_, fates_[axon].remyelination);
}

double Fascicle::myelin_front(std::size_t axon) const {
  const std::vector<double>& passages = axons_[axon].passages();
  // The sheath stands where the tip stood on that day.
  const double passed = day_ - fates_[axon].myelin_delay;
  if (passages.empty() || passed <= passages.front()) return 0;
  constexpr std::size_t kPosts = GrowingAxon::kPosts;
  const double spacing = route_.length / (kPosts - 1);
  std::size_t i = 1;
  while (i < passages.size() && passages[i] <= passed) ++i;
  const double post = spacing * static_cast<double>(i - 1);
  if (i == kPosts) return route_.length;
  // Beyond the last passed post: towards the next one, or towards where the tip stands now.
  const bool next = i < passages.size();
  const double end_day = next ? passages[i] : day_;
  const double end = next ? post + spacing : axons_[axon].tip();
  return post + (end - post) * (passed - passages[i - 1]) / (end_day - passages[i - 1]);
}

Conduction Fascicle::conduction(std::size_t axon) const {
  if (is_bruised()) return conduction_.bruised(lamellae(axon));
  return axons_[axon].has_arrived() ? conduction_.regrown(axons_[axon].passages(), day_) : Conduction{};
}

AxonState Fascicle::axon_state(std::size_t i, double velocity) const {
  if (is_bruised()) {
    return {.tip = route_.length,
            .myelin_front = route_.length,
            .velocity_fraction = velocity,
            .lamellae = lamellae(i)};
  }
  const GrowingAxon& axon = axons_[i];
  const bool is_whole = day_ < fates_[i].breakdown;
  return {.distal_integrity = is_whole ? 1.0 : 0.0,
          .debris = is_whole ? 0.0 : fields_.debris(day_),
          .tip = axon.tip(),
          .myelin_front = myelin_front(i),
          .velocity_fraction = velocity,
          .misdirected = axon.is_misdirected() ? 1.0 : 0.0,
          .neuroma = axon.is_lost() ? 1.0 : 0.0};
}

NerveState Fascicle::state() const {
  NerveState state;
  state.cells = fields_.cells();
  if (!is_injured()) return state;
  const double each = 1 / static_cast<double>(fates_.size());
  std::vector<Conduction> right_kind;
  double conducting = 0;
  state.reconnected = state.velocity_fraction = 0;
  for (std::size_t i = 0; i < fates_.size(); ++i) {
    const Conduction own = conduction(i);
    const bool has_arrived = is_bruised() || axons_[i].has_arrived();
    const bool is_misdirected = !is_bruised() && axons_[i].is_misdirected();
    if (has_arrived) (is_misdirected ? state.misdirected : state.reconnected) += each;
    if (!is_misdirected) right_kind.push_back(own);
    conducting += own.velocity > 0 ? each : 0;
    state.velocity_fraction += each * own.velocity;
    state.axons.push_back(axon_state(i, own.velocity));
    state.debris += each * state.axons.back().debris;
  }
  if (conducting > 0) state.velocity_fraction /= conducting;
  state.amplitude_fraction = conduction_.amplitude(right_kind, fates_.size());
  state.schwann = fields_.mean_schwann();
  state.growth_factor = growth_factor();
  return state;
}

}  // namespace mend::sim
