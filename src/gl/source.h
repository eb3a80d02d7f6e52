// Shader text: one source for every dialect. A prelude goes before it, `#include "file.glsl"` is replaced by
// the file (once), and messages of a compiler are told in the file and line a person wrote. Needs no context.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "gl/context.h"

namespace mend::gl {

enum class Stage { vertex, fragment };

struct Source {
  struct Place {
    std::string file;
    int line = 0;
  };
  std::string text;
  std::vector<Place> places;  // of each line of text

  /// A driver's message ("0:12(3): error: ..."), each line with the file and line it means.
  [[nodiscard]] std::vector<Problem> explain(std::string_view message) const;
};

/// Reads folder/file and what it includes. A missing or self-including file, or a #version line, is a
/// problem.
[[nodiscard]] Result<Source> read_source(const std::string& folder, const std::string& file, Stage stage,
                                         Dialect dialect, const std::vector<std::string>& defines);

}  // namespace mend::gl
