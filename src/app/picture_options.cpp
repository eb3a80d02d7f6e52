#include "app/picture_options.h"

#include <algorithm>
#include <cstdio>
#include <sstream>

#include "app/commands.h"
#include "app/cut_options.h"
#include "base/text.h"
#include "render/logo.h"
#include "render/renderer.h"
#include "scene/opening.h"

namespace mend::app {
namespace {

Problem refused(std::string message) {
  return {.file = {}, .line = 0, .column = 0, .message = std::move(message)};
}

Result<PictureSize> parse_size(const std::string& text) {
  PictureSize size;
  char rest = 0;
  if (std::sscanf(text.c_str(), "%dx%d%c", &size.width, &size.height, &rest) != 2 || size.width < 1 ||
      size.height < 1 || render::Renderer::refusal(size.width, size.height))
    return refused("--size " + text + ": write WIDTHxHEIGHT, as in 1920x1080, each between 1 and 8192");
  return size;
}

Result<scene::Profile> profile_named(const std::string& name) {
  std::vector<std::string> known;
  for (const auto profile : scene::kProfiles) {
    if (scene::key(profile) == name) return profile;
    known.emplace_back(scene::key(profile));
  }
  return refused("--profile " + name + ": " + meant(name, known));
}

Result<scene::Names> names_asked(const std::string& word) {
  const std::vector<std::string> known = {"none", "plain", "latin"};
  const auto found = std::find(known.begin(), known.end(), word);
  if (found == known.end()) return refused("--names " + word + ": " + meant(word, known));
  return static_cast<scene::Names>(found - known.begin());
}

using Layers = std::array<bool, scene::kLayers>;

/// A list of layers in place of the usual ones or, after a plus, besides them.
Result<Layers> parse_layers(const std::string& list, const Layers& usual) {
  if (list.empty()) return usual;
  std::vector<std::string> known;
  for (std::size_t i = 0; i < scene::kLayers; ++i)
    known.emplace_back(scene::key(static_cast<scene::Layer>(i)));
  const bool adds = list.front() == '+';
  Layers layers = adds ? usual : Layers{};
  std::stringstream names(adds ? list.substr(1) : list);
  for (std::string name; std::getline(names, name, ',');) {
    const auto found = std::find(known.begin(), known.end(), name);
    if (found == known.end())
      return refused("--layers " + list + ": there is no layer " + name + ": " + meant(name, known));
    layers[static_cast<std::size_t>(found - known.begin())] = true;
  }
  return layers;
}

Result<std::optional<scene::Detail>> parse_near(const std::string& text) {
  constexpr float kLeast = 5, kMost = 400;  // mm
  std::optional<scene::Detail> detail;
  if (text.empty()) return detail;
  const std::size_t colon = text.find(':');
  const std::string name = text.substr(0, colon);
  std::vector<std::string> known;
  for (std::size_t i = 0; i < anatomy::kParts; ++i) {
    const auto part = static_cast<anatomy::PartId>(i);
    known.emplace_back(anatomy::info(part).key);
    if (known.back() == name) detail = scene::Detail{.part = part};
  }
  if (!detail) return refused("--near " + text + ": there is no part " + name + ": " + meant(name, known));
  if (colon == std::string::npos) return detail;
  char rest = 0;
  if (std::sscanf(text.c_str() + colon + 1, "%f%c", &detail->height, &rest) != 1 ||
      !(detail->height >= kLeast && detail->height <= kMost))
    return refused("--near " + text + ": write PART or PART:MM, as in hoffa_fat_pad:30, 5 to 400 mm");
  return detail;
}

}  // namespace

Result<scene::Quality> quality_named(const std::string& name) {
  if (name == "low") return scene::Quality::low;
  if (name == "medium") return scene::Quality::medium;
  if (name == "high") return scene::Quality::high;
  return refused("--quality " + name + ": choose low, medium or high");
}

Result<scene::ViewName> view_asked(const std::string& key) {
  if (const auto view = scene::view_named(key)) return *view;
  std::vector<std::string> known;
  for (const auto name : scene::kViewNames) known.emplace_back(scene::key(name));
  return refused("--view " + key + ": " + meant(key, known));
}

std::optional<Problem> refused_day(const std::string& option, double day, const params::Scenario& scenario) {
  if (day >= 0 && day <= scenario.horizon) return std::nullopt;
  return refused(option + " " + number_text(day) + ": must lie between 0 and " +
                 number_text(scenario.horizon));
}

Result<PicturePlan> plan_picture(const ScenarioRequest& request, const PictureOptions& options,
                                 const std::string& data_folder) {
  auto scenario = load_scenario(request, data_folder);
  if (!scenario.is_ok()) return scenario.problems();
  PicturePlan plan{.scenario = std::move(scenario).value(), .size = {}, .look = {}, .near = {}, .logo = {}};
  const auto size = parse_size(options.size);
  if (!size.is_ok()) return size.problems();
  plan.size = size.value();
  const auto quality = quality_named(options.quality);
  if (!quality.is_ok()) return quality.problems();
  plan.look.quality = quality.value();
  const auto profile = profile_named(options.profile);
  if (!profile.is_ok()) return profile.problems();
  plan.look.profile = profile.value();
  plan.look.radiograph = options.radiograph;
  const auto cutaway = parse_cutaway(options.cuts, options.peel);
  if (!cutaway.is_ok()) return cutaway.problems();
  plan.look.cutaway = cutaway.value();
  const auto names = names_asked(options.names);
  if (!names.is_ok()) return names.problems();
  plan.look.names = names.value();
  const auto near = parse_near(options.near);
  if (!near.is_ok()) return near.problems();
  plan.near = near.value();
  const auto layers = parse_layers(options.layers, scene::opening_layers(plan.scenario));
  if (!layers.is_ok()) return layers.problems();
  plan.look.layers = layers.value();
  if (!options.logo.empty()) {
    auto logo = render::read_logo(options.logo);
    if (!logo.is_ok()) return logo.problems();
    plan.logo = std::move(logo).value();
  }
  if (options.flexion) {
    if (const auto refusal = refused_flexion(*options.flexion)) return *refusal;
    plan.scenario.build.flexion = *options.flexion;
  }
  return plan;
}

anatomy::Extent PicturePlan::extent() const {
  if (near && anatomy::is_flesh(near->part)) return anatomy::Extent::whole;
  return scene::extent_shown(scenario, look);
}

scene::Orbit PicturePlan::orbit_of(scene::ViewName name, const Telling& telling) const {
  const scene::Orbit orbit = telling.orbit_of(name);
  return near ? scene::close_to(name, orbit, telling.knee(), *near) : orbit;
}

}  // namespace mend::app
