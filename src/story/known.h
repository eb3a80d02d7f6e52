// What the files of the story may name: claims of the evidence, and shipped scenarios.
#pragma once
#include <string>
#include <vector>

#include "story/evidence.h"

namespace mend::story {

struct Known {
  std::vector<Claim> claims;
  std::vector<std::string> scenarios;  // names
};

}  // namespace mend::story
