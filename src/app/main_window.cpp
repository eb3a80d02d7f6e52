#include "app/main_window.h"

#include <GLFW/glfw3.h>

#include <algorithm>
#include <cmath>
#include <tuple>

#include "base/log.h"
#include "gl/context.h"
#include "params/identity.h"
#include "scene/compose.h"
#include "scene/label_points.h"
#include "scene/navigate.h"
#include "scene/opening.h"
#include "ui/compare_page.h"
#include "ui/labels.h"

namespace mend::app {
namespace {

constexpr double kLongestFrame = 0.1;    // s: time does not leap after a pause of the machine
constexpr double kStreamingWait = 0.03;  // s between looks at a run or knee that is still coming
constexpr double kSettleWait = 0.15;     // s of stillness before a coarse picture is drawn in full
constexpr double kWatchWait = 0.5;       // s between looks at the shaders, for developers
constexpr int kSettlingFrames = 3;       // ImGui needs a few frames to come to rest after an event
constexpr double kClockWrap = 3600;      // s: the animation clock repeats, so that it never loses precision

float window_scale(GLFWwindow* handle) {
  float x = 1, y = 1;
  glfwGetWindowContentScale(handle, &x, &y);
  return std::clamp(std::max(x, y), 0.75f, 4.0f);
}

}  // namespace

scene::Quality quality_for(const std::string& renderer_name) {
  for (const char* software : {"llvmpipe", "softpipe", "SVGA3D"})
    if (renderer_name.find(software) != std::string::npos) return scene::Quality::low;
  return renderer_name.find("Intel") != std::string::npos ? scene::Quality::medium : scene::Quality::high;
}

bool MainWindow::Frame::operator==(const Frame& other) const {
  const auto all = [](const Frame& f) {
    const scene::Orbit& o = f.view.orbit;
    return std::tie(f.day, f.width, f.height, o.target.x, o.target.y, o.target.z, o.azimuth, o.elevation,
                    o.distance, o.field_of_view, f.view.focus, f.view.layers, f.view.profile, f.view.quality,
                    f.view.seconds, f.view.reduced_motion, f.view.names, f.view.selected, f.view.radiograph);
  };
  return all(*this) == all(other) && view.cutaway == other.view.cutaway;
}

MainWindow::MainWindow(const WindowOptions& options, scene::Quality quality)
    : data_folder_(options.data_folder), backstage_([] { glfwPostEmptyEvent(); }) {
  if (options.watches_shaders) shader_watch_.emplace(data_folder_ + "/shaders");
  session_.scenario = opened_ = options.scenario;
  session_.view.quality = quality;
  open_view();
  session_.transport.day = std::clamp(options.day, 0.0, options.scenario.horizon);
  keep_up_with_session();  // the knee and its run are on their way while the shaders compile
}

void MainWindow::open_view() {
  session_.view.focus = scene::opening_view(session_.scenario);
  session_.view.layers = scene::opening_layers(session_.scenario);
}

Result<std::unique_ptr<MainWindow>> MainWindow::create(GLFWwindow* handle, const WindowOptions& options,
                                                       scene::Quality quality) {
  std::unique_ptr<MainWindow> window(new MainWindow(options, quality));
  auto library = story::read_library(options.data_folder + "/assets");
  if (!library.is_ok()) return library.problems();
  window->library_ = std::move(library).value();
  window->logo_ = options.logo;
  if (auto problems = window->enter(handle); !problems.empty()) return problems;
  return window;
}

std::vector<Problem> MainWindow::enter(GLFWwindow* handle) {
  handle_ = handle;
  events_ = std::make_unique<WindowEvents>(handle);
  auto renderer = render::Renderer::create(data_folder_ + "/shaders");
  if (!renderer.is_ok()) return renderer.problems();
  renderer_ = std::move(renderer).value();
  auto gui = GuiLayer::create(handle, window_scale(handle) * text_size_);
  if (!gui.is_ok()) return gui.problems();
  gui_ = std::move(gui).value();
  if (logo_) gui_->set_logo(*logo_, kLetters * window_scale(handle_));
  picture_ = std::make_unique<Picture>();
  return {};
}

void MainWindow::leave() {
  picture_.reset();
  gui_.reset();
  renderer_.reset();
  events_.reset();
  drawn_ = {};
  gui_pointer_ = {};
  times_frames_ = false;
  pointer_ = {};
  frames_to_settle_ = kSettlingFrames;
}

MainWindow::End MainWindow::run() {
  double last = glfwGetTime();
  while (!glfwWindowShouldClose(handle_)) {
    wait();
    if (gl::is_lost()) return End::lost;
    const double now = glfwGetTime();
    frame(std::clamp(now - last, 0.0, kLongestFrame));
    last = now;
  }
  glfwHideWindow(handle_);
  return End::closed;
}

/// Sleeps as long as nothing moves; an event or a finished knee wakes it.
void MainWindow::wait() const {
  if (is_moving_ || frames_to_settle_ > 0) {
    if (has_size())
      glfwPollEvents();
    else
      glfwWaitEventsTimeout(kLongestFrame);
  } else if (backstage_.is_busy()) {
    glfwWaitEventsTimeout(kStreamingWait);
  } else if (picture_->is_coarse()) {
    glfwWaitEventsTimeout(kSettleWait);
  } else if (shader_watch_) {
    glfwWaitEventsTimeout(kWatchWait);
  } else {
    glfwWaitEvents();
  }
}

void MainWindow::frame(double seconds) {
  glfwGetFramebufferSize(handle_, &width_, &height_);
  const auto events = events_->take();
  if (!events.empty()) frames_to_settle_ = kSettlingFrames;
  for (const WindowEvent& event : events) {
    handle(event);
    gui_pointer_.at = event.at;
    const bool is_button = event.kind == WindowEvent::Kind::press || event.kind == WindowEvent::Kind::release;
    if (!is_button || event.code > 2) continue;
    gui_pointer_.is_down[static_cast<std::size_t>(event.code)] = event.kind == WindowEvent::Kind::press;
    if (has_size()) draw_interface(false);
  }
  keep_up_with_session();
  if (shader_watch_ && shader_watch_->has_changed()) reload_shaders();
  if (backstage_.update(session_.transport.day, glfwGetTime())) {
    drawn_ = {};
    frames_to_settle_ = kSettlingFrames;
  }
  if (backstage_.knee() && !has_camera_) {
    session_.view.orbit = scene::orbit_of(session_.view.focus, *backstage_.knee(), session_.scenario);
    has_camera_ = true;
  }
  advance_day(seconds);
  const bool camera_moves = motion_.advance(session_.view.orbit, seconds);
  const bool plays = session_.transport.playing && backstage_.has_picture();
  is_moving_ = camera_moves || plays;
  if (!has_size()) return;
  if (camera_moves || pointer_.kind() != Pointer::Kind::none) steered_at_ = glfwGetTime();
  const bool picture_changed = draw_picture();
  if (!picture_changed && !is_moving_ && frames_to_settle_ == 0 && !backstage_.is_busy()) return;
  frames_to_settle_ = std::max(0, frames_to_settle_ - 1);
  draw_interface(true);
}

void MainWindow::advance_day(double seconds) {
  ui::Transport& transport = session_.transport;
  const double last = session_.scenario.horizon;
  transport.day = std::clamp(transport.day, 0.0, last);
  if (!transport.playing || !backstage_.has_picture()) return;
  session_.view.seconds = std::fmod(session_.view.seconds + seconds, kClockWrap);
  const double ready = backstage_.timeline()->ready_until();
  if (transport.day >= last) {
    if (transport.looping)
      transport.day = 0;
    else
      transport.playing = false;
    return;
  }
  // Playback waits at the edge of what has been computed.
  transport.day =
      std::max(transport.day, std::min({transport.day + seconds * ui::pace(session_), last, ready}));
}

void MainWindow::keep_up_with_session() {
  const ui::Reading& reading = session_.reading;
  backstage_.gather(reading.has_band || reading.has_ghosts);
  const std::uint64_t hash = params::hash(session_.scenario);
  const params::Arm arm = ui::compared_arm(session_).value_or(params::Arm::as_given);
  const anatomy::Extent extent = scene::extent_shown(session_.scenario, session_.view);
  if (hash == requested_ && extent == extent_ && arm == compared_) return;
  if (hash != requested_ || extent != extent_) backstage_.request(session_.scenario, extent);
  requested_ = hash;
  extent_ = extent;
  compared_ = arm;
  if (arm == params::Arm::as_given)
    backstage_.compare(std::nullopt);
  else
    backstage_.compare(params::arm_of(session_.scenario, arm));
}

scene::Orbit MainWindow::framed(const scene::Orbit& orbit) const {
  return into_free_space(orbit, gui_->interface().free_space(size()), size());
}

scene::Orbit MainWindow::unframed(const scene::Orbit& drawn) const {
  const ui::FreeSpace free = gui_->interface().free_space(size());
  scene::Orbit orbit = scene::panned(drawn, size() / 2.0f - free.centre, size().y);
  orbit.distance *= free.share;
  return orbit;
}

scene::View MainWindow::framed() const {
  scene::View view = session_.view;
  view.orbit = framed(view.orbit);
  return view;
}

scene::Scene MainWindow::scene_now(const scene::View& view) const {
  return scene::compose(backstage_.stage(), backstage_.timeline()->at(session_.transport.day), view);
}

bool MainWindow::draw_picture() {
  if (!backstage_.has_picture()) return false;
  const Frame wanted{session_.transport.day, framed(), width_, height_};
  const bool is_steered = glfwGetTime() - steered_at_ < kSettleWait;
  const bool plays = session_.transport.playing;
  if (wanted == drawn_ && (is_steered || !picture_->is_coarse())) return false;
  scene::Scene scene = scene_now(wanted.view);
  const render::FrameStats cost = picture_->draw(*renderer_, scene, width_, height_, is_steered || plays);
  hear_faults(cost.draw_calls > 0);
  report_frame(cost);
  if (scene.radiograph) joint_spaces_ = scene::joint_spaces(*backstage_.knee());
  shown_ = ui::shown_in(scene);
  label_points_.clear();
  if (ui::wants_names(wanted.view))
    label_points_ = scene::label_points(scene, width_, height_, gui_->interface().names_room(size()));
  drawn_ = wanted;
  return true;
}

void MainWindow::hear_faults(bool is_drawn) {
  const auto faults = renderer_->take_faults();
  if (faults.empty() || gl::is_lost()) return;  // in a lost context everything fails
  log::report(faults);
  if (is_drawn)
    notice_ = faults.front().text();
  else
    problems_ = faults;
}

/// What fails to compile keeps its old program.
void MainWindow::reload_shaders() {
  problems_ = renderer_->reload_shaders();
  log::report(problems_);
  notice_ = problems_.empty() ? "Shaders compiled again" : "";
  if (problems_.empty()) log::note(notice_);
  drawn_ = {};
  frames_to_settle_ = kSettlingFrames;
}

void MainWindow::report_frame(const render::FrameStats& cost) {
  const render::FrameTimes times = renderer_->times();
  const Governor::Grant& grant = picture_->granted();
  frame_report_ = {.passes = {},
                   .on_card = times.on_card,
                   .look = times.look,
                   .quality = grant.quality,
                   .share = grant.share,
                   .draw_calls = cost.draw_calls,
                   .triangles = cost.triangles,
                   .instances = cost.instances,
                   .bytes_uploaded = cost.bytes_uploaded};
  for (const render::PassTime& pass : times.passes)
    frame_report_.passes.push_back({pass.name, pass.milliseconds});
}

void MainWindow::draw_interface(bool is_shown) {
  const ui::Readout readout{.sources = {backstage_.timeline(), backstage_.other(), backstage_.cohort()},
                            .is_gathering = backstage_.is_gathering(),
                            .people = kPeople,
                            .library = &library_,
                            .opened = &opened_,
                            .cells_per_record = backstage_.cells_per_record(),
                            .shown = shown_,
                            .label_points = label_points_,
                            .build_progress = backstage_.build_progress(),
                            .has_picture = backstage_.has_picture(),
                            .joint_spaces = joint_spaces_,
                            .problems = problems_,
                            .notice = notice_,
                            .keys = help_lines(),
                            .frame = &frame_report_};
  const bool is_down = std::ranges::any_of(gui_pointer_.is_down, [](bool down) { return down; });
  gui_pointer_.is_inside = is_down || glfwGetWindowAttrib(handle_, GLFW_HOVERED) == GLFW_TRUE;
  gui_->point(gui_pointer_);
  if (is_shown) picture_->show(0, width_, height_);
  const ui::Requests requests = gui_->draw(session_, readout, is_shown);
  if (is_shown) glfwSwapBuffers(handle_);
  if (requests.is_moving) frames_to_settle_ = std::max(frames_to_settle_, 1);
  obey(requests);
}

void MainWindow::change_scale() {
  gui_->rescale(window_scale(handle_) * text_size_);
  drawn_ = {};
}

}  // namespace mend::app
