// What the interface writes, and nothing else: a session is exactly these three.
#pragma once
#include "params/scenario.h"
#include "scene/view.h"

namespace mend::ui {

struct Transport {
  double day = 0;
  double speed = 7;  // days a second
  bool playing = true;
  bool looping = true;
};

struct Session {
  params::Scenario scenario;
  scene::View view;
  Transport transport;
};

/// Days a second at which playback advances now: the chosen speed, but slower just after a treatment, when more happens
/// in a day than later in a month.
[[nodiscard]] double pace(const Session& session);

}  // namespace mend::ui
