// What a knee looks like as it heals, hurts, is cut open and X-rayed.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>
#include <vector>

#include "golden/drawn.h"

using namespace mend::golden;

TEST_CASE("the hole fills under Mechanism and stays bare under Trials") {
  if (!can_compare()) return;
  const Drawn mechanism("mechanism", "cartilage-injury --day 0 --day 180 --day 730 --view defect --view anterior");
  const Drawn trials("trials", "cartilage-injury --lens trials --day 0 --day 730 --view defect --view anterior");
  const Region hole{0.45, 0.33, 0.55, 0.5};
  const std::string start = "cartilage-injury-defect-day-0000.png", end = "cartilage-injury-defect-day-0730.png";
  CHECK(apart(mechanism.picture(start), mechanism.picture(end), hole) > 40);
  CHECK(apart(trials.picture(start), trials.picture(end), hole) < 15);
}

TEST_CASE("injected cells are seen on the first days and are gone after two months under Trials") {
  if (!can_compare()) return;
  const Drawn days("cells", "cartilage-injury --lens trials --day 1 --day 60 --view defect --view lateral");
  CHECK(share(days.picture("cartilage-injury-defect-day-0001.png"), is_stem_blue) > 0.004);
  CHECK(share(days.picture("cartilage-injury-defect-day-0060.png"), is_stem_blue) < 0.0005);
}

TEST_CASE("a crushed nerve looks different before breakdown, after it, and regrown") {
  if (!can_compare()) return;
  const Drawn nerve("nerve", "nerve-crush --day 0 --day 14 --day 60 --day 365 --view nerve");
  const Region distal{0.5, 0.4, 0.75, 0.9};
  const auto picture = [&](const std::string& day) { return nerve.picture("nerve-crush-nerve-day-" + day + ".png"); };
  CHECK(apart(picture("0000"), picture("0014"), distal) > 4);
  CHECK(apart(picture("0014"), picture("0060"), distal) > 4);
  CHECK(apart(picture("0060"), picture("0365"), distal) < apart(picture("0014"), picture("0365"), distal));
}

TEST_CASE("every canonical view shows a knee with no black in it, dark and light, low and high") {
  if (!can_compare()) return;
  constexpr std::array kViews = {"anterior", "lateral", "posterior",         "medial",
                                 "axial",    "plateau", "patella-reflected", "45-degree"};
  std::string views;
  for (const char* view : kViews) views += std::string(" --view ") + view;
  const Drawn dark("dark", "cartilage-injury --day 30" + views), light("light", "cartilage-injury --profile light --day 30" + views),
      low("low", "cartilage-injury --quality low --day 30" + views);
  for (const char* view : kViews) {
    const std::string name = "cartilage-injury-" + std::string(view) + "-day-0030.png";
    const Image on_light = light.picture(name);
    // The light background is nearly white, so what is clearly darker is the knee.
    CHECK_MESSAGE(share(on_light, [](Colour c) { return c.red + c.green + c.blue < 600; }) > 0.06, view);
    CHECK_MESSAGE(share(on_light, is_black) < 0.002, view);
    CHECK_MESSAGE(share(dark.picture(name), is_black) < 0.002, view);
    CHECK_MESSAGE(apart(dark.picture(name), low.picture(name), Region{}) < 12, view);
  }
}

namespace {

/// Pixels that differ by more than the tolerance.
int strays(const Image& a, const Image& b) {
  int count = 0;
  for (std::size_t i = 0; i + 3 < a.pixels.size(); i += 4) {
    int most = 0;
    for (std::size_t c = 0; c < 3; ++c) most = std::max(most, std::abs(a.pixels[i + c] - b.pixels[i + c]));
    if (most > kLargestDifference) ++count;
  }
  return count;
}

}  // namespace

TEST_CASE("OpenGL ES 3.0 draws the canonical views as OpenGL 3.3 does") {
  if (!can_compare()) return;
  const std::string views = "cartilage-injury --day 30 --view anterior --view lateral --view medial --view defect --view nerve --size 320x200";
  for (const char* way : {"--quality low", "--quality high --profile light", "--cut sagittal:-21", "--radiograph"}) {
    const Folder desktop, es;
    const std::string start = "render " + views + " --check-opengl " + way;
    const auto drawn = mend::test::run_mend(start + " --out " + desktop.path().string());
    const auto drawn_es = mend::test::run_mend(start + " --gles --out " + es.path().string());
    REQUIRE_MESSAGE(drawn.code == 0, drawn.err);
    REQUIRE_MESSAGE(drawn_es.code == 0, drawn_es.err);
    int pictures = 0;
    for (const auto& entry : fs::directory_iterator(desktop.path())) {
      const std::string name = entry.path().filename().string();
      const auto ours = mend::render::read_png(entry.path()), other = mend::render::read_png(es.file(name));
      REQUIRE_MESSAGE((ours.is_ok() && other.is_ok()), name);
      const auto difference = mend::render::compare(ours.value(), other.value());
      // Where an edge runs through the very middle of a pixel, either side of it may show.
      CHECK_MESSAGE(strays(ours.value(), other.value()) <= 2, way << ": " << name << " differs by " << difference.largest);
      CHECK_MESSAGE(difference.mean <= kMeanDifference, way << ": " << name << " differs by " << difference.mean);
      ++pictures;
    }
    CHECK(pictures == 6);  // and the contact sheet
  }
}

TEST_CASE("a worn knee is more inflamed than a healthy one") {
  if (!can_compare()) return;
  const Drawn worn("worn", "knee-osteoarthritis --day 0 --day 365 --view anterior"),
      healthy("healthy", "healthy-knee --day 0 --day 365 --view anterior");
  const auto warm = [](Colour c) { return c.red > 120 && c.red > c.green + 50 && c.red > c.blue + 50; };
  CHECK(share(worn.picture("knee-osteoarthritis-anterior-day-0000.png"), warm) >
        1.3 * share(healthy.picture("healthy-knee-anterior-day-0000.png"), warm));
}

TEST_CASE("the interface lies over the picture, dark and light, and both lenses are named") {
  if (!can_compare()) return;
  const std::string common = "--day 30 --day 400 --view 45-degree --ui";
  const Drawn dark("interface-dark", "cartilage-injury " + common, "1280x720"),
      trials("interface-trials", "cartilage-injury --lens trials --profile light " + common, "1280x720");
  const Region drawer{0.71, 0.12, 0.98, 0.97};
  const std::string name = "cartilage-injury-45-degree-day-0030.png";
  const auto is_pale = [](Colour c) { return c.red > 180 && c.green > 180 && c.blue > 180; };
  // The panel is dark with light letters, or light with dark ones.
  CHECK(share(dark.picture(name), is_pale, drawer) > 0.004);
  CHECK(share(dark.picture(name), is_pale, drawer) < 0.2);
  CHECK(share(trials.picture(name), is_pale, drawer) > 0.7);
  // The chosen half of the lens switch is the blue one.
  const auto is_blue = [](Colour c) { return c.blue > c.red + 40; };
  const Region left_half{0.34, 0.04, 0.47, 0.085}, right_half{0.49, 0.04, 0.63, 0.085};
  CHECK(share(dark.picture(name), is_blue, left_half) > 0.5);
  CHECK(share(trials.picture(name), is_blue, right_half) > 0.5);
}

TEST_CASE("a cut knee shows pale cortex round red marrow, from each of the body's planes") {
  if (!can_compare()) return;
  const Drawn sagittal("cut-sagittal", "healthy-knee --day 0 --cut sagittal:-21 --view medial --view 45-degree --quality high"),
      coronal("cut-coronal", "healthy-knee --day 0 --cut coronal:0 --view anterior --view 45-degree --quality low"),
      axial("cut-axial", "healthy-knee --day 0 --cut axial:4 --layers +muscles,vessels,skin --view axial --view anterior"),
      peeled("cut-peel", "healthy-knee --day 0 --peel -20,24,-4,24 --view anterior --view medial");
  const auto is_marrow = [](Colour c) { return c.red > c.blue + 50 && c.red > c.green + 18 && c.red > 110; };
  const Region condyles{0.4, 0.35, 0.6, 0.5};
  CHECK(share(sagittal.picture("healthy-knee-medial-day-0000.png"), is_marrow, condyles) > 0.4);
  CHECK(share(coronal.picture("healthy-knee-anterior-day-0000.png"), is_marrow, condyles) > 0.4);
  CHECK(share(axial.picture("healthy-knee-axial-day-0000.png"), is_marrow) > 0.1);
  CHECK(share(peeled.picture("healthy-knee-anterior-day-0000.png"), is_marrow, condyles) > 0.05);
}

TEST_CASE("a radiograph is dark round bright bone, and a worn joint's space is narrower than a healthy one's") {
  if (!can_compare()) return;
  const std::string rest = " --day 0 --flexion 0 --view anterior --view lateral --radiograph";
  std::vector<double> dark;  // share of the medial joint line that is as dark as a joint space
  for (const char* grade : {"0", "2", "4"}) {
    const Drawn film(std::string("radiograph-") + grade, "healthy-knee --set joint.kl_grade=" + std::string(grade) + rest, "480x400");
    const Image front = film.picture("healthy-knee-anterior-day-0000.png");
    CHECK(share(front, [](Colour c) { return c.red < 20; }) > 0.4);
    CHECK(share(front, [](Colour c) { return c.red > 140; }) > 0.04);
    const Region medial{0.54, 0.54, 0.60, 0.60};
    dark.push_back(share(front, [](Colour c) { return c.red < 125 && c.red > 30; }, medial));
  }
  CHECK(dark[0] > dark[1]);
  CHECK(dark[1] > dark[2]);
}
