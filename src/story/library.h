// Everything the story tells, read together, so that no part names another that is not there.
#pragma once
#include <string>
#include <vector>

#include "base/result.h"
#include "story/chapters.h"
#include "story/evidence.h"
#include "story/options.h"

namespace mend::story {

struct Library {
  std::vector<Claim> claims;
  std::vector<Chapter> chapters;
  std::vector<OptionCard> options;
};

/// evidence.json, chapters.json and options.json of this folder; scenarios are those of its folder
/// "scenarios".
[[nodiscard]] Result<Library> read_library(const std::string& folder);

/// Names of the scenarios of a folder, in alphabetical order.
[[nodiscard]] std::vector<std::string> scenario_names(const std::string& folder);

}  // namespace mend::story
