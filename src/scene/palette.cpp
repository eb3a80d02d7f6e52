// Anatomy page section 11. Where the page names a base colour only, shade and highlight are the base darkened
// by a third and halfway to white (assumed). Nerve tubes, needle and syringe, which the page does not list,
// are chosen here so that they keep the same distance from what they touch (assumed;
// tests/unit/scene_palette.cpp).
#include "scene/palette.h"

#include <cmath>

#include "base/result.h"

namespace mend::scene {
namespace {

constexpr glm::vec3 rgb(unsigned hex) {
  return {static_cast<float>((hex >> 16) & 255u) / 255.0f, static_cast<float>((hex >> 8) & 255u) / 255.0f,
          static_cast<float>(hex & 255u) / 255.0f};
}

constexpr TissueColour from(unsigned base, float roughness) {
  return {rgb(base), rgb(base) * 0.67f, (rgb(base) + glm::vec3(1)) * 0.5f, roughness};
}

constexpr TissueColour from(unsigned base, unsigned shade, float roughness) {
  return {rgb(base), rgb(shade), (rgb(base) + glm::vec3(1)) * 0.5f, roughness};
}

constexpr TissueColour from(unsigned base, unsigned shade, unsigned highlight, float roughness) {
  return {rgb(base), rgb(shade), rgb(highlight), roughness};
}

constexpr TissueColour kBone = from(0xD2C391, 0xA08C5E, 0xFFF8E6, 0.75f);
constexpr TissueColour kCartilage = from(0xC1DBE9, 0x8FAFC3, 0xFFFFFF, 0.30f);
constexpr TissueColour kRepair = from(0x88B9CE, 0x5F8EA6, 0.35f);
constexpr TissueColour kMeniscus = from(0xD7AA9C, 0xA5766A, 0.40f);
constexpr TissueColour kLigament = from(0xF3F0E8, 0xC4B592, 0xFFFDF5, 0.50f);
constexpr TissueColour kTendon = from(0xEAE9E2, 0xBDBBB2, 0.30f);
constexpr TissueColour kFat = from(0xEEB63E, 0xB98322, 0.45f);
constexpr TissueColour kSynovium = from(0xCE899A, 0x96596A, 0.15f);
constexpr TissueColour kNerve = from(0xF4D228, 0xB8922A, 0.45f);
constexpr TissueColour kNerveSheath = from(0xF3E6B0, 0xB8A468, 0.35f);  // the page's nerve in natural mode
constexpr TissueColour kMetal = from(0xD0D6DC, 0x7C8690, 0xFFFFFF, 0.20f);
constexpr TissueColour kThread = from(0x2F57C8, 0x182C6A, 0.35f);  // surgical nylon is blue or black

constexpr TissueColour kGlass = from(0xC4DCE0, 0x6E8C94, 0xFFFFFF, 0.08f);
constexpr TissueColour kInk = from(0x2A2F38, 0.60f);  // the scale of a syringe

constexpr TissueColour kMuscle = from(0x8E3B3B, 0x5A2022, 0xC98578, 0.55f);
constexpr TissueColour kArtery = from(0xC8322E, 0.40f);
constexpr TissueColour kVein = from(0x3F68B2, 0.40f);
constexpr TissueColour kSkin = from(0xE4B79C, 0.50f);

constexpr TissueColour kStem = from(0x3FA7F0, 0.35f);
constexpr TissueColour kChondrocyte = from(0x0B6B62, 0.35f);
constexpr TissueColour kMacrophage = from(0xC77800, 0.35f);
// Not in the table of the anatomy page (assumed): the violet of a stained lymphocyte, and a green of its own.
constexpr TissueColour kLymphocyte = from(0x5A3FA0, 0.35f);
constexpr TissueColour kSchwann = from(0x7FA84A, 0.35f);

constexpr TissueColour kInflamed = from(0xE8623C, 0xA83E22, 0.15f);
constexpr TissueColour kWorn = from(0xDCDEC3, 0.60f);
constexpr TissueColour kScar = from(0xF2E3D6, 0.60f);
constexpr TissueColour kClot = from(0x6B1512, 0.25f);
constexpr TissueColour kGranulation = from(0xC24A6A, 0.30f);
constexpr TissueColour kGrowthFactor = from(0x2FC4A8, 0.60f);  // teal (assumed)
constexpr TissueColour kOxygen = from(0x6FA0FF, 0.60f);        // pale blue (assumed)
constexpr TissueColour kAxon = from(0xF4D228, 0xB8922A, 0.45f);
constexpr TissueColour kMyelin = from(0xEEF2FC, 0.30f);
constexpr TissueColour kDebris = from(0x9C6B3F, 0.70f);
constexpr TissueColour kRedZone = from(0xC98070, 0.40f);

}  // namespace

const TissueColour& colour(Material material) {
  switch (material) {
    case Material::bone:
      return kBone;
    case Material::cartilage:
      return kCartilage;
    case Material::repair:
      return kRepair;
    case Material::meniscus:
      return kMeniscus;
    case Material::ligament:
      return kLigament;
    case Material::tendon:
      return kTendon;
    case Material::fat:
      return kFat;
    case Material::synovium:
      return kSynovium;
    case Material::nerve:
      return kNerve;
    case Material::nerve_sheath:
      return kNerveSheath;
    case Material::metal:
      return kMetal;
    case Material::thread:
      return kThread;
    case Material::muscle:
      return kMuscle;
    case Material::artery:
      return kArtery;
    case Material::vein:
      return kVein;
    case Material::skin:
      return kSkin;
    case Material::glass:
      return kGlass;
    case Material::ink:
      return kInk;
  }
  fail("a material without a colour");
}

const TissueColour& colour(CellKind kind) {
  switch (kind) {
    case CellKind::stem:
      return kStem;
    case CellKind::chondrocyte:
      return kChondrocyte;
    case CellKind::macrophage:
      return kMacrophage;
    case CellKind::lymphocyte:
      return kLymphocyte;
    case CellKind::schwann:
      return kSchwann;
  }
  fail("a kind of cell without a colour");
}

const TissueColour& colour(FieldKind kind) {
  switch (kind) {
    case FieldKind::inflammation:
      return kInflamed;
    case FieldKind::growth_factor:
      return kGrowthFactor;
    case FieldKind::oxygen:
      return kOxygen;
  }
  fail("a field without a colour");
}

const TissueColour& colour(Accent accent) {
  switch (accent) {
    case Accent::synovium_inflamed:
      return kInflamed;
    case Accent::cartilage_worn:
      return kWorn;
    case Accent::scar:
      return kScar;
    case Accent::axon:
      return kAxon;
    case Accent::myelin:
      return kMyelin;
    case Accent::debris:
      return kDebris;
    case Accent::meniscus_red_zone:
      return kRedZone;
    case Accent::clot:
      return kClot;
    case Accent::granulation:
      return kGranulation;
    case Accent::growth_factor:
      return kGrowthFactor;
    case Accent::oxygen:
      return kOxygen;
    case Accent::count:
      break;
  }
  fail("an accent without a colour");
}

glm::vec3 background(Profile profile) {
  switch (profile) {
    case Profile::dark:
      return rgb(0x1E2226);
    case Profile::light:
      return rgb(0xF4F4F1);
    case Profile::projector:
      return rgb(0xFFFFFF);
    case Profile::high_contrast:
      return rgb(0x000000);
  }
  return rgb(0x1E2226);
}

glm::vec3 to_linear(glm::vec3 srgb) {
  const auto linear = [](float c) {
    return c <= 0.04045f ? c / 12.92f : std::pow((c + 0.055f) / 1.055f, 2.4f);
  };
  return {linear(srgb.x), linear(srgb.y), linear(srgb.z)};
}

}  // namespace mend::scene
