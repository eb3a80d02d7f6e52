// Per compartment, Vi inside and Vp under the sheath (mV), vm = Vi - Vp, the outside 0; ga, gp axial
// conductances between neighbours, nb the neighbours:
//   Ca vm' + Iion(vm) = sum ga (Vi_nb - Vi)
//   Cmy Vp' + Gmy Vp - [Ca vm' + Iion] = sum gp (Vp_nb - Vp)           node: Vp = 0
// node:      Iion = A [gNaf m^3 h (v-50) + gNap p^3 (v-50) + gK s (v+90) + gL (v+90)]
//   m, p, h, s: x' = q (a_x (1-x) - b_x x), q = Q10^((T-T0)/10), a_x and b_x of params::kChannelGates
// internode: Iion = g A (v+80); parts MYSA FLUT 6xSTIN FLUT MYSA, STIN = (internode - 7 um - 2 FLUT)/6
//   Cmy = 0.1 uF/cm2/(2 nl), Gmy = 0.001 S/cm2/(2 nl) on pi D L; rho 70 ohm cm; space under the sheath 2 nm
//   (MYSA), 4 nm
// Units inside: ms, cm, mV, uF, mS, uA.
//
// Crank-Nicolson: half a step h = dt/2 implicitly, then as far again (V_new = 2 V_half - V). Gates half a
// step apart from the potentials, exact for a potential that stands still (Rush and Larsen). With b = Ca/h vm
// + g E of the old vm:
//   [Ca/h + g + sum ga      -(Ca/h + g)              ] [Vi]   [sum ga Vi_nb]   [b             ]
//   [-(Ca/h + g)    Ca/h + g + Cmy/h + Gmy + sum gp  ] [Vp] - [sum gp Vp_nb] = [Cmy/h Vp_old - b]
// The blocks of an internode never change: y, its answer to the right sides, takes one sweep with inverse
// pivots kept, and its answer is y + u V_left + w V_right with u and w kept. What is left is tridiagonal in
// the nodes.
#include "sim/cable.h"

#include <algorithm>

#include "base/math.h"

namespace mend::sim {
namespace {

constexpr double kCmPerUm = 1e-4;
constexpr double kMilli = 1e3;  // S to mS

// The gates' table, mV; beyond it every gate stands open or shut.
constexpr double kTableLow = -140, kTableStep = 0.1;
constexpr std::size_t kTableRows = 2401;

double in_series(double a, double b) {
  return a * b / (a + b);
}

/// a z/(1-exp(-z/c)), a c at z = 0.
double linoid(double a, double z, double c) {
  const double x = z / c;
  return math::fabs(x) < 1e-6 ? a * c * (1 + x / 2) : a * z / (1 - math::exp(-x));
}

double rate(const params::ChannelRate& of, double potential) {
  const double z = potential + of.b;
  switch (of.form) {
    case params::RateForm::rising:
      return linoid(of.a, z, of.c);
    case params::RateForm::falling:
      return linoid(of.a, -z, of.c);
    case params::RateForm::sigmoid:
      return of.a / (1 + math::exp(-z / of.c));
  }
  return 0;
}

/// One part of an internode, in cm.
struct Part {
  double length, diameter, gap, leak;  // leak in S/cm2
};

Part part_of(const Internode& internode, std::size_t k, const params::AxonModel& model) {
  const bool is_paranode = k == 0 || k == 9, is_flut = k == 1 || k == 8;
  const double stin =
      (internode.length - model.node_length - 2 * model.paranode_length - 2 * internode.flut) / 6;
  const double length = is_paranode ? model.paranode_length : is_flut ? internode.flut : stin;
  return {.length = length * kCmPerUm,
          .diameter = (is_paranode ? internode.node : internode.axon) * kCmPerUm,
          .gap = (is_paranode ? model.paranodal_gap : model.internodal_gap) * internode.gap * kCmPerUm,
          .leak = is_paranode ? model.paranodal_leak : model.internodal_leak};
}

double disc(double diameter) {
  return math::kPi * diameter * diameter / 4;
}

/// Conductances (mS) from the middle of a part to its end: in the axon, in the space under the sheath.
struct Axial {
  double inside = 0, under = 0;
};

Axial axial_of(const Part& part, double resistivity) {
  const double per_area = kMilli / (resistivity * part.length / 2);
  return {per_area * disc(part.diameter),
          per_area * (disc(part.diameter + 2 * part.gap) - disc(part.diameter))};
}

}  // namespace

Cable::Cable(const params::AxonModel& model, const Fibre& fibre, double temperature_c, double step_ms)
    : model_(model), step_(step_ms), internodes_(fibre.internodes.size()) {
  const std::size_t nodes = internodes_ + 1;
  build_table(temperature_c);
  for (std::size_t g = 0; g < kGates; ++g) {
    const params::ChannelGate& gate = params::kChannelGates[g];
    const double open = rate(gate.open, model.rest), close = rate(gate.close, model.rest);
    gates_[g].assign(nodes, open / (open + close));
  }
  for (auto* numbers : {&places_, &half_, &area_, &own_, &factor_}) numbers->assign(nodes, 0);
  potential_.assign(nodes, model.rest);
  for (auto* numbers : {&end_, &joined_}) numbers->assign(internodes_, 0);
  for (Parts* parts : {&under_, &store_, &drive_, &sheath_store_, &axial_, &axial_under_, &pivot11_,
                       &pivot12_, &pivot22_, &first_, &second_, &left1_, &left2_, &right1_, &right2_})
    for (auto& part : *parts) part.assign(internodes_, 0);
  for (auto& part : inside_) part.assign(internodes_, model.rest);
  for (std::size_t i = 0; i < internodes_; ++i) build_internode(fibre.internodes[i], i);
  keep_answers();
  for (std::size_t j = 0; j < nodes; ++j) build_node(fibre.internodes[j > 0 ? j - 1 : 0], j);
}

std::size_t Cable::compartments() const {
  return potential_.size() + kParts * internodes_;
}

void Cable::build_internode(const Internode& internode, std::size_t i) {
  const double h = step_ / 2;
  const Part node{model_.node_length * kCmPerUm, internode.node * kCmPerUm, model_.paranodal_gap * kCmPerUm,
                  0};
  std::array<Axial, kParts + 1> links;  // to the part before
  Axial before = axial_of(node, model_.resistivity);
  for (std::size_t k = 0; k <= kParts; ++k) {
    const Axial own = axial_of(k < kParts ? part_of(internode, k, model_) : node, model_.resistivity);
    links[k] = {in_series(before.inside, own.inside), in_series(before.under, own.under)};
    before = own;
  }
  end_[i] = links[0].inside;
  double p11 = 0, p12 = 0, p22 = 0;
  for (std::size_t k = 0; k < kParts; ++k) {
    const Part part = part_of(internode, k, model_);
    const double axolemma = math::kPi * part.diameter * part.length;
    const double myelin = math::kPi * internode.fibre * kCmPerUm * part.length / (2 * internode.lamellae);
    const double leak = kMilli * part.leak * axolemma;
    store_[k][i] = model_.membrane_capacity * axolemma / h;
    drive_[k][i] = leak * model_.rest;
    sheath_store_[k][i] = model_.myelin_capacity * myelin / h;
    axial_[k][i] = links[k + 1].inside;
    axial_under_[k][i] = links[k + 1].under;
    // The block less what the part before has taken of it, inverted.
    const double across = store_[k][i] + leak;
    const double ga = k > 0 ? links[k].inside : 0, gp = k > 0 ? links[k].under : 0;
    const double d11 = across + links[k].inside + links[k + 1].inside - ga * p11 * ga;
    const double d12 = -across - ga * p12 * gp;
    const double d22 = across + sheath_store_[k][i] + kMilli * model_.myelin_leak * myelin + links[k].under +
                       links[k + 1].under - gp * p22 * gp;
    const double determinant = d11 * d22 - d12 * d12;
    pivot11_[k][i] = p11 = d22 / determinant;
    pivot12_[k][i] = p12 = -d12 / determinant;
    pivot22_[k][i] = p22 = d11 / determinant;
  }
}

void Cable::keep_answers() {
  for (const bool is_left : {true, false}) {
    for (Parts* parts : {&first_, &second_})
      for (auto& part : *parts) part.assign(internodes_, 0);
    first_[is_left ? 0 : kParts - 1] = end_;
    sweep();
    (is_left ? left1_ : right1_) = first_;
    (is_left ? left2_ : right2_) = second_;
  }
  for (std::size_t i = 0; i < internodes_; ++i) joined_[i] = end_[i] * right1_.front()[i];
}

void Cable::build_node(const Internode& beside, std::size_t j) {
  if (j > 0) places_[j] = places_[j - 1] + beside.length;
  area_[j] = math::kPi * beside.node * kCmPerUm * model_.node_length * kCmPerUm;
  own_[j] = model_.membrane_capacity * area_[j] / (step_ / 2);
  if (j > 0) own_[j] += end_[j - 1] * (1 - right1_.back()[j - 1]);
  if (j < internodes_) own_[j] += end_[j] * (1 - left1_.front()[j]);
}

void Cable::build_table(double temperature_c) {
  const std::array<double, kGates> q10 = {model_.activation_q10, model_.activation_q10,
                                          model_.inactivation_q10, model_.potassium_q10};
  table_.resize(kTableRows);
  for (std::size_t g = 0; g < kGates; ++g) {
    const params::ChannelGate& gate = params::kChannelGates[g];
    const double speed = math::pow(q10[g], (temperature_c - gate.measured_at) / 10);
    for (std::size_t row = 0; row < kTableRows; ++row) {
      const double v = kTableLow + kTableStep * static_cast<double>(row);
      const double open = rate(gate.open, v), both = open + rate(gate.close, v);
      table_[row][g] = {open / both, math::exp(-both * speed * step_)};
    }
  }
}

void Cable::step_gates() {
  constexpr double kLast = static_cast<double>(kTableRows - 1) - 1e-6;
  for (std::size_t j = 0; j < potential_.size(); ++j) {
    const double place = std::clamp((potential_[j] - kTableLow) / kTableStep, 0.0, kLast);
    const auto row = static_cast<std::size_t>(place);
    const double share = place - static_cast<double>(row);
    for (std::size_t g = 0; g < kGates; ++g) {
      const GateStep &low = table_[row][g], &high = table_[row + 1][g];
      const double settled = low.settled + share * (high.settled - low.settled);
      const double keep = low.keep + share * (high.keep - low.keep);
      gates_[g][j] = settled + (gates_[g][j] - settled) * keep;
    }
  }
}

void Cable::gather() {
  for (std::size_t k = 0; k < kParts; ++k)
    for (std::size_t i = 0; i < internodes_; ++i) {
      const double across = store_[k][i] * (inside_[k][i] - under_[k][i]) + drive_[k][i];
      first_[k][i] = across;
      second_[k][i] = sheath_store_[k][i] * under_[k][i] - across;
    }
}

void Cable::sweep() {
  for (std::size_t k = 0; k < kParts; ++k)
    for (std::size_t i = 0; i < internodes_; ++i) {
      const double b1 = first_[k][i] + (k > 0 ? axial_[k - 1][i] * first_[k - 1][i] : 0);
      const double b2 = second_[k][i] + (k > 0 ? axial_under_[k - 1][i] * second_[k - 1][i] : 0);
      first_[k][i] = pivot11_[k][i] * b1 + pivot12_[k][i] * b2;
      second_[k][i] = pivot12_[k][i] * b1 + pivot22_[k][i] * b2;
    }
  for (std::size_t k = kParts - 1; k-- > 0;)
    for (std::size_t i = 0; i < internodes_; ++i) {
      const double b1 = axial_[k][i] * first_[k + 1][i], b2 = axial_under_[k][i] * second_[k + 1][i];
      first_[k][i] += pivot11_[k][i] * b1 + pivot12_[k][i] * b2;
      second_[k][i] += pivot12_[k][i] * b1 + pivot22_[k][i] * b2;
    }
}

void Cable::solve_nodes(double stimulus) {
  const auto& [m, p, h, s] = gates_;
  const std::size_t nodes = potential_.size();
  for (std::size_t j = 0; j < nodes; ++j) {
    const double sodium =
        model_.fast_sodium * m[j] * m[j] * m[j] * h[j] + model_.persistent_sodium * p[j] * p[j] * p[j];
    const double potassium = model_.slow_potassium * s[j];
    const double area = kMilli * area_[j];
    double pivot = own_[j] + area * (sodium + potassium + model_.nodal_leak);
    double right = model_.membrane_capacity * area_[j] / (step_ / 2) * potential_[j] +
                   area * (sodium * model_.sodium_reversal + potassium * model_.potassium_reversal +
                           model_.nodal_leak * model_.leak_reversal);
    if (j == 0) right += stimulus / kMilli;
    if (j < internodes_) right += end_[j] * first_.front()[j];
    if (j > 0) {
      right += end_[j - 1] * first_.back()[j - 1] + joined_[j - 1] * half_[j - 1];
      pivot -= joined_[j - 1] * factor_[j - 1];
    }
    half_[j] = right / pivot;
    factor_[j] = j < internodes_ ? joined_[j] / pivot : 0;
  }
  for (std::size_t j = nodes - 1; j-- > 0;) half_[j] += factor_[j] * half_[j + 1];
}

void Cable::advance() {
  for (std::size_t k = 0; k < kParts; ++k)
    for (std::size_t i = 0; i < internodes_; ++i) {
      const double left = half_[i], right = half_[i + 1];
      inside_[k][i] = 2 * (first_[k][i] + left1_[k][i] * left + right1_[k][i] * right) - inside_[k][i];
      under_[k][i] = 2 * (second_[k][i] + left2_[k][i] * left + right2_[k][i] * right) - under_[k][i];
    }
  for (std::size_t j = 0; j < potential_.size(); ++j) potential_[j] = 2 * half_[j] - potential_[j];
}

void Cable::step(double stimulus) {
  step_gates();
  gather();
  sweep();
  solve_nodes(stimulus);
  advance();
  ++steps_;
}

}  // namespace mend::sim
