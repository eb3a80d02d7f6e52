// Files that change under a watch.
#include <doctest/doctest.h>

#include "app/shader_watch.h"
#include "process.h"

using namespace mend;

TEST_CASE("a watch tells once that a file was written, added or taken away") {
  const test::Folder folder;
  test::write_text(folder.file("a.frag"), "one");
  app::ShaderWatch watch(folder.path().string());
  CHECK_FALSE(watch.has_changed());
  test::write_text(folder.file("a.frag"), "three");
  CHECK(watch.has_changed());
  CHECK_FALSE(watch.has_changed());
  test::write_text(folder.file("b.frag"), "two");
  CHECK(watch.has_changed());
  std::filesystem::remove(folder.file("a.frag"));
  CHECK(watch.has_changed());
  CHECK_FALSE(watch.has_changed());
}

TEST_CASE("a watch over a folder that is not there sees nothing") {
  app::ShaderWatch watch("/nowhere");
  CHECK_FALSE(watch.has_changed());
}
