// The window: opens it, runs the frame loop, returns when it is closed.
#pragma once
#include <optional>
#include <string>

#include "app/shader_watch.h"
#include "base/result.h"
#include "params/scenario.h"
#include "render/image.h"
#include "scene/view.h"

namespace mend::app {

struct WindowOptions {
  params::Scenario scenario;
  double day = 0;
  bool fullscreen = false;
  std::optional<scene::Quality> quality;  // chosen from the graphics card if not given
  std::optional<render::Image> logo;
  std::string data_folder;
  bool watches_shaders = kIsDevBuild;  // compiles them again when their files change
};

/// Exit::environment, with one sentence, without a display or OpenGL 3.3.
[[nodiscard]] Exit run_window(const WindowOptions& options);

}  // namespace mend::app
