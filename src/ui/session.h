// What the interface writes, and nothing else.
#pragma once
#include <optional>

#include "params/arms.h"
#include "params/scenario.h"
#include "scene/view.h"
#include "ui/topics.h"

namespace mend::ui {

struct Transport {
  double day = 0;
  double speed = 7;  // days a second
  bool playing = true;
  bool looping = true;
};

/// How the curves are read.
struct Reading {
  std::optional<Topic> topic;      // as the person chose; else what the scenario is mainly about
  std::optional<params::Arm> arm;  // drawn beside the scenario, as the person chose; as_given = none
  bool has_band = true;            // where 8 of 10 people like this would lie
  bool has_ghosts = false;         // twenty of them, one by one
};

struct Session {
  params::Scenario scenario;
  scene::View view;
  Transport transport;
  Reading reading;
};

/// Days a second at which playback advances now: the chosen speed, but slower just after a treatment, when
/// more happens in a day than later in a month.
[[nodiscard]] double pace(const Session& session);

}  // namespace mend::ui
