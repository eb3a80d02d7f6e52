// Lutianov-type column (structure after Lutianov, Naire, Roberts & Kuiper 2011 and Campbell, Naire & Kuiper
// 2019; values are ours: params::DefectModel). x in mm from the bone (0) to the joint (d), t in days.
//   S, C   stem cells, chondrocytes, in units of C* = crowding (cells/mm3)
//   m      matrix, of native cartilage;   n  oxygen, of the joint fluid
//   S_t = (D_S(m) S_x)_x + p1(m) phi H S (1-(S+C)/K(m)) - p2 phi H T S - p3 (1-H) S - lambda e^(-m/0.1) S
//   C_t = (D_C(m) C_x)_x + p4(m) phi H C (1-(S+C)/K(m)) + p2 phi H T S - p5 (1-H) C - 0.1 lambda e^(-m/0.1) C
//   m_t = D_m m_xx + k8 C phi (1-m) synthesis - wear [1+6(1-m)] m
//   0   = D_n n_xx - [n/(n+n0)] q (S+C)
//   phi = (1+n0) n/(n+n0)              oxygen's effect, 1 at n = 1
//   H   = (1+tanh((n-n1)/0.01))/2      alive where oxygen is above n1
//   T   = (1+tanh((S-S0(m))/0.01))/2   crowded enough to differentiate, S0 = (S0max-S0min) e^(-m/m_t) + S0min
//   p1  = p100 + p10 h(m,m2), p4 = p400 + p40 h(m,m2), D = D_00 + D_0 h(m,m1), h(m,a) = 2 (m/a)/(1+(m/a)^2)
//   K   = 1 - 0.9 m                    room for cells: 1e4 cells/mm3 at m = 1 (Hunziker 2002: 9,626)
// Ends: no flux, n(d) = 1. Growth factors (Campbell 2019), off by default: g = S/(S+0.05), b = C/(C+0.05),
// smoothed over sqrt(0.35 mm2); p4 -> p4 (1+g), p2 -> p2 (1+b), T -> max(T, b/2).
#include "sim/defect.h"

#include <algorithm>

#include "base/math.h"
#include "base/result.h"
#include "sim/defect_kinetics.h"
#include "sim/diffusion.h"

namespace mend::sim {
namespace {

constexpr int kOxygenRounds = 3;  // of the linearised equation; the last step's oxygen is the first guess

/// Factor on k8: 1 while young, less in middle age, least when old, linear between.
double synthesis_at_age(const params::DefectModel& model, double years) {
  const auto between = [&](double from, double to) {  // 0 at `from`, 1 at `to`
    return to > from ? std::clamp((years - from) / (to - from), 0.0, 1.0) : 0;
  };
  const double middle = model.synthesis_middle_age, old = model.synthesis_old_age;
  if (years <= model.middle_age) return 1 - (1 - middle) * between(model.young_age, model.middle_age);
  return middle - (middle - old) * between(model.middle_age, model.old_age);
}

double division_of(const params::DefectModel& model, params::CellSource source) {
  switch (source) {
    case params::CellSource::marrow:
      return 1;
    case params::CellSource::fat:
      return model.division_fat;
    case params::CellSource::cord:
      return model.division_cord;
  }
  return 1;
}

}  // namespace

DefectConditions conditions_in_joint(const params::DefectModel& model, double p, double age, double wear) {
  const double half = model.synthesis_inhibition;
  return {.synthesis =
              synthesis_at_age(model, age) * (1 + 1 / half) / (1 + p / half),  // 1 at p = 1: (4/3)/(1 + p/3)
          .wear = wear * p,
          .hyaline = 1 / (1 + p / model.hyaline_inhibition)};
}

CellOrigin origin_of(const params::Scenario& scenario, const params::Event& event) {
  using enum params::EventKind;
  const params::DefectModel& model = scenario.defect_model;
  if (event.kind == chondrocytes) return {.loss = model.implant_loss, .hyaline = model.hyaline_chondrocytes};
  if (event.kind == microfracture) {
    return {.loss = model.microfracture_loss,
            .hyaline = model.hyaline_microfracture,
            .synthesis = model.microfracture_response,
            .settling = Settling::holes};
  }
  return {.loss = event.kind == implant ? model.implant_loss : scenario.assumptions().lesion_cell_loss,
          .hyaline = model.hyaline_stem,
          .division = division_of(model, event.source),
          .settling = event.kind == implant ? Settling::even : Settling::patchy};
}

CellOrigin mixed(const CellOrigin& origin, const CellOrigin& other, double share) {
  const auto mean = [&](double CellOrigin::*of) { return origin.*of + share * (other.*of - origin.*of); };
  return {.loss = mean(&CellOrigin::loss),
          .hyaline = mean(&CellOrigin::hyaline),
          .synthesis = mean(&CellOrigin::synthesis),
          .division = mean(&CellOrigin::division)};
}

SeedLayer::SeedLayer(const params::DefectModel& model, double depth, std::size_t cells) {
  for (std::size_t i = 0; i < cells; ++i) {
    const double x = (static_cast<double>(i) + 0.5) * depth / static_cast<double>(cells);
    density.push_back(0.5 * (1 - math::tanh((x - model.seed_depth) / model.seed_width)));
    floor_share += density.back() / static_cast<double>(cells);
  }
  for (double& one : density) one /= floor_share;
}

DefectColumn::DefectColumn(const params::DefectModel& model, double depth, std::size_t cells)
    : model_(model),
      width_(depth / static_cast<double>(cells)),
      layer_(model, depth, cells),
      stem_(cells, 0),
      chondrocyte_(cells, 0),
      matrix_(cells, model.initial_matrix),
      oxygen_(cells, 1),
      stem_signal_(cells, 0),
      chondrocyte_signal_(cells, 0),
      reaction_(cells),
      source_(cells),
      faces_(cells + 1) {}

double DefectColumn::mean(const Field& field) {
  double sum = 0;
  for (const double value : field) sum += value;
  return sum / static_cast<double>(field.size());
}

void DefectColumn::add(Field& field, double gain, const CellOrigin& origin) {
  if (gain <= 0) return;
  const double there = mean(stem_) + mean(chondrocyte_);
  origin_ = mixed(origin_, origin, gain / (there + gain));
  for (std::size_t i = 0; i < field.size(); ++i) {
    // Cells beyond the room there is do not stay (assumed); no dose of a trial comes near.
    const double room = 1 - model_.room_taken_by_matrix * matrix_[i] - stem_[i] - chondrocyte_[i];
    field[i] += std::clamp(gain * layer_.density[i], 0.0, std::max(0.0, room));
  }
}

void DefectColumn::step(double dt, const DefectConditions& conditions) {
  settle_oxygen();
  if (model_.growth_factors) settle_growth_factors();
  react(dt, conditions);
  diffuse(dt);
}

void DefectColumn::settle_oxygen() {
  std::fill(faces_.begin(), faces_.end(), model_.oxygen_diffusion);
  std::fill(source_.begin(), source_.end(), 0);
  for (int round = 0; round < kOxygenRounds; ++round) {
    for (std::size_t i = 0; i < oxygen_.size(); ++i) {
      reaction_[i] = model_.oxygen_uptake * (stem_[i] + chondrocyte_[i]) / (oxygen_[i] + model_.oxygen_half);
    }
    solve_diffusion(reaction_, faces_, source_, width_, 1, oxygen_);
  }
}

void DefectColumn::settle_growth_factors() {
  std::fill(faces_.begin(), faces_.end(), model_.signal_area);
  faces_.back() = 0;
  std::fill(reaction_.begin(), reaction_.end(), 1);
  for (std::size_t i = 0; i < source_.size(); ++i) source_[i] = stem_[i] / (stem_[i] + model_.signal_half);
  solve_diffusion(reaction_, faces_, source_, width_, 0, stem_signal_);
  for (std::size_t i = 0; i < source_.size(); ++i)
    source_[i] = chondrocyte_[i] / (chondrocyte_[i] + model_.signal_half);
  solve_diffusion(reaction_, faces_, source_, width_, 0, chondrocyte_signal_);
}

void DefectColumn::react(double dt, const DefectConditions& conditions) {
  const DefectKinetics<double> kinetics(model_, origin_, conditions);
  double made = 0;
  for (std::size_t i = 0; i < matrix_.size(); ++i) {
    const DefectKinetics<double>::Rates rates = kinetics.of(
        {stem_[i], chondrocyte_[i], matrix_[i], oxygen_[i], stem_signal_[i], chondrocyte_signal_[i]});
    stem_[i] = std::max(0.0, stem_[i] + dt * rates.stem);
    chondrocyte_[i] = std::max(0.0, chondrocyte_[i] + dt * rates.chondrocyte);
    matrix_[i] = std::clamp(matrix_[i] + dt * (rates.made - rates.worn), 0.0, 1.0);
    made += dt * rates.made;
  }
  new_matrix_ += made;
  new_hyaline_ += made * origin_.hyaline * conditions.hyaline;
}

void DefectColumn::diffuse(double dt) {
  diffuse_field(stem_, model_.stem_mobility_base, model_.stem_mobility, dt);
  diffuse_field(chondrocyte_, model_.chondrocyte_mobility_base, model_.chondrocyte_mobility, dt);
  diffuse_field(matrix_, model_.matrix_mobility, 0, dt);
}

void DefectColumn::diffuse_field(Field& field, double base, double extra, double dt) {
  for (std::size_t i = 1; i < field.size(); ++i) {
    const double m = 0.5 * (matrix_[i - 1] + matrix_[i]);
    faces_[i] = base + extra * helped_by_matrix(m, model_.migration_matrix);
  }
  faces_.front() = faces_.back() = 0;
  for (std::size_t i = 0; i < field.size(); ++i) source_[i] = field[i] / dt;
  std::fill(reaction_.begin(), reaction_.end(), 1 / dt);
  solve_diffusion(reaction_, faces_, source_, width_, 0, field);
}

DefectState DefectColumn::state() const {
  if (stem_.size() != kColumnCells) fail("Only a column of kColumnCells cells can be shown.");
  DefectState state;
  std::copy(stem_.begin(), stem_.end(), state.stem.begin());
  std::copy(chondrocyte_.begin(), chondrocyte_.end(), state.chondrocyte.begin());
  std::copy(matrix_.begin(), matrix_.end(), state.matrix.begin());
  std::copy(oxygen_.begin(), oxygen_.end(), state.oxygen.begin());
  state.fill = fill();
  state.hyaline_share = hyaline_share();
  return state;
}

}  // namespace mend::sim
