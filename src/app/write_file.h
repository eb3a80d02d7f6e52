// Files that are written whole or not at all.
#pragma once
#include <functional>
#include <ostream>
#include <string>

#include "base/result.h"

namespace mend::app {

/// What `write` puts out lies under another name until it is complete. Hands back the path.
[[nodiscard]] Result<std::string> write_file(const std::string& path,
                                             const std::function<void(std::ostream&)>& write);

}  // namespace mend::app
