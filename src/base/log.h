// What the program says on standard error, one line each. Only app decides to say it.
#pragma once
#include <span>
#include <string_view>

#include "base/result.h"

namespace mend::log {

/// Something done or found, for whoever watches.
void note(std::string_view line);
/// Something to know that does not stop the work.
void warn(std::string_view line);
/// Every problem on its own line, place first.
void report(std::span<const Problem> problems);

}  // namespace mend::log
