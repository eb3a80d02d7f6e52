// mend bench: medians of the program's own work. A program, never a timed test: times depend on the machine.
#include <algorithm>
#include <chrono>
#include <functional>
#include <iomanip>
#include <iostream>

#include "app/commands.h"
#include "app/headless.h"
#include "app/paths.h"
#include "render/renderer.h"
#include "scene/compose.h"
#include "sim/cells.h"
#include "timeline/timeline.h"

namespace mend::app {
namespace {

struct Timing {
  std::string name;
  double median_ms = 0, fastest_ms = 0, slowest_ms = 0;
  int runs = 0;
};

double milliseconds(const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

Timing timed(const std::string& name, int runs, const std::function<void()>& work) {
  work();  // warm
  std::vector<double> times;
  for (int i = 0; i < runs; ++i) times.push_back(milliseconds(work));
  std::sort(times.begin(), times.end());
  return {name, times[times.size() / 2], times.front(), times.back(), runs};
}

/// The default story, built once for all benches.
struct Story {
  params::Scenario scenario;
  std::string data_folder;
  anatomy::Knee knee;
  std::shared_ptr<const timeline::Timeline> timeline;
  scene::CellTracks cells;

  Story(const params::Scenario& chosen, const std::string& folder)
      : scenario(chosen),
        data_folder(folder),
        knee(build(knee_request(chosen), 0)),
        timeline(timeline::run(chosen, geometry(chosen), chosen.horizon, 0)),
        cells(sim::draw_records(chosen, kDrawnCells), knee, chosen.seed) {}

  [[nodiscard]] scene::Scene frame(double day, scene::Quality quality, scene::ViewName name) const {
    const scene::Stage stage{.scenario = &scenario, .knee = &knee, .cells = &cells,
                             .cells_per_record = sim::cells_per_record(scenario, kDrawnCells)};
    scene::View view;
    view.focus = name;
    view.orbit = scene::orbit_of(name, knee);
    view.quality = quality;
    return scene::compose(stage, timeline->at(day), view);
  }
};

void bench_models(const Story& story, std::vector<Timing>& timings) {
  timings.push_back(timed("simulate", 7, [&] {
    (void)timeline::run(story.scenario, geometry(story.scenario), story.scenario.horizon, 2);
  }));
  timings.push_back(timed("first-keyframe", 21, [&] {
    timeline::Runner runner;
    const auto timeline = runner.start(story.scenario, geometry(story.scenario));
    while (timeline->ready_until() < 0) std::this_thread::yield();
  }));
}

/// Where a million drawn cells are, on the busiest day and after that.
void bench_cells(const Story& story, std::vector<Timing>& timings) {
  constexpr std::size_t kCells = 1000000;
  const scene::CellTracks cells(sim::draw_records(story.scenario, kCells), story.knee, story.scenario.seed);
  scene::View view;
  view.orbit = scene::orbit_of(scene::ViewName::oblique45, story.knee);
  std::vector<scene::CellInstance> drawn;
  const auto place = [&](double day) {
    drawn.clear();
    cells.add(view, day, 2, drawn);
  };
  timings.push_back(timed("million-cells:day-0.5", 7, [&] { place(0.5); }));
  timings.push_back(timed("million-cells:day-1", 7, [&] { place(1); }));
  timings.push_back(timed("million-cells:day-3", 21, [&] { place(3); }));
  timings.push_back(timed("million-cells:day-7", 21, [&] { place(7); }));
}

void bench_anatomy(const Story& story, std::vector<Timing>& timings) {
  timings.push_back(timed("anatomy", 3, [&] { (void)build(knee_request(story.scenario), 2); }));
}

void bench_compose(const Story& story, std::vector<Timing>& timings) {
  timings.push_back(timed("compose", 21, [&] {
    (void)story.frame(3, scene::Quality::low, scene::ViewName::defect);
  }));
}

Result<std::string> bench_render(const Story& story, std::vector<Timing>& timings) {
  const auto headless = Headless::create();
  if (!headless.is_ok()) return headless.problems();
  const auto renderer = render::Renderer::create(story.data_folder + "/shaders");
  if (!renderer.is_ok()) return renderer.problems();
  const struct {
    const char* name;
    scene::Quality quality;
    scene::ViewName view;
  } cases[] = {{"render:knee:low", scene::Quality::low, scene::ViewName::oblique45},
               {"render:knee:medium", scene::Quality::medium, scene::ViewName::oblique45},
               {"render:knee:high", scene::Quality::high, scene::ViewName::oblique45},
               {"render:defect:low", scene::Quality::low, scene::ViewName::defect},
               {"render:nerve:low", scene::Quality::low, scene::ViewName::nerve}};
  for (const auto& one : cases) {
    const scene::Scene scene = story.frame(30, one.quality, one.view);
    timings.push_back(timed(one.name, 7, [&] { (void)renderer.value()->draw_image(scene, 1280, 720); }));
  }
  return headless.value()->context().renderer;
}

void print_json(const std::vector<Timing>& timings, const std::string& renderer) {
  std::cout << "{\n  \"renderer\": \"" << renderer << "\",\n  \"timings\": [\n";
  for (std::size_t i = 0; i < timings.size(); ++i) {
    const Timing& t = timings[i];
    std::cout << "    {\"name\": \"" << t.name << "\", \"median_ms\": " << t.median_ms << ", \"fastest_ms\": " << t.fastest_ms
              << ", \"slowest_ms\": " << t.slowest_ms << ", \"runs\": " << t.runs << "}"
              << (i + 1 < timings.size() ? ",\n" : "\n");
  }
  std::cout << "  ]\n}\n";
}

void print_table(const std::vector<Timing>& timings, const std::string& renderer) {
  if (!renderer.empty()) std::cout << renderer << "\n";
  std::cout << std::fixed << std::setprecision(2) << "                       median ms   fastest   slowest  runs\n";
  for (const Timing& t : timings)
    std::cout << std::left << std::setw(22) << t.name << std::right << std::setw(10) << t.median_ms << std::setw(10)
              << t.fastest_ms << std::setw(10) << t.slowest_ms << std::setw(6) << t.runs << "\n";
}

}  // namespace

Exit bench(const BenchOptions& options) {
  const std::vector<std::string> names = {"models", "cells", "anatomy", "compose", "render"};
  if (!options.name.empty() && std::ranges::find(names, options.name) == names.end()) {
    print({{.file = {}, .line = 0, .column = 0,
            .message = "there is no bench " + options.name + ": " + meant(options.name, names)}});
    return Exit::bad_input;
  }
  const auto wanted = [&](std::string_view name) { return options.name.empty() || options.name == name; };
  const auto folder = data_folder();
  if (!folder.is_ok()) return print(folder.problems()), Exit::environment;
  const auto scenario = load_scenario({}, folder.value());
  if (!scenario.is_ok()) return print(scenario.problems()), Exit::bad_input;
  const Story story(scenario.value(), folder.value());
  std::vector<Timing> timings;
  std::string renderer;
  if (wanted("models")) bench_models(story, timings);
  if (wanted("cells")) bench_cells(story, timings);
  if (wanted("anatomy")) bench_anatomy(story, timings);
  if (wanted("compose")) bench_compose(story, timings);
  if (wanted("render")) {
    auto drawn = bench_render(story, timings);
    if (!drawn.is_ok()) return print(drawn.problems()), Exit::environment;
    renderer = std::move(drawn).value();
  }
  options.json ? print_json(timings, renderer) : print_table(timings, renderer);
  return Exit::done;
}

}  // namespace mend::app
