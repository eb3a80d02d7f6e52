// Articular cartilage: its thickness over each bone, the bones with their cartilage on, and the shells as
// meshes.
#pragma once
#include "anatomy/sdf.h"
#include "anatomy/wear.h"

namespace mend::anatomy {

/// Thickness in mm at a point near the bone's surface; 0 outside the articular patch.
[[nodiscard]] double femur_thickness(const Vec& p);
[[nodiscard]] double tibia_thickness(const Vec& p);
[[nodiscard]] double patella_thickness(const Vec& p);

[[nodiscard]] double femur_with_cartilage(const Vec& p);
[[nodiscard]] double tibia_with_cartilage(const Vec& p);
[[nodiscard]] double patella_with_cartilage(const Vec& p);

/// The same of a knee, with what wear has left; never thinner than the very edge.
[[nodiscard]] double femur_thickness(const Vec& p, const Cover& cover);
[[nodiscard]] double tibia_thickness(const Vec& p, const Cover& cover);
[[nodiscard]] double patella_thickness(const Vec& p, const Cover& cover);

/// The bones with that on.
[[nodiscard]] double covered_femur(const Vec& p, const Cover& cover);
[[nodiscard]] double covered_tibia(const Vec& p, const Cover& cover);
[[nodiscard]] double covered_patella(const Vec& p, const Cover& cover);

/// The distance that a bone's field means where it has a value and rises so much a mm: joined pieces rise too
/// slowly.
[[nodiscard]] double true_distance(double value, double rise);
/// Over cartilage so thick on that bone; as the bone's field has it where there is none.
[[nodiscard]] double distance_over(double value, double rise, double thick);
/// The place on a bone under a point where the bone's field has that value and gradient: cartilage grows from
/// there.
[[nodiscard]] Vec foot_on_bone(const Vec& p, double value, const Vec& rise);

inline constexpr double kMarginReach = 12;  // mm: the region of a cartilage's vertex is its share of it
inline constexpr double kEdge = 3.5;        // mm over which the edge tapers
inline constexpr double kEdgeThin = 0.3;    // mm at the very edge

}  // namespace mend::anatomy
