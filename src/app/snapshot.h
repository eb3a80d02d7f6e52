// Where pictures of the window go.
#pragma once
#include <string>

#include "base/result.h"
#include "render/image.h"

namespace mend::app {

/// What of a person's settings says where pictures belong.
struct Places {
  std::string home;           // $HOME
  std::string pictures;       // $XDG_PICTURES_DIR, usually empty
  std::string configuration;  // $XDG_CONFIG_HOME, else $HOME/.config
};
[[nodiscard]] Places places_from_environment();

/// XDG_PICTURES_DIR of the environment or of user-dirs.dirs, else Pictures in the home, else the current
/// folder; the first that exists or can be made.
[[nodiscard]] std::string pictures_folder(const Places& places);

/// Writes mend-NAME-day-D.png, or with -2, -3 ... rather than over another picture; returns the path.
[[nodiscard]] Result<std::string> save_picture(const render::Image& image, const std::string& folder,
                                               const std::string& name, double day);

}  // namespace mend::app
