#include "app/snapshot.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace mend::app {
namespace fs = std::filesystem;
namespace {

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

/// The line XDG_PICTURES_DIR="$HOME/Bilder" of user-dirs.dirs.
std::string configured(const Places& places) {
  std::ifstream file(fs::path(places.configuration) / "user-dirs.dirs");
  constexpr std::string_view kKey = "XDG_PICTURES_DIR=\"";
  for (std::string line; std::getline(file, line);) {
    if (!line.starts_with(kKey)) continue;
    std::string folder = line.substr(kKey.size(), line.find('"', kKey.size()) - kKey.size());
    constexpr std::string_view kHome = "$HOME";
    if (folder.starts_with(kHome)) folder.replace(0, kHome.size(), places.home);
    return folder;
  }
  return {};
}

}  // namespace

Places places_from_environment() {
  Places places{variable("HOME"), variable("XDG_PICTURES_DIR"), variable("XDG_CONFIG_HOME")};
  if (places.configuration.empty()) places.configuration = (fs::path(places.home) / ".config").string();
  return places;
}

std::string pictures_folder(const Places& places) {
  std::vector<std::string> wanted = {places.pictures, configured(places)};
  if (!places.home.empty()) wanted.push_back((fs::path(places.home) / "Pictures").string());
  std::error_code error;
  for (const std::string& folder : wanted) {
    if (folder.empty() || !fs::path(folder).is_absolute()) continue;
    fs::create_directories(folder, error);
    if (fs::is_directory(folder, error)) return folder;
  }
  return fs::current_path(error).string();
}

Result<std::string> save_picture(const render::Image& image, const std::string& folder,
                                 const std::string& name, double day) {
  const std::string stem = "mend-" + name + "-day-" + std::to_string(static_cast<int>(day));
  std::error_code error;
  fs::path path = fs::path(folder) / (stem + ".png");
  for (int number = 2; fs::exists(path, error); ++number)
    path = fs::path(folder) / (stem + "-" + std::to_string(number) + ".png");
  return render::write_png(image, path.string());
}

}  // namespace mend::app
