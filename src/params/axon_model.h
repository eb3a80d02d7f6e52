// Constants of the live axon, the double cable of McIntyre, Richardson and Grill 2002. What a scenario may
// change is told about in describe_axon.cpp; the two tables below only hold together, stay as they are and
// stand on the page About the numbers.
#pragma once
#include <array>
#include <string_view>

namespace mend::params {

/// Constants of the cable. The outside is 0 mV.
struct AxonModel {
  double fast_sodium = 3.0, persistent_sodium = 0.01, slow_potassium = 0.08;  // gNaf, gNap, gK, S/cm2
  double nodal_leak = 0.007;                                                  // gL, S/cm2
  double sodium_reversal = 50, potassium_reversal = -90, leak_reversal = -90, rest = -80;  // mV
  double paranodal_leak = 0.001, internodal_leak = 0.0001;  // g of MYSA, of FLUT and STIN, S/cm2
  double membrane_capacity = 2;                             // Ca, uF/cm2
  double myelin_capacity = 0.1, myelin_leak = 0.001;        // of one membrane, uF/cm2, S/cm2
  double resistivity = 70;                                  // rho, ohm cm
  double paranodal_gap = 0.002, internodal_gap = 0.004;     // width of the space under the sheath, um
  double node_length = 1, paranode_length = 3;              // um
  double activation_q10 = 2.2, inactivation_q10 = 2.9, potassium_q10 = 3.0;
  double temperature = 37;                                           // C
  double stimulus = 2, stimulus_time = 0.1;                          // nA, ms
  double new_sheaths = 3;                                            // in place of one
  double thin_from = 3, thin_to = 5, thick_from = 9, thick_to = 12;  // fibre diameters, um
  double thin_share = 0.5;                                           // of the fibres
  bool operator==(const AxonModel&) const = default;
};

/// Shape of a healthy fibre, um; lamellae and g_ratio are numbers.
struct FibreShape {
  double fibre, axon, node, internode, flut, lamellae, g_ratio;
};

/// By outer diameter, the thinnest first. Published: the public geometry files of the model.
inline constexpr std::array<FibreShape, 11> kFibreShapes = {{{1, 0.8, 0.7, 100, 5, 15, 0.565},
                                                             {2, 1.6, 1.4, 200, 10, 20, 0.585},
                                                             {5.7, 3.4, 1.9, 500, 35, 80, 0.605},
                                                             {7.3, 4.6, 2.4, 750, 38, 100, 0.630},
                                                             {8.7, 5.8, 2.8, 1000, 40, 110, 0.661},
                                                             {10.0, 6.9, 3.3, 1150, 46, 120, 0.690},
                                                             {11.5, 8.1, 3.7, 1250, 50, 130, 0.700},
                                                             {12.8, 9.2, 4.2, 1350, 54, 135, 0.719},
                                                             {14, 10.4, 4.7, 1400, 56, 140, 0.739},
                                                             {15, 11.5, 5.0, 1450, 58, 145, 0.767},
                                                             {16, 12.7, 5.5, 1500, 60, 150, 0.791}}};

/// With z = v + b:  rising a z/(1-exp(-z/c)), falling -a z/(1-exp(z/c)), sigmoid a/(1+exp(-z/c)); per ms.
enum class RateForm { rising, falling, sigmoid };
struct ChannelRate {
  RateForm form;
  double a, b, c;
};

/// How a gate opens and closes at the temperature it was measured at.
struct ChannelGate {
  std::string_view name;
  ChannelRate open, close;
  double measured_at;  // C
};

/// m, p, h, s. Published: the public channel file of the model.
inline constexpr std::array<ChannelGate, 4> kChannelGates = {
    {{"m", {RateForm::rising, 1.86, 21.4, 10.3}, {RateForm::falling, 0.086, 25.7, 9.16}, 20},
     {"p", {RateForm::rising, 0.01, 27, 10.2}, {RateForm::falling, 0.00025, 34, 10}, 20},
     {"h", {RateForm::falling, 0.062, 114, 11}, {RateForm::sigmoid, 2.3, 31.8, 13.4}, 20},
     {"s", {RateForm::sigmoid, 0.3, 53, 5}, {RateForm::sigmoid, 0.03, 90, 1}, 36}}};

}  // namespace mend::params
