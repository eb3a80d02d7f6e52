#include <GLFW/glfw3.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "app/main_window.h"
#include "app/snapshot.h"
#include "params/scenario_file.h"
#include "scene/compose.h"
#include "scene/navigate.h"
#include "ui/labels.h"
#include "ui/transport.h"

namespace mend::app {
namespace {

constexpr float kDegreesPerPixel = 0.4f;  // at scale 1, 900 px turn once round
constexpr float kWheelFactor = 1.15f;     // a notch
constexpr float kKeyDegrees = 5, kKeyDegreesMore = 15;
constexpr float kKeyPixels = 30;
constexpr double kKeySeconds = 0.3;
constexpr float kFocusDistance = 130;  // mm from the part looked at
constexpr float kSmallestText = 0.8f, kLargestText = 1.6f;

}  // namespace

void MainWindow::handle(const WindowEvent& event) {
  using Kind = WindowEvent::Kind;
  pointer_at_ = event.at;
  // Not WantCaptureKeyboard: it is true as soon as a plate was clicked.
  const ImGuiIO& io = ImGui::GetIO();
  const bool takes_keys = io.WantTextInput || io.NavVisible;
  switch (event.kind) {
    case Kind::key:
      if (const auto action = action_of_key(event.code, event.mods); action && !takes_keys)
        if (!event.is_repeat || repeats(*action)) act(*action, event.mods);
      return;
    case Kind::character:
      if (const auto action = action_of_character(event.character); action && !takes_keys) act(*action, 0);
      return;
    case Kind::press:
      return handle_press(event);
    case Kind::release:
      motion_.release();
      switch (pointer_.release(event.code, event.time)) {
        case Pointer::Click::none:
          return;
        case Pointer::Click::one:
          return select_at(event.at);
        case Pointer::Click::second:
          return focus_at(event.at);
      }
      return;
    case Kind::move:
      return handle_move(event);
    case Kind::wheel:
      return handle_wheel(event);
    case Kind::drop:
      return open(event.path);
    case Kind::rescale:
      return change_scale();
    case Kind::repaint:
      return;
  }
}

void MainWindow::handle_press(const WindowEvent& event) {
  if (gui_->interface().covers(event.at)) return;
  motion_.stop();
  pointer_.press(event.at, event.code, (event.mods & GLFW_MOD_SHIFT) != 0, event.time);
  last_move_ = event.time;
}

void MainWindow::handle_move(const WindowEvent& event) {
  if (!has_size()) return;
  const glm::vec2 moved = pointer_.move(event.at);
  if (moved == glm::vec2(0)) return;
  if (pointer_.kind() == Pointer::Kind::pan) {
    session_.view.orbit = unframed(scene::panned(framed(session_.view.orbit), moved, size().y));
  } else {
    const glm::vec2 degrees = glm::vec2(-moved.x, moved.y) * kDegreesPerPixel;
    session_.view.orbit = scene::turned(session_.view.orbit, degrees.x, degrees.y);
    motion_.drag(degrees, event.time - last_move_);
  }
  last_move_ = event.time;
}

void MainWindow::handle_wheel(const WindowEvent& event) {
  if (!has_size() || gui_->interface().covers(event.at)) return;
  motion_.stop();
  // What is drawn under the pointer stays there.
  session_.view.orbit =
      unframed(scene::zoomed(framed(session_.view.orbit), std::pow(kWheelFactor, event.amount),
                             to_cursor(event.at), size().x / size().y));
  steered_at_ = glfwGetTime();
}

glm::vec2 MainWindow::to_cursor(glm::vec2 pixel) const {
  return {2 * pixel.x / size().x - 1, 1 - 2 * pixel.y / size().y};
}

void MainWindow::act(Action action, int mods) {
  ui::Transport& transport = session_.transport;
  if (const auto view = view_of(action)) return fly_to(*view);
  switch (action) {
    case Action::play_pause:
      transport.playing = !transport.playing;
      return;
    case Action::step_back:
    case Action::step_on:
      transport.playing = false;
      transport.day =
          ui::stepped(transport.day, action == Action::step_on ? 1 : -1, session_.scenario.horizon);
      return;
    case Action::slower:
    case Action::faster:
      transport.speed = ui::next_speed(transport.speed, action == Action::faster ? 1 : -1);
      return;
    case Action::focus:
      return focus_at(pointer_at_);
    case Action::reset_view:
      return fly_to(session_.view.focus);
    case Action::show_evidence:
      return gui_->interface().toggle_evidence();
    case Action::show_signal:
      return gui_->interface().toggle_signal();
    case Action::show_comparison:
      return gui_->interface().toggle_comparison();
    case Action::show_names:
      session_.view.names = ui::next_names(session_.view.names);
      return;
    case Action::show_radiograph:
      session_.view.radiograph = !session_.view.radiograph;
      return;
    case Action::cut_open:
      return scene::toggle(session_.view.cutaway);
    case Action::hide_interface:
      return gui_->interface().toggle_hidden();
    case Action::fullscreen:
      return toggle_fullscreen();
    case Action::snapshot:
      return save(1);
    case Action::snapshot_2x:
      return save(2);
    case Action::snapshot_4x:
      return save(4);
    case Action::help:
      return gui_->interface().toggle_help();
    case Action::larger_text:
    case Action::smaller_text:
      text_size_ = std::clamp(text_size_ * (action == Action::larger_text ? 1.1f : 1 / 1.1f), kSmallestText,
                              kLargestText);
      return change_scale();
    case Action::close:
      if (gui_->interface().close_topmost()) return;
      if (session_.view.selected)
        session_.view.selected.reset();
      else if (glfwGetWindowMonitor(handle_))
        toggle_fullscreen();
      return;
    default:
      return act_on_camera(action, mods);
  }
}

void MainWindow::act_on_camera(Action action, int mods) {
  const float turn = (mods & GLFW_MOD_ALT) != 0 ? kKeyDegreesMore : kKeyDegrees;
  const scene::Orbit from = session_.view.orbit;
  const auto turned = [&](float x, float y) { return scene::turned(from, x * turn, y * turn); };
  const auto panned = [&](float x, float y) {
    return scene::panned(from, glm::vec2(x, y) * kKeyPixels, size().y);
  };
  const auto zoomed = [&](float factor) { return scene::zoomed(from, factor, {0, 0}, 1); };
  const auto moved = [&] {
    switch (action) {
      case Action::turn_left:
        return turned(-1, 0);
      case Action::turn_right:
        return turned(1, 0);
      case Action::turn_up:
        return turned(0, 1);
      case Action::turn_down:
        return turned(0, -1);
      case Action::pan_left:
        return panned(-1, 0);
      case Action::pan_right:
        return panned(1, 0);
      case Action::pan_up:
        return panned(0, -1);
      case Action::pan_down:
        return panned(0, 1);
      case Action::zoom_in:
        return zoomed(1.25f);
      default:
        return zoomed(0.8f);
    }
  };
  motion_.fly(from, moved(), session_.view.reduced_motion ? 0 : kKeySeconds);
}

void MainWindow::obey(const ui::Requests& requests) {
  if (requests.times_frames != times_frames_) {
    times_frames_ = requests.times_frames;
    renderer_->time_passes(times_frames_);
    drawn_ = {};
  }
  if (requests.dismiss_problems) problems_.clear();
  if (requests.fly_to) fly_to(*requests.fly_to);
  if (requests.reset_view) fly_to(session_.view.focus);
  if (requests.snapshot_scale > 0) save(requests.snapshot_scale);
  if (requests.fullscreen) toggle_fullscreen();
  if (requests.quit) glfwSetWindowShouldClose(handle_, GLFW_TRUE);
}

void MainWindow::fly_to(scene::ViewName name) {
  session_.view.focus = name;
  if (!backstage_.knee()) return;
  const scene::Orbit to = scene::orbit_of(name, *backstage_.knee(), session_.scenario);
  const scene::Orbit from = session_.view.orbit;
  motion_.fly(from, to, session_.view.reduced_motion ? 0 : flight_seconds(from, to));
}

/// Tells about the part under the pointer; beside every part, about none.
void MainWindow::select_at(glm::vec2 pixel) {
  if (!backstage_.has_picture() || !has_size()) return;
  const auto hit = scene::pick(scene_now(framed()), to_cursor(pixel), size().x / size().y);
  session_.view.selected = hit ? std::optional(hit->part) : std::nullopt;
}

/// Looks at the part under the pointer; beside every part, back to the start of the view.
void MainWindow::focus_at(glm::vec2 pixel) {
  if (!backstage_.has_picture() || !has_size()) return;
  const auto hit = scene::pick(scene_now(framed()), to_cursor(pixel), size().x / size().y);
  if (!hit) return fly_to(session_.view.focus);
  scene::Orbit to = session_.view.orbit;
  to.target = hit->position;
  to.distance = std::min(to.distance, kFocusDistance);
  motion_.fly(session_.view.orbit, to,
              session_.view.reduced_motion ? 0 : flight_seconds(session_.view.orbit, to));
}

void MainWindow::open(const std::string& path) {
  auto scenario = params::read_scenario(path);
  if (!scenario.is_ok()) {
    problems_ = scenario.problems();  // what runs goes on
    return;
  }
  problems_.clear();
  session_.scenario = opened_ = std::move(scenario).value();
  session_.transport.day = 0;
  session_.transport.playing = true;
  open_view();
  fly_to(session_.view.focus);
}

void MainWindow::save(int scale) {
  if (!backstage_.has_picture() || !has_size()) return;
  problems_.clear();
  const int width = width_ * scale, height = height_ * scale;
  if (const auto refusal = renderer_->refusal(width, height)) {
    problems_ = {*refusal};
    return;
  }
  const scene::Scene scene = scene_now(session_.view);
  const auto still = draw_still(*renderer_, scene, width, height);
  if (!still.is_ok()) {
    problems_ = still.problems();
    return;
  }
  const render::Image image = annotated(*gui_, still.value(), session_, scene, scale);
  const auto saved = save_picture(image, pictures_folder(places_from_environment()), session_.scenario.name,
                                  session_.transport.day);
  drawn_ = {};
  if (!saved.is_ok())
    problems_ = saved.problems();
  else
    notice_ =
        "Saved " + std::to_string(width) + " × " + std::to_string(height) + " pixels to " + saved.value();
}

void MainWindow::toggle_fullscreen() {
  if (glfwGetWindowMonitor(handle_)) {
    glfwSetWindowMonitor(handle_, nullptr, windowed_[0], windowed_[1], windowed_[2], windowed_[3],
                         GLFW_DONT_CARE);
    return;
  }
  GLFWmonitor* monitor = glfwGetPrimaryMonitor();
  const GLFWvidmode* mode = monitor ? glfwGetVideoMode(monitor) : nullptr;
  if (!mode) return;
  glfwGetWindowPos(handle_, &windowed_[0], &windowed_[1]);
  glfwGetWindowSize(handle_, &windowed_[2], &windowed_[3]);
  glfwSetWindowMonitor(handle_, monitor, 0, 0, mode->width, mode->height, mode->refreshRate);
}

}  // namespace mend::app
