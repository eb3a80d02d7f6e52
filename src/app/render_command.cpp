// mend render: pictures without a window, by the same code as the window's.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <future>
#include <iostream>
#include <memory>
#include <optional>

#include "app/commands.h"
#include "app/contact_sheet.h"
#include "app/gui_layer.h"
#include "app/headless.h"
#include "app/paths.h"
#include "app/picture.h"
#include "app/telling.h"
#include "gl/debug.h"
#include "params/arms.h"
#include "render/renderer.h"
#include "scene/film.h"
#include "timeline/cohort.h"
#include "ui/compare_page.h"

namespace mend::app {
namespace {

/// What the options say, checked as a whole before anything is drawn.
struct Plan {
  PicturePlan picture;
  std::string data_folder;
  std::vector<double> days;
  std::vector<scene::ViewName> views;
  std::string out;
  bool with_interface = false;

  [[nodiscard]] bool is_single() const { return days.size() * views.size() == 1; }
};

Result<Plan> plan_of(const RenderOptions& options, const std::string& folder) {
  auto picture = plan_picture(options.scenario, options.picture, folder);
  if (!picture.is_ok()) return picture.problems();
  Plan plan{.picture = std::move(picture).value(),
            .data_folder = folder,
            .days = options.days,
            .views = {},
            .out = options.out,
            .with_interface = options.with_interface};
  plan.picture.look.has_background = !options.transparent;
  if (options.embedded && plan.picture.look.names != scene::Names::none)
    return Problem{"", 0, 0, "--gles: names are written with OpenGL 3.3 only; leave out --names"};
  for (const auto& key : options.views) {
    const auto view = view_asked(key);
    if (!view.is_ok()) return view.problems();
    plan.views.push_back(view.value());
  }
  for (const double day : plan.days)
    if (const auto refusal = refused_day("--day", day, plan.picture.scenario)) return *refusal;
  return plan;
}

std::string file_name(const Plan& plan, scene::ViewName view, double day) {
  char name[256];
  std::snprintf(name, sizeof name, "%s-%s-day-%04.0f.png", plan.picture.scenario.name.c_str(),
                std::string(scene::key(view)).c_str(), day);
  return (std::filesystem::path(plan.out) / name).string();
}

/// What writes over the pictures, if the plan wants the interface, names or a logo on them.
struct Gui {
  std::unique_ptr<GuiLayer> layer;
  story::Library library;
};

Result<Gui> gui_of(const Plan& plan) {
  Gui gui;
  if (!plan.with_interface && plan.picture.look.names == scene::Names::none && !plan.picture.logo) return gui;
  auto layer = GuiLayer::create(nullptr, 1);
  if (!layer.is_ok()) return layer.problems();
  auto library = story::read_library(plan.data_folder + "/assets");
  if (!library.is_ok()) return library.problems();
  gui.layer = std::move(layer).value();
  if (plan.picture.logo)
    gui.layer->set_logo(*plan.picture.logo, kLetters * static_cast<float>(text_scale(plan.picture.size.height)));
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
void print_joint_spaces(const scene::JointSpaces& spaces) {
  char line[96];
  std::snprintf(line, sizeof line, "joint space: medial %.1f mm, lateral %.1f mm", static_cast<double>(spaces.medial.width),
                static_cast<double>(spaces.lateral.width));
  std::cout << line << "\n";
}

Exit draw_all(const Plan& plan, const Telling& telling, render::Renderer& renderer, const Gui& gui) {
  const ui::Sources sources = plan.with_interface ? sources_of(telling.scenario(), telling.timeline()) : ui::Sources{};
  const auto [width, height] = plan.picture.size;
  std::error_code error;
  if (!plan.is_single()) std::filesystem::create_directories(plan.out, error);
  ContactSheet sheet(plan.days, plan.views);
  const auto spaces =
      plan.picture.look.radiograph ? scene::joint_spaces(telling.knee()) : scene::JointSpaces{};
  if (plan.picture.look.radiograph) print_joint_spaces(spaces);
  for (const auto name : plan.views) {
    for (const double day : plan.days) {
      scene::View view = plan.picture.look;
      view.focus = name;
      view.orbit = plan.picture.orbit_of(name, telling);
      const scene::Orbit orbit = view.orbit;
      if (plan.with_interface) {
        const glm::vec2 size(width, height);
        view.orbit = into_free_space(view.orbit, gui.layer->interface().free_space(size), size);
      }
      const scene::Scene scene = telling.frame(day, view);
      auto drawn = draw_still(renderer, scene, width, height);
      if (!drawn.is_ok()) return print(drawn.problems()), Exit::environment;
      render::Image picture = std::move(drawn).value();
      view.orbit = orbit;
      const ui::Session session{.scenario = telling.scenario(), .view = view, .transport = {.day = day, .playing = false},
                                .reading = {}};
      if (plan.with_interface)
        picture = draw_interface(*gui.layer, picture, session, sources, gui.library, scene, spaces);
      else if (gui.layer)
        picture = annotated(*gui.layer, picture, session, scene, text_scale(height));
      const auto written = render::write_png(picture, plan.is_single() ? plan.out : file_name(plan, name, day));
      if (!written.is_ok()) return print(written.problems()), Exit::bad_input;
      std::cout << written.value() << std::endl;  // at once: whoever waits for it may read it
      sheet.add(picture);
    }
  }
  if (plan.is_single()) return Exit::done;
  const auto written = render::write_png(sheet.image(), (std::filesystem::path(plan.out) / "contact-sheet.png").string());
  if (!written.is_ok()) return print(written.problems()), Exit::bad_input;
  std::cout << written.value() << "\n";
  return Exit::done;
}

/// Tells what the driver complained of.
bool is_clean(const gl::DebugCapture& capture) {
  std::vector<Problem> complaints;
  for (const std::string& message : capture.messages()) complaints.push_back({"OpenGL", 0, 0, message});
  if (const std::string error = gl::last_error(); !error.empty())
    complaints.push_back({"OpenGL", 0, 0, error});
  print(complaints);
  return complaints.empty();
}

}  // namespace

Exit render(const RenderOptions& options) {
  const auto folder = data_folder();
  if (!folder.is_ok()) return print(folder.problems()), Exit::environment;
  const auto plan = plan_of(options, folder.value());
  if (!plan.is_ok()) return print(plan.problems()), Exit::bad_input;
  // Told while OpenGL starts; curves are read from the whole run.
  const params::Scenario& scenario = plan.value().picture.scenario;
  const double last_day = options.with_interface ? scenario.horizon : std::ranges::max(plan.value().days);
  auto telling = std::async(std::launch::async, [&] {
    return std::make_unique<const Telling>(scenario, last_day, plan.value().picture.extent());
  });
  const auto headless =
      Headless::create(options.embedded ? gl::Dialect::es : gl::Dialect::desktop, options.checks);
  if (!headless.is_ok()) return print(headless.problems()), Exit::environment;
  std::optional<gl::DebugCapture> capture;
  if (options.checks) capture.emplace();
  const auto renderer = render::Renderer::create(folder.value() + "/shaders");
  if (!renderer.is_ok()) return print(renderer.problems()), Exit::our_fault;
  const auto gui = gui_of(plan.value());
  if (!gui.is_ok()) return print(gui.problems()), Exit::environment;
  const Exit drawn = draw_all(plan.value(), *telling.get(), *renderer.value(), gui.value());
  return capture && !is_clean(*capture) ? Exit::our_fault : drawn;
}

}  // namespace mend::app
