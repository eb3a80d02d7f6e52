// Every shader program of the renderer: declared in one table, compiled when first needed, kept when a reload
// fails.
#pragma once
#include <array>
#include <string>
#include <vector>

#include "base/result.h"
#include "gl/context.h"
#include "gl/program.h"
#include "scene/view.h"

namespace mend::render {

/// How much a shader does. low: one light layer, and the tone curve in the pass; direct: everything, the tone
/// curve in the pass (no half-float targets); hdr: everything, the tone curve afterwards.
enum class Look { low, direct, hdr };
inline constexpr std::size_t kLooks = 3;

enum class Shading {
  bone,
  cartilage,
  fibrous,
  soft,
  nerve,
  vessel,
  metal,
  thin_bone,
  thin_cartilage,
  thin_fibrous,
  thin_soft,
  thin_nerve,
  thin_vessel,
  thin_metal,
  shadow,
  depth,
  axons,
  glow,
  cell_points,
  cell_quads,
  specks,
  cell_shapes,
  field,
  haze,
  background,
  composite,
  post,
  post_focus,
  half,
  blur,
  attenuation,
  film,
  inside,
  inside_fibrous,
  inside_nerve,
  cap,
};
inline constexpr std::size_t kShadings = 36;

/// What a look and the profile of its lights make of a shading. The low look has the lights as constants: a
/// software rasteriser reads every number of a block anew for each pixel.
struct Variant {
  Look look = Look::low;
  scene::Profile profile = scene::Profile::dark;  // makes a difference to the low look alone
  bool is_cut = false;                            // planes or a ball lift something off
};
inline constexpr std::size_t kVariants = 2 * (kLooks - 1 + scene::kProfiles.size());

/// What a program is made of.
struct Recipe {
  std::string name;  // "bone, low"
  std::string vertex, fragment;
  std::vector<std::string> defines;
};
[[nodiscard]] Recipe recipe(Shading shading, const Variant& variant);
/// Every pair that a frame can ask for.
[[nodiscard]] std::vector<Recipe> all_recipes();

/// Texture units and block bindings, the same in every program.
enum Unit : unsigned {
  kGrainUnit,
  kCellularUnit,
  kShadowUnit,
  kPathUnit,
  kLightSumUnit,
  kWeightSumUnit,
  kLightUnit,
  kDepthUnit,
  kHalfUnit
};
enum Block : unsigned {
  kFrameBlock,
  kDrawBlock,
  kNerveBlock,
  kCellsBlock,
  kBodyBlock,
  kFilmBlock,
  kCapBlock
};

class Programs {
 public:
  Programs(std::string folder, gl::Dialect dialect) : folder_(std::move(folder)), dialect_(dialect) {}
  /// Compiles what one variant needs, which use() then finds; problems name file and line. What failed is not
  /// tried again before a reload.
  [[nodiscard]] std::vector<Problem> prepare(const Variant& variant);
  /// Compiles again what is in use.
  [[nodiscard]] std::vector<Problem> reload();
  void use(Shading shading);
  [[nodiscard]] Look look() const { return variant_.look; }

 private:
  [[nodiscard]] std::vector<Problem> build(Shading shading, const Variant& variant);

  std::string folder_;
  gl::Dialect dialect_;
  Variant variant_;
  std::array<gl::Program, kShadings * kVariants> programs_;
  std::array<std::vector<Problem>, kVariants> failed_;
};

}  // namespace mend::render
