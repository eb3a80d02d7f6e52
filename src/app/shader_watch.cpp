#include "app/shader_watch.h"

#include <filesystem>
#include <set>
#include <utility>

#include "base/hash.h"

namespace mend::app {
namespace fs = std::filesystem;

ShaderWatch::ShaderWatch(std::string folder) : folder_(std::move(folder)), seen_(look()) {}

std::uint64_t ShaderWatch::look() const {
  std::error_code error;
  std::set<fs::path> files;  // a folder lists them in any order
  for (const auto& entry : fs::directory_iterator(folder_, error)) files.insert(entry.path());
  Hash hash;
  for (const fs::path& file : files) {
    hash.add(file.filename().string());
    hash.add(static_cast<std::uint64_t>(fs::file_size(file, error)));
    hash.add(static_cast<std::uint64_t>(fs::last_write_time(file, error).time_since_epoch().count()));
  }
  return hash.value();
}

bool ShaderWatch::has_changed() {
  const std::uint64_t now = look();
  return std::exchange(seen_, now) != now;
}

}  // namespace mend::app
