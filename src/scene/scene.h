// Plain data for one frame: what to draw, never how. No OpenGL, no ImGui: a unit test can check a frame without a GPU.
#pragma once
#include <cstdint>
#include <deque>
#include <glm/glm.hpp>
#include <vector>

#include "anatomy/knee.h"
#include "anatomy/mesh.h"
#include "scene/cutaway.h"
#include "scene/view.h"

namespace mend::scene {

enum class Material {
  bone, cartilage, repair, meniscus, ligament, tendon, fat, synovium, nerve, nerve_sheath, metal, thread,
  muscle, artery, vein, skin, glass, ink,
};

/// A mesh with what changes about it from day to day. The mesh is owned by the knee or by Scene::made.
struct Surface {
  const anatomy::Mesh* mesh = nullptr;
  std::uint64_t version = 0;  // changes when the mesh's contents change; upload only then
  anatomy::PartId part{};     // what a click on it selects
  Material material = Material::bone;
  float opacity = 1;          // 1 = opaque, 0 = not drawn
  float inflammation = 0;     // 0-1, warms synovium, reddens eroded bone
  float wear = 0;             // 0-1, yellows, frays and bares cartilage; disorders fibres
  glm::vec2 sclerosis{0};     // 0-1, of bone under its joint surface, at either side of the knee: where x < 0, x > 0
  float hyaline_share = 1;    // repair tissue: 1 = glassy, 0 = pale and disordered
  float crush = -1;           // nerve: arclength of its crush in mm; below 0 = none
  float bruise = 0;           // 0-1, pinches and darkens the nerve at the crush; stains fibres round a wound
  float gap = 0;              // nerve: mm cut out of it, from its crush on
  float opened = 0;           // 0-1, share of its occlusion that is gone with what the view lifts off it
  bool is_coarse = false;     // drawn by the mesh's coarse net, if it has one
  glm::vec3 wound{0};         // middle of a wound in ligament or muscle
  float wound_radius = 0;     // mm about which its blood and oedema spread; 0 = none
  float swelling = 0;         // 0-1, of the wound; loose fibres: below 0, the share of their width that is gone
  glm::vec3 healing{0};       // wound tissue: shares of clot, granulation and scar in its colour
  anatomy::Bounds box;        // of the mesh
};

enum class CellKind { stem, chondrocyte, macrophage, lymphocyte, schwann };
inline constexpr std::size_t kCellKinds = 5;

/// What a cell is seen to do; each has one sign, whatever the kind (scene/cell_signs.h).
enum class CellSign { none, divides, signals, dies };

/// One drawn cell, laid out as the GPU reads it.
struct CellInstance {
  glm::vec3 position{0};
  float radius = 0.5f;  // mm on screen: cells are drawn larger and fewer, and the screen says so
  float kind = 0;       // CellKind; with a CellSign, what with_sign makes of the two
  float life = 1;       // 1 = whole, falling to 0 as it shrinks and fades
  float phase = 0;      // 0-1, wobble; wrapped by compose
  float spin = 0;       // 0-1, keyed, so that nuclei do not line up; also which way a long cell lies: spin_along
};
static_assert(sizeof(CellInstance) == 32);

/// One axon of the drawn fascicle, as a tube along the nerve's path. Arclengths in mm along Path.
struct AxonInstance {
  glm::vec2 offset{0};      // in the path's cross-section, mm
  float radius = 0.1f;      // mm, of the bare axon
  float integrity = 1;      // distal stump: 1 whole, 0 broken up
  float debris = 0;         // 0-1, beads of myelin left in the distal tube
  float tip = 0;            // arclength of the front; beyond the end = connected
  float myelin_front = 0;   // arclength up to which the new sheath follows
  float signal = -1;        // arclength of the travelling bead; below 0 = none
  float misdirected = 0;    // 1 = in a tube of the wrong kind
  float lamellae = 1;       // of the sheath over the bruised patch, of healthy
};
static_assert(sizeof(AxonInstance) == 40);

struct NerveDrawing {
  const anatomy::Path* path = nullptr;
  float lesion = 0;              // arclength
  float from = 0, to = 0;        // stretch drawn with its axons
  float sheath_radius = 1.8f;    // mm
  float bruise = 0;              // 0-1, pinches and darkens the fascicle at the lesion
  float young_sheath = 1.25f;    // radius of the sheaths made after injury, in radii of the axon
  float gap = 0;                 // mm without tubes, from the lesion on
  float cable = 1;               // width of the bundle across that gap, of its own
  float patch = 0;               // mm of bruised sheath about the lesion; above 0 no axon is cut
  std::vector<AxonInstance> axons;
};

/// A distance shown on a film, between two places in mm.
struct Caliper {
  glm::vec3 upper{0}, lower{0};
};

/// What tissue is steeped in; nothing is drawn that the models do not hold.
enum class FieldKind { inflammation, growth_factor, oxygen };
inline constexpr std::size_t kFieldKinds = 3;

/// A soft ball of a field, densest in its middle and gone at its radius; several make a volume.
struct FieldPuff {
  glm::vec3 position{0};
  float radius = 1;    // mm
  FieldKind kind{};
  float strength = 0;  // 0-1
};

/// Depth of field, the scale cue of a close-up; strength 0 = all is sharp.
struct FocalPlane {
  float distance = 100;  // mm from the eye
  float sharp = 0;       // mm before and behind it that are sharp too
  float strength = 0;    // radius of a point infinitely far behind, as a share of the picture's height
};

struct Scene {
  Camera camera;
  FocalPlane focus;
  Profile profile = Profile::dark;
  Quality quality = Quality::low;
  std::vector<Surface> surfaces;      // opaque and transparent, any order
  std::deque<anatomy::Mesh> made;     // meshes made for this frame (repair tissue); addresses stay valid
  std::vector<CellInstance> cells;
  std::vector<NerveDrawing> nerves;
  std::vector<FieldPuff> fields;
  float phase = 0;                    // 0-1, wrapped animation phase of slow wobble
  bool has_background = true;         // without, the picture is transparent beside what is drawn
  std::vector<CutPlane> cuts;         // at most Cutaway::kMostPlanes
  Peel peel;
  bool marks_hollow = false;          // for tests: the inside of a surface, which must never be seen, is magenta
  bool radiograph = false;            // surfaces are drawn as what they hold back of X-rays
  std::vector<Caliper> calipers;      // on the radiograph
};

}  // namespace mend::scene
