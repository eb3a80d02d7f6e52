// mend film, with and without the program that makes films.
#include <doctest/doctest.h>

#include <filesystem>

#include "process.h"

using mend::test::Folder;
using mend::test::run_mend;

namespace {

const std::string kShort =
    "film nerve-crush --from 3 --to 9 --seconds 0.2 --size 160x90 --quality low --out ";

}  // namespace

TEST_CASE("without ffmpeg a film is a folder of frames and a command line, the same each time") {
  const Folder folder;
  for (const char* name : {"one", "two"}) {
    const auto outcome = run_mend(kShort + folder.file(name), "PATH=/nowhere");
    CHECK(outcome.code == 0);
    CHECK(outcome.out.find("ffmpeg -y") != std::string::npos);
    CHECK(outcome.out.find("frame-%05d.png") != std::string::npos);
  }
  for (int i = 0; i < 6; ++i) {
    const std::string frame = "/frame-0000" + std::to_string(i) + ".png";
    const std::string bytes = mend::test::text_of(folder.file("one") + frame);
    CHECK(bytes.size() > 1000);
    CHECK(bytes == mend::test::text_of(folder.file("two") + frame));
  }
  CHECK_FALSE(std::filesystem::exists(folder.file("one/frame-00006.png")));
  const auto film = run_mend(kShort + folder.file("three.mp4"), "PATH=/nowhere");
  CHECK(film.code == 0);
  CHECK(film.err.find("ffmpeg is not installed") != std::string::npos);
  CHECK(std::filesystem::exists(folder.file("three-frames/frame-00005.png")));
}

TEST_CASE("with ffmpeg the frames go straight into the file") {
  const Folder folder;
  mend::test::write_text(folder.file("ffmpeg"), "#!/bin/sh\nfor last; do :; done\n/bin/cat > \"$last\"\n");
  std::filesystem::permissions(folder.file("ffmpeg"), std::filesystem::perms::owner_all);
  const auto outcome = run_mend(kShort + folder.file("film.mp4"), "PATH=" + folder.path().string());
  CHECK(outcome.code == 0);
  CHECK(outcome.out == folder.file("film.mp4") + "\n");
  CHECK(std::filesystem::file_size(folder.file("film.mp4")) == 6 * 160 * 90 * 4);
}

TEST_CASE("a film that cannot be is refused by name") {
  const auto refused = [](const std::string& more, const std::string& why) {
    const auto outcome = run_mend("film nerve-crush --out x.mp4 " + more);
    CHECK(outcome.code == 2);
    CHECK(outcome.err.find(why) != std::string::npos);
  };
  refused("--from 20 --to 10", "--to 10");
  refused("--to 99999", "between 0 and");
  refused("--seconds 0", "--seconds 0");
  refused("--size 161x90", "even");
  refused("--view latteral", "lateral");
  refused("--profile pink", "dark");
}
