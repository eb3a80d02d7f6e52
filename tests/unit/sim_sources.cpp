// The same bits on every machine: glibc picks other code for these on other processors.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>

TEST_CASE("the models call no elementary function but those of base/math.h") {
  const std::regex library(
      R"((std::|[^:\w])(exp2?|expm1|log|log2|log10|log1p|pow|tanh|sinh|cosh|sin|cos|tan|asin|acos|atan2?|cbrt|hypot|erfc?|tgamma|lgamma|fma)\()");
  int files = 0;
  for (const char* folder : {"/src/sim", "/src/timeline"}) {
    for (const auto& entry : std::filesystem::directory_iterator(MEND_SOURCE_DIR + std::string(folder))) {
      std::ifstream file(entry.path());
      std::string line;
      for (int number = 1; std::getline(file, line); ++number) {
        const std::string code = line.substr(0, line.find("//"));
        CAPTURE(entry.path().string());
        CAPTURE(number);
        CHECK_FALSE(std::regex_search(code, library));
      }
      ++files;
    }
  }
  CHECK(files > 15);
}
