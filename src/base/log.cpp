#include "base/log.h"

#include <iostream>
#include <string>

namespace mend::log {
namespace {

void write_line(std::string_view start, std::string_view text) {
  std::string line(start);
  // One message, one line: a file name or a driver's message may carry line breaks or terminal codes.
  for (const char c : text) line += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? ' ' : c;
  std::cerr << line << '\n' << std::flush;
}

}  // namespace

void note(std::string_view line) {
  write_line("mend: ", line);
}

void warn(std::string_view line) {
  write_line("mend: warning: ", line);
}

void report(std::span<const Problem> problems) {
  for (const Problem& problem : problems) write_line("mend: ", problem.text());
}

}  // namespace mend::log
