// The window as a person meets it: real keys and pointer, and what is then on the screen or on the disk.
#include <filesystem>
#include <optional>
#include <string>

#include "desktop.h"

using namespace mend;
using namespace mend::test;

namespace {

/// Where the knee is and no plate lies.
ui::Rect middle(const ui::Layout& layout) {
  return {{layout.views.high.x + 20, layout.lens.high.y + 14},
          {layout.bottom.high.x, layout.bottom.low.y - 14}};
}
/// The words "Week 12 / Month 2.8 · day 84".
ui::Rect clock_of(const ui::Layout& layout) {
  return {{layout.bottom.low.x + 14, layout.bottom.low.y + 8},
          {layout.bottom.low.x + 160, layout.bottom.low.y + 60}};
}
ui::Rect whole() {
  return {{0, 0}, {kWidth, kHeight}};
}

/// Pixels of the colour in which the warning is written on dark.
int warning_pixels(const render::Image& image, const ui::Rect& area) {
  int count = 0;
  for (int y = static_cast<int>(area.low.y); y < static_cast<int>(area.high.y); ++y)
    for (int x = static_cast<int>(area.low.x); x < static_cast<int>(area.high.x); ++x) {
      const auto at = static_cast<std::size_t>(y * image.width + x) * 4;
      count += image.pixels[at] > 150 && image.pixels[at + 1] > 90 && image.pixels[at + 1] < 180 &&
               image.pixels[at + 2] < 60;
    }
  return count;
}

/// The curves, without the words round them.
ui::Rect plot_of(const ui::Layout& layout) {
  return {{layout.bottom.low.x + 240, layout.bottom.low.y + 62},
          {layout.bottom.high.x - 230, layout.bottom.high.y - 70}};
}
/// Whether the people behind the curves are drawn: then the room under a curve is as dark as the plate.
bool has_people(const render::Image& image, const ui::Layout& layout) {
  constexpr int kTinted = 42;  // green; 30 on the plate, 50 under the curve of repair
  const int x = static_cast<int>(layout.bottom.high.x) - 260, y = static_cast<int>(layout.bottom.high.y) - 95;
  return image.pixels[static_cast<std::size_t>(y * image.width + x) * 4 + 1] < kTinted;
}
/// What a paused window shows once they have come, which they do by themselves.
render::Image look_with_people(Desktop& desktop) {
  // Until its curve is there, the room under it is dark as well.
  (void)desktop.eventually(15, [&] { return !has_people(desktop.look(), desktop.layout()); });
  CHECK(desktop.eventually(60, [&] { return has_people(desktop.look(), desktop.layout()); }));
  return desktop.look_at_rest();
}

int count_files(const std::filesystem::path& folder) {
  std::error_code error;
  int count = 0;
  for (auto entry = std::filesystem::directory_iterator(folder, error);
       !error && entry != std::filesystem::directory_iterator(); ++entry)
    ++count;
  return count;
}

}  // namespace

TEST_CASE("the window plays at once, and Space stops everything until Space again") {
  if (!has_desktop()) return;
  Desktop desktop;
  const ui::Layout layout = desktop.layout();
  const auto first = desktop.look();
  CHECK(lit(first, middle(layout)) > 2000);
  CHECK(desktop.eventually(10, [&] { return changed(first, desktop.look(), clock_of(layout)) > 20; }));

  desktop.key("space");
  const auto still = look_with_people(desktop);
  pause_for(1);
  CHECK(changed(still, desktop.look(), whole()) == 0);

  desktop.key("period");
  CHECK(desktop.eventually(5, [&] { return changed(still, desktop.look(), clock_of(layout)) > 5; }));
  const auto stepped = desktop.look_at_rest();
  desktop.key("space");
  CHECK(desktop.eventually(10, [&] { return changed(stepped, desktop.look(), clock_of(layout)) > 20; }));
}

TEST_CASE("a drag turns the knee, the wheel comes nearer, R goes back") {
  if (!has_desktop()) return;
  Desktop desktop;
  const ui::Rect knee = middle(desktop.layout());
  desktop.key("space");
  const auto start = desktop.look_at_rest();

  const ImVec2 from = knee.centre();
  desktop.hands("mousemove " + Desktop::place(from) +
                " mousedown 1 mousemove_relative 60 0 sleep 0.2 "
                "mousemove_relative 60 0 sleep 0.3 mouseup 1");
  const auto turned = desktop.look_at_rest();
  CHECK(changed(start, turned, knee) > 3000);

  desktop.hands("mousemove " + Desktop::place(from) + " click --repeat 3 --delay 60 4");
  const auto nearer = desktop.look_at_rest();
  CHECK(lit(nearer, knee) > lit(turned, knee) * 11 / 10);

  desktop.key("r");
  pause_for(1);
  const auto reset = desktop.look_at_rest();
  CHECK(changed(start, reset, knee) < 300);

  desktop.key("Left");
  pause_for(0.5);
  CHECK(changed(reset, desktop.look_at_rest(), knee) > 500);
  desktop.key("h");
  const auto bare = desktop.look_at_rest();
  CHECK(changed(reset, bare, desktop.layout().bottom) > 20000);
}

TEST_CASE("the Trials lens takes the repair away from picture and chart, the Mechanism lens brings it back") {
  if (!has_desktop()) return;
  Desktop desktop;
  const ui::Layout layout = desktop.layout();
  desktop.key("space");
  // A late day, by the scrub bar under the chart.
  desktop.click({layout.bottom.low.x + layout.bottom.width() * 0.6f, layout.bottom.high.y - 44});
  pause_for(5);  // the people behind the band are still counted
  const auto mechanism = desktop.look_at_rest();

  desktop.click({layout.lens.low.x + layout.lens.width() * 0.62f, layout.lens.low.y + 30});
  pause_for(2);
  const auto trials = desktop.look_at_rest();
  CHECK(changed(mechanism, trials, middle(layout)) > 20);
  const ui::Rect chart{{layout.bottom.low.x + 250, layout.bottom.low.y + 16},
                       {layout.bottom.high.x, layout.bottom.high.y - 80}};
  CHECK(changed(mechanism, trials, chart) > 300);

  desktop.click({layout.lens.low.x + layout.lens.width() * 0.2f, layout.lens.low.y + 30});
  CHECK(desktop.eventually(20, [&] { return changed(mechanism, desktop.look_at_rest(), chart) < 20; }));
}

TEST_CASE("F12 saves the view into the pictures folder, Shift F12 twice as fine") {
  if (!has_desktop()) return;
  Desktop desktop;
  desktop.key("space");
  desktop.look_at_rest();
  const auto pictures = desktop.home().path() / "Pictures";
  desktop.key("F12");
  REQUIRE(desktop.eventually(10, [&] { return count_files(pictures) == 1; }));
  const auto one = render::read_png(std::filesystem::directory_iterator(pictures)->path().string());
  REQUIRE(one.is_ok());
  CHECK(one.value().width == kWidth);
  CHECK(one.value().height == kHeight);
  CHECK(lit(one.value(), {{0, 0}, {kWidth, kHeight}}) > 5000);
  CHECK(warning_pixels(one.value(), {{0, kHeight - 80}, {kWidth / 2, kHeight}}) > 200);
  CHECK(warning_pixels(one.value(), {{0, 0}, {100, 100}}) == 0);

  desktop.key("shift+F12");
  REQUIRE(desktop.eventually(10, [&] { return count_files(pictures) == 2; }));
  int widest = 0;
  for (const auto& entry : std::filesystem::directory_iterator(pictures)) {
    const auto image = render::read_png(entry.path().string());
    REQUIRE(image.is_ok());
    widest = std::max(widest, image.value().width);
  }
  CHECK(widest == 2 * kWidth);
}

TEST_CASE("a bad file dropped on the window is told and changes nothing, and a good one is opened") {
  if (!has_desktop()) return;
  Desktop desktop;
  const ui::Layout layout = desktop.layout();
  desktop.key("space");
  desktop.hands("mousemove 300 300");  // where the drop will leave the pointer
  const auto before = look_with_people(desktop);
  const std::string bad = desktop.home().file("bad file.json"), good = desktop.home().file("good.json");
  write_text(bad, "{\"version\": 1, \"lesion.diametre\": \"12 mm\"}");
  write_text(good, "{\"version\": 1, \"name\": \"x\", \"title\": \"Another knee\"}");

  desktop.send("drop " + desktop.window() + " '" + bad + "'");
  const auto told = desktop.look_at_rest();
  CHECK(changed(before, told, middle(layout)) > 2000);
  CHECK(changed(before, told, layout.title) == 0);
  desktop.key("Escape");
  CHECK(changed(before, desktop.look_at_rest(), whole()) < 50);

  desktop.send("drop " + desktop.window() + " '" + good + "'");
  CHECK(desktop.eventually(10, [&] { return changed(before, desktop.look(), layout.title) > 200; }));
}

TEST_CASE("what is known, the nerve's signal and the comparison open by their keys and close with Escape") {
  if (!has_desktop()) return;
  Desktop desktop;
  const ui::Layout open = ui::lay_out({kWidth, kHeight}, 1, true);
  desktop.key("space");
  desktop.hands("mousemove 300 300");
  const auto before = look_with_people(desktop);
  std::optional<render::Image> last;
  for (const char* key : {"e", "b"}) {
    CAPTURE(key);
    desktop.key(key);
    const auto shown = desktop.look_at_rest();
    CHECK(changed(before, shown, open.drawer) > 20000);
    if (last) CHECK(changed(*last, shown, open.drawer) > 2000);
    last = shown;
    desktop.key("Escape");
    CHECK(changed(before, desktop.look_at_rest(), open.drawer) < 300);
  }
  desktop.key("a");  // its impulses never rest
  CHECK(desktop.eventually(10, [&] { return changed(before, desktop.look(), open.drawer) > 20000; }));
  const auto early = desktop.look();
  CHECK(desktop.eventually(10, [&] { return changed(early, desktop.look(), open.drawer) > 20; }));
  desktop.key("Escape");
  CHECK(changed(before, desktop.look_at_rest(), open.drawer) < 300);
}

TEST_CASE("a click tells what a part is, Escape takes that away, and T names the parts") {
  if (!has_desktop()) return;
  Desktop desktop;
  const ui::Layout layout = desktop.layout();
  desktop.key("space");
  pause_for(3);
  const auto start = desktop.look_at_rest();
  // Where the card stands: the lower left corner of the room for the picture.
  const ui::Rect card{{layout.free.low.x + 14, layout.free.high.y - 100}, {layout.free.low.x + 280, layout.free.high.y - 20}};
  desktop.click(layout.centre);
  CHECK(desktop.eventually(5, [&] { return changed(start, desktop.look(), card) > 5000; }));
  desktop.key("Escape");
  CHECK(desktop.eventually(5, [&] { return changed(start, desktop.look(), card) < 300; }));

  const ui::Rect edge{{layout.free.low.x, layout.free.low.y}, {layout.free.low.x + 200, layout.free.high.y}};
  desktop.key("t");
  CHECK(desktop.eventually(5, [&] { return changed(start, desktop.look(), edge) > 1500; }));
  const auto plain = desktop.look_at_rest();
  desktop.key("t");
  CHECK(desktop.eventually(5, [&] { return changed(plain, desktop.look(), edge) > 300; }));
  desktop.key("t");
  CHECK(desktop.eventually(5, [&] { return changed(start, desktop.look(), edge) < 300; }));
}

TEST_CASE("many people come behind the curves by themselves, and an edit sends them away") {
  if (!has_desktop()) return;
  Desktop desktop;
  const ui::Layout layout = desktop.layout();
  desktop.key("space");
  CHECK(has_people(look_with_people(desktop), layout));
  // Back and forth: other people are gathered for each lens.
  const ImVec2 lens{layout.lens.low.x, layout.lens.low.y + 30};
  desktop.click({lens.x + layout.lens.width() * 0.62f, lens.y});
  const auto trials = desktop.look_at_rest();
  desktop.click({lens.x + layout.lens.width() * 0.2f, lens.y});
  CHECK(desktop.eventually(10, [&] { return !has_people(desktop.look(), layout); }));
  CHECK(changed(trials, look_with_people(desktop), plot_of(layout)) > 300);
}

TEST_CASE("Escape never quits, and closing the window does, with exit code 0") {
  if (!has_desktop()) return;
  Desktop desktop;
  desktop.key("F1");
  pause_for(0.5);
  desktop.hands("key --repeat 6 --delay 150 Escape");
  pause_for(0.5);
  CHECK(desktop.program().is_running());
  desktop.send("close " + desktop.window());
  CHECK(desktop.program().exit_code(10) == 0);
}

TEST_CASE("any size of the window is survived") {
  if (!has_desktop()) return;
  Desktop desktop;
  for (const char* size : {"641 481", "201 119", "1 1", "1279 333", "77 790"}) {
    desktop.hands("windowsize " + desktop.window() + " " + size);
    pause_for(0.6);
    CHECK(desktop.program().is_running());
  }
  desktop.hands("windowunmap " + desktop.window() + " sleep 0.4 windowmap " + desktop.window());
  desktop.hands("windowsize " + desktop.window() + " 960 600");
  CHECK(desktop.eventually(10, [&] { return lit(desktop.look(), middle(desktop.layout())) > 2000; }));
}

TEST_CASE("without a display the program says so and exits 3") {
  const Outcome outcome = run("env -u DISPLAY -u WAYLAND_DISPLAY " MEND_PROGRAM " healthy-knee");
  CHECK(outcome.code == 3);
  CHECK(outcome.err.find("display") != std::string::npos);
}
