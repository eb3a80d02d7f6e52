// The window on machines that fail: a graphics card that is reset, a shader that does not compile, an old
// OpenGL.
#include <glad/gl.h>

#include <csignal>
#include <filesystem>
#include <fstream>

#include "app/paths.h"
#include "app/recovery.h"
#include "app/window.h"
#include "desktop.h"
#include "params/scenario_file.h"

using namespace mend;
using namespace mend::test;
namespace fs = std::filesystem;

namespace {

/// Where the knee is and no plate lies.
ui::Rect middle() {
  const ui::Layout layout = Desktop::layout();
  return {{layout.views.high.x + 20, layout.lens.high.y + 14},
          {layout.bottom.high.x, layout.bottom.low.y - 14}};
}

/// Opens the window in this process; the exit code is that of the program.
void open_window(const std::string& data_folder, scene::Quality quality, bool watches_shaders = false) {
  const std::string path = std::string(MEND_SOURCE_DIR) + "/assets/scenarios/healthy-knee.json";
  const app::WindowOptions options{.scenario = params::read_scenario(path).value(),
                                   .day = 100,
                                   .quality = quality,
                                   .logo = {},
                                   .data_folder = data_folder,
                                   .watches_shaders = watches_shaders};
  std::_Exit(static_cast<int>(app::run_window(options)));
}

/// The program's data, with shaders of its own.
void copy_data(const Folder& data) {
  const fs::path source = MEND_SOURCE_DIR;
  fs::create_directory_symlink(source / "assets", data.path() / "assets");
  fs::copy(source / "shaders", data.path() / "shaders");
}

int g_asked = 0;

/// A card that was reset, and is there again after some questions.
GLenum GLAD_API_PTR tell_of_reset() {
  return g_asked++ < 4 ? GL_UNKNOWN_CONTEXT_RESET_ARB : GL_NO_ERROR;
}

void reset_card(int) {
  g_asked = 0;
  glad_glGetGraphicsResetStatus = tell_of_reset;
}

}  // namespace

TEST_CASE(
    "after a reset of the graphics card the window opens again with the same picture, but not for ever") {
  if (!has_desktop()) return;
  Desktop desktop([] {
    std::signal(SIGUSR1, reset_card);
    open_window(MEND_SOURCE_DIR, scene::Quality::low);
  });
  desktop.key("space");
  desktop.key("Left");
  pause_for(1);
  const auto before = desktop.look_at_rest();
  CHECK(lit(before, middle()) > 2000);

  const auto reset = [&] {
    const std::string old = desktop.window();
    desktop.program().signal(SIGUSR1);
    desktop.hands("mousemove_relative 3 3");  // wakes it
    return desktop.eventually(10, [&] {
      if (!desktop.program().is_running()) return true;
      desktop.await_window();
      return desktop.window() != old;
    });
  };
  REQUIRE(reset());
  REQUIRE(desktop.program().is_running());
  CHECK(desktop.log().find("the graphics card was reset; the window opens again") != std::string::npos);
  CHECK(desktop.eventually(20, [&] { return changed(before, desktop.look(), middle()) < 50; }));

  for (int i = 1; i < app::Recovery::kMostResets; ++i) {
    REQUIRE(reset());
    CHECK(desktop.eventually(20, [&] { return lit(desktop.look(), middle()) > 2000; }));
  }
  desktop.program().signal(SIGUSR1);
  desktop.hands("mousemove_relative 3 3");
  CHECK(desktop.program().exit_code(10) == 3);
  CHECK(desktop.log().find("again and again") != std::string::npos);
}

TEST_CASE("a broken shader of the higher looks is told, and the window shows the knee all the same") {
  if (!has_desktop()) return;
  const Folder data;
  copy_data(data);
  std::ofstream(data.path() / "shaders" / "surface.frag", std::ios::app) << "\n#ifndef LOW\nbroken\n#endif\n";
  Desktop desktop([&] { open_window(data.path().string(), scene::Quality::high); });
  CHECK(desktop.eventually(20, [&] { return lit(desktop.look(), middle()) > 2000; }));
  CHECK(desktop.log().find("a simpler one is drawn") != std::string::npos);
  CHECK(desktop.log().find("surface.frag:") != std::string::npos);
  CHECK(desktop.program().is_running());
}

TEST_CASE(
    "watched shaders are compiled again when they change, and one that fails keeps the old picture and is "
    "told") {
  if (!has_desktop()) return;
  const Folder data;
  copy_data(data);
  Desktop desktop([&] { open_window(data.path().string(), scene::Quality::low, true); });
  desktop.key("space");
  desktop.hands("mousemove 300 300");
  const ui::Rect knee = middle();
  const auto before = desktop.look_at_rest();
  const std::string shader = data.file("shaders/output.glsl"), good = text_of(shader);

  write_text(shader, good + "\nbroken\n");
  const auto said = [&](const char* words) {
    return desktop.eventually(20, [&] { return desktop.log().find(words) != std::string::npos; });
  };
  CHECK(said("output.glsl:"));
  CHECK(desktop.eventually(5, [&] { return changed(before, desktop.look(), knee) > 2000; }));  // the message
  desktop.key("Escape");
  CHECK(changed(before, desktop.look_at_rest(), knee) < 50);

  const std::string ground = data.file("shaders/background.frag"), dark = "light *= 1.0";
  std::string text = text_of(ground);
  REQUIRE(text.find(dark) != std::string::npos);
  write_text(ground, text.replace(text.find(dark), dark.size(), "light *= 9.0"));
  write_text(shader, good);
  CHECK(said("Shaders compiled again"));
  CHECK(desktop.eventually(10, [&] { return changed(before, desktop.look(), knee) > 20000; }));
}

TEST_CASE("an OpenGL that is too old is named, with what is needed, and the exit code is 3") {
  if (!has_desktop()) return;
  const Screen screen;
  const Outcome outcome =
      run("env DISPLAY=" + screen.name() + " MESA_GL_VERSION_OVERRIDE=3.0 " MEND_PROGRAM " healthy-knee");
  CHECK(outcome.code == 3);
  CHECK(outcome.err.find("offers 3.0") != std::string::npos);
  CHECK(outcome.err.find("needs OpenGL 3.3") != std::string::npos);
}
