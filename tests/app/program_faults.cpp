// The program without a window on machines that fail: what it says, and its exit code.
#include <doctest/doctest.h>

#include <fstream>

#include "process.h"
#include "render/image.h"

using namespace mend::test;
namespace fs = std::filesystem;

namespace {

/// The program with shaders of its own, to be broken.
class BrokenProgram {
 public:
  BrokenProgram(const std::string& shader, const std::string& text) {
    const fs::path source = MEND_SOURCE_DIR;
    fs::copy(MEND_PROGRAM, folder_.path() / "mend");
    fs::create_directory_symlink(source / "assets", folder_.path() / "assets");
    fs::copy(source / "shaders", folder_.path() / "shaders");
    std::ofstream(folder_.path() / "shaders" / shader, std::ios::app) << text;
  }
  [[nodiscard]] std::string file(const std::string& name) const { return folder_.file(name); }
  [[nodiscard]] Outcome render(const std::string& options) const {
    return run("env LP_NATIVE_VECTOR_WIDTH=256 " + file("mend") + " render healthy-knee --size 160x100 " + options +
               " --out " + file("x.png"));
  }

 private:
  Folder folder_;
};

}  // namespace

TEST_CASE("without a window an OpenGL that is too old is named, with what is needed, and the exit code is 3") {
  const Folder folder;
  const Outcome outcome = run_mend("render healthy-knee --out " + folder.file("x.png"), "MESA_GL_VERSION_OVERRIDE=3.0");
  CHECK(outcome.code == 3);
  CHECK(outcome.err.find("offers 3.0") != std::string::npos);
  CHECK(outcome.err.find("needs OpenGL 3.3") != std::string::npos);
}

TEST_CASE("a broken shader of the higher looks is told with its line, and the picture is drawn at low") {
  const BrokenProgram program("surface.frag", "\n#ifndef LOW\nbroken\n#endif\n");
  const Outcome high = program.render("--quality high");
  CHECK(high.code == 0);
  CHECK(high.err.find("surface.frag:") != std::string::npos);
  CHECK(high.err.find("a simpler one is drawn") != std::string::npos);
  const auto drawn = mend::render::read_png(program.file("x.png"));
  const Outcome low = program.render("--quality low");
  CHECK(low.code == 0);
  CHECK(low.err == "");
  const auto asked = mend::render::read_png(program.file("x.png"));
  REQUIRE((drawn.is_ok() && asked.is_ok()));
  CHECK(mend::render::compare(drawn.value(), asked.value()).mean < 1);
}

TEST_CASE("a shader of every look broken is a clear error and no picture") {
  const BrokenProgram program("surface.frag", "\nbroken\n");
  const Outcome outcome = program.render("--quality high");
  CHECK(outcome.code == 1);
  CHECK(outcome.err.find("surface.frag:") != std::string::npos);
  CHECK_FALSE(fs::exists(program.file("x.png")));

  const BrokenProgram cut("cap.frag", "\nbroken\n");
  const Outcome of_cut = cut.render("--cut axial:4");
  CHECK(of_cut.code == 3);
  CHECK(of_cut.err.find("cannot draw the picture") != std::string::npos);
  CHECK_FALSE(fs::exists(cut.file("x.png")));
}
