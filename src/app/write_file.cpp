#include "app/write_file.h"

#include <filesystem>
#include <fstream>

namespace mend::app {

Result<std::string> write_file(const std::string& path, const std::function<void(std::ostream&)>& write) {
  const std::string temporary = path + ".part";
  std::ofstream out(temporary);
  if (out) write(out);
  out.close();
  std::error_code error;
  if (out) std::filesystem::rename(temporary, path, error);
  if (out && !error) return path;
  std::filesystem::remove(temporary, error);
  return Problem{
      .file = path, .line = 0, .column = 0, .message = "cannot be written: choose a folder you may write to"};
}

}  // namespace mend::app
