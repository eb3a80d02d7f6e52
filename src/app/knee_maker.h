// Knees as scenarios ask for them: from a file, from what the last one left, or built.
#pragma once
#include <memory>

#include "app/inputs.h"
#include "app/knee_cache.h"

namespace mend::app {

class KneeMaker {
 public:
  explicit KneeMaker(KneeCache cache = KneeCache::of_user()) : cache_(std::move(cache)) {}

  /// While only the flexion changes, bones and cartilage are those of the last knee. A left knee is the right
  /// one mirrored. From one thread at a time.
  [[nodiscard]] anatomy::Knee make(const KneeRequest& request, int threads,
                                   const anatomy::Progress& progress = {});
  /// Whether the next knee is only the last one bent further.
  [[nodiscard]] bool only_bends(const KneeRequest& request) const;
  /// What the last knee was bent from; null before the first.
  [[nodiscard]] const std::shared_ptr<const anatomy::Rest>& rest() const { return rest_; }

 private:
  KneeCache cache_;
  std::shared_ptr<const anatomy::Rest> rest_;
};

}  // namespace mend::app
