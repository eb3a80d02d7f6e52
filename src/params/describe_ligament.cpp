// The constants of ligament repair, with what stands behind each.
#include "params/describe.h"

namespace mend::params {

using enum Audience;
using enum Unit;

namespace {

using Ligaments = Walk<LigamentModel>;

constexpr Standing kTuned =
    assumed("Tuned to goats and rabbits: Abramowitch 2003, Frank 1992, 1995 and 1997, Loitz-Ramage 1997.");
constexpr Standing kAnimals = hypothetical("Scale of animal studies.");

void describe_scaffolds(const Ligaments& ligament) {
  const Standing scaffold = assumed("A torn ACL fails for want of a scaffold: Murray; the share is ours.");
  ligament.number(&LigamentModel::scaffold_mcl,
                  {"scaffold_mcl", "Scaffold of the inner ligament", "sc of the MCL", none, 0.2, 1,
                   researcher, "The clot that bridges the ends.", scaffold});
  ligament.number(&LigamentModel::scaffold_acl_partial,
                  {"scaffold_acl_partial", "Scaffold of a partly torn ACL", "sc of a partial ACL", none, 0, 1,
                   researcher, "", scaffold});
  ligament.number(&LigamentModel::scaffold_acl,
                  {"scaffold_acl", "Scaffold of a torn ACL", "sc of the ACL", none, 0, 1, researcher,
                   "Joint fluid washes the clot away.", scaffold});
  ligament.number(&LigamentModel::scaffold_acl_braced,
                  {"scaffold_acl_braced", "Scaffold of a braced ACL", "sc of a braced or augmented ACL", none,
                   0, 1, researcher, "", scaffold});
}

void describe_cells(const Ligaments& ligament) {
  ligament.number(&LigamentModel::inflammation_time,
                  {"inflammation_time", "How long the clot stays inflamed", "time constant of I", day, 3, 40,
                   researcher, "", kTuned});
  ligament.number(&LigamentModel::bridging_time, {"bridging_time", "Bridging of the ends",
                                                  "time constant of br", day, 3, 60, researcher, "", kTuned});
  ligament.number(&LigamentModel::fibroblast_rate, {"fibroblast_rate", "Growth of fibroblasts", "B' per I br",
                                                    per_day, 0.05, 1, researcher, "", kTuned});
  ligament.number(&LigamentModel::fibroblast_maximum,
                  {"fibroblast_maximum", "Most fibroblasts", "B at most, times normal", none, 1.5, 12,
                   researcher, "", kTuned});
  ligament.number(&LigamentModel::fibroblast_time, {"fibroblast_time", "Loss of fibroblasts",
                                                    "loss time of B", day, 10, 200, researcher, "", kTuned});
}

void describe_collagen(const Ligaments& ligament) {
  ligament.number(&LigamentModel::collagen3_rate,
                  {"collagen3_rate", "Early collagen laid down", "C3' per B br", per_day, 0.002, 0.05,
                   researcher, "Type III: quick and weak.", kTuned});
  ligament.number(&LigamentModel::collagen3_base, {"collagen3_base", "Early collagen without inflammation",
                                                   "share of C3'", none, 0, 1, researcher, "", kTuned});
  ligament.number(&LigamentModel::collagen3_inflammation,
                  {"collagen3_inflammation", "Early collagen with inflammation", "share of C3' per I", none,
                   0, 2, researcher, "", kTuned});
  ligament.number(&LigamentModel::collagen3_by_cells,
                  {"collagen3_by_cells", "Early collagen helped by cells", "gain of C3' per e", none, 0, 1,
                   researcher, "Only as far as the lens lets cells act.", kAnimals});
  ligament.number(&LigamentModel::collagen3_loss, {"collagen3_loss", "Early collagen replaced", "loss of C3",
                                                   per_day, 0.002, 0.05, researcher, "", kTuned});
  ligament.number(&LigamentModel::collagen1_rate,
                  {"collagen1_rate", "Strong collagen laid down", "C1' per B br", per_day, 0.002, 0.05,
                   researcher, "Type I.", kTuned});
  ligament.number(&LigamentModel::collagen1_inflammation,
                  {"collagen1_inflammation", "Strong collagen lost to inflammation", "loss of C1' per I",
                   none, 0, 1, researcher, "", kTuned});
  ligament.number(&LigamentModel::collagen1_by_cells,
                  {"collagen1_by_cells", "Strong collagen helped by cells", "gain of C1' per e", none, 0, 1,
                   researcher, "Only as far as the lens lets cells act.", kAnimals});
  ligament.number(&LigamentModel::collagen1_base, {"collagen1_base", "Strong collagen without load",
                                                   "C1' at no load", none, 0, 2, researcher, "", kTuned});
  ligament.number(&LigamentModel::collagen1_load, {"collagen1_load", "Strong collagen with load",
                                                   "C1' per load", none, 0, 2, researcher, "", kTuned});
  ligament.number(&LigamentModel::collagen1_maximum,
                  {"collagen1_maximum", "Most strong collagen", "C1 at most", none, 0.3, 1, researcher,
                   "Scar never has as much as the ligament had.", kTuned});
}

void describe_order(const Ligaments& ligament) {
  const Standing overload = assumed("Best at 0.7 to 0.8 of normal load at 12 weeks.");
  ligament.number(&LigamentModel::overload_from,
                  {"overload_from", "Load that is too much", "load above which Lo falls", none, 0.2, 1.2,
                   researcher, "Up to it load lines fibres up.", overload});
  ligament.number(&LigamentModel::overload_width, {"overload_width", "How fast too much load harms",
                                                   "width of Lo", none, 0.1, 1, researcher, "", overload});
  ligament.number(&LigamentModel::alignment_base,
                  {"alignment_base", "Lining up without load", "a' at no load", none, 0, 1, researcher,
                   "Immobilised, fibres stay in disorder.", kTuned});
  ligament.number(&LigamentModel::alignment_load,
                  {"alignment_load", "Lining up with load", "a' per Lo", none, 0, 2, researcher, "", kTuned});
  ligament.number(&LigamentModel::alignment_maximum,
                  {"alignment_maximum", "Best order of the scar", "a at most", none, 0.3, 1, researcher,
                   "Fibrils of scar stay thin and less in line.", kTuned});
  ligament.number(
      &LigamentModel::alignment_time,
      {"alignment_time", "Pace of lining up", "time constant of a", day, 10, 200, researcher, "", kTuned});
  ligament.number(&LigamentModel::cross_link_maximum, {"cross_link_maximum", "Most cross-links", "x at most",
                                                       none, 0.3, 1, researcher, "", kTuned});
  ligament.number(&LigamentModel::cross_link_time,
                  {"cross_link_time", "Pace of cross-linking", "time constant of x", day, 10, 300, researcher,
                   "", kTuned});
}

void describe_strength(const Ligaments& ligament) {
  ligament.number(&LigamentModel::collagen3_strength,
                  {"collagen3_strength", "Strength of early collagen", "weight of C3 in stress", none, 0, 1,
                   researcher, "Of that of type I.", kTuned});
  ligament.number(&LigamentModel::swelling,
                  {"swelling", "Thickening of the ligament", "added area", none, 0, 2, researcher,
                   "A thicker scar bears more load than its tissue is strong.", kTuned});
  ligament.number(
      &LigamentModel::swelling_time,
      {"swelling_time", "Pace of thickening", "time constant of area", day, 5, 100, researcher, "", kTuned});
  ligament.number(&LigamentModel::stiffness_time,
                  {"stiffness_time", "Pace of stiffening", "time constant of stiffness", day, 5, 150,
                   researcher, "", kTuned});
  const Standing start = assumed("A clot has little collagen and no order.");
  ligament.number(&LigamentModel::start_collagen1, {"start_collagen1", "Strong collagen in the clot", "C1(0)",
                                                    none, 0, 0.3, researcher, "", start});
  ligament.number(&LigamentModel::start_collagen3, {"start_collagen3", "Early collagen in the clot", "C3(0)",
                                                    none, 0.001, 0.3, researcher, "", start});
  ligament.number(&LigamentModel::start_alignment,
                  {"start_alignment", "Order in the clot", "a(0)", none, 0, 0.3, researcher, "", start});
  ligament.number(&LigamentModel::start_cross_links, {"start_cross_links", "Cross-links in the clot", "x(0)",
                                                      none, 0, 1, researcher, "", start});
}

}  // namespace

void describe(const Walk<LigamentModel>& ligament) {
  describe_scaffolds(ligament);
  describe_cells(ligament);
  describe_collagen(ligament);
  describe_order(ligament);
  describe_strength(ligament);
}

}  // namespace mend::params
