#include "app/paths.h"

#include <filesystem>

namespace mend::app {
namespace fs = std::filesystem;

Result<std::string> data_folder() {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  for (fs::path folder = program.parent_path(); !folder.empty(); folder = folder.parent_path()) {
    if (fs::is_directory(folder / "assets" / "scenarios", error) && fs::is_directory(folder / "shaders", error))
      return folder.string();
    if (folder == folder.root_path()) break;
  }
  return Problem{.file = {}, .line = 0, .column = 0,
                 .message = "the folders assets and shaders are not beside the program or above it: keep mend inside "
                            "its source tree, or copy both folders next to it"};
}

std::string scenario_path(const std::string& data_folder, const std::string& path_or_name) {
  std::error_code error;
  const fs::path shipped = fs::path(data_folder) / "assets" / "scenarios" / (path_or_name + ".json");
  const bool bare = path_or_name.find('/') == std::string::npos && path_or_name.find('.') == std::string::npos;
  if (bare && !fs::exists(path_or_name, error) && fs::exists(shipped, error)) return shipped.string();
  return path_or_name;
}

}  // namespace mend::app
