// The command line: one subcommand a task, a window when there is none.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <optional>
#include <string>

#include "app/commands.h"
#include "app/paths.h"
#include "app/window.h"
#include "render/logo.h"

namespace {

using mend::Exit;
using namespace mend::app;

/// An option that may repeat takes exactly one value each time, so that `--set a=1 x.json` still opens x.json.
template <typename T>
CLI::Option* repeated(CLI::App* command, const std::string& name, std::vector<T>& values, const std::string& help) {
  return command->add_option(name, values, help)->allow_extra_args(false)->type_size(1)->expected(1)->take_all();
}

constexpr const char* kLogoHelp = "a PNG or JPEG file drawn in a corner: the house's own logo";

void add_scenario(CLI::App* command, ScenarioRequest& request, bool required) {
  auto* scenario = command->add_option("SCENARIO", request.scenario, "a scenario file, or the name of a shipped one");
  if (required) scenario->required();
  command->add_option("--lens", request.lens, "mechanism (the idea) or trials (what trials found)");
  repeated(command, "--set", request.settings, "change one parameter, as in lesion.diameter=12mm; may repeat")
      ->type_name("KEY=VALUE");
}

void add_picture(CLI::App* command, PictureOptions& picture) {
  command->add_option("--size", picture.size, "WIDTHxHEIGHT in pixels, up to 8192 a side")->capture_default_str();
  command->add_option("--quality", picture.quality, "low, medium or high")->capture_default_str();
  command->add_option("--profile", picture.profile, "dark, light, projector or high-contrast")->capture_default_str();
  command->add_option("--layers", picture.layers,
                      "only these of bones, cartilage, menisci, ligaments, capsule, muscles, vessels, nerves, "
                      "skin, cells and fields, as in muscles,vessels; +muscles draws muscles besides the usual ones");
  command->add_option("--names", picture.names, "write names on it: none, plain or latin")->capture_default_str();
  command->add_option("--flexion", picture.flexion, "degrees the knee is bent, 0 to 120; else build.flexion");
  command->add_option("--near", picture.near,
                      "PART or PART:MM: so many mm of where this part faces the view, as in hoffa_fat_pad:30");
  command->add_flag("--radiograph", picture.radiograph, "as on an X-ray film; render prints the joint space in mm");
  repeated(command, "--cut", picture.cuts,
           "PLANE:MM, what lies before it is lifted off: sagittal, coronal, axial or NX,NY,NZ; up to three");
  command->add_option("--peel", picture.peel, "X,Y,Z,R in mm: a ball that is empty");
  command->add_option("--logo", picture.logo, kLogoHelp);
}

/// What the command line says about the window.
struct WindowRequest {
  ScenarioRequest scenario;
  double day = 0;
  bool fullscreen = false;
  std::optional<std::string> quality;
  std::string logo;
};

Exit open_window(const WindowRequest& request) {
  const auto folder = data_folder();
  if (!folder.is_ok()) return print(folder.problems()), Exit::environment;
  const auto scenario = load_scenario(request.scenario, folder.value());
  if (!scenario.is_ok()) return print(scenario.problems()), Exit::bad_input;
  WindowOptions options{.scenario = scenario.value(), .day = request.day, .fullscreen = request.fullscreen,
                        .quality = {}, .logo = {}, .data_folder = folder.value()};
  if (request.quality) {
    const auto quality = quality_named(*request.quality);
    if (!quality.is_ok()) return print(quality.problems()), Exit::bad_input;
    options.quality = quality.value();
  }
  if (!request.logo.empty()) {
    auto logo = mend::render::read_logo(request.logo);
    if (!logo.is_ok()) return print(logo.problems()), Exit::bad_input;
    options.logo = std::move(logo).value();
  }
  return run_window(options);
}

struct CommandLine {
  WindowRequest window;
  RenderOptions render;
  FilmOptions film;
  SimulateOptions simulate;
  CohortOptions cohort;
  std::vector<std::string> files;
  bool markdown = false;
  AxonOptions axon;
  AnatomyOptions anatomy;
  BenchOptions bench;
  CLI::App app{"Mend shows how tissue may repair: a knee joint and a nerve, the months after stem cells, and how sure "
               "science is. An illustration, not a prediction.", "mend"};
  CLI::App *render_command = nullptr, *film_command = nullptr, *simulate_command = nullptr, *cohort_command = nullptr, *check_command = nullptr,
           *parameters_command = nullptr, *axon_command = nullptr, *anatomy_command = nullptr, *bench_command = nullptr;

  CommandLine() {
    app.set_version_flag("--version", "mend 0.1.0");
    add_scenario(&app, window.scenario, false);
    app.add_option("--day", window.day, "start on this day");
    app.add_flag("--fullscreen", window.fullscreen, "fill the screen");
    app.add_option("--quality", window.quality, "low, medium or high; chosen from the graphics card if not given");

    app.add_option("--logo", window.logo, kLogoHelp);

    render_command = app.add_subcommand("render", "draw pictures without a window");
    add_scenario(render_command, render.scenario, true);
    render_command->add_option("--out", render.out, "FILE.png; a folder when there are several pictures")->required();
    repeated(render_command, "--day", render.days, "day to draw; may repeat");
    repeated(render_command, "--view", render.views, "anterior, lateral, posterior, medial, axial, plateau, patella-reflected, defect, nerve, "
                                                     "ligament, muscle or 45-degree; may repeat");
    add_picture(render_command, render.picture);
    auto* panel = render_command->add_flag("--ui", render.with_interface, "with the panel over it, as in the window");
    auto* logo = render_command->get_option("--logo");
    render_command->add_flag("--transparent", render.transparent, "nothing behind the knee: a PNG to lay over a slide")
        ->excludes(panel)
        ->excludes(logo);
    render_command->add_flag("--gles", render.embedded, "through OpenGL ES 3.0 instead of OpenGL 3.3")
        ->excludes(panel)
        ->excludes(logo);
    render_command->add_flag("--check-opengl", render.checks, "fail when the graphics driver tells of an error or warning")
        ->group("");  // for tests

    film_command = app.add_subcommand("film", "write a film of the story, or its frames");
    add_scenario(film_command, film.scenario, true);
    film_command->add_option("--out", film.out, "FILE.mp4, made by ffmpeg; else a folder for the frames")->required();
    film_command->add_option("--view", film.view, "as for render; where the scenario opens if not given");
    film_command->add_option("--from", film.from, "first day")->capture_default_str();
    film_command->add_option("--to", film.to, "last day; the end of the run if not given");
    film_command->add_option("--seconds", film.seconds, "how long; as the window plays it if not given");
    add_picture(film_command, film.picture);

    simulate_command = app.add_subcommand("simulate", "run the models and write what they say");
    add_scenario(simulate_command, simulate.scenario, true);
    simulate_command->add_option("--csv", simulate.csv, "write one row a day");
    simulate_command->add_flag("--hash", simulate.hash, "print one line: a hash of every keyframe");
    simulate_command->add_option("--threads", simulate.threads, "threads to use; 0 = one a core");
    simulate_command->add_option("--days", simulate.days, "stop at this day");

    cohort_command = app.add_subcommand("cohort", "run many virtual people and say how they differ");
    add_scenario(cohort_command, cohort.scenario, true);
    cohort_command->add_option("--people", cohort.people, "how many")->capture_default_str();
    cohort_command->add_option("--seed", cohort.seed, "who they are; the scenario's own seed if not given")
        ->check(CLI::NonNegativeNumber);
    cohort_command->add_option("--csv", cohort.csv, "write one row a day: median, 10 and 90 %; - for standard output");
    cohort_command->add_option("--threads", cohort.threads, "threads to use; 0 = one a core");

    check_command = app.add_subcommand("check", "read scenario and evidence files and say what is wrong with them");
    check_command->add_option("FILE", files, "files to check")->required();

    parameters_command = app.add_subcommand("parameters", "list every parameter with range, default and source");
    parameters_command->add_flag("--markdown", markdown, "as the page About the numbers");

    axon_command = app.add_subcommand("axon", "send one action potential along a nerve fibre");
    axon_command->add_option("--diameter", axon.diameter, "of the fibre with its sheath, 1 to 16 um")->required();
    axon_command->add_option("--temperature", axon.temperature, "20 to 42 C")->capture_default_str();
    axon_command->add_option("--myelin", axon.myelin, "share of the sheath everywhere, 0.005 to 1")
        ->capture_default_str();
    axon_command->add_option("--demyelinate", axon.demyelinate, "so many internodes in the middle with this share of "
                                                                "the sheath, as in 2:0.1")
        ->type_name("INTERNODES:FRACTION");

    anatomy_command = app.add_subcommand("anatomy", "write the knee as one OBJ mesh a part, or measure it");
    auto* folder = anatomy_command->add_option("--out", anatomy.out, "the folder");
    auto* measured = anatomy_command->add_flag("--measure", anatomy.measure, "print every measure beside what is published");
    measured->excludes(folder);
    anatomy_command->add_option("--side", anatomy.side, "right or left")->capture_default_str();
    anatomy_command->add_option("--sex", anatomy.sex, "male or female: proportions")->capture_default_str();
    anatomy_command->add_option("--width", anatomy.width, "mm, greatest of the distal femur, 69 to 101")
        ->capture_default_str();
    anatomy_command->add_option("--flexion", anatomy.flexion, "degrees the knee is bent, 0 to 120")->capture_default_str();

    bench_command = app.add_subcommand("bench", "time the program's own work");
    bench_command->add_option("NAME", bench.name, "one bench; all if not given");
    bench_command->add_flag("--json", bench.json, "as JSON");
    app.require_subcommand(0, 1);
  }

  Exit run() const {
    if (*render_command) return mend::app::render(render);
    if (*film_command) return mend::app::film(film);
    if (*simulate_command) return mend::app::simulate(simulate);
    if (*cohort_command) return mend::app::cohort(cohort);
    if (*check_command) return check(files);
    if (*parameters_command) return parameters(markdown);
    if (*axon_command) return mend::app::axon(axon);
    if (*anatomy_command) return mend::app::anatomy(anatomy);
    if (*bench_command) return mend::app::bench(bench);
    return open_window(window);
  }
};

}  // namespace

int main(int argc, char** argv) {
  // Mesa's software rasteriser (22.3 on LLVM 15) corrupts memory in long vertex shaders with vectors of 128 bits, its
  // choice on processors without AVX; with 256 it does not. Whoever sets the variable keeps what they set.
  setenv("LP_NATIVE_VECTOR_WIDTH", "256", 0);
  CommandLine line;
  try {
    line.app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    // CLI11's own exit codes become ours: help and version are done, anything else is bad input.
    return static_cast<int>(line.app.exit(error) == 0 ? Exit::done : Exit::bad_input);
  }
  try {
    return static_cast<int>(line.run());
  } catch (const std::exception& error) {
    std::cerr << "mend: " << error.what() << "; please report this with the command you gave\n";
    return static_cast<int>(Exit::our_fault);
  }
}
