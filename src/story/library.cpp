#include "story/library.h"

#include <algorithm>
#include <filesystem>
#include <utility>

namespace mend::story {
namespace fs = std::filesystem;

std::vector<std::string> scenario_names(const std::string& folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator file(folder, error), end; !error && file != end; file.increment(error))
    if (file->path().extension() == ".json") names.push_back(file->path().stem().string());
  std::sort(names.begin(), names.end());
  return names;
}

Result<Library> read_library(const std::string& folder) {
  auto claims = read_evidence(folder + "/evidence.json");
  if (!claims.is_ok()) return claims.problems();
  Known known{std::move(claims).value(), scenario_names(folder + "/scenarios")};
  auto chapters = read_chapters(folder + "/chapters.json", known);
  if (!chapters.is_ok()) return chapters.problems();
  auto options = read_options(folder + "/options.json", known);
  if (!options.is_ok()) return options.problems();
  return Library{std::move(known.claims), std::move(chapters).value(), std::move(options).value()};
}

}  // namespace mend::story
