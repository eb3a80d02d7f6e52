// Stem cells as such: a niche that renews itself, clones, and what becomes of injected cells.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "params/scenario.h"
#include "sim/fate.h"
#include "sim/state.h"

namespace mend::sim {

/// Stem cells in each of many clones this many days after each began as one, when renewal just balances loss.
/// The same seed follows the same clones from day to day.
[[nodiscard]] std::vector<int> clone_sizes(const params::CellModel& model, std::size_t clones, double days,
                                           std::uint64_t seed);

inline constexpr std::size_t kSites = 4;

/// Injected cells at one site, and what they find there.
struct SiteCells {
  double alive = 0;  // of the joint: those that entered the lesion
  Cues cues;
};

class Lineage {
 public:
  explicit Lineage(const params::Scenario& scenario);

  /// Applies a treatment at the present day; only injected cells matter.
  void treat(const params::Event& event);
  /// `sites` by params::Site.
  void step(double dt, const std::array<SiteCells, kSites>& sites);

  [[nodiscard]] LineageState state() const;

 private:
  void step_niche(double dt);

  params::CellModel model_;
  double patient_age_;
  double largest_share_;       // of injected cells that may visibly become tissue
  double stem_, progeny_ = 0;  // S, D
  double injected_ = 0;        // cells, all sites
  double doublings_left_ = 0, telomere_ = 0;
  std::array<double, kSites> settled_{};  // differentiated, by site
  std::array<double, kFates> fates_{};    // and by fate
};

}  // namespace mend::sim
