#include "anatomy/parts.h"

#include <array>

namespace mend::anatomy {
namespace {

using enum PartId;

constexpr std::array<PartInfo, kParts> kInfo{{
    {femur, Tissue::bone, "femur", "thigh bone", "Femur",
     "Carries the body; its two rounded condyles roll on the shin bone."},
    {tibia, Tissue::bone, "tibia", "shin bone", "Tibia", "Its flat top bears the load of the knee."},
    {patella, Tissue::bone, "patella", "kneecap", "Patella",
     "Glides in the groove of the thigh bone and gives the thigh muscle leverage."},
    {fibula, Tissue::bone, "fibula", "calf bone", "Fibula",
     "The slender bone on the outer side; ligament and muscle hold on to its head."},
    {femoral_cartilage, Tissue::cartilage, "femoral_cartilage", "cartilage of the thigh bone",
     "Cartilago articularis femoris", "Smooth and almost without friction; it has no vessels and no nerves."},
    {tibial_cartilage_medial, Tissue::cartilage, "tibial_cartilage_medial",
     "inner cartilage of the shin bone", "Cartilago articularis tibiae medialis",
     "Bears the larger share of the load."},
    {tibial_cartilage_lateral, Tissue::cartilage, "tibial_cartilage_lateral",
     "outer cartilage of the shin bone", "Cartilago articularis tibiae lateralis",
     "The thickest of the shin bone."},
    {patellar_cartilage, Tissue::cartilage, "patellar_cartilage", "cartilage of the kneecap",
     "Cartilago articularis patellae", "The thickest cartilage of the body."},
    {meniscus_medial, Tissue::meniscus, "meniscus_medial", "inner meniscus", "Meniscus medialis",
     "A C of fibrous cartilage that spreads the load."},
    {meniscus_lateral, Tissue::meniscus, "meniscus_lateral", "outer meniscus", "Meniscus lateralis",
     "Nearly a ring; it moves more than the inner one."},
    {acl, Tissue::ligament, "acl", "anterior cruciate ligament", "Ligamentum cruciatum anterius",
     "Keeps the shin bone from sliding forward; two bundles that twist round each other."},
    {pcl, Tissue::ligament, "pcl", "posterior cruciate ligament", "Ligamentum cruciatum posterius",
     "Keeps the shin bone from sliding back; the strongest ligament of the knee."},
    {mcl, Tissue::ligament, "mcl", "inner collateral ligament", "Ligamentum collaterale tibiale",
     "A long flat strap that keeps the knee from opening inward."},
    {mcl_deep, Tissue::ligament, "mcl_deep", "deep layer of the inner collateral ligament",
     "Ligamentum collaterale tibiale, pars profunda", "Short fibres that hold the inner meniscus."},
    {lcl, Tissue::ligament, "lcl", "outer collateral ligament", "Ligamentum collaterale fibulare",
     "A round cord from thigh bone to calf bone."},
    {mpfl, Tissue::ligament, "mpfl", "inner kneecap ligament", "Ligamentum patellofemorale mediale",
     "Keeps the kneecap from slipping outward."},
    {transverse_ligament, Tissue::ligament, "transverse_ligament", "cross ligament of the menisci",
     "Ligamentum transversum genus", "Ties the front horns of the menisci together."},
    {popliteus_tendon, Tissue::tendon, "popliteus_tendon", "popliteus tendon", "Tendo musculi poplitei",
     "Runs under the outer collateral ligament."},
    {iliotibial_band, Tissue::tendon, "iliotibial_band", "iliotibial band", "Tractus iliotibialis",
     "A strong sheet along the outer thigh, down to the shin bone."},
    {patellar_tendon, Tissue::tendon, "patellar_tendon", "kneecap tendon", "Ligamentum patellae",
     "Passes the pull of the thigh muscle on to the shin bone."},
    {quadriceps_tendon, Tissue::tendon, "quadriceps_tendon", "tendon of the thigh muscle",
     "Tendo musculi quadricipitis femoris", "Where the four heads of the thigh muscle meet the kneecap."},
    {capsule, Tissue::capsule, "capsule", "joint capsule and its lining",
     "Capsula articularis et membrana synovialis",
     "Closes the joint; its lining makes the fluid and inflames."},
    {hoffa_fat_pad, Tissue::fat, "hoffa_fat_pad", "fat pad under the kneecap",
     "Corpus adiposum infrapatellare", "A soft cushion, rich in nerves."},
    {vastus_medialis, Tissue::muscle, "vastus_medialis", "inner thigh muscle", "Musculus vastus medialis",
     "Extends the knee; its lowest fibres pull the kneecap inward."},
    {vastus_lateralis, Tissue::muscle, "vastus_lateralis", "outer thigh muscle", "Musculus vastus lateralis",
     "The largest head of the thigh muscle."},
    {vastus_intermedius, Tissue::muscle, "vastus_intermedius", "deep thigh muscle",
     "Musculus vastus intermedius", "Lies on the thigh bone, under the straight head."},
    {rectus_femoris, Tissue::muscle, "rectus_femoris", "straight thigh muscle", "Musculus rectus femoris",
     "Crosses hip and knee."},
    {biceps_femoris, Tissue::muscle, "biceps_femoris", "outer hamstring", "Musculus biceps femoris",
     "Bends the knee and turns the shin outward."},
    {semimembranosus, Tissue::muscle, "semimembranosus", "deep inner hamstring", "Musculus semimembranosus",
     "Bends the knee and turns the shin inward."},
    {semitendinosus, Tissue::muscle, "semitendinosus", "long inner hamstring", "Musculus semitendinosus",
     "Its long tendon is often used to rebuild a ligament."},
    {sartorius, Tissue::muscle, "sartorius", "tailor muscle", "Musculus sartorius",
     "The longest muscle of the body."},
    {gracilis, Tissue::muscle, "gracilis", "slender muscle", "Musculus gracilis",
     "The innermost muscle of the thigh."},
    {gastrocnemius_medial, Tissue::muscle, "gastrocnemius_medial", "calf muscle, inner head",
     "Musculus gastrocnemius, caput mediale", "Bends the knee and lifts the heel."},
    {gastrocnemius_lateral, Tissue::muscle, "gastrocnemius_lateral", "calf muscle, outer head",
     "Musculus gastrocnemius, caput laterale", "Bends the knee and lifts the heel."},
    {popliteus, Tissue::muscle, "popliteus", "popliteus muscle", "Musculus popliteus",
     "Unlocks the straight knee."},
    {soleus, Tissue::muscle, "soleus", "deep calf muscle", "Musculus soleus",
     "Lies under the calf muscle and lifts the heel with it."},
    {popliteal_artery, Tissue::artery, "popliteal_artery", "artery behind the knee", "Arteria poplitea",
     "Feeds the knee and the leg; lies deepest, on the bone."},
    {popliteal_vein, Tissue::vein, "popliteal_vein", "vein behind the knee", "Vena poplitea",
     "Lies between artery and nerve."},
    {genicular_arteries, Tissue::artery, "genicular_arteries", "arteries round the knee", "Arteriae genus",
     "A ring of small arteries that feeds the joint."},
    {tibial_nerve, Tissue::nerve, "tibial_nerve", "tibial nerve", "Nervus tibialis",
     "Runs straight down behind the knee."},
    {peroneal_nerve, Tissue::nerve, "peroneal_nerve", "common peroneal nerve", "Nervus fibularis communis",
     "Winds round the neck of the calf bone, where it is easily hurt."},
    {deep_peroneal_nerve, Tissue::nerve, "deep_peroneal_nerve", "deep peroneal nerve",
     "Nervus fibularis profundus", "To the muscles that lift the foot."},
    {superficial_peroneal_nerve, Tissue::nerve, "superficial_peroneal_nerve", "superficial peroneal nerve",
     "Nervus fibularis superficialis", "To the outer leg and the back of the foot."},
    {saphenous_nerve, Tissue::nerve, "saphenous_nerve", "saphenous nerve", "Nervus saphenus",
     "Feeling of the inner leg."},
    {infrapatellar_branch, Tissue::nerve, "infrapatellar_branch", "branch below the kneecap",
     "Ramus infrapatellaris", "Feeling of the skin below the kneecap."},
    {genicular_nerves, Tissue::nerve, "genicular_nerves", "nerves of the joint", "Nervi geniculares",
     "Five small nerves that carry the pain of the knee."},
    {skin, Tissue::skin, "skin", "skin", "Cutis", "The outline of the leg."},
    {needle, Tissue::metal, "needle", "injection needle", "Acus",
     "Reaches the pouch above the kneecap from the outer side."},
}};

}  // namespace

const PartInfo& info(PartId id) {
  return kInfo[static_cast<std::size_t>(id)];
}

bool is_flesh(PartId id) {
  const Tissue tissue = info(id).tissue;
  return tissue == Tissue::muscle || tissue == Tissue::skin;
}

}  // namespace mend::anatomy
