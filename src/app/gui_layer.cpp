#include "app/gui_layer.h"

#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include <algorithm>
#include <cfloat>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "app/input.h"
#include "app/inputs.h"
#include "gl/draw.h"
#include "gl/texture.h"
#include "render/logo.h"
#include "scene/navigate.h"
#include "sim/cells.h"
#include "story/evidence.h"

namespace mend::app {
namespace {

constexpr float kStillFrame = 0.2f;  // s: long enough for everything that eases to have arrived

std::vector<std::byte> upside_down(const render::Image& image) {
  const std::size_t row = static_cast<std::size_t>(image.width) * 4;
  const auto pixels = std::as_bytes(std::span(image.pixels));
  std::vector<std::byte> flipped;
  flipped.reserve(pixels.size());
  for (auto y = static_cast<std::size_t>(image.height); y-- > 0;)
    flipped.insert(flipped.end(), pixels.begin() + static_cast<std::ptrdiff_t>(y * row),
                   pixels.begin() + static_cast<std::ptrdiff_t>((y + 1) * row));
  return flipped;
}

render::Image read_back(int width, int height) {
  render::Image bottom_up{width, height, {}};
  gl::read_pixels(width, height, bottom_up.pixels);
  const auto flipped = upside_down(bottom_up);
  render::Image image{width, height, {}};
  image.pixels.reserve(flipped.size());
  for (const std::byte byte : flipped) image.pixels.push_back(std::to_integer<std::uint8_t>(byte));
  for (std::size_t i = 3; i < image.pixels.size(); i += 4) image.pixels[i] = 255;
  return image;
}

}  // namespace

Result<std::unique_ptr<GuiLayer>> GuiLayer::create(GLFWwindow* window, float scale) {
  std::unique_ptr<GuiLayer> layer(new GuiLayer);
  IMGUI_CHECKVERSION();
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;  // the layout is fixed: nothing to remember
  io.LogFilename = nullptr;
  auto interface = ui::Interface::create(scale);
  if (!interface.is_ok()) return interface.problems();
  layer->interface_ = std::move(interface).value();
  layer->window_ = window;
  if (window && !ImGui_ImplGlfw_InitForOpenGL(window, true)) fail("ImGui cannot read the window's input");
  layer->has_renderer_ = ImGui_ImplOpenGL3_Init("#version 330 core");
  if (!layer->has_renderer_)
    return Problem{"", 0, 0, "the interface cannot draw with this OpenGL; update the graphics driver"};
  // An empty frame makes the back end's programs, the texture of the letters and ImGui's tables of circles.
  ImGui_ImplOpenGL3_NewFrame();
  io.DisplaySize = {1, 1};
  ImGui::NewFrame();
  ImGui::EndFrame();
  return layer;
}

GuiLayer::~GuiLayer() {
  interface_.reset();
  if (has_renderer_) ImGui_ImplOpenGL3_Shutdown();
  if (ImGui::GetIO().BackendPlatformUserData) ImGui_ImplGlfw_Shutdown();
  ImGui::DestroyContext();
}

void GuiLayer::set_logo(const render::Image& logo, float letters) {
  // Not much finer than it is drawn, four letters high: a linear filter would skip pixels.
  const float most = 12 * letters;
  render::Image small = logo;
  while (static_cast<float>(small.height) > most) small = render::halved(small);
  logo_ = gl::Texture({.width = small.width, .height = small.height}, std::as_bytes(std::span(small.pixels)),
                      "logo");
  const auto texture = reinterpret_cast<ImTextureID>(static_cast<std::intptr_t>(logo_.id()));
  interface_->set_logo(texture, {logo.width, logo.height});
}

void GuiLayer::rescale(float scale) {
  interface_->rescale(scale);
  ImGui_ImplOpenGL3_DestroyFontsTexture();
  ImGui_ImplOpenGL3_CreateFontsTexture();
}

ui::Requests GuiLayer::draw(ui::Session& session, const ui::Readout& readout, bool is_shown) {
  ImGui_ImplOpenGL3_NewFrame();
  ImGui_ImplGlfw_NewFrame();
  // The back end looks where the pointer is now; a click counts where it was made.
  ImGuiIO& io = ImGui::GetIO();
  io.MousePos = pointer_.is_inside ? ImVec2(pointer_.at.x / std::max(io.DisplayFramebufferScale.x, 0.1f),
                                            pointer_.at.y / std::max(io.DisplayFramebufferScale.y, 0.1f))
                                   : ImVec2(-FLT_MAX, -FLT_MAX);
  std::copy(pointer_.is_down.begin(), pointer_.is_down.end(), io.MouseDown);
  ImGui::NewFrame();
  const ui::Requests requests = interface_->draw(session, readout);
  ImGui::Render();
  if (is_shown) ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
  return requests;
}

void GuiLayer::draw_over(unsigned picture, int width, int height, ui::Session& session,
                         const ui::Readout& readout) {
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {static_cast<float>(width), static_cast<float>(height)};
  io.DeltaTime = kStillFrame;
  ImGui_ImplOpenGL3_NewFrame();
  ImGui::NewFrame();
  const auto texture = reinterpret_cast<ImTextureID>(static_cast<std::intptr_t>(picture));
  ImGui::GetBackgroundDrawList()->AddImage(texture, {0, 0}, io.DisplaySize, {0, 1}, {1, 0});
  interface_->draw(session, readout);
  ImGui::Render();
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

void GuiLayer::annotate(unsigned picture, glm::vec2 size, const ui::Session& session, const ui::Shown& shown,
                        std::span<const scene::LabelPoint> points, float height) const {
  ImDrawList list(ImGui::GetDrawListSharedData());
  list._ResetForNewFrame();
  list.PushTextureID(ImGui::GetIO().Fonts->TexID);
  list.PushClipRect({0, 0}, {size.x, size.y});
  list.AddImage(reinterpret_cast<ImTextureID>(static_cast<std::intptr_t>(picture)), {0, 0}, {size.x, size.y},
                {0, 1}, {1, 0});
  interface_->annotate(list, session, size, shown, points, height);
  ImDrawList* lists[] = {&list};
  ImDrawData data;
  data.Valid = true;
  data.CmdLists = lists;
  data.CmdListsCount = 1;
  data.TotalVtxCount = list.VtxBuffer.Size;
  data.TotalIdxCount = list.IdxBuffer.Size;
  data.DisplaySize = {size.x, size.y};
  data.FramebufferScale = {1, 1};
  ImGui_ImplOpenGL3_RenderDrawData(&data);
}

scene::Orbit into_free_space(const scene::Orbit& orbit, const ui::FreeSpace& free, glm::vec2 size) {
  scene::Orbit farther = orbit;
  farther.distance /= free.share;
  return scene::panned(farther, free.centre - size / 2.0f, size.y);
}

render::Image annotated(GuiLayer& layer, const render::Image& picture, const ui::Session& session,
                        const scene::Scene& scene, int scale) {
  const float letters = kLetters * static_cast<float>(scale);
  const glm::vec2 size(picture.width, picture.height);
  const auto points =
      scene::label_points(scene, picture.width, picture.height, layer.interface().names_room(size, letters));
  const gl::Texture behind({.width = picture.width, .height = picture.height}, upside_down(picture),
                           "picture");
  const gl::Target target({.width = picture.width, .height = picture.height, .colours = {gl::Format::rgba8}},
                          "picture with caption");
  target.bind();
  layer.annotate(behind.id(), size, session, ui::shown_in(scene), points, letters);
  target.bind();
  return read_back(picture.width, picture.height);
}

int text_scale(int height) {
  constexpr int kPlainHeight = 720;  // px
  return std::max(1, height / kPlainHeight);
}

render::Image draw_interface(GuiLayer& layer, const render::Image& picture, const ui::Session& session,
                             const ui::Sources& sources, const story::Library& library,
                             const scene::Scene& scene, const scene::JointSpaces& joint_spaces) {
  const gl::Texture behind({.width = picture.width, .height = picture.height}, upside_down(picture),
                           "picture");
  const gl::Target target({.width = picture.width, .height = picture.height, .colours = {gl::Format::rgba8}},
                          "picture with interface");
  ui::Session copy = session;
  const auto points =
      scene::label_points(scene, picture.width, picture.height,
                          layer.interface().names_room(glm::vec2(picture.width, picture.height)));
  const ui::Readout readout{.sources = sources,
                            .library = &library,
                            .opened = &session.scenario,
                            .cells_per_record = sim::cells_per_record(session.scenario, kDrawnCells),
                            .shown = ui::shown_in(scene),
                            .label_points = points,
                            .joint_spaces = joint_spaces,
                            .problems = {},
                            .notice = {},
                            .keys = help_lines()};
  // ImGui knows the sizes of what it drew one frame later.
  constexpr int kFrames = 3;
  for (int frame = 0; frame < kFrames; ++frame) {
    target.bind();
    layer.draw_over(behind.id(), picture.width, picture.height, copy, readout);
  }
  target.bind();
  return read_back(picture.width, picture.height);
}

}  // namespace mend::app
