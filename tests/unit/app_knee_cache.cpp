// Knees kept in files: the same again, and never in the way.
#include "app/knee_cache.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "app/knee_maker.h"
#include "process.h"

using namespace mend;
using namespace mend::app;
namespace fs = std::filesystem;

namespace {

const anatomy::KneeShape kShape{.lesion_diameter = 8};

const anatomy::Rest& knee() {
  static const auto rest = anatomy::build_rest(kShape, 0);
  return *rest;
}

std::size_t files_in(const fs::path& folder) {
  return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), {}));
}

}  // namespace

TEST_CASE("a stored knee is found by its shape, bent or not, and by this build of the program only") {
  const test::Folder folder;
  const KneeCache cache(folder.file("mend"), 1);
  CHECK(cache.read(kShape) == nullptr);
  cache.write(knee());
  const auto again = cache.read(kShape);
  REQUIRE(again);
  CHECK(again->parts.size() == knee().parts.size());
  CHECK(again->parts.front().mesh.indices == knee().parts.front().mesh.indices);
  anatomy::KneeShape bent = kShape, wider = kShape;
  bent.flexion = 100;
  wider.width = 85;
  CHECK(cache.read(bent));
  CHECK(cache.read(wider) == nullptr);
  CHECK(KneeCache(folder.file("mend"), 2).read(kShape) == nullptr);
}

TEST_CASE("a stored knee that was cut off or changed is not taken, and is stored anew") {
  const test::Folder folder;
  const KneeCache cache(folder.file("mend"), 1);
  cache.write(knee());
  const std::string file = cache.path(kShape);
  const auto size = fs::file_size(file);
  SUBCASE("cut off") {
    fs::resize_file(file, size / 2);
  }
  SUBCASE("cut off in its head") {
    fs::resize_file(file, 5);
  }
  SUBCASE("empty") {
    fs::resize_file(file, 0);
  }
  SUBCASE("one byte flipped") {
    std::fstream bytes(file, std::ios::in | std::ios::out | std::ios::binary);
    bytes.seekg(static_cast<std::streamoff>(size / 2));
    const int before = bytes.get();
    bytes.seekp(static_cast<std::streamoff>(size / 2));
    bytes.put(static_cast<char>(before ^ 0x10));
  }
  SUBCASE("a byte of its head flipped") {
    std::fstream bytes(file, std::ios::in | std::ios::out | std::ios::binary);
    bytes.seekp(17);
    bytes.put('\x7f');
  }
  CHECK(cache.read(kShape) == nullptr);
  cache.write(knee());
  CHECK(cache.read(kShape));
}

TEST_CASE("a folder that cannot be written is left alone, and the knee is made all the same") {
  const test::Folder folder;
  std::ofstream(folder.file("taken")) << "a file where the folder would be";
  for (const std::string& place : {std::string(), folder.file("taken/mend"), folder.file("taken")}) {
    KneeMaker maker(KneeCache(place, 1));
    CHECK(maker.make({.shape = kShape}, 0).parts.size() > 40);
  }
  CHECK(files_in(folder.path()) == 1);
}

TEST_CASE("only the few knees used last are kept") {
  const test::Folder folder;
  const std::string place = folder.file("mend");
  for (std::uint64_t build = 0; build < 7; ++build) KneeCache(place, build).write(knee());
  CHECK(files_in(place) == 4);
  CHECK(KneeCache(place, 6).read(kShape));
  CHECK(KneeCache(place, 0).read(kShape) == nullptr);
}

TEST_CASE("a maker bends its last knee and mirrors a left one") {
  KneeMaker maker(KneeCache("", 0));
  const KneeRequest straight{.shape = {.flexion = 0}}, bent{.shape = {.flexion = 90}};
  CHECK(!maker.only_bends(straight));
  (void)maker.make(straight, 0);
  CHECK(maker.only_bends(bent));
  CHECK(!maker.only_bends({.shape = {.lesion_diameter = 3}}));
  CHECK(!maker.only_bends({.shape = {.width = 70}}));
  const anatomy::Knee right = maker.make(bent, 0),
                      left = maker.make({.shape = bent.shape, .side = params::Side::left}, 0);
  const anatomy::Bounds one = right.find(anatomy::PartId::fibula)->box,
                        two = left.find(anatomy::PartId::fibula)->box;
  CHECK(one.low.x > 0);
  CHECK(two.high.x == -one.low.x);
  CHECK(two.low.z == one.low.z);
}
