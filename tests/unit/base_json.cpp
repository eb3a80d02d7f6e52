#include "base/json.h"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>

using namespace mend;

namespace {

Problem first_problem(std::string_view text) {
  const auto result = json::parse(text, "f.json");
  REQUIRE_FALSE(result.is_ok());
  REQUIRE_FALSE(result.problems().empty());
  return result.problems().front();
}

void check_place(std::string_view text, int line, int column) {
  const Problem problem = first_problem(text);
  CAPTURE(text);
  CAPTURE(problem.text());
  CHECK(problem.file == "f.json");
  CHECK(problem.line == line);
  CHECK(problem.column == column);
}

/// A folder of its own for the files of one test.
struct Folder {
  std::filesystem::path path =
      std::filesystem::temp_directory_path() / ("mend-json-" + std::to_string(getpid()));
  Folder() { std::filesystem::create_directories(path); }
  ~Folder() { std::filesystem::remove_all(path); }
  [[nodiscard]] std::string file(const char* name) const { return (path / name).string(); }
};

void check_refused(const std::string& path, std::string_view part) {
  const auto begin = std::chrono::steady_clock::now();
  const auto result = json::read(path);
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
  REQUIRE_FALSE(result.is_ok());
  CAPTURE(result.problems().front().text());
  CHECK(result.problems().front().file == path);
  CHECK(result.problems().front().message.find(part) != std::string::npos);
  CHECK(seconds.count() < 0.5);
}

}  // namespace

TEST_CASE("every value knows its line and column") {
  const auto result =
      json::parse("{\n  \"µ\": 12, \"b\": [true, null],\n  \"c\": {\"d\": \"x\"}\n}", "f.json");
  REQUIRE(result.is_ok());
  const json::Value& root = result.value();
  const auto at = [](json::Place place, int line, int column) {
    return place.line == line && place.column == column;
  };
  CHECK(at(root.place, 1, 1));
  CHECK(at(root.members[0].place, 2, 3));
  CHECK(at(root.members[0].value.place, 2, 8));
  CHECK(root.members[0].value.number == 12.0);
  CHECK(root.members[0].value.text == "12");
  CHECK(at(root.members[1].place, 2, 12));
  CHECK(at(root.members[1].value.place, 2, 17));
  CHECK(at(root.members[1].value.items[0].place, 2, 18));
  CHECK(at(root.members[1].value.items[1].place, 2, 24));
  CHECK(at(root.members[2].value.place, 3, 8));
  CHECK(at(root.members[2].value.members[0].value.place, 3, 14));
  CHECK(root.find("c")->find("d")->text == "x");
  CHECK(root.find("nothing") == nullptr);
}

TEST_CASE("broken JSON is a problem at its place") {
  check_place("", 1, 1);
  check_place("{\n  \"a\": 1\n  \"b\": 2\n}", 3, 5);
  check_place("{\"a\": nan}", 1, 8);
  check_place("{} {}", 1, 4);
  check_place("{\"a\": \"\xff\"}", 1, 8);
  check_place("[1,\n 1e999]", 2, 2);
  check_place("[1,\n 1e-999]", 2, 2);
  check_place("// comment\n{}", 1, 1);
  check_place(std::string_view("{}\0{}", 5), 1, 3);
}

TEST_CASE("a key given twice is a problem at the second") {
  check_place("{\"a\": 1,\n \"b\": {\"a\": 2},\n \"a\": 3}", 3, 2);
  CHECK(json::parse("{\"a\": 1, \"b\": {\"a\": 2}}", "f").is_ok());
}

TEST_CASE("32 levels are read, 33 are not, and a million do no harm") {
  const auto nested = [](std::size_t levels) { return std::string(levels, '[') + std::string(levels, ']'); };
  CHECK(json::parse(nested(32), "f").is_ok());
  check_place(nested(33), 1, 33);
  check_place(nested(1000000), 1, 33);
}

TEST_CASE("too many values are refused") {
  std::string text = "[0";
  for (std::size_t i = 0; i < json::kMostValues; ++i) text += ",0";
  CHECK(first_problem(text + "]").message.find("values") != std::string::npos);
}

TEST_CASE("files that cannot be scenarios are refused at once, unread") {
  const Folder folder;
  check_refused(folder.file("missing.json"), "no such file");
  check_refused(folder.path.string(), "folder");
  REQUIRE(mkfifo(folder.file("pipe").c_str(), 0600) == 0);
  check_refused(folder.file("pipe"), "not a plain file");
  check_refused("/dev/zero", "not a plain file");
  {
    std::ofstream(folder.file("huge.json")) << "{}";
    std::filesystem::resize_file(folder.file("huge.json"), std::uintmax_t{2} << 30);
  }
  check_refused(folder.file("huge.json"), "larger than 8 MB");
  std::ofstream(folder.file("secret.json")) << "{}";
  std::filesystem::permissions(folder.file("secret.json"), std::filesystem::perms::none);
  if (geteuid() != 0) check_refused(folder.file("secret.json"), "permissions");
  std::filesystem::permissions(folder.file("secret.json"), std::filesystem::perms::owner_read);
  CHECK(json::read(folder.file("secret.json")).is_ok());
}

TEST_CASE("what is written reads back the same, in the same order") {
  json::Value root = json::Value::object();
  root.add("z", json::Value::of(0.1));
  root.add("a \"q\" \\ \n µ", json::Value::of(std::string("tab\t, zero \x01")));
  json::Value& list = root.add("list", json::Value::array());
  list.items.push_back(json::Value::of(true));
  list.items.push_back(json::Value{});
  list.items.push_back(json::Value::object());
  list.items.push_back(json::Value::array());
  const std::string text = json::write(root);
  const auto back = json::parse(text, "f");
  REQUIRE(back.is_ok());
  CHECK(json::write(back.value()) == text);
  CHECK(back.value().members[0].key == "z");
  CHECK(back.value().members[1].key == "a \"q\" \\ \n µ");
  CHECK(back.value().members[1].value.text == "tab\t, zero \x01");
}

TEST_CASE("a problem is one line with its place first") {
  CHECK(Problem{"a.json", 3, 14, "bad"}.text() == "a.json:3:14: bad");
  CHECK(Problem{"a.json", 3, 0, "bad"}.text() == "a.json:3: bad");
  CHECK(Problem{"a.json", 0, 0, "bad"}.text() == "a.json: bad");
  CHECK(Problem{"", 0, 0, "bad"}.text() == "bad");
}
