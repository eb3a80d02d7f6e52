// From a scenario to what the anatomy, the models and the picture are handed.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "anatomy/knee.h"
#include "base/result.h"
#include "params/scenario.h"
#include "sim/simulate.h"

namespace mend::app {

/// Cells drawn of all that are injected; each stands for many, and the screen says how many.
inline constexpr std::size_t kDrawnCells = 4000;

/// People whose runs make the bands of the curves.
inline constexpr int kPeople = 40;

/// The knee a scenario asks for.
struct KneeRequest {
  anatomy::KneeShape shape;
  params::Side side = params::Side::right;
  anatomy::Extent extent = anatomy::Extent::whole;
  bool operator==(const KneeRequest&) const = default;
};
[[nodiscard]] KneeRequest knee_request(const params::Scenario& scenario,
                                       anatomy::Extent extent = anatomy::Extent::whole);

[[nodiscard]] sim::Geometry geometry(const params::Scenario& scenario);

/// What the command line says about a scenario.
struct ScenarioRequest {
  std::string scenario = "cartilage-injury";  // a path, or the name of a shipped one
  std::optional<std::string> lens;
  std::vector<std::string> settings;          // key=value
};

/// Reads it and applies the settings and the lens; nothing is half-applied.
[[nodiscard]] Result<params::Scenario> load_scenario(const ScenarioRequest& request, const std::string& data_folder);

}  // namespace mend::app
