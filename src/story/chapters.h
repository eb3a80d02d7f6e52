// The chapters of the story: what each opens, says and shows of the evidence.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "params/scenario.h"
#include "story/known.h"

namespace mend::story {

struct Chapter {
  std::string id, title;
  std::string caption;            // at most 30 words, reading grade 7 at most
  std::string scenario;           // the name of the one it opens
  std::vector<std::string> also;  // scenarios that its claims stand beside as well
  params::Lens lens = params::Lens::trials;
  std::vector<std::string> claims;  // ids; the certainty of the first stands on the chapter
};

/// Reads the file. A problem with its place is: a claim or a scenario that is not known, a first claim that
/// is unverified, a caption too long or too hard to read, and a number in title or caption that is not from
/// the claims of the chapter (story/numbers.h).
[[nodiscard]] Result<std::vector<Chapter>> read_chapters(const std::string& path, const Known& known);
[[nodiscard]] Result<std::vector<Chapter>> parse_chapters(std::string_view text, const std::string& file_name,
                                                          const Known& known);

/// Whether the chapter opens this scenario or stands beside it.
[[nodiscard]] bool stands_beside(const Chapter& chapter, std::string_view scenario);

}  // namespace mend::story
