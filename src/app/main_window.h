// The open window: the session, what is made for it, and the loop that shows it. Redraws only what changed.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/backstage.h"
#include "app/gui_layer.h"
#include "app/input.h"
#include "app/picture.h"
#include "app/window.h"
#include "app/window_events.h"
#include "render/renderer.h"
#include "scene/label_points.h"
#include "story/library.h"
#include "ui/session.h"

struct GLFWwindow;

namespace mend::app {

/// Quality that a graphics card of this name can move.
[[nodiscard]] scene::Quality quality_for(const std::string& renderer_name);

class MainWindow {
 public:
  /// `handle` has a current OpenGL context whose functions are loaded.
  [[nodiscard]] static Result<std::unique_ptr<MainWindow>> create(GLFWwindow* handle,
                                                                  const WindowOptions& options,
                                                                  scene::Quality quality);
  /// Until the window is closed, or its OpenGL context is lost to a reset of the graphics card.
  enum class End { closed, lost };
  [[nodiscard]] End run();

  /// Gives up everything that lives in the window's context; the session stays.
  void leave();
  /// Goes on in this window, as handed to create.
  [[nodiscard]] std::vector<Problem> enter(GLFWwindow* handle);

 private:
  /// What the picture depends on; it is drawn again when one of these changes.
  struct Frame {
    double day = -1;
    scene::View view;
    int width = 0, height = 0;
    [[nodiscard]] bool operator==(const Frame& other) const;
  };

  MainWindow(const WindowOptions& options, scene::Quality quality);

  // main_window.cpp: the loop
  void open_view();
  void wait() const;
  void frame(double seconds);
  void advance_day(double seconds);
  void keep_up_with_session();
  [[nodiscard]] bool draw_picture();
  void hear_faults(bool is_drawn);
  void reload_shaders();
  void report_frame(const render::FrameStats& cost);
  void draw_interface(bool is_shown);
  void change_scale();

  // main_window_actions.cpp: what people do
  void handle(const WindowEvent& event);
  void handle_press(const WindowEvent& event);
  void handle_move(const WindowEvent& event);
  void handle_wheel(const WindowEvent& event);
  void act(Action action, int mods);
  void act_on_camera(Action action, int mods);
  void obey(const ui::Requests& requests);
  void fly_to(scene::ViewName name);
  void select_at(glm::vec2 pixel);
  void focus_at(glm::vec2 pixel);
  void open(const std::string& path);
  void save(int scale);
  void toggle_fullscreen();

  [[nodiscard]] bool has_size() const { return width_ > 0 && height_ > 0; }
  [[nodiscard]] glm::vec2 size() const { return {static_cast<float>(width_), static_cast<float>(height_)}; }
  /// The orbit as drawn, its subject in the middle of what the plates leave free, and back.
  [[nodiscard]] scene::Orbit framed(const scene::Orbit& orbit) const;
  [[nodiscard]] scene::Orbit unframed(const scene::Orbit& drawn) const;
  [[nodiscard]] scene::View framed() const;
  [[nodiscard]] scene::Scene scene_now(const scene::View& view) const;
  [[nodiscard]] glm::vec2 to_cursor(glm::vec2 pixel) const;  // -1..1, y up

  GLFWwindow* handle_ = nullptr;
  std::unique_ptr<WindowEvents> events_;
  std::string data_folder_;
  story::Library library_;
  std::unique_ptr<render::Renderer> renderer_;
  std::optional<ShaderWatch> shader_watch_;  // for developers
  std::unique_ptr<GuiLayer> gui_;
  std::optional<render::Image> logo_;
  Backstage backstage_;
  std::unique_ptr<Picture> picture_;
  scene::JointSpaces joint_spaces_{};            // on its film
  ui::Shown shown_;                              // in picture_
  std::vector<scene::LabelPoint> label_points_;  // of picture_, where names are wanted
  Frame drawn_;
  ui::Session session_;
  params::Scenario opened_;                       // as read: what reset dots return to
  std::uint64_t requested_ = 0;                   // hash of the scenario that runs
  anatomy::Extent extent_{};                      // of the knee that was asked for with it
  params::Arm compared_ = params::Arm::as_given;  // what runs beside it; as_given = nothing
  std::vector<Problem> problems_;
  std::string notice_;
  ui::FrameReport frame_report_;  // of picture_
  CameraMotion motion_;
  Pointer pointer_;
  GuiLayer::Pointer gui_pointer_;
  glm::vec2 pointer_at_{0};
  double last_move_ = 0;
  bool has_camera_ = false;  // stands where the first knee asks for
  bool times_frames_ = false;
  bool is_moving_ = false;  // something eases, plays or streams: do not sleep
  int frames_to_settle_ = 0;
  double steered_at_ = -1;          // s: when a hand or a flight last moved the camera
  int width_ = 0, height_ = 0;      // framebuffer, px
  float text_size_ = 1;             // chosen with Ctrl + and -
  int windowed_[4] = {0, 0, 0, 0};  // place and size before fullscreen
};

}  // namespace mend::app
