// Films: the days of their frames, and the program that is handed them.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

#include "app/film.h"
#include "process.h"

using namespace mend;
using namespace mend::app;

namespace {

/// A program in ffmpeg's place: a shell script.
std::string stand_in(const test::Folder& folder, const std::string& script) {
  const std::string path = folder.file("ffmpeg");
  test::write_text(path, "#!/bin/sh\n" + script);
  std::filesystem::permissions(path, std::filesystem::perms::owner_all);
  return path;
}

render::Image frame(std::uint8_t grey) {
  return {4, 2, std::vector<std::uint8_t>(32, grey)};
}

}  // namespace

TEST_CASE("a film goes from its first day to its last, slower after a treatment") {
  params::Scenario scenario;
  scenario.regimen = {
      {.day = 10, .kind = params::EventKind::cells, .dose = 1e7, .site = params::Site::joint}};
  const auto days = film_days(scenario, 0, 30, std::nullopt);
  CHECK(days.front() == 0);
  CHECK(days.back() == 30);
  CHECK(std::ranges::is_sorted(days));
  const auto at = [&](double day) { return std::ranges::lower_bound(days, day) - days.begin(); };
  CHECK(at(12) - at(10.1) > 3 * (at(4) - at(2)));
}

TEST_CASE("a film of so many seconds has thirty frames in each, and still both its ends") {
  const params::Scenario scenario;
  for (const double seconds : {0.01, 2.0, 60.0}) {
    const auto days = film_days(scenario, 5, 100, seconds);
    CHECK(days.size() == std::max<std::size_t>(2, static_cast<std::size_t>(seconds * kFramesPerSecond)));
    CHECK(days.front() == doctest::Approx(5));
    CHECK(days.back() == doctest::Approx(100));
    CHECK(std::ranges::is_sorted(days));
  }
}

TEST_CASE("the encoder hands over every byte, and the film appears when it is whole") {
  const test::Folder folder;
  const std::string out = folder.file("film.mp4");
  // The last argument is the file to write.
  Encoder encoder(stand_in(folder, "for last; do :; done\ncat > \"$last\"\n"), out, 4, 2);
  REQUIRE_FALSE(encoder.start());
  REQUIRE_FALSE(encoder.add(frame(7)));
  CHECK_FALSE(std::filesystem::exists(out));
  REQUIRE_FALSE(encoder.add(frame(9)));
  REQUIRE_FALSE(encoder.finish());
  CHECK(test::text_of(out) == std::string(32, '\7') + std::string(32, '\11'));
}

TEST_CASE("an encoder that fails says so and leaves nothing behind") {
  const test::Folder folder;
  const std::string out = folder.file("film.mp4");
  Encoder encoder(stand_in(folder, "for last; do :; done\necho half > \"$last\"\nexit 1\n"), out, 4, 2);
  REQUIRE_FALSE(encoder.start());
  (void)encoder.add(frame(7));  // may still fit into the pipe
  const auto problem = encoder.finish();
  REQUIRE(problem);
  CHECK(problem->message.find("ffmpeg") != std::string::npos);
  CHECK_FALSE(std::filesystem::exists(out));
  CHECK_FALSE(std::filesystem::exists(out + ".part"));
}
