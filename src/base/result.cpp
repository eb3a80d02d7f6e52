#include "base/result.h"

#include <cstdlib>
#include <iostream>

namespace mend {

std::string Problem::text() const {
  std::string place = file;
  if (line > 0) {
    place += place.empty() ? "line " : ":";
    place += std::to_string(line);
    if (column > 0) place.append(":").append(std::to_string(column));
  }
  return place.empty() ? message : place + ": " + message;
}

void fail(std::string_view message) {
  std::cerr << "mend: a fault in the program itself: " << message << std::endl;
  std::_Exit(static_cast<int>(Exit::our_fault));
}

}  // namespace mend
