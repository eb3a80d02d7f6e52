// What a machine would not do for a frame: each thing is told once, however many frames it concerns.
#pragma once
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"

namespace mend::render {

class Faults {
 public:
  /// "`what`: `cause`", at the place of the cause.
  void tell(const std::string& what, const Problem& cause) {
    Problem fault{cause.file, cause.line, cause.column, what + ": " + cause.message};
    if (told_.insert(fault.text()).second) faults_.push_back(std::move(fault));
  }
  [[nodiscard]] std::vector<Problem> take() { return std::exchange(faults_, {}); }
  /// What is told again if it is still so.
  void forget() { told_.clear(); }

 private:
  std::vector<Problem> faults_;
  std::set<std::string> told_;
};

}  // namespace mend::render
