// The frame of one day, topic by topic; each topic has its own file.
#include "scene/compose.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "base/hash.h"
#include "scene/disease.h"
#include "scene/gathered_cells.h"
#include "scene/left_out.h"
#include "scene/lesion_view.h"
#include "scene/mirror.h"
#include "scene/nerve_drawing.h"
#include "scene/nerve_repair.h"
#include "scene/obstruction.h"
#include "scene/reflection.h"
#include "scene/repair_tissue.h"
#include "scene/resident_cells.h"
#include "scene/schwann_cells.h"
#include "scene/syringe.h"
#include "scene/uncut.h"

namespace mend::scene {
namespace {

using anatomy::PartId;
using sim::Compartment;

Layer layer_of(PartId id) {
  using anatomy::Tissue;
  switch (anatomy::info(id).tissue) {
    case Tissue::bone:
      return Layer::bones;
    case Tissue::cartilage:
      return Layer::cartilage;
    case Tissue::meniscus:
      return Layer::menisci;
    case Tissue::ligament:
    case Tissue::tendon:
      return Layer::ligaments;
    case Tissue::capsule:
    case Tissue::fat:
      return Layer::capsule;
    case Tissue::muscle:
      return Layer::muscles;
    case Tissue::artery:
    case Tissue::vein:
      return Layer::vessels;
    case Tissue::nerve:
      return Layer::nerves;
    case Tissue::skin:
      return Layer::skin;
    case Tissue::metal:
      break;
  }
  return Layer::cells;
}

Material material_of(PartId id) {
  using anatomy::Tissue;
  switch (anatomy::info(id).tissue) {
    case Tissue::bone:
      return Material::bone;
    case Tissue::cartilage:
      return Material::cartilage;
    case Tissue::meniscus:
      return Material::meniscus;
    case Tissue::ligament:
      return Material::ligament;
    case Tissue::tendon:
      return Material::tendon;
    case Tissue::capsule:
      return Material::synovium;
    case Tissue::fat:
      return Material::fat;
    case Tissue::muscle:
      return Material::muscle;
    case Tissue::artery:
      return Material::artery;
    case Tissue::vein:
      return Material::vein;
    case Tissue::nerve:
      return Material::nerve;
    case Tissue::skin:
      return Material::skin;
    case Tissue::metal:
      break;
  }
  return Material::metal;
}

bool shows(const View& view, Layer layer) {
  return view.layers[static_cast<std::size_t>(layer)];
}

bool has_nerve_injury(const Stage& stage, const sim::State& state) {
  return stage.scenario->nerve.injury != params::NerveInjuryKind::none && !state.nerve.axons.empty();
}

double nerve_lesion(const Stage& stage) {
  return stage.knee->neck_arclength - stage.scenario->nerve.above_fibular_neck;
}

/// The nerve alone: an injured nerve in a joint that nothing is done to.
bool is_about_nerve(const params::Scenario& scenario) {
  const auto is_of_nerve = [](const params::Event& event) { return event.site == params::Site::nerve; };
  return scenario.nerve.injury != params::NerveInjuryKind::none && scenario.lesion.diameter <= 0 &&
         std::all_of(scenario.regimen.begin(), scenario.regimen.end(), is_of_nerve);
}

/// Whether the joint steps back, and what happens in it is not drawn.
bool only_nerve(const Stage& stage, const View& view) {
  return view.focus == ViewName::nerve || is_about_nerve(*stage.scenario);
}

/// Yellowing and fraying of a cartilage: what the grade shows at once, and what the run has worn off.
float wear_of(PartId id, const Stage& stage, const sim::JointState& joint) {
  const auto lost = [&](Compartment c) { return 1 - joint.thickness[static_cast<std::size_t>(c)]; };
  double share = 0;
  if (id == PartId::femoral_cartilage)
    share = std::max(
        {lost(Compartment::medial_femur), lost(Compartment::lateral_femur), lost(Compartment::trochlea)});
  if (id == PartId::tibial_cartilage_medial) share = lost(Compartment::medial_tibia);
  if (id == PartId::tibial_cartilage_lateral) share = lost(Compartment::lateral_tibia);
  if (id == PartId::patellar_cartilage) share = lost(Compartment::patella);
  return static_cast<float>(
      std::clamp(std::max(share / 0.6, stage.scenario->joint.kl_grade / 5.0), 0.0, 1.0));
}

/// Distinguishes one knee's meshes from another's, so that a renderer uploads only what changed.
std::uint64_t version_of(const anatomy::Knee& knee, PartId id) {
  Hash hash;
  const anatomy::KneeShape& shape = knee.shape;
  for (const double number : {shape.flexion, shape.lesion_diameter, shape.lesion_depth, shape.width})
    hash.add(number);
  for (const double left : shape.wear.left) hash.add(left);
  for (const int number : {static_cast<int>(shape.is_female), static_cast<int>(shape.lesion_site),
                           static_cast<int>(shape.lesion_shoulder), shape.wear.kl_grade})
    hash.add(static_cast<std::uint64_t>(number));
  hash.add(static_cast<std::uint64_t>(lateral_sign(knee) > 0));
  hash.add(static_cast<std::uint64_t>(id));
  return hash.value();
}

/// The skin is an outline only.
constexpr float kSkinOpacity = 0.4f;

/// A calm capsule is a veil, an inflamed one a membrane. Bent, the knee shows its back through the veil from
/// the side, and the thinner veil keeps what lies there apart.
float capsule_opacity(double flexion, float synovitis) {
  const float bent = glm::smoothstep(40.0f, 80.0f, static_cast<float>(flexion));
  return glm::mix(0.25f - 0.17f * bent, 0.5f, synovitis);
}

float opacity_of(PartId id, const Stage& stage, const sim::State& state, const View& view) {
  const bool is_hard = layer_of(id) == Layer::bones || layer_of(id) == Layer::cartilage;
  const float synovitis = glm::clamp(static_cast<float>(state.joint.synovitis), 0.0f, 1.0f);
  float opacity = 1;
  if (id == PartId::capsule) opacity = capsule_opacity(stage.knee->shape.flexion, synovitis);
  if (id == PartId::skin) opacity = kSkinOpacity;
  if (id == PartId::needle) opacity = injection_on(*stage.scenario, state.day).opacity;
  if (view.focus == ViewName::defect && in_close_up(id, stage.knee->shape.lesion_site) == InCloseUp::left_out)
    return 0;
  if (is_left_out(id, *stage.scenario, view)) return 0;
  if (only_nerve(stage, view) && layer_of(id) != Layer::nerves && !is_hard) return 0;
  return opacity;
}

/// A bruise is gone in three weeks (assumed); surgery makes one anew.
float bruise_on(const params::Nerve& nerve, double day) {
  const bool is_operated = nerve.repair != params::NerveRepair::none && day >= nerve.repair_day;
  const double since = is_operated ? day - nerve.repair_day : day;
  return 1 - glm::smoothstep(0.0f, 21.0f, static_cast<float>(since));
}

/// Sheaths made after injury thicken over months and stay thinner than the first ones (Schroeder 1972).
float young_sheath_on(double day) {
  return glm::mix(1.10f, 1.38f, glm::smoothstep(30.0f, 365.0f, static_cast<float>(day)));
}

constexpr float kCoarseBeyond = 200;  // mm: nearer, the corners of a coarse net would show

/// Clear in close-ups, where its axons are drawn; from afar a closed nerve, as axons would be finer than a
/// pixel.
float sheath_opacity(const View& view) {
  constexpr float kClear = 0.2f;
  return glm::mix(kClear, 1.0f, glm::smoothstep(130.0f, 220.0f, view.orbit.distance));
}

/// Dense white bone under worn cartilage, from grade 3 on (Kellgren and Lawrence 1957: "some", then "severe"
/// sclerosis; the shares are assumed), where most of it is worn off most: by the square of what is lost there
/// (assumed).
glm::vec2 sclerosis_of(PartId bone, const anatomy::Knee& knee) {
  const int grade = knee.shape.wear.kl_grade;
  const float most = grade >= 4 ? 1.0f : grade == 3 ? 0.5f : 0.0f;
  const auto lost = [&](anatomy::Compartment c) { return 1 - static_cast<float>(knee.shape.wear.of(c)); };
  float worst = 1e-3f;
  for (const double left : knee.shape.wear.left) worst = std::max(worst, 1 - static_cast<float>(left));
  const auto share = [&](anatomy::Compartment c) { return most * lost(c) * lost(c) / (worst * worst); };
  using anatomy::Compartment;
  if (bone == PartId::patella) return glm::vec2(share(Compartment::patella));
  const bool is_femur = bone == PartId::femur;
  const float medial = share(is_femur ? Compartment::medial_femur : Compartment::medial_tibia);
  const float lateral = share(is_femur ? Compartment::lateral_femur : Compartment::lateral_tibia);
  return lateral_sign(knee) > 0 ? glm::vec2(medial, lateral) : glm::vec2(lateral, medial);
}

Surface surface_of(const anatomy::Part& part, const Stage& stage, const sim::State& state, const View& view,
                   const Focus& focus) {
  Surface surface;
  surface.mesh = &part.mesh;
  surface.version = version_of(*stage.knee, part.id);
  surface.part = part.id;
  surface.material = material_of(part.id);
  surface.opacity = opacity_of(part.id, stage, state, view);
  surface.opened = opened_by(view, *stage.scenario);
  surface.is_coarse = view.quality == Quality::low && view.orbit.distance > kCoarseBeyond;
  surface.box = part.box;
  if (surface.opacity > 0) surface.opacity *= 1 - obstruction(part, focus, view.orbit.camera().eye);
  if (part.id == PartId::capsule)
    surface.inflammation = glm::clamp(static_cast<float>(state.joint.synovitis), 0.0f, 1.0f);
  if (surface.material == Material::bone) {
    surface.sclerosis = sclerosis_of(part.id, *stage.knee);
    surface.inflammation = glm::smoothstep(0.0f, 0.4f, static_cast<float>(state.joint.bone_erosion));
  }
  if (surface.material == Material::cartilage) surface.wear = wear_of(part.id, stage, state.joint);
  // Its axons run on in its larger branch.
  if (part.id == PartId::superficial_peroneal_nerve && has_nerve_injury(stage, state)) {
    surface.material = Material::nerve_sheath;
    surface.opacity = std::min(surface.opacity, sheath_opacity(view));
  }
  if (part.id == PartId::peroneal_nerve && has_nerve_injury(stage, state)) {
    surface.material = Material::nerve_sheath;
    surface.opacity = std::min(surface.opacity, sheath_opacity(view));
    const double cut = nerve_cut(*stage.scenario, state.day), taper = stump_taper(cut);
    surface.crush = static_cast<float>(nerve_lesion(stage) - taper);
    surface.bruise = bruise_on(stage.scenario->nerve, state.day);
    surface.gap = static_cast<float>(cut + 2 * taper);
  }
  return surface;
}

/// Puts a mesh made for this frame into a surface; `version` tells it from those of other days.
void set_mesh(Scene& scene, Surface& surface, anatomy::Mesh mesh, std::uint64_t version) {
  scene.made.push_back(std::move(mesh));
  surface.mesh = &scene.made.back();
  surface.version = version;
  surface.box = anatomy::bounds(scene.made.back());
}

/// Turns what was added to a scene from `first` on down with the kneecap.
void reflect(Scene& scene, std::size_t first, const Reflection& reflection) {
  for (std::size_t i = first; i < scene.surfaces.size(); ++i) {
    Surface& surface = scene.surfaces[i];
    anatomy::Mesh mesh = *surface.mesh;
    reflection.apply(mesh);
    Hash version;
    version.add(surface.version);
    version.add(static_cast<std::uint64_t>(ViewName::reflected));
    set_mesh(scene, surface, std::move(mesh), version.value());
  }
}

/// Distinguishes what disease makes of a knee on one day from what it makes on another.
std::uint64_t version_on_day(const anatomy::Knee& knee, PartId id, const sim::JointState& joint) {
  Hash version;
  version.add(version_of(knee, id));
  for (const double number : {joint.pannus, joint.bone_erosion, joint.synovitis}) version.add(number);
  for (const double share : joint.thickness) version.add(share);
  return version.value();
}

/// The lining of a sick joint, over a cartilage or along the capsule.
Surface lining(PartId id, const sim::JointState& joint) {
  Surface surface;
  surface.part = id;
  surface.material = Material::synovium;
  surface.inflammation = glm::clamp(static_cast<float>(joint.synovitis), 0.0f, 1.0f);
  return surface;
}

void add_pannus(Scene& scene, const Stage& stage, const anatomy::Part& cartilage, float opacity,
                const sim::JointState& joint) {
  std::optional<anatomy::Mesh> mesh = pannus_over(cartilage, *stage.knee, joint);
  if (!mesh) return;
  Surface surface = lining(PartId::capsule, joint);
  surface.opacity = opacity;
  set_mesh(scene, surface, std::move(*mesh), version_on_day(*stage.knee, cartilage.id, joint));
  scene.surfaces.push_back(surface);
}

void add_villi(Scene& scene, const Stage& stage, const sim::JointState& joint) {
  const double grown = villous_growth(joint);
  if (grown <= 0) return;
  Surface surface = lining(PartId::capsule, joint);
  set_mesh(scene, surface, villi_of(*stage.knee, grown), version_on_day(*stage.knee, PartId::capsule, joint));
  scene.surfaces.push_back(surface);
}

void add_surfaces(Scene& scene, const Stage& stage, const sim::State& state, const View& view,
                  const std::optional<Reflection>& reflection) {
  const Focus focus = view.cutaway.is_empty() ? focus_of(view.focus, *stage.knee, *stage.scenario) : Focus{};
  for (const anatomy::Part& part : stage.knee->parts) {
    if (part.mesh.indices.empty() || !shows(view, layer_of(part.id))) continue;
    Surface surface = surface_of(part, stage, state, view, focus);
    if (surface.opacity <= 0 || (stage.wounds && stage.wounds->draw(surface, state, scene))) continue;
    if (std::optional<anatomy::Mesh> mesh = mesh_on_day(part, *stage.knee, state.joint))
      set_mesh(scene, surface, std::move(*mesh), version_on_day(*stage.knee, part.id, state.joint));
    const std::size_t first = scene.surfaces.size();
    scene.surfaces.push_back(surface);
    if (surface.material == Material::cartilage && shows(view, Layer::capsule))
      add_pannus(scene, stage, part, surface.opacity, state.joint);
    if (reflection && Reflection::moves(part.id)) reflect(scene, first, *reflection);
  }
}

void add_repair_tissue(Scene& scene, const Stage& stage, const sim::State& state, const Crater& crater,
                       const Relief& relief) {
  scene.made.push_back(mesh_of(crater, relief));
  Hash version;
  version.add(state.defect.fill);
  version.add(stage.scenario->seed);
  const PartId cartilage = anatomy::cartilage_of(stage.knee->shape.lesion_site);
  version.add(version_of(*stage.knee, cartilage));
  scene.surfaces.push_back({.mesh = &scene.made.back(),
                            .version = version.value(),
                            .part = cartilage,
                            .material = Material::repair,
                            .hyaline_share = static_cast<float>(state.defect.hyaline_share),
                            .box = anatomy::bounds(scene.made.back())});
}

/// Behind the needle, as long as that is shown.
void add_syringe(Scene& scene, const Stage& stage, const sim::State& state, const View& view) {
  const float opacity = opacity_of(PartId::needle, stage, state, view);
  if (opacity <= 0 || !shows(view, layer_of(PartId::needle))) return;
  const Injection injection = injection_on(*stage.scenario, state.day);
  Hash version;
  version.add(static_cast<double>(injection.given));
  version.add(version_of(*stage.knee, PartId::needle));
  for (SyringePiece& piece : syringe_pieces(*stage.knee, injection.given)) {
    version.add(static_cast<std::uint64_t>(piece.material));
    scene.made.push_back(std::move(piece.mesh));
    scene.surfaces.push_back({.mesh = &scene.made.back(),
                              .version = version.value(),
                              .part = PartId::needle,
                              .material = piece.material,
                              .opacity = opacity * piece.opacity,
                              .box = anatomy::bounds(scene.made.back())});
  }
}

void add_nerve_pieces(Scene& scene, const Stage& stage, const sim::State& state, const View& view) {
  Hash version;
  version.add(state.day);
  version.add(version_of(*stage.knee, PartId::peroneal_nerve));
  for (NervePiece& piece :
       nerve_pieces(*stage.knee, *stage.scenario, nerve_lesion(stage), state, sheath_opacity(view))) {
    scene.made.push_back(std::move(piece.mesh));
    scene.surfaces.push_back({.mesh = &scene.made.back(),
                              .version = version.value(),
                              .part = PartId::peroneal_nerve,
                              .material = piece.material,
                              .opacity = piece.opacity,
                              .box = anatomy::bounds(scene.made.back())});
  }
}

/// Cells given to what is hurt outside the joint.
void add_given_cells(Scene& scene, const Stage& stage, const sim::State& state, const View& view) {
  const double seconds = view.reduced_motion ? 0 : view.seconds;
  const float radius = cell_radius(view.orbit);
  if (stage.wounds && !only_nerve(stage, view))
    stage.wounds->add_cells(state, stage.cells_per_record, radius, seconds, scene.cells);
  if (has_nerve_injury(stage, state)) {
    add_gathered_cells(state.nerve.cells / stage.cells_per_record,
                       places_on(stage.knee->peroneal_nerve, nerve_lesion(stage)), radius, seconds,
                       scene.cells);
  }
}

}  // namespace

Scene uncut(const Stage& stage, const sim::State& state, const View& view) {
  Scene scene;
  scene.camera = view.orbit.camera();
  scene.profile = view.profile;
  scene.quality = view.quality;
  scene.has_background = view.has_background;
  const double seconds = view.reduced_motion ? 0 : view.seconds;
  scene.phase = static_cast<float>(0.3 * seconds - std::floor(0.3 * seconds));
  std::optional<Reflection> reflection;
  if (is_patella_reflected(view)) reflection.emplace(*stage.knee);
  add_surfaces(scene, stage, state, view, reflection);
  // Nothing of the lining, and none of the cells on it, where it is not drawn itself.
  const bool has_lining =
      view.focus != ViewName::defect && !is_left_out(PartId::capsule, *stage.scenario, view);
  if (shows(view, Layer::capsule) && has_lining && !only_nerve(stage, view))
    add_villi(scene, stage, state.joint);
  add_syringe(scene, stage, state, view);

  const Crater crater(*stage.knee);
  std::optional<Relief> relief;
  if (!crater.is_empty() && state.defect.fill > kBareFill)
    relief.emplace(crater, state.defect.fill, stage.scenario->seed, state.patch);
  const std::size_t first_surface = scene.surfaces.size();
  if (relief && shows(view, Layer::cartilage) && !only_nerve(stage, view))
    add_repair_tissue(scene, stage, state, crater, *relief);
  const bool goes_along = reflection && stage.knee->shape.lesion_site == params::LesionSite::patella;
  if (goes_along) reflect(scene, first_surface, *reflection);
  if (shows(view, Layer::cells) && !only_nerve(stage, view)) {
    const float radius = cell_radius(view.orbit);
    const float close = 1 - glm::smoothstep(90.0f, 300.0f, view.orbit.distance);
    if (stage.cells && !reflection)  // an opened joint has lost the fluid that they drift in
      stage.cells->add(view, state.day, 0, scene.cells);
    const std::size_t first_cell = scene.cells.size();
    add_repair_cells(crater, relief ? &*relief : nullptr, state.defect, glm::mix(0.55f, 1.0f, close) * radius,
                     seconds, scene.cells, glm::mix(0.22f, 1.0f, close), state.patch,
                     stage.scenario->defect_model);
    if (goes_along)
      for (std::size_t i = first_cell; i < scene.cells.size(); ++i)
        scene.cells[i].position = reflection->at(scene.cells[i].position);
    if (has_lining) add_lining_cells(*stage.knee, *stage.scenario, state.joint, radius, seconds, scene.cells);
  }
  if (shows(view, Layer::cells) && stage.cells_per_record > 0) add_given_cells(scene, stage, state, view);
  const bool shows_wound = shows(view, Layer::nerves) && has_nerve_injury(stage, state) &&
                           !is_left_out(PartId::peroneal_nerve, *stage.scenario, view);
  if (shows_wound) add_nerve_pieces(scene, stage, state, view);
  if (shows_wound && sheath_opacity(view) < 1) {
    const NerveSite site = nerve_site(*stage.scenario, nerve_lesion(stage), state.day);
    scene.nerves.push_back(draw_nerve(stage.knee->peroneal_nerve, site, state.nerve, seconds));
    scene.nerves.back().bruise = bruise_on(stage.scenario->nerve, state.day);
    scene.nerves.back().young_sheath = young_sheath_on(state.day);
    scene.nerves.back().cable = static_cast<float>(cable_width(*stage.scenario, state));
    if (shows(view, Layer::cells))
      add_schwann_cells(scene.nerves.back(), state.nerve, *stage.scenario, seconds, scene.cells);
  }
  return scene;
}

}  // namespace mend::scene
