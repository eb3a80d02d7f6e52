// mend film: the frames the window would play, as a film or as a folder of pictures.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <iostream>
#include <memory>

#include "app/commands.h"
#include "app/film.h"
#include "app/gui_layer.h"
#include "app/headless.h"
#include "app/paths.h"
#include "app/picture.h"
#include "app/telling.h"
#include "base/text.h"
#include "render/renderer.h"
#include "scene/opening.h"

namespace mend::app {
namespace fs = std::filesystem;
namespace {

constexpr double kLongest = 3600;  // s

Problem refused(std::string message) {
  return {.file = {}, .line = 0, .column = 0, .message = std::move(message)};
}

/// As a shell reads it back.
std::string shell_quoted(const std::string& word) {
  if (word.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_+=:./%") ==
      std::string::npos)
    return word;
  std::string quoted = "'";
  for (const char letter : word) quoted += letter == '\'' ? std::string("'\\''") : std::string(1, letter);
  return quoted + "'";
}

struct Plan {
  PicturePlan picture;
  scene::ViewName view{};
  std::vector<double> days;  // one a frame
};

Result<Plan> plan_of(const FilmOptions& options, const std::string& folder) {
  auto picture = plan_picture(options.scenario, options.picture, folder);
  if (!picture.is_ok()) return picture.problems();
  Plan plan{.picture = std::move(picture).value(), .view = {}, .days = {}};
  const params::Scenario& scenario = plan.picture.scenario;
  plan.view = scene::opening_view(scenario);
  if (!options.view.empty()) {
    const auto view = view_asked(options.view);
    if (!view.is_ok()) return view.problems();
    plan.view = view.value();
  }
  const double to = options.to.value_or(scenario.horizon);
  if (const auto refusal = refused_day("--from", options.from, scenario)) return *refusal;
  if (const auto refusal = refused_day("--to", to, scenario)) return *refusal;
  if (to <= options.from)
    return refused("--to " + number_text(to) + ": must come after --from " + number_text(options.from));
  if (options.seconds && !(*options.seconds > 0 && *options.seconds <= kLongest))
    return refused("--seconds " + number_text(*options.seconds) + ": must lie above 0 and up to 3600");
  plan.days = film_days(scenario, options.from, to, options.seconds);
  return plan;
}

/// Takes the frames in order.
class Sink {
 public:
  virtual ~Sink() = default;
  [[nodiscard]] virtual std::optional<Problem> add(const render::Image& frame) = 0;
  [[nodiscard]] virtual std::optional<Problem> finish() = 0;
};

class FilmFile : public Sink {
 public:
  FilmFile(const std::string& ffmpeg, std::string out, PictureSize size)
      : out_(std::move(out)), encoder_(ffmpeg, out_, size.width, size.height) {}
  [[nodiscard]] std::optional<Problem> start() { return encoder_.start(); }
  std::optional<Problem> add(const render::Image& frame) override { return encoder_.add(frame); }
  std::optional<Problem> finish() override {
    if (auto problem = encoder_.finish()) return problem;
    std::cout << out_ << "\n";
    return std::nullopt;
  }

 private:
  std::string out_;
  Encoder encoder_;
};

/// Pictures frame-00000.png ..., and the command line that makes a film of them.
class FrameFolder : public Sink {
 public:
  FrameFolder(std::string folder, std::string film, PictureSize size)
      : folder_(std::move(folder)), film_(std::move(film)), size_(size) {}
  std::optional<Problem> add(const render::Image& frame) override {
    char name[32];
    std::snprintf(name, sizeof name, "frame-%05d.png", count_++);
    const auto written = render::write_png(frame, (fs::path(folder_) / name).string());
    if (!written.is_ok()) return written.problems().front();
    return std::nullopt;
  }
  std::optional<Problem> finish() override {
    std::cout << folder_ << "\n";
    const std::string input = (fs::path(folder_) / "frame-%05d.png").string();
    for (const auto& word : ffmpeg_arguments(input, size_.width, size_.height, film_))
      std::cout << shell_quoted(word) << " ";
    std::cout << "\n";
    return std::nullopt;
  }

 private:
  std::string folder_, film_;
  PictureSize size_;
  int count_ = 0;
};

Result<std::unique_ptr<Sink>> sink_of(const std::string& out, PictureSize size) {
  if (fs::path(out).extension() != ".mp4")
    return std::unique_ptr<Sink>(new FrameFolder(out, (fs::path(out) / "film.mp4").string(), size));
  if (size.width % 2 != 0 || size.height % 2 != 0)
    return refused("--size " + std::to_string(size.width) + "x" + std::to_string(size.height) +
                   ": a film's width and height must be even");
  if (const auto ffmpeg = find_ffmpeg()) {
    std::error_code error;
    if (const fs::path folder = fs::path(out).parent_path(); !folder.empty())
      fs::create_directories(folder, error);
    auto film = std::make_unique<FilmFile>(*ffmpeg, out, size);
    if (const auto problem = film->start()) return *problem;
    return std::unique_ptr<Sink>(std::move(film));
  }
  const std::string folder = (fs::path(out).parent_path() / fs::path(out).stem()).string() + "-frames";
  std::cerr << "mend: ffmpeg is not installed, so the frames go to " << folder
            << "; the last line printed makes the film of them\n";
  return std::unique_ptr<Sink>(new FrameFolder(folder, out, size));
}

Exit draw(const Plan& plan, render::Renderer& renderer, GuiLayer& gui, Sink& sink) {
  const Telling telling(plan.picture.scenario, std::ranges::max(plan.days), plan.picture.extent());
  const auto [width, height] = plan.picture.size;
  ui::Session session{
      .scenario = telling.scenario(), .view = plan.picture.look, .transport = {}, .reading = {}};
  session.view.focus = plan.view;
  session.view.orbit = plan.picture.orbit_of(plan.view, telling);
  for (std::size_t i = 0; i < plan.days.size(); ++i) {
    session.transport.day = plan.days[i];
    session.view.seconds = static_cast<double>(i) / kFramesPerSecond;
    const scene::Scene scene = telling.frame(session.transport.day, session.view);
    const auto picture = draw_still(renderer, scene, width, height);
    if (!picture.is_ok()) return print(picture.problems()), Exit::environment;
    if (auto problem = sink.add(annotated(gui, picture.value(), session, scene, text_scale(height))))
      return print({*problem}), Exit::bad_input;
    if ((i + 1) % (10 * kFramesPerSecond) == 0)
      std::cerr << i + 1 << " of " << plan.days.size() << " frames\n";
  }
  if (const auto problem = sink.finish()) return print({*problem}), Exit::bad_input;
  return Exit::done;
}

}  // namespace

Exit film(const FilmOptions& options) {
  const auto folder = data_folder();
  if (!folder.is_ok()) return print(folder.problems()), Exit::environment;
  const auto plan = plan_of(options, folder.value());
  if (!plan.is_ok()) return print(plan.problems()), Exit::bad_input;
  const auto headless = Headless::create();
  if (!headless.is_ok()) return print(headless.problems()), Exit::environment;
  const auto renderer = render::Renderer::create(folder.value() + "/shaders");
  if (!renderer.is_ok()) return print(renderer.problems()), Exit::our_fault;
  const auto gui = GuiLayer::create(nullptr, 1);
  if (!gui.is_ok()) return print(gui.problems()), Exit::environment;
  const PicturePlan& picture = plan.value().picture;
  if (picture.logo)
    gui.value()->set_logo(*picture.logo, kLetters * static_cast<float>(text_scale(picture.size.height)));
  const auto sink = sink_of(options.out, plan.value().picture.size);
  if (!sink.is_ok()) return print(sink.problems()), Exit::bad_input;
  return draw(plan.value(), *renderer.value(), *gui.value(), *sink.value());
}

}  // namespace mend::app
