// mend render: pictures without a window, by the same code as the window's.
#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <iostream>
#include <memory>
#include <sstream>

#include "app/commands.h"
#include "app/contact_sheet.h"
#include "app/cut_options.h"
#include "app/gui_layer.h"
#include "app/headless.h"
#include "app/knee_maker.h"
#include "app/paths.h"
#include "base/text.h"
#include "params/arms.h"
#include "render/renderer.h"
#include "scene/compose.h"
#include "scene/film.h"
#include "scene/opening.h"
#include "sim/cells.h"
#include "timeline/cohort.h"
#include "timeline/timeline.h"
#include "ui/compare_page.h"

namespace mend::app {
namespace {

Problem refused(std::string message) { return {.file = {}, .line = 0, .column = 0, .message = std::move(message)}; }

constexpr int kLargestSide = 8192;  // px

struct Size {
  int width = 0, height = 0;
};

Result<Size> parse_size(const std::string& text) {
  Size size;
  char rest = 0;
  if (std::sscanf(text.c_str(), "%dx%d%c", &size.width, &size.height, &rest) != 2 || size.width < 1 || size.height < 1 ||
      size.width > kLargestSide || size.height > kLargestSide)
    return refused("--size " + text + ": write WIDTHxHEIGHT, as in 1920x1080, each between 1 and 8192");
  return size;
}

Result<std::vector<scene::ViewName>> parse_views(const std::vector<std::string>& keys) {
  std::vector<std::string> known;
  for (const auto name : scene::kViewNames) known.emplace_back(scene::key(name));
  std::vector<scene::ViewName> views;
  for (const auto& key : keys) {
    const auto view = scene::view_named(key);
    if (!view) return refused("--view " + key + ": " + meant(key, known));
    views.push_back(*view);
  }
  return views;
}

using Layers = std::array<bool, scene::kLayers>;

/// A list of layers in place of the usual ones or, after a plus, besides them.
Result<Layers> parse_layers(const std::string& list, const Layers& usual) {
  if (list.empty()) return usual;
  std::vector<std::string> known;
  for (std::size_t i = 0; i < scene::kLayers; ++i)
    known.emplace_back(scene::key(static_cast<scene::Layer>(i)));
  const bool adds = list.front() == '+';
  Layers layers = adds ? usual : Layers{};
  std::stringstream names(adds ? list.substr(1) : list);
  for (std::string name; std::getline(names, name, ',');) {
    const auto found = std::find(known.begin(), known.end(), name);
    if (found == known.end())
      return refused("--layers " + list + ": there is no layer " + name + ": " + meant(name, known));
    layers[static_cast<std::size_t>(found - known.begin())] = true;
  }
  return layers;
}

/// What the options say, checked as a whole before anything is drawn.
struct Plan {
  params::Scenario scenario;
  std::string data_folder;
  std::vector<double> days;
  std::vector<scene::ViewName> views;
  Size size;
  KneeRequest knee;
  scene::View look;  // profile, quality and layers
  std::string out;
  bool with_interface = false;

  [[nodiscard]] bool is_single() const { return days.size() * views.size() == 1; }
};

Result<Plan> plan_of(const RenderOptions& options, const std::string& folder) {
  Plan plan{.scenario = {},
            .data_folder = folder,
            .days = options.days,
            .views = {},
            .size = {},
            .knee = {},
            .look = {},
            .out = options.out,
            .with_interface = options.with_interface};
  auto scenario = load_scenario(options.scenario, folder);
  if (!scenario.is_ok()) return scenario.problems();
  plan.scenario = std::move(scenario).value();
  const auto size = parse_size(options.size);
  if (!size.is_ok()) return size.problems();
  plan.size = size.value();
  auto views = parse_views(options.views);
  if (!views.is_ok()) return views.problems();
  plan.views = std::move(views).value();
  const auto quality = quality_named(options.quality);
  if (!quality.is_ok()) return quality.problems();
  plan.look.quality = quality.value();
  if (options.profile != "dark" && options.profile != "light")
    return refused("--profile " + options.profile + ": choose dark or light");
  plan.look.profile = options.profile == "dark" ? scene::Profile::dark : scene::Profile::light;
  plan.look.radiograph = options.radiograph;
  const auto cutaway = parse_cutaway(options.cuts, options.peel);
  if (!cutaway.is_ok()) return cutaway.problems();
  plan.look.cutaway = cutaway.value();
  const auto layers = parse_layers(options.layers, scene::opening_layers(plan.scenario));
  if (!layers.is_ok()) return layers.problems();
  plan.look.layers = layers.value();
  if (options.flexion) {
    if (const auto refusal = refused_flexion(*options.flexion)) return *refusal;
    plan.scenario.build.flexion = *options.flexion;
  }
  plan.knee = knee_request(plan.scenario);
  for (const double day : plan.days)
    if (!(day >= 0 && day <= plan.scenario.horizon))
      return refused("--day " + number_text(day) + ": must lie between 0 and " + number_text(plan.scenario.horizon));
  return plan;
}

std::string file_name(const Plan& plan, scene::ViewName view, double day) {
  char name[256];
  std::snprintf(name, sizeof name, "%s-%s-day-%04.0f.png", plan.scenario.name.c_str(),
                std::string(scene::key(view)).c_str(), day);
  return (std::filesystem::path(plan.out) / name).string();
}

/// The interface, if the plan wants it over its pictures.
struct Gui {
  std::unique_ptr<GuiLayer> layer;
  story::Library library;
};

Result<Gui> gui_of(const Plan& plan) {
  Gui gui;
  if (!plan.with_interface) return gui;
  auto layer = GuiLayer::create(nullptr, 1);
  if (!layer.is_ok()) return layer.problems();
  auto library = story::read_library(plan.data_folder + "/assets");
  if (!library.is_ok()) return library.problems();
  gui.layer = std::move(layer).value();
  gui.library = std::move(library).value();
  return gui;
}

/// What the curves of the interface are read from.
ui::Sources sources_of(const params::Scenario& scenario, std::shared_ptr<const timeline::Timeline> run) {
  ui::Sources sources{.run = std::move(run), .other = nullptr, .cohort = nullptr};
  ui::Session session;
  session.scenario = scenario;
  if (const auto arm = ui::compared_arm(session)) {
    const params::Scenario other = params::arm_of(scenario, *arm);
    sources.other = timeline::run(other, geometry(other), other.horizon, 0);
  }
  sources.cohort = std::make_shared<const timeline::Cohort>(
      *timeline::run_cohort(scenario, geometry(scenario), kPeople, scenario.seed, 0));
  return sources;
}

/// What a reader of the film would write down.
void print_joint_spaces(const anatomy::Knee& knee) {
  const scene::JointSpaces spaces = scene::joint_spaces(knee);
  char line[96];
  std::snprintf(line, sizeof line, "joint space: medial %.1f mm, lateral %.1f mm", static_cast<double>(spaces.medial.width),
                static_cast<double>(spaces.lateral.width));
  std::cout << line << "\n";
}

Result<std::string> draw_all(const Plan& plan, render::Renderer& renderer, const Gui& gui) {
  const auto timeline = timeline::run(plan.scenario, geometry(plan.scenario), plan.scenario.horizon, 0);
  const anatomy::Knee knee = KneeMaker().make(plan.knee, 0);
  const scene::CellTracks cells(sim::draw_records(plan.scenario, kDrawnCells), knee, plan.scenario.seed);
  const scene::Wounds wounds(knee, plan.scenario);
  const scene::Stage stage{.scenario = &plan.scenario, .knee = &knee, .cells = &cells, .wounds = &wounds,
                           .cells_per_record = sim::cells_per_record(plan.scenario, kDrawnCells)};
  const ui::Sources sources = gui.layer ? sources_of(plan.scenario, timeline) : ui::Sources{};
  std::error_code error;
  if (!plan.is_single()) std::filesystem::create_directories(plan.out, error);
  ContactSheet sheet(plan.days, plan.views);
  if (plan.look.radiograph) print_joint_spaces(knee);
  for (const auto name : plan.views) {
    for (const double day : plan.days) {
      scene::View view = plan.look;
      view.focus = name;
      view.orbit = scene::orbit_of(name, knee, plan.scenario);
      const scene::Orbit orbit = view.orbit;
      if (gui.layer) {
        const glm::vec2 size(plan.size.width, plan.size.height);
        view.orbit = into_free_space(view.orbit, gui.layer->interface().free_space(size), size);
      }
      const scene::Scene scene = scene::compose(stage, timeline->at(day), view);
      render::Image picture = renderer.draw_image(scene, plan.size.width, plan.size.height);
      if (gui.layer) {
        view.orbit = orbit;
        const ui::Session session{.scenario = plan.scenario, .view = view, .transport = {.day = day, .playing = false},
                                  .reading = {}};
        picture = draw_interface(*gui.layer, picture, session, sources, gui.library,
                                 ui::shown_cells(scene), plan.look.radiograph ? scene::joint_spaces(knee) : scene::JointSpaces{});
      }
      const auto written = render::write_png(picture, plan.is_single() ? plan.out : file_name(plan, name, day));
      if (!written.is_ok()) return written;
      std::cout << written.value() << "\n";
      sheet.add(picture);
    }
  }
  if (plan.is_single()) return plan.out;
  const auto written = render::write_png(sheet.image(), (std::filesystem::path(plan.out) / "contact-sheet.png").string());
  if (written.is_ok()) std::cout << written.value() << "\n";
  return written;
}

}  // namespace

Result<scene::Quality> quality_named(const std::string& name) {
  if (name == "low") return scene::Quality::low;
  if (name == "medium") return scene::Quality::medium;
  if (name == "high") return scene::Quality::high;
  return refused("--quality " + name + ": choose low, medium or high");
}

Exit render(const RenderOptions& options) {
  const auto folder = data_folder();
  if (!folder.is_ok()) return print(folder.problems()), Exit::environment;
  const auto plan = plan_of(options, folder.value());
  if (!plan.is_ok()) return print(plan.problems()), Exit::bad_input;
  const auto headless = Headless::create();
  if (!headless.is_ok()) return print(headless.problems()), Exit::environment;
  const auto renderer = render::Renderer::create(folder.value() + "/shaders");
  if (!renderer.is_ok()) return print(renderer.problems()), Exit::our_fault;
  const Size size = plan.value().size;
  if (const auto refusal = renderer.value()->refusal(size.width, size.height)) return print({*refusal}), Exit::bad_input;
  const auto gui = gui_of(plan.value());
  if (!gui.is_ok()) return print(gui.problems()), Exit::environment;
  const auto drawn = draw_all(plan.value(), *renderer.value(), gui.value());
  if (!drawn.is_ok()) return print(drawn.problems()), Exit::bad_input;
  return Exit::done;
}

}  // namespace mend::app
