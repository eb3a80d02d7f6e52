#include "ui/bearings.h"

#include <algorithm>
#include <cfloat>
#include <cmath>
#include <cstdio>
#include <vector>

#include "scene/cell_signs.h"
#include "scene/palette.h"
#include "ui/surround.h"

namespace mend::ui {
namespace {

constexpr std::array kKinds = {scene::CellKind::stem, scene::CellKind::chondrocyte,
                               scene::CellKind::macrophage, scene::CellKind::lymphocyte,
                               scene::CellKind::schwann};

/// The sharpest that is not drawn larger than it was made.
ImFont* font_for(const Look& look, float letters) {
  return letters > look.fonts.small->FontSize ? look.fonts.title : look.fonts.small;
}

void draw_word(ImDrawList& list, const Look& look, ImVec2 centre, std::string_view words, float letters) {
  if (words.empty()) return;
  ImFont* font = font_for(look, letters);
  const ImVec2 size = font->CalcTextSizeA(letters, FLT_MAX, 0, words.data(), words.data() + words.size());
  const ImVec2 pad{letters / 2, letters / 5};
  const ImVec2 low{centre.x - size.x / 2, centre.y - size.y / 2};
  list.AddRectFilled({low.x - pad.x, low.y - pad.y}, {low.x + size.x + pad.x, low.y + size.y + pad.y},
                     packed(look.tokens.panel, 0.75f), pad.x);
  list.AddText(font, letters, low, packed(look.tokens.muted), words.data(), words.data() + words.size());
}

/// A line of the legend.
struct Entry {
  std::string_view name;
  glm::vec3 colour{0};
  bool is_soft = false;  // a field, which has no edge
};

/// Cells first, then fields.
std::vector<Entry> entries(const Shown& shown) {
  std::vector<Entry> list;
  for (const scene::CellKind kind : kKinds)
    if (shown.cells[static_cast<std::size_t>(kind)])
      list.push_back({plain_name(kind), scene::colour(kind).base, false});
  for (std::size_t i = 0; i < scene::kFieldKinds; ++i) {
    const auto kind = static_cast<scene::FieldKind>(i);
    if (shown.fields[i]) list.push_back({plain_name(kind), scene::colour(kind).base, true});
  }
  return list;
}

void draw_mark(ImDrawList& list, const Look& look, ImVec2 centre, float radius, const Entry& entry) {
  const glm::vec3 c = entry.colour;
  const int rings = entry.is_soft ? 4 : 1;
  for (int ring = rings; ring > 0; --ring)
    list.AddCircleFilled(centre, radius * static_cast<float>(ring) / static_cast<float>(rings),
                         packed({c.x, c.y, c.z, entry.is_soft ? 0.35f : 1.0f}));
  if (!entry.is_soft)
    list.AddCircle(centre, radius, packed(look.tokens.muted, 0.8f), 0, std::max(1.0f, radius / 6));
}

}  // namespace

Shown shown_in(const scene::Scene& scene) {
  Shown shown;
  for (const scene::CellInstance& cell : scene.cells)
    shown.cells[static_cast<std::size_t>(scene::kind_of(cell))] = true;
  for (const scene::FieldPuff& puff : scene.fields) shown.fields[static_cast<std::size_t>(puff.kind)] = true;
  return shown;
}

std::string_view plain_name(scene::CellKind kind) {
  constexpr std::array<std::string_view, kKinds.size()> kNames = {"Stem cell", "Cartilage cell", "Macrophage",
                                                                  "Lymphocyte", "Schwann cell"};
  return kNames[static_cast<std::size_t>(kind)];
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

void draw_legend(Look& look, Rect area, const Shown& shown, double cells_per_record) {
  const float pad = look.px(10), radius = look.px(6);
  const std::vector<Entry> rows = entries(shown);
  if (rows.empty()) return;
  const std::string dots = rows.front().is_soft ? "" : dot_text(cells_per_record);
  const auto lines = static_cast<float>(rows.size() + (dots.empty() ? 0 : 1));
  // Many lines stand closer, as there is no more room.
  const float closest = look.px(16),
              line = std::clamp((area.height() - 2 * pad) / lines, closest, look.px(20));
  area.high.y = area.low.y + 2 * pad + line * lines;
  begin_plate(look, "legend", area, kPlateOpacity, {0, 0});
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float letters = look.fonts.small->FontSize;
  float y = area.low.y + pad;
  for (const Entry& row : rows) {
    draw_mark(list, look, {area.low.x + pad + radius, y + line / 2}, radius, row);
    text_at(list, look.fonts.small, {area.low.x + pad + 2 * radius + look.px(8), y + (line - letters) / 2},
            look.tokens.text, row.name);
    y += line;
  }
  if (!dots.empty())
    text_at(list, look.fonts.small, {area.low.x + pad, y + (line - letters) / 2}, look.tokens.muted, dots);
  ImGui::End();
}

void draw_legend_line(ImDrawList& list, const Look& look, ImVec2 low, const Shown& shown, float letters) {
  const std::vector<Entry> row = entries(shown);
  if (row.empty()) return;
  ImFont* font = font_for(look, letters);
  const float radius = 0.4f * letters, gap = letters / 2;
  const auto width_of = [&](const Entry& entry) {
    return font->CalcTextSizeA(letters, FLT_MAX, 0, entry.name.data(), entry.name.data() + entry.name.size())
        .x;
  };
  float width = gap;
  for (const Entry& entry : row) width += 2 * radius + width_of(entry) + 2 * gap;
  list.AddRectFilled({low.x, low.y - 2 * letters}, {low.x + width, low.y}, packed(look.tokens.panel, 0.8f),
                     gap);
  float x = low.x + gap;
  for (const Entry& entry : row) {
    draw_mark(list, look, {x + radius, low.y - letters}, radius, entry);
    x += 2 * radius + gap;
    list.AddText(font, letters, {x, low.y - 1.5f * letters}, packed(look.tokens.text), entry.name.data(),
                 entry.name.data() + entry.name.size());
    x += width_of(entry) + gap;
  }
}

void draw_bearings(ImDrawList& list, const Look& look, const Rect& free, const Session& session,
                   double mm_per_pixel, float letters) {
  if (free.width() < 14 * letters || free.height() < 7 * letters) return;
  const scene::Camera camera = session.view.orbit.camera();
  const glm::vec3 right = glm::normalize(glm::cross(camera.target - camera.eye, camera.up));
  // In a picture that leans, thigh and shin are named once: at the edges nearer to them.
  const bool is_upright = std::fabs(camera.up.z) >= std::fabs(right.z);
  const auto word = [&](glm::vec3 direction, bool is_along) {
    return bearing(direction, session.scenario.patient.side, is_along && session.view.orbit.roll != 0);
  };
  const ImVec2 middle = free.centre();
  const float in = 2.1f * letters, down = 1.4f * letters;
  const float beside = session.view.names == scene::Names::none ? middle.y : free.low.y + down;
  draw_word(list, look, {free.low.x + in, beside}, word(-right, !is_upright), letters);
  draw_word(list, look, {free.high.x - in, beside}, word(right, !is_upright), letters);
  draw_word(list, look, {middle.x, free.low.y + down}, word(camera.up, is_upright), letters);
  draw_word(list, look, {middle.x, free.high.y - down}, word(-camera.up, is_upright), letters);

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
