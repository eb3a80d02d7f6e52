// Where the program's own files are.
#pragma once
#include <string>

#include "base/result.h"

namespace mend::app {

/// The folder that holds assets/ and shaders/: the first one found going up from the program itself.
[[nodiscard]] Result<std::string> data_folder();

/// A scenario by path, or by bare name ("nerve-crush") from the shipped ones.
[[nodiscard]] std::string scenario_path(const std::string& data_folder, const std::string& path_or_name);

}  // namespace mend::app
