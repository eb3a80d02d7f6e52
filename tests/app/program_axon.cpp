// mend axon as a person meets it.
#include <doctest/doctest.h>

#include "process.h"

using mend::test::run_mend;

namespace {

/// The number after these words, as printed.
double number_after(const std::string& text, const std::string& words) {
  const std::size_t at = text.find(words);
  REQUIRE_MESSAGE(at != std::string::npos, text);
  return std::stod(text.substr(at + words.size()));
}

}  // namespace

TEST_CASE("mend axon prints the velocity of the cable beside that of the formula") {
  const auto outcome = run_mend("axon --diameter 10");
  CHECK(outcome.code == 0);
  const double cable = number_after(outcome.out, "live cable"), formula = number_after(outcome.out, "closed formula");
  CHECK(cable > 52);
  CHECK(cable < 60);
  CHECK(formula > 52);
  CHECK(formula < 60);
  CHECK(outcome.out.find("delayed") == std::string::npos);
  CHECK(number_after(run_mend("axon --diameter 10 --temperature 32").out, "live cable") < 0.88 * cable);
  CHECK(number_after(run_mend("axon --diameter 10 --myelin 0.25").out, "live cable") < 0.66 * cable);
}

TEST_CASE("mend axon tells delay from block") {
  const auto delayed = run_mend("axon --diameter 10 --demyelinate 2:0.1");
  CHECK(delayed.code == 0);
  CHECK(number_after(delayed.out, "delayed by ") > 0.050);
  CHECK(number_after(delayed.out, "delayed by ") < 0.100);
  CHECK(run_mend("axon --diameter 10 --demyelinate 2:0.025").out.find("blocked") != std::string::npos);
  const auto bare = run_mend("axon --diameter 10 --myelin 0.05 --demyelinate 1:0.5");
  CHECK(bare.code == 0);
  CHECK(bare.out.find("blocked") != std::string::npos);
}

TEST_CASE("mend axon refuses what it cannot run and says what is allowed") {
  const auto refuses = [](const std::string& arguments, const std::string& allowed) {
    CAPTURE(arguments);
    const auto outcome = run_mend("axon " + arguments);
    CHECK(outcome.code == 2);
    CHECK(outcome.out.empty());
    CHECK_MESSAGE(outcome.err.find(allowed) != std::string::npos, outcome.err);
  };
  CHECK(run_mend("axon").code == 2);
  refuses("--diameter 0.5", "1 to 16");
  refuses("--diameter 17", "1 to 16");
  refuses("--diameter nan", "1 to 16");
  refuses("--diameter 10 --temperature 80", "20 to 42");
  refuses("--diameter 10 --myelin 0", "0.005 to 1");
  for (const char* bad : {"2", "2:", ":0.1", "0:0.1", "2.5:0.1", "2:0", "2:1.5", "99:0.1", "two:0.1", "2:0.1:3"})
    refuses(std::string("--diameter 10 --demyelinate ") + bad, "INTERNODES:FRACTION");
}
