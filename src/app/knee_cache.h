// Knees kept in files between runs of the program. A file that is missing, cut off, changed or made by
// another build of the program is as good as none; a folder that cannot be written is left alone. Either is
// one line in the log, never a failure.
#pragma once
#include <cstdint>
#include <memory>
#include <string>

#include "anatomy/rest.h"

namespace mend::app {

class KneeCache {
 public:
  /// An empty folder keeps nothing. `build` tells one build of the program from another.
  KneeCache(std::string folder, std::uint64_t build) : folder_(std::move(folder)), build_(build) {}
  /// mend in $XDG_CACHE_HOME, else in ~/.cache, else nowhere; for this very program.
  [[nodiscard]] static KneeCache of_user();

  /// Null if there is none.
  [[nodiscard]] std::shared_ptr<const anatomy::Rest> read(const anatomy::KneeShape& shape) const;
  /// Keeps the few used last.
  void write(const anatomy::Rest& rest) const;
  /// The file of a shape; its flexion does not count.
  [[nodiscard]] std::string path(const anatomy::KneeShape& shape) const;

 private:
  std::string folder_;
  std::uint64_t build_;
};

}  // namespace mend::app
