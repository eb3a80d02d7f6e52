// The assembled knee at one angle of flexion, as fields in the knee frame, and the parts built on them.
#pragma once
#include "anatomy/kinematics.h"
#include "anatomy/knee.h"
#include "anatomy/sweep.h"

namespace mend::anatomy {

struct Placed {
  double flexion = 0;
  Poses poses;

  /// Signed distance to femur, tibia, fibula or patella, without and with cartilage.
  [[nodiscard]] double bones(const Vec& p) const;
  [[nodiscard]] double joint_surfaces(const Vec& p) const;
};

[[nodiscard]] Mesh build_meniscus(const Placed& knee, bool medial);

[[nodiscard]] Mesh build_acl(const Placed& knee);
[[nodiscard]] Mesh build_pcl(const Placed& knee);
[[nodiscard]] Mesh build_mcl(const Placed& knee);
[[nodiscard]] Mesh build_lcl(const Placed& knee);
[[nodiscard]] Mesh build_patellar_tendon(const Placed& knee);
[[nodiscard]] Mesh build_quadriceps_tendon(const Placed& knee);

/// Fibrous capsule and synovium as one closed surface; negative inside the joint.
[[nodiscard]] double joint_capsule(const Placed& knee, const Vec& p);
[[nodiscard]] double fat_pad(const Placed& knee, const Vec& p);

struct NerveCourse {
  std::vector<Station> stations;
  double neck = 0;  // mm along, of the fibular neck; peroneal only
};
[[nodiscard]] NerveCourse tibial_nerve(const Placed& knee);
[[nodiscard]] NerveCourse peroneal_nerve(const Placed& knee);

struct Needle {
  Vec tip, direction;  // direction from hub to tip
  Mesh mesh;
};
[[nodiscard]] Needle build_needle(const Placed& knee);

}  // namespace mend::anatomy
