// Every program variant is valid GLSL in both dialects, without a graphics card: glslangValidator compiles
// and links.
#include <doctest/doctest.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

#include "gl/source.h"
#include "render/programs.h"

namespace {

using mend::gl::Dialect;
using mend::gl::Stage;

const std::string kFolder = std::string(MEND_SOURCE_DIR) + "/shaders";

std::string output_of(const std::string& command) {
  std::string out;
  FILE* pipe = popen((command + " 2>&1").c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::array<char, 4096> chunk{};
  while (const std::size_t read = std::fread(chunk.data(), 1, chunk.size(), pipe))
    out.append(chunk.data(), read);
  const int status = pclose(pipe);
  return status == 0 ? out : out + "\n(exit status " + std::to_string(status) + ")";
}

/// A stage's text in a file that glslangValidator knows by its ending.
std::string write_stage(const std::filesystem::path& folder, const std::string& file, Stage stage,
                        Dialect dialect, const std::vector<std::string>& defines) {
  const auto source = mend::gl::read_source(kFolder, file, stage, dialect, defines);
  REQUIRE_MESSAGE(source.is_ok(), (source.is_ok() ? "" : source.problems().front().text()));
  const auto path = folder / (stage == Stage::vertex ? "program.vert" : "program.frag");
  std::ofstream(path) << source.value().text;
  return path.string();
}

/// What the validator says beyond the names of the files: nothing when all is well.
std::string complaints(const mend::render::Recipe& recipe, Dialect dialect) {
  const auto folder =
      std::filesystem::temp_directory_path() / ("mend-dialects-" + std::to_string(static_cast<int>(dialect)));
  std::filesystem::create_directories(folder);
  const std::string vertex = write_stage(folder, recipe.vertex, Stage::vertex, dialect, recipe.defines);
  const std::string fragment = write_stage(folder, recipe.fragment, Stage::fragment, dialect, recipe.defines);
  std::string said = output_of("glslangValidator -l '" + vertex + "' '" + fragment + "'");
  for (const std::string& name : {vertex, fragment}) {
    if (const auto at = said.find(name); at != std::string::npos) said.erase(at, name.size());
  }
  while (!said.empty() && (said.front() == '\n' || said.front() == ' ')) said.erase(0, 1);
  return said;
}

}  // namespace

TEST_CASE("every program variant compiles and links in both dialects without a word") {
  for (const auto& recipe : mend::render::all_recipes()) {
    for (const Dialect dialect : {Dialect::desktop, Dialect::es}) {
      INFO(recipe.name << (dialect == Dialect::es ? " (ES 3.0)" : " (OpenGL 3.3)"));
      CHECK(complaints(recipe, dialect) == "");
    }
  }
}

TEST_CASE("no shader file uses what one of the dialects lacks") {
  for (const auto& entry : std::filesystem::directory_iterator(kFolder)) {
    std::ifstream in(entry.path());
    std::string line;
    for (int number = 1; std::getline(in, line); ++number) {
      INFO(entry.path().filename().string() << ":" << number << ": " << line);
      for (const char* word : {"#version", "samplerBuffer", "#extension", "noperspective", "precision "}) {
        CHECK(line.find(word) == std::string::npos);
      }
    }
  }
}

TEST_CASE("no vertex shader calls what crashes the software rasteriser") {
  int files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(kFolder)) {
    if (entry.path().extension() != ".vert") continue;
    ++files;
    const auto source = mend::gl::read_source(kFolder, entry.path().filename(), Stage::vertex, Dialect::desktop, {});
    REQUIRE(source.is_ok());
    const std::string& text = source.value().text;
    for (const char* call : {" sin(", "(sin(", " cos(", "(cos(", " exp(", "* exp(", "(exp("})
      CHECK_MESSAGE(text.find(call) == std::string::npos, entry.path().filename().string() << " calls" << std::string(call));
  }
  CHECK(files > 3);
}
