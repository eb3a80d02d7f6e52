#include "ui/icons.h"

#include <cmath>

namespace mend::ui {
namespace {

constexpr float kPi = 3.14159265f;

/// Draws in units of half the icon's side, origin in its middle, y down.
struct Pen {
  ImDrawList& list;
  ImVec2 centre;
  float half;
  ImU32 colour;

  [[nodiscard]] ImVec2 at(float x, float y) const { return {centre.x + x * half, centre.y + y * half}; }
  [[nodiscard]] float stroke() const { return std::fmax(1.5f, half * 0.2f); }
  void line(float x0, float y0, float x1, float y1) const {
    list.AddLine(at(x0, y0), at(x1, y1), colour, stroke());
  }
  void box(float x0, float y0, float x1, float y1) const {
    list.AddRectFilled(at(x0, y0), at(x1, y1), colour, half * 0.12f);
  }
  void triangle(ImVec2 a, ImVec2 b, ImVec2 c) const {
    list.AddTriangleFilled(at(a.x, a.y), at(b.x, b.y), at(c.x, c.y), colour);
  }
  void ring(float radius) const { list.AddCircle(centre, radius * half, colour, 0, stroke()); }
  void dot(float x, float y, float radius) const { list.AddCircleFilled(at(x, y), radius * half, colour); }
};

void draw_transport(const Pen& pen, Icon icon) {
  switch (icon) {
    case Icon::play:
      return pen.triangle({-0.55f, -0.8f}, {0.85f, 0}, {-0.55f, 0.8f});
    case Icon::pause:
      pen.box(-0.65f, -0.75f, -0.2f, 0.75f);
      return pen.box(0.2f, -0.75f, 0.65f, 0.75f);
    case Icon::step_back:
      pen.box(-0.75f, -0.65f, -0.45f, 0.65f);
      return pen.triangle({0.7f, -0.65f}, {0.7f, 0.65f}, {-0.35f, 0});
    default:
      pen.box(0.45f, -0.65f, 0.75f, 0.65f);
      return pen.triangle({-0.7f, -0.65f}, {0.35f, 0}, {-0.7f, 0.65f});
  }
}

void draw_sliders(const Pen& pen) {
  constexpr float kKnob[3] = {-0.3f, 0.35f, -0.05f};
  for (int row = 0; row < 3; ++row) {
    const float y = 0.6f * static_cast<float>(row - 1);
    pen.line(-0.85f, y, 0.85f, y);
    pen.dot(kKnob[row], y, 0.26f);
  }
}

void draw_sun(const Pen& pen) {
  pen.dot(0, 0, 0.4f);
  for (int ray = 0; ray < 8; ++ray) {
    const float angle = static_cast<float>(ray) * kPi / 4;
    const float x = std::cos(angle), y = std::sin(angle);
    pen.line(0.62f * x, 0.62f * y, 0.92f * x, 0.92f * y);
  }
}

void draw_undo(const Pen& pen) {
  pen.list.PathArcTo(pen.at(0, 0.1f), 0.65f * pen.half, -0.75f * kPi, 0.75f * kPi, 24);
  pen.list.PathStroke(pen.colour, 0, pen.stroke());
  pen.triangle({-0.9f, -0.85f}, {-0.05f, -0.45f}, {-0.75f, 0.05f});
}

void draw_letter(const Pen& pen, const char* letter) {
  pen.ring(0.88f);
  ImFont* font = ImGui::GetFont();
  const float size = pen.half * 1.5f;
  const ImVec2 extent = font->CalcTextSizeA(size, 1e9f, 0, letter);
  pen.list.AddText(font, size, {pen.centre.x - extent.x / 2, pen.centre.y - extent.y / 2}, pen.colour,
                   letter);
}

void draw_camera(const Pen& pen) {
  pen.list.AddRect(pen.at(-0.9f, -0.5f), pen.at(0.9f, 0.7f), pen.colour, pen.half * 0.22f, 0, pen.stroke());
  pen.box(-0.35f, -0.75f, 0.35f, -0.45f);
  pen.list.AddCircle(pen.at(0, 0.1f), 0.33f * pen.half, pen.colour, 0, pen.stroke());
}

void draw_home(const Pen& pen) {
  const ImVec2 house[] = {pen.at(-0.6f, 0.75f), pen.at(-0.6f, -0.05f), pen.at(0, -0.6f), pen.at(0.6f, -0.05f),
                          pen.at(0.6f, 0.75f)};
  pen.list.AddPolyline(house, 5, pen.colour, ImDrawFlags_Closed, pen.stroke());
  pen.line(-0.9f, 0.15f, 0, -0.7f);
  pen.line(0, -0.7f, 0.9f, 0.15f);
}

void draw_warning(const Pen& pen) {
  const ImVec2 sign[] = {pen.at(0, -0.8f), pen.at(0.9f, 0.75f), pen.at(-0.9f, 0.75f)};
  pen.list.AddPolyline(sign, 3, pen.colour, ImDrawFlags_Closed, pen.stroke());
  pen.line(0, -0.25f, 0, 0.25f);
  pen.dot(0, 0.5f, 0.13f);
}

/// A disc with a bite taken out, as one outline.
void draw_moon(const Pen& pen) {
  pen.list.PathArcTo(pen.at(0, 0), 0.8f * pen.half, 0.05f * kPi, 1.45f * kPi, 28);
  pen.list.PathBezierCubicCurveTo(pen.at(-0.35f, -0.2f), pen.at(0.15f, 0.45f), pen.at(0.79f, 0.12f), 20);
  pen.list.PathStroke(pen.colour, ImDrawFlags_Closed, pen.stroke());
}

void draw_trash(const Pen& pen) {
  pen.line(-0.8f, -0.55f, 0.8f, -0.55f);
  pen.line(-0.25f, -0.8f, 0.25f, -0.8f);
  const ImVec2 bin[] = {pen.at(-0.6f, -0.5f), pen.at(-0.48f, 0.85f), pen.at(0.48f, 0.85f),
                        pen.at(0.6f, -0.5f)};
  pen.list.AddPolyline(bin, 4, pen.colour, 0, pen.stroke());
}

/// A sheet with lines of text.
void draw_page(const Pen& pen) {
  pen.list.AddRect(pen.at(-0.65f, -0.85f), pen.at(0.65f, 0.85f), pen.colour, pen.half * 0.18f, 0,
                   pen.stroke());
  pen.line(-0.35f, -0.4f, 0.35f, -0.4f);
  pen.line(-0.35f, 0, 0.35f, 0);
  pen.line(-0.35f, 0.4f, 0.1f, 0.4f);
}

}  // namespace

void draw_icon(ImDrawList& list, Icon icon, ImVec2 centre, float size, ImU32 colour) {
  const Pen pen{list, centre, size / 2, colour};
  switch (icon) {
    case Icon::play:
    case Icon::pause:
    case Icon::step_back:
    case Icon::step_forward:
      return draw_transport(pen, icon);
    case Icon::minus:
      return pen.line(-0.6f, 0, 0.6f, 0);
    case Icon::plus:
      pen.line(-0.6f, 0, 0.6f, 0);
      return pen.line(0, -0.6f, 0, 0.6f);
    case Icon::home:
      return draw_home(pen);
    case Icon::camera:
      return draw_camera(pen);
    case Icon::help:
      return draw_letter(pen, "?");
    case Icon::info:
      pen.ring(0.88f);
      pen.dot(0, -0.4f, 0.14f);
      return pen.line(0, -0.08f, 0, 0.5f);
    case Icon::moon:
      return draw_moon(pen);
    case Icon::sun:
      return draw_sun(pen);
    case Icon::sliders:
      return draw_sliders(pen);
    case Icon::close:
      pen.line(-0.6f, -0.6f, 0.6f, 0.6f);
      return pen.line(-0.6f, 0.6f, 0.6f, -0.6f);
    case Icon::undo:
      return draw_undo(pen);
    case Icon::warning:
      return draw_warning(pen);
    case Icon::check:
      pen.line(-0.7f, 0, -0.2f, 0.5f);
      return pen.line(-0.2f, 0.5f, 0.75f, -0.5f);
    case Icon::trash:
      return draw_trash(pen);
    case Icon::page:
      return draw_page(pen);
    case Icon::folded:
      pen.line(-0.3f, -0.6f, 0.3f, 0);
      return pen.line(0.3f, 0, -0.3f, 0.6f);
    case Icon::unfolded:
      pen.line(-0.6f, -0.3f, 0, 0.3f);
      return pen.line(0, 0.3f, 0.6f, -0.3f);
  }
}

}  // namespace mend::ui
