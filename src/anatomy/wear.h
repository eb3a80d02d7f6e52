// What osteoarthritis leaves of the cartilage.
#pragma once
#include <array>
#include <cstddef>

#include "anatomy/sdf.h"
#include "params/scenario.h"

namespace mend::anatomy {

/// The cartilages told apart: those a focal defect can lie in, which are the compartments of the models.
using Compartment = params::LesionSite;
inline constexpr std::size_t kCompartments = params::kLesionSites;

/// How worn a knee is.
struct Wear {
  std::array<double, kCompartments> left{1, 1, 1, 1, 1, 1};  // share of native thickness
  int kl_grade = 0;                                          // Kellgren-Lawrence 0-4
  bool operator==(const Wear&) const = default;

  [[nodiscard]] double of(Compartment compartment) const {
    return left[static_cast<std::size_t>(compartment)];
  }
};

/// The cartilage on the bones.
struct Cover {
  double thickness = 1;  // of published means, before it wore
  Wear wear = {};
};

/// Share of the native thickness left at a place of the femur's, the tibia's or the patella's cartilage: more
/// is lost where the bones bear on each other than round it, and unevenly.
[[nodiscard]] double femur_left(const Vec& p, const Wear& wear);
[[nodiscard]] double tibia_left(const Vec& p, const Wear& wear);
[[nodiscard]] double patella_left(const Vec& p, const Wear& wear);

/// The weight of each compartment of the femur at a place: they pass into each other.
struct FemurShares {
  double medial, lateral, trochlea;
};
[[nodiscard]] FemurShares femur_shares(const Vec& p);

}  // namespace mend::anatomy
