// The arrows between folders: an #include that src/CMakeLists.txt does not allow fails here.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>

namespace fs = std::filesystem;

namespace {

std::string text_of(const fs::path& file) {
  std::ifstream in(file);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

/// Folder -> folders it may include, from the mend_folder() lines; app may include all.
std::map<std::string, std::set<std::string>> allowed_arrows(const fs::path& src) {
  std::map<std::string, std::set<std::string>> allowed;
  const std::string text = text_of(src / "CMakeLists.txt");
  const std::regex line(R"((?:^|\n)mend_folder\((\w+)([^)]*)\))");
  for (std::sregex_iterator match(text.begin(), text.end(), line), end; match != end; ++match) {
    auto& folders = allowed[(*match)[1]];
    std::istringstream names((*match)[2]);
    for (std::string name; names >> name;) folders.insert(name);
  }
  for (const auto& [folder, unused] : std::map(allowed)) allowed["app"].insert(folder);
  return allowed;
}

/// "file includes folder/..." for each include in `text` that is not allowed.
std::set<std::string> broken_arrows(const std::string& file, const std::string& folder, const std::string& text,
                                    const std::map<std::string, std::set<std::string>>& allowed) {
  std::set<std::string> broken;
  const std::regex include(R"re(#include\s+"(\w+)/[^"]+")re");
  for (std::sregex_iterator match(text.begin(), text.end(), include), end; match != end; ++match) {
    const std::string target = (*match)[1];
    if (target != folder && !allowed.at(folder).contains(target)) broken.insert(file + " includes " + target);
  }
  const std::regex glad(R"(#include\s+<glad/)"), imgui(R"(#include\s+[<"]imgui)"), glfw(R"(#include\s+<GLFW/)");
  if (folder != "gl" && std::regex_search(text, glad)) broken.insert(file + " includes glad");
  if (folder != "ui" && folder != "app" && std::regex_search(text, imgui)) broken.insert(file + " includes ImGui");
  if (folder != "app" && std::regex_search(text, glfw)) broken.insert(file + " includes GLFW");
  return broken;
}

}  // namespace

TEST_CASE("every include follows an allowed arrow") {
  const fs::path src = fs::path(MEND_SOURCE_DIR) / "src";
  const auto allowed = allowed_arrows(src);
  REQUIRE(allowed.size() == 11);
  int files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(src)) {
    const std::string ending = entry.path().extension().string();
    if (ending != ".cpp" && ending != ".h") continue;
    ++files;
    const std::string folder = fs::relative(entry.path(), src).begin()->string();
    REQUIRE_MESSAGE(allowed.contains(folder), "src/" << folder << " is not declared with mend_folder()");
    for (const auto& broken : broken_arrows(entry.path().filename(), folder, text_of(entry.path()), allowed))
      FAIL_CHECK(broken);
  }
  CHECK(files > 40);
}

TEST_CASE("an arrow that is not allowed is found") {
  const auto allowed = allowed_arrows(fs::path(MEND_SOURCE_DIR) / "src");
  CHECK(broken_arrows("a.cpp", "sim", "#include \"gl/context.h\"\n", allowed).size() == 1);
  CHECK(broken_arrows("a.cpp", "render", "#include \"sim/state.h\"\n#include <glad/gl.h>\n", allowed).size() == 2);
  CHECK(broken_arrows("a.cpp", "render", "#include \"scene/scene.h\"\n", allowed).empty());
}

TEST_CASE("no test name holds a character at which CMake splits it, so that every test is really run") {
  int names = 0;
  const std::regex name(R"re(TEST_CASE\("([^"]*)"\))re");
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(MEND_SOURCE_DIR) / "tests")) {
    if (entry.path().extension() != ".cpp") continue;
    const std::string text = text_of(entry.path());
    for (std::sregex_iterator match(text.begin(), text.end(), name), end; match != end; ++match, ++names)
      CHECK_MESSAGE((*match)[1].str().find_first_of(";[]$\\#") == std::string::npos, (*match)[1].str());
  }
  CHECK(names > 200);
}
