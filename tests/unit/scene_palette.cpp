// Colours that meet must be told apart by everyone: CIE76 distance on sRGB, D65, in normal vision and in the
// simulated dichromacies of Machado, Oliveira and Fernandes 2009 (severity 1.0, linear RGB).
#include "scene/palette.h"

#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <vector>

using namespace mend::scene;

namespace {

struct Vision {
  std::string name;
  glm::mat3 rows;  // written row by row
};

const Vision kVisions[] = {
    {"normal", {1, 0, 0, 0, 1, 0, 0, 0, 1}},
    {"protan",
     {0.152286f, 1.052583f, -0.204868f, 0.114503f, 0.786281f, 0.099216f, -0.003882f, -0.048116f, 1.051998f}},
    {"deutan",
     {0.367322f, 0.860646f, -0.227968f, 0.280085f, 0.672501f, 0.047413f, -0.011820f, 0.042940f, 0.968881f}},
    {"tritan",
     {1.255528f, -0.076749f, -0.178779f, -0.078411f, 0.930809f, 0.147602f, 0.004733f, 0.691367f, 0.303900f}},
};

glm::vec3 lab(glm::vec3 srgb, const Vision& vision) {
  const glm::vec3 seen = glm::clamp(glm::transpose(vision.rows) * to_linear(srgb), 0.0f, 1.0f);
  const glm::mat3 to_xyz{0.4124564f, 0.2126729f, 0.0193339f, 0.3575761f, 0.7151522f,
                         0.1191920f, 0.1804375f, 0.0721750f, 0.9503041f};
  const glm::vec3 xyz = to_xyz * seen / glm::vec3(0.95047f, 1.0f, 1.08883f);
  const auto f = [](float t) { return t > 0.008856f ? std::cbrt(t) : 7.787f * t + 16.0f / 116.0f; };
  return {116 * f(xyz.y) - 16, 500 * (f(xyz.x) - f(xyz.y)), 200 * (f(xyz.y) - f(xyz.z))};
}

struct Named {
  std::string name;
  glm::vec3 base;
};

Named named(const char* name, const TissueColour& tissue) {
  return {name, tissue.base};
}

void check_apart(const Named& a, const Named& b) {
  for (const Vision& vision : kVisions) {
    const float apart = glm::distance(lab(a.base, vision), lab(b.base, vision));
    INFO(a.name, " and ", b.name, " are ", apart, " apart in ", vision.name, " vision");
    CHECK(apart >= 13.0f);
  }
}

const Named kBone = named("bone", colour(Material::bone));
const Named kCartilage = named("cartilage", colour(Material::cartilage));
const Named kWorn = named("worn cartilage", colour(Accent::cartilage_worn));
const Named kRepair = named("repair tissue", colour(Material::repair));
const Named kScar = named("scar", colour(Accent::scar));
const Named kMeniscus = named("meniscus", colour(Material::meniscus));
const Named kLigament = named("ligament", colour(Material::ligament));
const Named kTendon = named("tendon", colour(Material::tendon));
const Named kFat = named("fat", colour(Material::fat));
const Named kSynovium = named("synovium", colour(Material::synovium));
const Named kInflamed = named("inflamed synovium", colour(Accent::synovium_inflamed));
const Named kNerve = named("nerve", colour(Material::nerve));
const Named kSheath = named("nerve sheath", colour(Material::nerve_sheath));
const Named kAxon = named("axon", colour(Accent::axon));
const Named kMyelin = named("myelin", colour(Accent::myelin));
const Named kDebris = named("debris", colour(Accent::debris));
const Named kMetal = named("needle", colour(Material::metal));
const Named kStem = named("stem cell", colour(CellKind::stem));
const Named kChondrocyte = named("chondrocyte", colour(CellKind::chondrocyte));
const Named kMacrophage = named("macrophage", colour(CellKind::macrophage));

}  // namespace

TEST_CASE("tissues that touch are told apart in normal, protan, deutan and tritan vision") {
  // Left out, as the page says: pairs told apart by texture (ligament and tendon; scar, worn cartilage,
  // ligament and tendon; the translucent capsule; the meniscus' red zone; the nerve in natural mode against
  // bone).
  const std::vector<std::pair<Named, Named>> touching = {
      {kBone, kCartilage},     {kBone, kWorn},         {kBone, kRepair},        {kBone, kScar},
      {kBone, kLigament},      {kBone, kTendon},       {kBone, kFat},           {kBone, kSynovium},
      {kBone, kInflamed},      {kBone, kNerve},        {kBone, kMeniscus},      {kCartilage, kRepair},
      {kCartilage, kMeniscus}, {kCartilage, kFat},     {kCartilage, kSynovium}, {kCartilage, kInflamed},
      {kCartilage, kLigament}, {kCartilage, kWorn},    {kCartilage, kScar},     {kRepair, kWorn},
      {kRepair, kScar},        {kRepair, kMeniscus},   {kMeniscus, kWorn},      {kMeniscus, kSynovium},
      {kMeniscus, kInflamed},  {kMeniscus, kLigament}, {kMeniscus, kFat},       {kLigament, kSynovium},
      {kLigament, kInflamed},  {kLigament, kFat},      {kTendon, kFat},         {kTendon, kSynovium},
      {kFat, kSynovium},       {kFat, kInflamed},      {kSynovium, kInflamed},  {kMetal, kSynovium},
      {kMetal, kInflamed},     {kMetal, kFat},         {kSheath, kAxon},        {kSheath, kMyelin},
      {kSheath, kDebris},      {kAxon, kMyelin},       {kAxon, kDebris},       {kMyelin, kDebris},
  };
  for (const auto& [a, b] : touching) check_apart(a, b);
}

TEST_CASE("cells are told apart from what they lie in and from each other") {
  const std::vector<std::pair<Named, Named>> lying = {
      {kStem, kSynovium},
      {kStem, kInflamed},
      {kStem, kFat},
      {kStem, kCartilage},
      {kStem, kRepair},
      {kStem, kScar},
      {kStem, kBone},
      {kStem, kMeniscus},
      {kChondrocyte, kRepair},
      {kChondrocyte, kScar},
      {kChondrocyte, kCartilage},
      {kMacrophage, kSynovium},
      {kMacrophage, kInflamed},
      {kStem, kChondrocyte},
      {kStem, kMacrophage},
      {kChondrocyte, kMacrophage},
  };
  for (const auto& [a, b] : lying) check_apart(a, b);
}

TEST_CASE("every tissue has a shade darker and a highlight lighter than its base") {
  const auto brightness = [](glm::vec3 c) {
    return glm::dot(to_linear(c), glm::vec3(0.2126f, 0.7152f, 0.0722f));
  };
  for (int m = 0; m <= static_cast<int>(Material::metal); ++m) {
    const TissueColour& tissue = colour(static_cast<Material>(m));
    CAPTURE(m);
    CHECK(brightness(tissue.shade) < brightness(tissue.base));
    CHECK(brightness(tissue.highlight) > brightness(tissue.base));
  }
}

TEST_CASE("colours become linear light by the sRGB curve") {
  CHECK(to_linear({0, 1, 0.5f}).x == 0.0f);
  CHECK(to_linear({0, 1, 0.5f}).y == doctest::Approx(1.0));
  CHECK(to_linear({0, 1, 0.5f}).z == doctest::Approx(0.21404).epsilon(1e-4));
}
