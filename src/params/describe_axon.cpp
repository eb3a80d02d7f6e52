// The constants of the live axon, with what stands behind each.
#include "params/describe.h"

namespace mend::params {

using enum Audience;
using enum Unit;

namespace {

using Axon = Walk<AxonModel>;

constexpr Standing kChannels = published("public channel file of the MRG model, McIntyre 2002");
constexpr Standing kGeometry = published("public geometry file of the MRG model, McIntyre 2002");
constexpr Standing kFibres = recalled("modes of 3-5 and 9-12 um after age 10: Jacobs and Love 1985, sural");

void describe_channels(const Axon& axon) {
  axon.number(&AxonModel::fast_sodium,
              {"fast_sodium", "Fast sodium channels", "gNaf", siemens_per_cm2, 0.3, 6, researcher,
               "At the nodes. A quarter of it blocks conduction, as a local anaesthetic does.", kChannels});
  axon.number(&AxonModel::persistent_sodium,
              {"persistent_sodium", "Persistent sodium channels", "gNap", siemens_per_cm2, 0, 0.02,
               researcher, "At the nodes.", kChannels});
  axon.number(&AxonModel::slow_potassium, {"slow_potassium", "Slow potassium channels", "gK", siemens_per_cm2,
                                           0.01, 0.3, researcher, "At the nodes.", kChannels});
  axon.number(&AxonModel::nodal_leak, {"nodal_leak", "Leak of a node", "gL", siemens_per_cm2, 0.001, 0.03,
                                       researcher, "", kChannels});
  axon.number(&AxonModel::sodium_reversal, {"sodium_reversal", "Where sodium current turns", "ENa", mV, 30,
                                            70, researcher, "", kChannels});
  axon.number(&AxonModel::potassium_reversal, {"potassium_reversal", "Where potassium current turns", "EK",
                                               mV, -110, -70, researcher, "", kChannels});
  axon.number(&AxonModel::leak_reversal,
              {"leak_reversal", "Where a node's leak turns", "EL", mV, -110, -70, researcher, "", kChannels});
  axon.number(&AxonModel::rest,
              {"rest", "Potential at rest", "rest", mV, -95, -65, researcher,
               "Where the leak under the sheath turns, and where a run starts.", kChannels});
  axon.number(&AxonModel::activation_q10,
              {"activation_q10", "Warmth opens sodium channels", "Q10 of m, p", none, 1, 4, researcher,
               "Factor on the gates' speed for 10 degrees more.", kChannels});
  axon.number(&AxonModel::inactivation_q10, {"inactivation_q10", "Warmth shuts sodium channels", "Q10 of h",
                                             none, 1, 4, researcher, "", kChannels});
  axon.number(&AxonModel::potassium_q10, {"potassium_q10", "Warmth opens potassium channels", "Q10 of s",
                                          none, 1, 4, researcher, "", kChannels});
}

void describe_sheath(const Axon& axon) {
  axon.number(&AxonModel::paranodal_leak,
              {"paranodal_leak", "Leak beside the nodes", "g of MYSA", siemens_per_cm2, 1e-4, 1e-2,
               researcher, "Of the axon where the sheath ends.", kGeometry});
  axon.number(&AxonModel::internodal_leak,
              {"internodal_leak", "Leak under the sheath", "g of FLUT and STIN", siemens_per_cm2, 1e-5, 1e-3,
               researcher, "Of the axon.", kGeometry});
  axon.number(&AxonModel::membrane_capacity, {"membrane_capacity", "Capacity of the axon's membrane", "Ca",
                                              microfarad_per_cm2, 0.5, 4, researcher, "", kGeometry});
  axon.number(&AxonModel::myelin_capacity,
              {"myelin_capacity", "Capacity of a myelin membrane", "Cmy, one of 2 nl", microfarad_per_cm2,
               0.02, 1, researcher, "A sheath of nl turns has 2 nl in a row.", kGeometry});
  axon.number(&AxonModel::myelin_leak, {"myelin_leak", "Leak of a myelin membrane", "Gmy, one of 2 nl",
                                        siemens_per_cm2, 1e-4, 1e-2, researcher, "", kGeometry});
  axon.number(&AxonModel::resistivity,
              {"resistivity", "Resistance of the fluid inside", "rho", ohm_cm, 30, 200, researcher,
               "In the axon and in the space under the sheath.", kGeometry});
  axon.number(&AxonModel::paranodal_gap,
              {"paranodal_gap", "Space under the sheath's ends", "periaxonal width, node and MYSA", um, 5e-4,
               0.02, researcher, "", kGeometry});
  axon.number(&AxonModel::internodal_gap,
              {"internodal_gap", "Space under the sheath", "periaxonal width, FLUT and STIN", um, 1e-3, 0.04,
               researcher, "", kGeometry});
  axon.number(&AxonModel::node_length,
              {"node_length", "Length of a node", "node", um, 0.5, 2, researcher, "", kGeometry});
  axon.number(&AxonModel::paranode_length,
              {"paranode_length", "Length of a sheath's end", "MYSA", um, 1, 5, researcher, "", kGeometry});
}

void describe_use(const Axon& axon) {
  axon.number(&AxonModel::temperature, {"temperature", "Warmth of the nerve", "T", celsius, 20, 42, lecturer,
                                        "A cold nerve conducts more slowly.", assumed("Body core.")});
  axon.number(&AxonModel::stimulus, {"stimulus", "Strength of the stimulus", "into the first node", nA, 1, 10,
                                     researcher, "", assumed()});
  axon.number(&AxonModel::stimulus_time,
              {"stimulus_time", "Length of the stimulus", "pulse", ms, 0.05, 0.2, researcher, "", assumed()});
  axon.number(&AxonModel::new_sheaths,
              {"new_sheaths", "Short new sheaths", "segments in place of one", none, 2, 4, researcher,
               "In place of each lost one.",
               recalled("0.2-0.45 mm, whatever the fibre; with 30 % of the lamellae after regrowth")});
  axon.number(&AxonModel::thin_from,
              {"thin_from", "Thin fibres, thinnest", "lower mode, from", um, 2, 4, researcher, "", kFibres});
  axon.number(&AxonModel::thin_to,
              {"thin_to", "Thin fibres, thickest", "lower mode, to", um, 4, 7, researcher, "", kFibres});
  axon.number(&AxonModel::thick_from, {"thick_from", "Thick fibres, thinnest", "upper mode, from", um, 7, 10,
                                       researcher, "", kFibres});
  axon.number(&AxonModel::thick_to,
              {"thick_to", "Thick fibres, thickest", "upper mode, to", um, 10, 16, researcher, "", kFibres});
  axon.number(&AxonModel::thin_share, {"thin_share", "Share of thin fibres", "share of the lower mode", none,
                                       0, 1, researcher, "", assumed()});
}

}  // namespace

void describe(const Walk<AxonModel>& axon) {
  describe_channels(axon);
  describe_sheath(axon);
  describe_use(axon);
}

}  // namespace mend::params
