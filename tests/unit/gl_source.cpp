#include "gl/source.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

using namespace mend;
namespace fs = std::filesystem;

namespace {

/// A folder of shader files that goes with the test.
struct Folder {
  Folder() {
    fs::remove_all(path);
    fs::create_directories(path);
  }
  ~Folder() { fs::remove_all(path); }
  void write(const std::string& name, const std::string& text) const { std::ofstream(path / name) << text; }
  [[nodiscard]] Result<gl::Source> read(const std::string& name,
                                        gl::Dialect dialect = gl::Dialect::desktop) const {
    return gl::read_source(path.string(), name, gl::Stage::fragment, dialect, {"LOW"});
  }
  fs::path path = fs::temp_directory_path() / "mend-source-test";
};

}  // namespace

TEST_CASE("the version comes first, in the words of the dialect, then the defines") {
  const Folder folder;
  folder.write("a.frag", "void main() {}\n");
  CHECK(folder.read("a.frag").value().text.starts_with("#version 330 core\n"));
  const std::string es = folder.read("a.frag", gl::Dialect::es).value().text;
  CHECK(es.starts_with("#version 300 es\nprecision highp float;\n"));
  CHECK(es.find("#define LOW\n") != std::string::npos);
}

TEST_CASE("a file is included once, however often it is asked for") {
  const Folder folder;
  folder.write("c.glsl", "float c;\n");
  folder.write("b.glsl", "#include \"c.glsl\"\nfloat b;\n");
  folder.write("a.frag", "#include \"b.glsl\"\n#include \"c.glsl\"\nvoid main() {}\n");
  const std::string text = folder.read("a.frag").value().text;
  CHECK(text.find("float c;") == text.rfind("float c;"));
  CHECK(text.find("float c;") < text.find("float b;"));
}

TEST_CASE("a driver's message is told in the file and line a person wrote") {
  const Folder folder;
  folder.write("b.glsl", "float one;\nfloat two;\n");
  folder.write("a.frag", "#include \"b.glsl\"\nvoid main() {\n  wrong;\n}\n");
  const gl::Source source = folder.read("a.frag").value();
  const auto line = [&](const std::string& words) {
    return std::to_string(
        1 + std::count(source.text.begin(),
                       source.text.begin() + static_cast<std::ptrdiff_t>(source.text.find(words)), '\n'));
  };
  const auto mesa = source.explain("0:" + line("wrong") + "(3): error: undeclared\n");
  REQUIRE(mesa.size() == 1);
  CHECK(mesa.front().file == "a.frag");
  CHECK(mesa.front().line == 3);
  CHECK(source.explain("ERROR: 0:" + line("float two") + ": 'two' : bad")
            .front()
            .text()
            .starts_with("b.glsl:2: "));
  CHECK(source.explain("0(" + line("float one") + ") : error C0000").front().line == 1);
  CHECK(source.explain("no place at all").front().file == "");
}

TEST_CASE("a missing include and a version line are problems with their place") {
  const Folder folder;
  folder.write("a.frag", "// one\n#include \"missing.glsl\"\n");
  const auto missing = folder.read("a.frag");
  REQUIRE_FALSE(missing.is_ok());
  CHECK(missing.problems().front().file == "a.frag");
  CHECK(missing.problems().front().line == 2);
  folder.write("v.frag", "#version 330\n");
  CHECK(folder.read("v.frag").problems().front().line == 1);
  CHECK_FALSE(folder.read("nothing.frag").is_ok());
}
