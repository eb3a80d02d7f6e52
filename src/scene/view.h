// How someone looks: camera, layers, light and quality. Written by the interface, read by compose.
#pragma once
#include <array>
#include <glm/glm.hpp>
#include <optional>
#include <string_view>

#include "anatomy/parts.h"
#include "scene/cutaway.h"

namespace mend::scene {

/// The ground and its light: dark and light rooms, a projector in a bright room, and the strongest contrast.
enum class Profile { dark, light, projector, high_contrast };
inline constexpr std::array kProfiles = {Profile::dark, Profile::light, Profile::projector, Profile::high_contrast};
/// "dark", "light", "projector", "high-contrast".
[[nodiscard]] std::string_view key(Profile profile);
/// Whether the ground is darker than what stands before it.
[[nodiscard]] constexpr bool is_dark(Profile profile) {
  return profile == Profile::dark || profile == Profile::high_contrast;
}
enum class Quality { low, medium, high };

/// The named views; the name also says what is in focus.
enum class ViewName {
  anterior, lateral, posterior, medial, axial, plateau, reflected, defect, nerve, ligament, muscle, oblique45,
};
inline constexpr std::array kViewNames = {ViewName::anterior,  ViewName::lateral,  ViewName::posterior,
                                          ViewName::medial,    ViewName::axial,    ViewName::plateau,
                                          ViewName::reflected, ViewName::defect,   ViewName::nerve,
                                          ViewName::ligament,  ViewName::muscle,   ViewName::oblique45};
/// "anterior" ... "45-degree".
[[nodiscard]] std::string_view key(ViewName name);
[[nodiscard]] std::optional<ViewName> view_named(std::string_view key);

/// A perspective camera as the renderer needs it.
struct Camera {
  glm::vec3 eye{0, 300, 0};
  glm::vec3 target{0};
  glm::vec3 up{0, 0, 1};
  float field_of_view = 30;  // degrees, vertical
  float near_plane = 1, far_plane = 2000;

  [[nodiscard]] glm::mat4 view() const;
  [[nodiscard]] glm::mat4 projection(float aspect) const;
};

/// A turntable: where a person is round the target.
struct Orbit {
  glm::vec3 target{0};
  float azimuth = 0;     // degrees; 0 = from the front, 90 = from lateral
  float elevation = 0;   // degrees, -85 to 85
  float distance = 400;  // mm
  float field_of_view = 30;
  float roll = 0;        // degrees the camera leans to its right; only close-ups lean

  [[nodiscard]] Camera camera() const;
};

/// What can be shown or hidden.
enum class Layer { bones, cartilage, menisci, ligaments, capsule, muscles, vessels, nerves, skin, cells, fields, count };
inline constexpr std::size_t kLayers = static_cast<std::size_t>(Layer::count);
/// "bones" ... "fields".
[[nodiscard]] std::string_view key(Layer layer);

/// Names beside the picture.
enum class Names { none, plain, latin };

struct View {
  Orbit orbit;
  ViewName focus = ViewName::oblique45;  // what gives way, and where Reset returns
  std::array<bool, kLayers> layers{true, true, true, true, true, false, false, true, false, true, false};
  Profile profile = Profile::dark;
  Quality quality = Quality::low;
  Names names = Names::none;
  std::optional<anatomy::PartId> selected;  // named, and told about
  double seconds = 0;         // animation clock handed in by app; 0 in stills
  bool reduced_motion = false;
  bool has_background = true; // without, a picture is transparent beside what is drawn
  Cutaway cutaway;
  bool radiograph = false;        // as on a film: the whole knee, whatever layers are shown
};

}  // namespace mend::scene
