// What the curves can be about: one topic at a time, offered where the scenario has something to say of it.
#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "params/arms.h"
#include "params/scenario.h"

namespace mend::ui {

enum class Topic { joint, nerve, muscle, ligament, medicine, cells };
inline constexpr std::size_t kTopics = 6;

/// "Joint": on the tab.
[[nodiscard]] std::string_view name(Topic topic);
/// The model behind the curves: "joint and cartilage model, after Baker and Lutianov".
[[nodiscard]] std::string_view model(Topic topic, const params::Scenario& scenario);

/// The topics that concern a scenario or the arm it is compared with, never none.
[[nodiscard]] std::vector<Topic> topics(const params::Scenario& scenario,
                                        params::Arm arm = params::Arm::as_given);
/// The chosen one if it is among them, else what the scenario is mainly about.
[[nodiscard]] Topic topic_of(const params::Scenario& scenario, params::Arm arm, std::optional<Topic> chosen);

/// Whether an event puts cells into a person.
[[nodiscard]] bool gives_cells(params::EventKind kind);
/// Whether any medicine is taken.
[[nodiscard]] bool takes_medicine(const params::Medicine& medicine);
/// Whether the joint itself is ill, worn, hurt or treated.
[[nodiscard]] bool concerns_joint(const params::Scenario& scenario);

}  // namespace mend::ui
