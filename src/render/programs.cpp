#include "render/programs.h"

#include <algorithm>
#include <sstream>
#include <string_view>
#include <utility>

#include "render/frame.h"

namespace mend::render {
namespace {

struct Row {
  std::string_view name, vertex, fragment, define;
  bool thin = false;
};
constexpr std::array<Row, kShadings> kRows{{
    {"bone", "surface.vert", "surface.frag", "BONE"},
    {"cartilage", "surface.vert", "surface.frag", "CARTILAGE"},
    {"fibrous", "surface.vert", "surface.frag", "FIBROUS"},
    {"soft", "surface.vert", "surface.frag", "SOFT"},
    {"nerve", "surface.vert", "surface.frag", "NERVE"},
    {"vessel", "surface.vert", "surface.frag", "VESSEL"},
    {"metal", "surface.vert", "surface.frag", "METAL"},
    {"thin bone", "surface.vert", "surface.frag", "BONE", true},
    {"thin cartilage", "surface.vert", "surface.frag", "CARTILAGE", true},
    {"thin fibrous", "surface.vert", "surface.frag", "FIBROUS", true},
    {"thin soft", "surface.vert", "surface.frag", "SOFT", true},
    {"thin nerve", "surface.vert", "surface.frag", "NERVE", true},
    {"thin vessel", "surface.vert", "surface.frag", "VESSEL", true},
    {"thin metal", "surface.vert", "surface.frag", "METAL", true},
    {"shadow", "shadow.vert", "shadow.frag", ""},
    {"depth", "surface.vert", "shadow.frag", ""},
    {"axons", "axon.vert", "axon.frag", ""},
    {"glow", "glow.vert", "glow.frag", ""},
    {"cell points", "cell.vert", "cell.frag", "POINTS"},
    {"cell quads", "cell.vert", "cell.frag", ""},
    {"specks", "speck.vert", "speck.frag", ""},
    {"cell shapes", "cell_shape.vert", "cell_shape.frag", ""},
    {"field", "field.vert", "field.frag", ""},
    {"haze", "screen.vert", "haze.frag", ""},
    {"background", "screen.vert", "background.frag", ""},
    {"composite", "screen.vert", "composite.frag", ""},
    {"post", "screen.vert", "post.frag", ""},
    {"post with focus", "screen.vert", "post.frag", "FOCUS"},
    {"half", "screen.vert", "half.frag", ""},
    {"blur", "screen.vert", "blur.frag", ""},
    {"attenuation", "attenuation.vert", "attenuation.frag", ""},
    {"film", "screen.vert", "film.frag", ""},
    {"inside", "surface.vert", "inside.frag", "INSET"},
    {"inside fibrous", "surface.vert", "inside.frag", "INSET,FIBROUS"},
    {"inside nerve", "surface.vert", "inside.frag", "INSET,NERVE"},
    {"cap", "cap.vert", "cap.frag", ""},
}};

constexpr std::array<gl::Slot, 12> kSamplers{{{"grain_volume", kGrainUnit},
                                             {"cell_volume", kCellularUnit},
                                             {"shadow_map", kShadowUnit},
                                             {"path_frames", kPathUnit},
                                             {"light_sum", kLightSumUnit},
                                             {"weight_sum", kWeightSumUnit},
                                             {"frame_light", kLightUnit},
                                             {"behind_sum", kLightSumUnit},
                                             {"before_sum", kWeightSumUnit},
                                             {"frame_depth", kDepthUnit},
                                             {"half_light", kHalfUnit},
                                             {"blurred_light", kHalfUnit}}};
constexpr std::array<gl::Slot, 7> kBlocks{{{"Frame", kFrameBlock},
                                           {"Draw", kDrawBlock},
                                           {"Nerve", kNerveBlock},
                                           {"Cells", kCellsBlock},
                                           {"Body", kBodyBlock},
                                           {"Film", kFilmBlock},
                                           {"Cap", kCapBlock}}};

/// Where only a frame with something lifted off needs a program, or needs another one.
bool is_of_cuts(Shading shading) {
  return shading >= Shading::inside;
}
bool has_cut_kind(Shading shading) {
  return shading <= Shading::axons || is_of_cuts(shading);
}

/// Its place among the variants that have programs of their own.
std::size_t place(const Variant& variant) {
  const auto look = static_cast<std::size_t>(variant.look),
             profile = static_cast<std::size_t>(variant.profile);
  const std::size_t lit = variant.look == Look::low ? profile : scene::kProfiles.size() - 1 + look;
  return 2 * lit + (variant.is_cut ? 1 : 0);
}
std::size_t place(Shading shading, Variant variant) {
  variant.is_cut = variant.is_cut && has_cut_kind(shading);
  return place(variant) * kShadings + static_cast<std::size_t>(shading);
}

bool is_needed(Shading shading, const Variant& variant) {
  if (is_of_cuts(shading)) return variant.is_cut;
  if (shading >= Shading::post && shading <= Shading::blur) return variant.look == Look::hdr;
  return shading != Shading::shadow || variant.look != Look::low;
}

std::vector<Variant> all_variants() {
  std::vector<Variant> all;
  for (const bool is_cut : {false, true}) {
    for (const scene::Profile profile : scene::kProfiles) all.push_back({Look::low, profile, is_cut});
    for (const Look look : {Look::direct, Look::hdr}) all.push_back({look, {}, is_cut});
  }
  return all;
}

/// A file is part of many programs: what is wrong with it is told once.
void add_new(std::vector<Problem>& problems, std::vector<Problem> more) {
  for (Problem& problem : more) {
    const auto is_same = [&](const Problem& other) { return other.text() == problem.text(); };
    if (std::ranges::none_of(problems, is_same)) problems.push_back(std::move(problem));
  }
}

}  // namespace

Recipe recipe(Shading shading, const Variant& variant) {
  const Row& row = kRows[static_cast<std::size_t>(shading)];
  constexpr std::array<std::string_view, kLooks> kLookNames{", low", ", direct", ", hdr"};
  Recipe out{std::string(row.name) + std::string(kLookNames[static_cast<std::size_t>(variant.look)]),
             std::string(row.vertex),
             std::string(row.fragment),
             {}};
  std::stringstream names{std::string(row.define)};
  for (std::string name; std::getline(names, name, ',');) out.defines.push_back(name);
  if (row.thin) out.defines.emplace_back("TRANSLUCENT");
  if (variant.look == Look::low) {
    out.name += ", " + std::string(scene::key(variant.profile));
    out.defines.emplace_back("LOW");
    for (std::string& light : constant_lights(variant.profile)) out.defines.push_back(std::move(light));
  }
  if (variant.look != Look::hdr) out.defines.emplace_back("TONE_IN_PASS");
  if (variant.is_cut && has_cut_kind(shading)) {
    out.name += ", cut";
    out.defines.emplace_back("CUT");
  }
  return out;
}

std::vector<Recipe> all_recipes() {
  std::vector<Recipe> out;
  for (std::size_t s = 0; s < kShadings; ++s) {
    const auto shading = static_cast<Shading>(s);
    for (const Variant& variant : all_variants()) {
      if (is_needed(shading, variant) && (!variant.is_cut || has_cut_kind(shading)))
        out.push_back(recipe(shading, variant));
    }
  }
  return out;
}

std::vector<Problem> Programs::build(Shading shading, const Variant& variant) {
  const Recipe r = recipe(shading, variant);
  const auto vertex = gl::read_source(folder_, r.vertex, gl::Stage::vertex, dialect_, r.defines);
  if (!vertex.is_ok()) return vertex.problems();
  const auto fragment = gl::read_source(folder_, r.fragment, gl::Stage::fragment, dialect_, r.defines);
  if (!fragment.is_ok()) return fragment.problems();
  auto program = gl::Program::build(vertex.value(), fragment.value(), kSamplers, kBlocks, r.name);
  if (!program.is_ok()) return program.problems();
  programs_[place(shading, variant)] = std::move(program).value();
  return {};
}

std::vector<Problem> Programs::prepare(const Variant& variant) {
  variant_ = variant;
  std::vector<Problem>& problems = failed_[place(variant)];
  if (!problems.empty()) return problems;
  for (std::size_t s = 0; s < kShadings; ++s) {
    const auto shading = static_cast<Shading>(s);
    if (!is_needed(shading, variant) || programs_[place(shading, variant)].is_built()) continue;
    add_new(problems, build(shading, variant));
  }
  return problems;
}

std::vector<Problem> Programs::reload() {
  std::vector<Problem> problems;
  failed_ = {};
  for (const Variant& variant : all_variants()) {
    for (std::size_t s = 0; s < kShadings; ++s) {
      const auto shading = static_cast<Shading>(s);
      if (variant.is_cut && !has_cut_kind(shading)) continue;
      if (programs_[place(shading, variant)].is_built()) add_new(problems, build(shading, variant));
    }
  }
  return problems;
}

void Programs::use(Shading shading) {
  const gl::Program& program = programs_[place(shading, variant_)];
  if (!program.is_built()) fail("A shading was used before its look was prepared.");
  program.use();
}

}  // namespace mend::render
