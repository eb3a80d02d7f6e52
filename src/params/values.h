// One value of one field, from and to the way a person writes it.
#pragma once
#include <span>
#include <string>

#include "base/json.h"
#include "params/describe.h"

namespace mend::params {

/// "16 mm", "5e7 cells", "0.05": reads back as the same bits.
[[nodiscard]] std::string number_text(const Field& field, double value);

/// "0 to 30 mm": what read_number allows.
[[nodiscard]] std::string range_text(const Field& field);

// Each reads the value of a field from a file. The problem has the place of the value, not the name of the
// file; it names `path`, says what is allowed and what was perhaps meant.
[[nodiscard]] Result<double> read_number(const Field& field, const std::string& path,
                                         const json::Value& value);
[[nodiscard]] Result<int> read_whole(const Field& field, const std::string& path, const json::Value& value);
[[nodiscard]] Result<bool> read_flag(const std::string& path, const json::Value& value);
/// The index of the option.
[[nodiscard]] Result<int> read_choice(std::span<const Option> options, const std::string& path,
                                      const json::Value& value);
[[nodiscard]] Result<std::uint64_t> read_seed(const std::string& path, const json::Value& value);
/// UTF-8 without control characters, of a length the field allows.
[[nodiscard]] Result<std::string> read_text(const Field& field, const std::string& path,
                                            const json::Value& value);

}  // namespace mend::params
