// Dear ImGui over OpenGL: the context, its back ends, and the interface drawn over a picture without a
// window.
#pragma once
#include <array>
#include <glm/glm.hpp>
#include <memory>
#include <string>

#include "base/result.h"
#include "gl/texture.h"
#include "render/image.h"
#include "ui/interface.h"

struct GLFWwindow;

namespace mend::app {

/// Owns the ImGui context. The OpenGL context it was made in must be current in every call.
class GuiLayer {
 public:
  /// `window` null: no window, no input; sizes are handed in.
  [[nodiscard]] static Result<std::unique_ptr<GuiLayer>> create(GLFWwindow* window, float scale);
  ~GuiLayer();
  GuiLayer(const GuiLayer&) = delete;
  GuiLayer& operator=(const GuiLayer&) = delete;

  [[nodiscard]] ui::Interface& interface() { return *interface_; }
  /// Shows it in a corner from now on, beside letters so high.
  void set_logo(const render::Image& logo, float letters);
  /// Between frames: fonts and style for another scale.
  void rescale(float scale);

  /// Where the pointer is (pixels of the window) and which buttons it holds, for the frames from now on.
  struct Pointer {
    glm::vec2 at{0};
    bool is_inside = true;
    std::array<bool, 3> is_down{};
  };
  void point(const Pointer& pointer) { pointer_ = pointer; }

  /// One frame; `is_shown` draws it into the bound framebuffer. A frame that is not shown still sees clicks,
  /// so that a press and its release between two slow pictures are not lost.
  ui::Requests draw(ui::Session& session, const ui::Readout& readout, bool is_shown);
  /// Caption and names over `picture` (an OpenGL texture) into the bound framebuffer, beside any frame.
  void annotate(unsigned picture, glm::vec2 size, const ui::Session& session, const ui::Shown& shown,
                std::span<const scene::LabelPoint> points, float height) const;
  /// The same without a window: over `picture` (an OpenGL texture, bottom row first), at this size.
  void draw_over(unsigned picture, int width, int height, ui::Session& session, const ui::Readout& readout);

 private:
  GuiLayer() = default;
  GLFWwindow* window_ = nullptr;
  bool has_renderer_ = false;
  Pointer pointer_;
  gl::Texture logo_;
  std::unique_ptr<ui::Interface> interface_;
};

/// The camera moved and pulled back so that its subject stands in the space the plates leave of a window of
/// `size`.
[[nodiscard]] scene::Orbit into_free_space(const scene::Orbit& orbit, const ui::FreeSpace& free,
                                           glm::vec2 size);

/// The picture with what it must say of itself in a corner, for a picture that leaves the program, and with
/// the names that its view has, of what is in `scene`. `scale`: how much finer than on the screen.
[[nodiscard]] render::Image annotated(GuiLayer& layer, const render::Image& picture,
                                      const ui::Session& session, const scene::Scene& scene, int scale);

inline constexpr float kLetters = 16;  // px on the screen, of words on a picture

/// The scale of words on a picture so high: they keep their share of large ones.
[[nodiscard]] int text_scale(int height);

/// The interface over `picture`, as the window shows it.
[[nodiscard]] render::Image draw_interface(GuiLayer& layer, const render::Image& picture,
                                           const ui::Session& session, const ui::Sources& sources,
                                           const story::Library& library, const scene::Scene& scene,
                                           const scene::JointSpaces& joint_spaces);

}  // namespace mend::app
