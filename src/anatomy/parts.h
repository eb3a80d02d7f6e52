// The named parts of the knee: what each is made of and called.
#pragma once
#include <cstddef>
#include <string_view>

namespace mend::anatomy {

/// From the inside out, those that shade others first.
enum class PartId {
  femur, tibia, patella, fibula,
  femoral_cartilage, tibial_cartilage_medial, tibial_cartilage_lateral, patellar_cartilage,
  meniscus_medial, meniscus_lateral, acl, pcl,
  mcl, mcl_deep, lcl, mpfl,
  transverse_ligament, popliteus_tendon, iliotibial_band, patellar_tendon,
  quadriceps_tendon, capsule, hoffa_fat_pad, vastus_medialis,
  vastus_lateralis, vastus_intermedius, rectus_femoris, biceps_femoris,
  semimembranosus, semitendinosus, sartorius, gracilis,
  gastrocnemius_medial, gastrocnemius_lateral, popliteus, soleus,
  popliteal_artery, popliteal_vein, genicular_arteries, tibial_nerve,
  peroneal_nerve, deep_peroneal_nerve, superficial_peroneal_nerve, saphenous_nerve,
  infrapatellar_branch, genicular_nerves, skin, needle,
};
inline constexpr std::size_t kParts = 48;

/// What a part is made of; its layer and its colour follow.
enum class Tissue { bone, cartilage, meniscus, ligament, tendon, capsule, fat, muscle, artery, vein, nerve, skin, metal };

struct PartInfo {
  PartId id;
  Tissue tissue;
  std::string_view key;    // "femoral_cartilage": file and parameter name
  std::string_view name;   // "cartilage of the thigh bone"
  std::string_view latin;  // "Cartilago articularis femoris"
  std::string_view text;   // one plain sentence
};
[[nodiscard]] const PartInfo& info(PartId id);

/// Muscles and skin: what lies round the joint, and nothing in it gives way to.
[[nodiscard]] bool is_flesh(PartId id);

}  // namespace mend::anatomy
