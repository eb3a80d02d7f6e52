// What everything looks like: every day and view under both lenses, every profile, every layer alone, every material
// from near, names in both languages.
#include <array>
#include <cmath>

#include "golden/drawn.h"

using namespace mend::golden;

namespace {

bool is_lit(Colour c) { return c.red + c.green + c.blue > 180; }
bool is_warm(Colour c) { return c.red > 110 && c.red > c.blue + 30; }
bool is_cool(Colour c) { return c.blue > 110 && c.blue >= c.red; }
bool is_red(Colour c) { return c.red > 70 && c.red > c.green + 30 && c.red > c.blue + 25; }
bool is_blue(Colour c) { return c.blue > 90 && c.blue > c.red + 40; }
bool is_pale(Colour c) { return c.red > 110 && c.green > 95 && c.red < c.blue + 55; }
bool is_yellow(Colour c) { return c.red > 110 && c.green > 95 && c.green > c.blue + 20; }
bool is_grey(Colour c) { return std::abs(c.red - c.blue) < 30 && std::abs(c.red - c.green) < 20 && c.red > 70; }

double brightness(const Image& image, const Region& region = {}) {
  double sum = 0, count = 0;
  each_pixel(image, region, [&](Colour c) { sum += (c.red + c.green + c.blue) / 3.0, ++count; });
  return sum / count;
}

/// Standard deviation of the brightness, 0-127: none on a flat surface.
double relief(const Image& image, const Region& region) {
  const double mean = brightness(image, region);
  double sum = 0, count = 0;
  each_pixel(image, region, [&](Colour c) { sum += std::pow((c.red + c.green + c.blue) / 3.0 - mean, 2), ++count; });
  return std::sqrt(sum / count);
}

/// A picture of one thing, and what must be seen of it.
struct Sight {
  const char *name, *arguments;
  bool (*is_it)(Colour);
  double least;  // share of the picture
};

}  // namespace

TEST_CASE("from every side, on three days, a hole heals under Mechanism and stays under Trials") {
  if (!can_compare()) return;
  const std::string rest =
      "cartilage-injury --day 0 --day 60 --day 730 --view anterior --view lateral --view posterior --view medial --view axial "
      "--view plateau --view patella-reflected --view 45-degree";
  const Drawn mechanism("days-mechanism", rest), trials("days-trials", rest + " --lens trials");
  const auto change = [](const Drawn& drawn) {
    const Region hole{0.60, 0.60, 0.65, 0.66};
    return apart(drawn.picture("cartilage-injury-axial-day-0000.png"), drawn.picture("cartilage-injury-axial-day-0730.png"), hole);
  };
  CHECK(change(mechanism) > 25);
  CHECK(change(trials) < 10);
}

TEST_CASE("each profile has its own ground, and the knee stands out from it") {
  if (!can_compare()) return;
  const Region corner{0, 0, 0.06, 0.1}, knee{0.42, 0.3, 0.58, 0.7};
  for (const std::string profile : {"projector", "high-contrast"}) {
    CAPTURE(profile);
    const Drawn drawn("profile-" + profile, "cartilage-injury --day 30 --view anterior --view 45-degree --profile " + profile);
    const Image front = drawn.picture("cartilage-injury-anterior-day-0030.png");
    const double ground = brightness(front, corner);
    CHECK((profile == "projector" ? ground > 250 : ground < 6));
    CHECK(std::abs(ground - brightness(front, knee)) > 60);
  }
}

TEST_CASE("every layer alone is what it is called") {
  if (!can_compare()) return;
  const Sight layers[] = {{"bones", "--view 45-degree", is_warm, 0.15},      {"cartilage", "--view axial", is_cool, 0.05},
                          {"menisci", "--view 45-degree", is_red, 0.004},    {"ligaments", "--view 45-degree", is_pale, 0.03},
                          {"capsule", "--view medial", is_red, 0.02},        {"muscles", "--view posterior", is_red, 0.1},
                          {"vessels", "--view posterior", is_red, 0.004},    {"nerves", "--view posterior", is_yellow, 0.01},
                          {"skin", "--view anterior", is_lit, 0.02},         {"cells", "--view 45-degree", is_lit, 0.0003}};
  for (const Sight& layer : layers) {
    CAPTURE(layer.name);
    const std::string alone = std::string("cartilage-injury --day 1 --layers ") + layer.name + " " + layer.arguments;
    CHECK(share(Drawn::one("layers", layer.name, alone), layer.is_it) > layer.least);
  }
}

TEST_CASE("every material has its own colour and is not flat from near") {
  if (!can_compare()) return;
  const Sight materials[] = {
      {"bone", "--view lateral --near femur:40 --layers bones", is_warm, 0.5},
      {"cartilage", "--view axial --near femoral_cartilage:60", is_cool, 0.3},
      {"meniscus", "--view medial --near meniscus_medial:24 --layers bones,cartilage,menisci", is_red, 0.15},
      {"tendon", "--view anterior --near patellar_tendon:40 --layers bones,ligaments", is_pale, 0.2},
      {"synovium", "--view medial --near capsule:50", is_red, 0.05},
      {"fat", "--view anterior --near hoffa_fat_pad:40 --layers bones,cartilage,capsule", is_yellow, 0.3},
      {"muscle", "--view anterior --near vastus_medialis:40 --layers bones,muscles", is_red, 0.15},
      {"nerve", "--view posterior --near tibial_nerve:20 --layers nerves", is_yellow, 0.1},
      {"vein", "--view posterior --near popliteal_vein:30 --layers bones,vessels", is_blue, 0.1},
      {"artery", "--view medial --near popliteal_artery:30 --layers bones,vessels", is_red, 0.05},
      {"skin", "--view anterior --near skin:160 --layers bones,skin", is_warm, 0.2},
      {"syringe", "--view anterior --near needle:40", is_grey, 0.1}};
  for (const Sight& material : materials) {
    CAPTURE(material.name);
    const Image near = Drawn::one("close", material.name, std::string("cartilage-injury --day 0 ") + material.arguments);
    CHECK(share(near, material.is_it) > material.least);
    CHECK(relief(near, {0.3, 0.3, 0.7, 0.7}) > 4);
  }
}

TEST_CASE("hurt parts from near show what is wrong with them") {
  if (!can_compare()) return;
  const Drawn torn("hurt", "mcl-tear --day 0 --day 365 --view ligament"), strained("hurt", "muscle-strain --day 0 --day 180 --view muscle"),
      inflamed("hurt", "rheumatoid-arthritis --day 0 --day 365 --view lateral");
  const Region middle{0.4, 0.35, 0.6, 0.65};
  CHECK(apart(torn.picture("mcl-tear-ligament-day-0000.png"), torn.picture("mcl-tear-ligament-day-0365.png"), middle) > 6);
  CHECK(apart(strained.picture("muscle-strain-muscle-day-0000.png"), strained.picture("muscle-strain-muscle-day-0180.png"), middle) > 6);
  CHECK(share(inflamed.picture("rheumatoid-arthritis-lateral-day-0000.png"), is_red) > 0.03);
}

TEST_CASE("a reflected kneecap shows its joint surface under an open joint, straight and bent") {
  if (!can_compare()) return;
  const Image straight = Drawn::one("opened", "straight", "healthy-knee --day 0 --flexion 0 --view patella-reflected"),
              bent = Drawn::one("opened", "bent", "healthy-knee --day 0 --flexion 45 --view patella-reflected"),
              worn = Drawn::one("opened", "worn", "knee-osteoarthritis --day 0 --flexion 45 --view patella-reflected");
  const Region straight_facets{0.41, 0.70, 0.49, 0.79}, facets{0.50, 0.72, 0.57, 0.82}, notch{0.49, 0.35, 0.53, 0.42};
  CHECK(share(straight, is_cool, straight_facets) > 0.5);
  CHECK(share(bent, is_cool, facets) > 0.9);
  CHECK(share(worn, is_cool, facets) < 0.3);
  CHECK(share(bent, is_pale, notch) > 0.3);
}

TEST_CASE("names stand beside the knee in plain words and in Latin") {
  if (!can_compare()) return;
  const std::string rest = "healthy-knee --day 0 --view anterior --names ";
  const Image bare = Drawn::one("names", "none", rest + "none", "960x600"), plain = Drawn::one("names", "plain", rest + "plain", "960x600"),
              latin = Drawn::one("names", "latin", rest + "latin", "960x600");
  const Region side{0.02, 0.1, 0.3, 0.9};
  const auto is_letter = [](Colour c) { return c.red > 150 && c.green > 150 && c.blue > 150; };
  CHECK(share(bare, is_letter, side) < 0.001);
  CHECK(share(plain, is_letter, side) > 0.004);
  CHECK(share(latin, is_letter, side) > 0.004);
  CHECK(apart(plain, latin, side) > 0.05);
}
