#include "ui/bearings.h"

#include <algorithm>
#include <cfloat>
#include <cmath>
#include <cstdio>

#include "scene/cell_signs.h"
#include "scene/palette.h"
#include "ui/surround.h"

namespace mend::ui {
namespace {

constexpr std::array kKinds = {scene::CellKind::stem, scene::CellKind::chondrocyte,
                               scene::CellKind::macrophage, scene::CellKind::lymphocyte,
                               scene::CellKind::schwann};

void draw_word(ImDrawList& list, const Look& look, ImVec2 centre, std::string_view words, float letters) {
  if (words.empty()) return;
  ImFont* font = letters > look.fonts.small->FontSize ? look.fonts.title : look.fonts.small;
  const ImVec2 size = font->CalcTextSizeA(letters, FLT_MAX, 0, words.data(), words.data() + words.size());
  const ImVec2 pad{letters / 2, letters / 5};
  const ImVec2 low{centre.x - size.x / 2, centre.y - size.y / 2};
  list.AddRectFilled({low.x - pad.x, low.y - pad.y}, {low.x + size.x + pad.x, low.y + size.y + pad.y},
                     packed(look.tokens.panel, 0.75f), pad.x);
  list.AddText(font, letters, low, packed(look.tokens.muted), words.data(), words.data() + words.size());
}

}  // namespace

ShownCells shown_cells(const scene::Scene& scene) {
  ShownCells shown{};
  for (const scene::CellInstance& cell : scene.cells)
    shown[static_cast<std::size_t>(scene::kind_of(cell))] = true;
  return shown;
}

std::string_view plain_name(scene::CellKind kind) {
  constexpr std::array<std::string_view, kKinds.size()> kNames = {"Stem cell", "Cartilage cell", "Macrophage",
                                                                  "Lymphocyte", "Schwann cell"};
  return kNames[static_cast<std::size_t>(kind)];
}

ShownFields shown_fields(const scene::Scene& scene) {
  ShownFields shown{};
  for (const scene::FieldPuff& puff : scene.fields) shown[static_cast<std::size_t>(puff.kind)] = true;
  return shown;
}

std::string_view plain_name(scene::FieldKind kind) {
  constexpr std::array<std::string_view, scene::kFieldKinds> kNames = {"Inflammation", "Growth factor",
                                                                       "Oxygen"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::string_view side_of_knee(glm::vec3 direction, params::Side side) {
  const float outwards = side == params::Side::right ? direction.x : -direction.x;
  const float across = std::fabs(direction.x), along = std::fabs(direction.y);
  if (std::fabs(direction.z) > std::max(across, along)) return "";
  if (across >= along) return outwards > 0 ? "Outer" : "Inner";
  return direction.y > 0 ? "Front" : "Back";
}

std::string_view bearing(glm::vec3 direction, params::Side side, bool leans) {
  const std::string_view across = side_of_knee(direction, side);
  if (!leans || !across.empty()) return across;
  return direction.z > 0 ? "Thigh" : "Shin";
}

ScaleBar scale_bar(double mm_per_pixel, float longest) {
  const double most = mm_per_pixel * static_cast<double>(longest);
  if (!(most > 0)) return {};
  const double ten = std::pow(10.0, std::floor(std::log10(most)));
  double mm = ten;
  for (const double factor : {2.0, 5.0})
    if (factor * ten <= most) mm = factor * ten;
  return {mm, static_cast<float>(mm / mm_per_pixel)};
}

double mm_per_pixel(const scene::Orbit& orbit, float height) {
  const float half = std::tan(glm::radians(orbit.field_of_view) / 2);
  return static_cast<double>(2 * orbit.distance * half / std::max(height, 1.0f));
}

void draw_legend(Look& look, Rect area, const ShownCells& cells, const ShownFields& fields,
                 double cells_per_record) {
  const float pad = look.px(10), radius = look.px(6);
  const auto kinds = std::count(cells.begin(), cells.end(), true);
  const auto rows = kinds + std::count(fields.begin(), fields.end(), true);
  if (rows == 0) return;
  const std::string dots = kinds > 0 ? dot_text(cells_per_record) : "";
  const auto lines = static_cast<float>(rows + (dots.empty() ? 0 : 1));
  // Many lines stand closer, as there is no more room.
  const float closest = look.px(16),
              line = std::clamp((area.height() - 2 * pad) / lines, closest, look.px(20));
  area.high.y = area.low.y + 2 * pad + line * lines;
  begin_plate(look, "legend", area, kPlateOpacity, {0, 0});
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float letters = look.fonts.small->FontSize;
  float y = area.low.y + pad;
  const auto row = [&](std::string_view name, glm::vec3 base, bool is_soft) {
    const ImVec2 dot{area.low.x + pad + radius, y + line / 2};
    // A field has no edge, and its mark has none either.
    for (int ring = is_soft ? 4 : 1; ring > 0; --ring)
      list.AddCircleFilled(dot, radius * static_cast<float>(ring) / (is_soft ? 4.0f : 1.0f),
                           packed({base.x, base.y, base.z, is_soft ? 0.35f : 1.0f}));
    if (!is_soft) list.AddCircle(dot, radius, packed(look.tokens.muted, 0.8f), 0, std::max(1.0f, look.px(1)));
    text_at(list, look.fonts.small, {dot.x + radius + look.px(8), y + (line - letters) / 2}, look.tokens.text,
            name);
    y += line;
  };
  for (const scene::CellKind kind : kKinds)
    if (cells[static_cast<std::size_t>(kind)]) row(plain_name(kind), scene::colour(kind).base, false);
  for (std::size_t i = 0; i < scene::kFieldKinds; ++i) {
    const auto kind = static_cast<scene::FieldKind>(i);
    if (fields[i]) row(plain_name(kind), scene::colour(kind).base, true);
  }
  if (!dots.empty())
    text_at(list, look.fonts.small, {area.low.x + pad, y + (line - letters) / 2}, look.tokens.muted, dots);
  ImGui::End();
}

void draw_bearings(ImDrawList& list, const Look& look, const Rect& free, const Session& session,
                   double mm_per_pixel, float letters) {
  if (free.width() < 14 * letters || free.height() < 7 * letters) return;
  const scene::Camera camera = session.view.orbit.camera();
  const glm::vec3 right = glm::normalize(glm::cross(camera.target - camera.eye, camera.up));
  const auto word = [&](glm::vec3 direction) {
    return bearing(direction, session.scenario.patient.side, session.view.orbit.roll != 0);
  };
  const ImVec2 middle = free.centre();
  const float in = 2.1f * letters, down = 1.4f * letters;
  const float beside = session.view.names == scene::Names::none ? middle.y : free.low.y + down;
  draw_word(list, look, {free.low.x + in, beside}, word(-right), letters);
  draw_word(list, look, {free.high.x - in, beside}, word(right), letters);
  draw_word(list, look, {middle.x, free.low.y + down}, word(camera.up), letters);
  draw_word(list, look, {middle.x, free.high.y - down}, word(-camera.up), letters);

  const ScaleBar bar = scale_bar(mm_per_pixel, 7 * letters);
  char words[32];
  std::snprintf(words, sizeof words, "%g mm", bar.mm);
  const float end = free.high.x - 0.9f * letters, y = free.high.y - 0.9f * letters, tick = letters / 4;
  draw_word(list, look, {end - bar.pixels / 2, y - 1.1f * letters}, words, letters);
  const ImU32 colour = packed(look.tokens.muted);
  const float thick = std::max(1.0f, letters / 8);
  list.AddLine({end - bar.pixels, y}, {end, y}, colour, thick);
  for (const float x : {end - bar.pixels, end}) list.AddLine({x, y - tick}, {x, y + tick}, colour, thick);
}

}  // namespace mend::ui
