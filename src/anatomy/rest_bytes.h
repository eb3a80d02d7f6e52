// What does not change as a knee bends, as bytes and back: for a file that spares building it again.
#pragma once
#include <memory>
#include <span>
#include <vector>

#include "anatomy/rest.h"

namespace mend::anatomy {

/// In the byte order of this machine.
[[nodiscard]] std::vector<std::byte> bytes_of(const Rest& rest);
/// Null if these bytes are not those of a whole knee.
[[nodiscard]] std::shared_ptr<const Rest> rest_of(std::span<const std::byte> bytes);

}  // namespace mend::anatomy
