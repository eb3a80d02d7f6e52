// Notices that somebody works on the shaders while the window is open.
#pragma once
#include <cstdint>
#include <string>

namespace mend::app {

/// Builds for developers watch the shaders and ask the driver for its messages.
#ifdef MEND_DEV
inline constexpr bool kIsDevBuild = true;
#else
inline constexpr bool kIsDevBuild = false;
#endif

class ShaderWatch {
 public:
  explicit ShaderWatch(std::string folder);
  /// Whether a file of the folder was written, added or taken away since the last call.
  [[nodiscard]] bool has_changed();

 private:
  [[nodiscard]] std::uint64_t look() const;

  std::string folder_;
  std::uint64_t seen_;  // a hash of names, sizes and times
};

}  // namespace mend::app
