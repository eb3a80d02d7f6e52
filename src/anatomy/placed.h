// The assembled knee at one angle of flexion, as fields in the knee frame, and the parts built on them.
#pragma once
#include "anatomy/kinematics.h"
#include "anatomy/knee.h"
#include "anatomy/solids.h"
#include "anatomy/sweep.h"

namespace mend::anatomy {

/// A plane along the back of the extensor mechanism, level as far as half_width from x, falling back beyond
/// as the retinacula do.
struct BackPlane {
  Vec point, forward;
  double half_width, fall;  // mm; mm backward per mm beyond
};

struct Placed {
  double flexion = 0;
  std::shared_ptr<const Solids> solids = standard_solids();
  Poses poses = {};
  std::vector<Vec> quadriceps = {};           // middle of its tendon, from the patella up
  std::vector<BackPlane> extensor_back = {};  // quadriceps tendon, patella, patellar tendon

  std::vector<std::vector<Station>> over_capsule = {};  // bands that lie on the capsule

  /// Signed distance to femur, tibia, fibula or patella with their spurs, without and with cartilage.
  [[nodiscard]] double bones(const Vec& p) const;
  [[nodiscard]] double joint_surfaces(const Vec& p) const;
  /// One bone where it stands. The fields live as long as this does.
  [[nodiscard]] Field thigh() const;
  [[nodiscard]] Field shin() const;
  [[nodiscard]] Field calf() const;
  [[nodiscard]] Field kneecap() const;
};

[[nodiscard]] Placed place_knee(double flexion, std::shared_ptr<const Solids> solids = standard_solids());
/// Moves a place out of the bones until it is `clear` mm away.
[[nodiscard]] Vec clear_of_bone(const Placed& knee, Vec p, double clear);

[[nodiscard]] Mesh build_meniscus(const Placed& knee, bool medial);
/// mm that a meniscus has gone back on the tibia at a share of its way from the front root to the rear one.
[[nodiscard]] double meniscus_slide(bool medial, double flexion, double share);

[[nodiscard]] Mesh build_acl(const Placed& knee);
[[nodiscard]] Mesh build_pcl(const Placed& knee);
[[nodiscard]] Mesh build_transverse_ligament(const Placed& knee);
[[nodiscard]] Mesh build_mcl(const Placed& knee);
[[nodiscard]] Mesh build_mcl_deep(const Placed& knee);
[[nodiscard]] std::vector<Station> mpfl_stations(const Placed& knee);
[[nodiscard]] std::vector<Station> mcl_stations(const Placed& knee);
[[nodiscard]] Mesh build_mpfl(const Placed& knee);
[[nodiscard]] std::vector<Station> lcl_stations(const Placed& knee);
[[nodiscard]] Mesh build_lcl(const Placed& knee);
[[nodiscard]] Mesh build_popliteus_tendon(const Placed& knee);
[[nodiscard]] std::vector<Station> iliotibial_band(const Placed& knee);
[[nodiscard]] Mesh build_iliotibial_band(const Placed& knee);
/// They lie within the kneecap as far as the apex, whose front the tendon then covers, and beyond the
/// tuberosity's top on the shin.
[[nodiscard]] std::vector<Station> patellar_stations(const Placed& knee);
[[nodiscard]] Mesh build_patellar_tendon(const Placed& knee);
[[nodiscard]] Mesh build_quadriceps_tendon(const Placed& knee);

/// Distance in front of the back of quadriceps tendon, patella and patellar tendon; negative behind.
[[nodiscard]] double before_joint(const Placed& knee, const Vec& p);

/// Fibrous capsule and synovium as one closed surface; negative inside the joint.
[[nodiscard]] double joint_capsule(const Placed& knee, const Vec& p);
/// How far the capsule has run out at a place of its surface, 0-1: towards the bones that it is fixed to, and
/// in front, where the extensor mechanism takes its place.
[[nodiscard]] double capsule_open(const Placed& knee, const Vec& p);
[[nodiscard]] double fat_pad(const Placed& knee, const Vec& p);

[[nodiscard]] std::vector<Station> popliteal_artery(const Placed& knee);
[[nodiscard]] std::vector<Station> popliteal_vein(const Placed& knee);
[[nodiscard]] Mesh build_popliteal_artery(const Placed& knee);
[[nodiscard]] Mesh build_popliteal_vein(const Placed& knee);
/// The five small arteries round the knee.
[[nodiscard]] std::vector<std::vector<Station>> genicular_arteries(const Placed& knee);

struct NerveCourse {
  std::vector<Station> stations;
  double neck = 0;  // mm along, of the fibular neck; peroneal only
};
[[nodiscard]] NerveCourse tibial_nerve(const Placed& knee);
[[nodiscard]] Mesh build_tibial_nerve(const NerveCourse& tibial);
/// Common peroneal nerve and, beyond its division, the superficial one.
[[nodiscard]] NerveCourse peroneal_nerve(const Placed& knee);
[[nodiscard]] Mesh build_common_peroneal(const NerveCourse& peroneal);
[[nodiscard]] Mesh build_superficial_peroneal(const NerveCourse& peroneal);
[[nodiscard]] Mesh build_deep_peroneal(const Placed& knee, const NerveCourse& peroneal);
[[nodiscard]] std::vector<Station> saphenous_nerve(const Placed& knee);
[[nodiscard]] Mesh build_saphenous_nerve(const Placed& knee);
/// Its stem and middle twig; the mesh has all three twigs, the stem first.
[[nodiscard]] std::vector<Station> infrapatellar_branch(const Placed& knee);
[[nodiscard]] Mesh build_infrapatellar_branch(const Placed& knee);
/// The five small nerves to the joint.
[[nodiscard]] std::vector<std::vector<Station>> genicular_nerves(const Placed& knee,
                                                                 const NerveCourse& peroneal);

struct Needle {
  Vec tip, direction;  // direction from hub to tip
  Mesh mesh;
};
[[nodiscard]] Needle build_needle(const Placed& knee);

}  // namespace mend::anatomy
