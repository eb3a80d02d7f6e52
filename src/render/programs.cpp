#include "render/programs.h"

#include <string_view>
#include <utility>

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
    {"background", "screen.vert", "background.frag", ""},
    {"composite", "screen.vert", "composite.frag", ""},
    {"post", "screen.vert", "post.frag", ""},
}};

constexpr std::array<gl::Slot, 7> kSamplers{{{"grain_volume", kGrainUnit},
                                             {"cell_volume", kCellularUnit},
                                             {"shadow_map", kShadowUnit},
                                             {"path_frames", kPathUnit},
                                             {"light_sum", kLightSumUnit},
                                             {"weight_sum", kWeightSumUnit},
                                             {"frame_light", kLightUnit}}};
constexpr std::array<gl::Slot, 4> kBlocks{
    {{"Frame", kFrameBlock}, {"Draw", kDrawBlock}, {"Nerve", kNerveBlock}, {"Cells", kCellsBlock}}};

std::size_t place(Shading shading, Look look) {
  return static_cast<std::size_t>(shading) * kLooks + static_cast<std::size_t>(look);
}

bool is_needed(Shading shading, Look look) {
  if (shading == Shading::post) return look == Look::hdr;
  return shading != Shading::shadow || look != Look::low;
}

}  // namespace

Recipe recipe(Shading shading, Look look) {
  const Row& row = kRows[static_cast<std::size_t>(shading)];
  constexpr std::array<std::string_view, kLooks> kLookNames{", low", ", direct", ", hdr"};
  Recipe out{std::string(row.name) + std::string(kLookNames[static_cast<std::size_t>(look)]),
             std::string(row.vertex),
             std::string(row.fragment),
             {}};
  if (!row.define.empty()) out.defines.emplace_back(row.define);
  if (row.thin) out.defines.emplace_back("TRANSLUCENT");
  if (look == Look::low) out.defines.emplace_back("LOW");
  if (look != Look::hdr) out.defines.emplace_back("TONE_IN_PASS");
  return out;
}

std::vector<Recipe> all_recipes() {
  std::vector<Recipe> out;
  for (std::size_t s = 0; s < kShadings; ++s) {
    for (const Look look : {Look::low, Look::direct, Look::hdr}) {
      if (is_needed(static_cast<Shading>(s), look)) out.push_back(recipe(static_cast<Shading>(s), look));
    }
  }
  return out;
}

std::vector<Problem> Programs::build(Shading shading, Look look) {
  const Recipe r = recipe(shading, look);
  const auto vertex = gl::read_source(folder_, r.vertex, gl::Stage::vertex, dialect_, r.defines);
  if (!vertex.is_ok()) return vertex.problems();
  const auto fragment = gl::read_source(folder_, r.fragment, gl::Stage::fragment, dialect_, r.defines);
  if (!fragment.is_ok()) return fragment.problems();
  auto program = gl::Program::build(vertex.value(), fragment.value(), kSamplers, kBlocks, r.name);
  if (!program.is_ok()) return program.problems();
  programs_[place(shading, look)] = std::move(program).value();
  return {};
}

std::vector<Problem> Programs::prepare(Look look) {
  std::vector<Problem> problems;
  for (std::size_t s = 0; s < kShadings; ++s) {
    const auto shading = static_cast<Shading>(s);
    if (!is_needed(shading, look) || programs_[place(shading, look)].is_built()) continue;
    for (Problem& problem : build(shading, look)) problems.push_back(std::move(problem));
  }
  return problems;
}

std::vector<Problem> Programs::reload() {
  std::vector<Problem> problems;
  for (std::size_t i = 0; i < programs_.size(); ++i) {
    if (!programs_[i].is_built()) continue;
    for (Problem& problem : build(static_cast<Shading>(i / kLooks), static_cast<Look>(i % kLooks))) {
      problems.push_back(std::move(problem));
    }
  }
  return problems;
}

void Programs::use(Shading shading, Look look) {
  const gl::Program& program = programs_[place(shading, look)];
  if (!program.is_built()) fail("A shading was used before its look was prepared.");
  program.use();
}

}  // namespace mend::render
