#include "params/reference.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "params/describe.h"
#include "params/spread.h"

using namespace mend::params;

namespace {

/// Fails for each field that is not on the page.
struct OnPage : Visitor {
  explicit OnPage(const std::string& text) : page(text) {}
  void number(const Field& field, double&, double) override { look(field); }
  void whole(const Field& field, int&, int) override { look(field); }
  void flag(const Field& field, bool&, bool) override { look(field); }
  void choice(const Field& field, std::span<const Option>, int&, int) override { look(field); }
  void look(const Field& field) {
    CAPTURE(path(field));
    CHECK(page.find(path(field)) != std::string::npos);
    CHECK(page.find(field.name) != std::string::npos);
    CHECK(page.find(field.standing.text) != std::string::npos);
  }
  const std::string& page;
};

}  // namespace

TEST_CASE("both references name every field with its key and what it stands on") {
  Scenario scenario;
  scenario.regimen.resize(1);
  const std::string markdown = parameters_markdown();
  const std::string text = parameters_text(Scenario{});
  OnPage in_markdown(markdown);
  describe(scenario, in_markdown);
  OnPage in_text(text);
  describe(scenario, in_text);
}

TEST_CASE("every row of the page has the cells of its table") {
  const std::string page = parameters_markdown();
  std::size_t rows = 0;
  for (std::size_t at = 0; at < page.size();) {
    const std::size_t end = page.find('\n', at);
    const std::string line = page.substr(at, end - at);
    at = end + 1;
    if (line.find(" | `") == std::string::npos) continue;
    CAPTURE(line);
    CHECK(std::count(line.begin(), line.end(), '|') == 8);
    ++rows;
  }
  CHECK(rows > 100);
  CHECK(page.find("not a prediction") != std::string::npos);
}

TEST_CASE("the page tells how people differ") {
  const std::string page = parameters_markdown();
  for (const Spread& spread : spreads()) {
    CAPTURE(spread.path);
    CHECK(page.find("| `" + std::string(spread.path) + "` | " + std::string(spread.draw) + " | " +
                    in_words(spread)) != std::string::npos);
  }
}
