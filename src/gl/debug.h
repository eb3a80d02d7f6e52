// Names for what a debugger shows, and a record of what the driver complains about.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace mend::gl {

/// Everything drawn while it lives sits in one named group of the frame.
class DebugGroup {
 public:
  explicit DebugGroup(std::string_view name);
  ~DebugGroup();
  DebugGroup(const DebugGroup&) = delete;
  DebugGroup& operator=(const DebugGroup&) = delete;
};

/// Collects errors and warnings of the driver while it lives; for tests. Notifications are left out.
class DebugCapture {
 public:
  DebugCapture();
  ~DebugCapture();
  DebugCapture(const DebugCapture&) = delete;
  DebugCapture& operator=(const DebugCapture&) = delete;

  [[nodiscard]] const std::vector<std::string>& messages() const { return messages_; }

 private:
  std::vector<std::string> messages_;
};

inline constexpr std::string_view kOutOfMemory = "GL_OUT_OF_MEMORY";
/// The oldest error not yet read ("GL_INVALID_OPERATION"), or "" when there is none.
[[nodiscard]] std::string last_error();

}  // namespace mend::gl
