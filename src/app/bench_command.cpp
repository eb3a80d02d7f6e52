// mend bench: medians of the program's own work. A program, never a timed test: times depend on the machine.
#include <algorithm>
#include <filesystem>
#include <iomanip>
#include <iostream>

#include "anatomy/carry.h"
#include "app/bench.h"
#include "app/commands.h"
#include "app/knee_maker.h"
#include "app/paths.h"
#include "app/telling.h"
#include "sim/cells.h"

namespace mend::app {
namespace {

/// Where a million drawn cells are, once on every keyframe day: slowest while most are still in the fluid.
void bench_cells(const Telling& story, std::vector<Measure>& measures) {
  constexpr std::size_t kCells = 1000000;
  const scene::CellTracks cells(sim::draw_records(story.scenario(), kCells), story.knee(), story.scenario().seed);
  scene::View view;
  view.orbit = scene::orbit_of(scene::ViewName::oblique45, story.knee());
  std::vector<scene::CellInstance> drawn;
  std::vector<double> times;
  for (const auto& keyframe : story.timeline()->keyframes()) {
    const Measure one = timed("", 1, [&] {
      drawn.clear();
      cells.add(view, keyframe->day, 2, drawn);
    });
    times.push_back(one.median);
  }
  std::sort(times.begin(), times.end());
  measures.push_back({"million-cells-each-keyframe", "ms", times[times.size() / 2], times.front(), times.back(),
                      static_cast<int>(times.size())});
}

void bench_anatomy(const Telling& story, std::vector<Measure>& measures) {
  constexpr int kThreads = 2;
  KneeRequest request = knee_request(story.scenario());
  measures.push_back(timed("anatomy:cold", 3, [&] { (void)KneeMaker({"", 0}).make(request, kThreads); }));
  const std::filesystem::path folder = std::filesystem::temp_directory_path() / "mend-bench-knees";
  const KneeCache cache(folder.string(), 0);
  KneeMaker maker(cache);
  (void)maker.make(request, kThreads);
  measures.push_back(timed("anatomy:warm", 5, [&] { (void)KneeMaker(cache).make(request, kThreads); }));
  std::error_code error;
  std::filesystem::remove_all(folder, error);
  measures.push_back(timed("anatomy:flexion", 9, [&] {
    request.shape.flexion = request.shape.flexion > 100 ? 10 : request.shape.flexion + 10;
    (void)maker.make(request, kThreads);
  }));
  const anatomy::Knee knee = maker.make(request, kThreads);
  double flexion = request.shape.flexion;
  measures.push_back(timed("anatomy:carried", 21, [&] {
    flexion = flexion > request.shape.flexion ? flexion - 8 : flexion + 8;
    (void)anatomy::carried(knee, *maker.rest(), flexion, false, kThreads);
  }));
}

void bench_compose(const Telling& story, std::vector<Measure>& measures) {
  measures.push_back(timed("compose", 21, [&] {
    (void)frame_of(story, 3, scene::Quality::low, scene::ViewName::defect);
  }));
}

void print_json(const std::vector<Measure>& measures, const std::string& renderer) {
  std::cout << "{\n  \"renderer\": \"" << renderer << "\",\n  \"measures\": [\n";
  for (std::size_t i = 0; i < measures.size(); ++i) {
    const Measure& m = measures[i];
    std::cout << "    {\"name\": \"" << m.name << "\", \"unit\": \"" << m.unit << "\", \"median\": " << m.median
              << ", \"lowest\": " << m.lowest << ", \"highest\": " << m.highest << ", \"runs\": " << m.runs << "}"
              << (i + 1 < measures.size() ? ",\n" : "\n");
  }
  std::cout << "  ]\n}\n";
}

void print_table(const std::vector<Measure>& measures, const std::string& renderer) {
  if (!renderer.empty()) std::cout << renderer << "\n";
  std::cout << std::setw(41) << "median" << std::setw(12) << "lowest" << std::setw(12) << "highest" << "  runs\n"
            << std::setprecision(4);
  for (const Measure& m : measures)
    std::cout << std::left << std::setw(30) << m.name << std::right << std::setw(11) << m.median << std::setw(12)
              << m.lowest << std::setw(12) << m.highest << std::setw(6) << m.runs << "  " << m.unit << "\n";
}

}  // namespace

Exit bench(const BenchOptions& options) {
  const std::vector<std::string> names = {"simulate", "anatomy", "compose", "render"};
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
  const Telling story(scenario.value());
  std::vector<Measure> measures;
  std::string renderer;
  if (wanted("simulate")) {
    bench_simulate(scenario.value(), measures);
    bench_cells(story, measures);
  }
  if (wanted("anatomy")) bench_anatomy(story, measures);
  if (wanted("compose")) bench_compose(story, measures);
  if (wanted("render")) {
    auto drawn = bench_render(story, folder.value(), measures);
    if (!drawn.is_ok()) return print(drawn.problems()), Exit::environment;
    renderer = std::move(drawn).value();
  }
  options.json ? print_json(measures, renderer) : print_table(measures, renderer);
  return Exit::done;
}

}  // namespace mend::app
