// A screen of our own (Xvfb), the program on it, and a person's hands (xdotool) and eyes (ImageMagick).
#pragma once
#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <optional>
#include <string>
#include <thread>

#include "process.h"
#include "render/image.h"
#include "ui/layout.h"

namespace mend::test {

inline void pause_for(double seconds) {
  std::this_thread::sleep_for(std::chrono::duration<double>(seconds));
}

/// Whether the tools are here. Missing: in CI a failure, elsewhere the case is left out.
inline bool has_desktop() {
  const bool found = std::system("command -v Xvfb xdotool import python3 > /dev/null 2>&1") == 0;
  const char* ci = std::getenv("CI");
  if (!found && ci && *ci) FAIL("install xvfb, xdotool, imagemagick and python3 to test the window");
  if (!found) MESSAGE("skipped: xvfb, xdotool, imagemagick or python3 is missing");
  return found;
}

/// A child process that is ended with this.
class Child {
 public:
  explicit Child(const std::function<void()>& become) {
    pid_ = fork();
    if (pid_ == 0) {
      become();
      std::_Exit(127);
    }
  }
  ~Child() {
    if (!exit_code(0)) {
      kill(pid_, SIGKILL);
      waitpid(pid_, nullptr, 0);
    }
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  /// The exit code, once it has ended within `seconds`; 128 + signal if a signal ended it.
  std::optional<int> exit_code(double seconds) {
    for (double waited = 0; !code_; waited += 0.05) {
      int status = 0;
      if (waitpid(pid_, &status, WNOHANG) == pid_)
        code_ = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
      else if (waited >= seconds)
        break;
      else
        pause_for(0.05);
    }
    return code_;
  }
  bool is_running() { return !exit_code(0); }
  void signal(int number) const { kill(pid_, number); }

 private:
  pid_t pid_ = -1;
  std::optional<int> code_;
};

/// The first free display, chosen by the server itself.
class Screen {
 public:
  Screen() {
    int ends[2] = {-1, -1};
    REQUIRE(pipe(ends) == 0);
    server_.emplace([&] {
      const std::string out = std::to_string(ends[1]);
      execlp("Xvfb", "Xvfb", "-displayfd", out.c_str(), "-screen", "0", "1280x800x24", "-nolisten", "tcp",
             "-noreset", static_cast<char*>(nullptr));
    });
    close(ends[1]);
    char text[16] = {};
    REQUIRE(read(ends[0], text, sizeof text - 1) > 0);
    close(ends[0]);
    name_.assign(1, ':');
    name_ += std::to_string(std::atoi(text));
  }
  [[nodiscard]] const std::string& name() const { return name_; }

 private:
  std::optional<Child> server_;
  std::string name_;
};

inline constexpr int kWidth = 960, kHeight = 600;

/// The program in its window, at 960 x 600 in the corner of the screen, with a home of its own.
class Desktop {
 public:
  explicit Desktop(const std::string& scenario = "cartilage-injury")
      : Desktop([&] {
          execl(MEND_PROGRAM, MEND_PROGRAM, scenario.c_str(), "--quality", "low", static_cast<char*>(nullptr));
        }) {}
  /// The same with what `become` does in a process of its own, until it ends.
  explicit Desktop(const std::function<void()>& become) {
    const std::string display = screen_.name(), home = home_.path().string(), log = home_.file("log");
    program_.emplace([&] {
      setenv("DISPLAY", display.c_str(), 1);
      setenv("HOME", home.c_str(), 1);
      for (const char* name : {"XDG_PICTURES_DIR", "XDG_CONFIG_HOME", "WAYLAND_DISPLAY"}) unsetenv(name);
      if (!std::freopen(log.c_str(), "w", stderr)) return;
      become();
    });
    await_window();
    hands("windowsize --sync " + window_ + " 960 600 windowmove --sync " + window_ + " 0 0");
    REQUIRE(eventually(30, [&] { return is_ready(); }));
  }

  /// Looks for the window, until it is there: after it was opened or opened again.
  void await_window() {
    window_.clear();
    for (int tries = 0; tries < 100 && window_.empty() && program_->is_running(); ++tries) {
      pause_for(0.1);
      window_ = output("xdotool search --name '^Mend$' 2> /dev/null | head -1");
    }
    INFO(log());
    REQUIRE(!window_.empty());
  }
  /// What the program said on standard error.
  [[nodiscard]] std::string log() const { return text_of(home_.file("log")); }
  [[nodiscard]] const std::string& display() const { return screen_.name(); }

  Child& program() { return *program_; }
  [[nodiscard]] const Folder& home() const { return home_; }
  [[nodiscard]] const std::string& window() const { return window_; }
  [[nodiscard]] static ui::Layout layout() { return ui::lay_out({kWidth, kHeight}, 1, false); }

  /// Arguments of xdotool.
  void hands(const std::string& actions) {
    REQUIRE(std::system((on_screen() + "xdotool " + actions).c_str()) == 0);
  }
  void key(const std::string& name) { hands("key " + name); }
  void click(ImVec2 at) { hands("mousemove " + place(at) + " sleep 0.1 click 1"); }
  static std::string place(ImVec2 at) {
    return std::to_string(static_cast<int>(at.x)) + " " + std::to_string(static_cast<int>(at.y));
  }
  /// What a window manager or file manager sends.
  void send(const std::string& arguments) {
    REQUIRE(std::system(
                (on_screen() + "python3 " MEND_SOURCE_DIR "/tests/app/x11_events.py " + arguments).c_str()) ==
            0);
  }

  /// What is on the screen now.
  render::Image look() {
    const std::string file = home_.file("screen.png");
    REQUIRE(std::system((on_screen() + "import -window root -depth 8 PNG32:" + file).c_str()) == 0);
    auto image = render::read_png(file);
    REQUIRE(image.is_ok());
    return std::move(image).value();
  }
  /// Looks until two looks in a row show the same: nothing moves any more.
  render::Image look_at_rest() {
    render::Image before = look();
    for (int tries = 0; tries < 60; ++tries) {
      pause_for(0.3);
      render::Image now = look();
      if (now.pixels == before.pixels) return now;
      before = std::move(now);
    }
    FAIL("the window never came to rest");
    return before;
  }
  bool eventually(double seconds, const std::function<bool()>& claim) {
    const auto until = std::chrono::steady_clock::now() + std::chrono::duration<double>(seconds);
    while (std::chrono::steady_clock::now() < until) {
      if (claim()) return true;
      pause_for(0.25);
    }
    return false;
  }

 private:
  [[nodiscard]] std::string on_screen() const { return "DISPLAY=" + screen_.name() + " "; }
  std::string output(const std::string& command) {
    std::string text;
    FILE* pipe = popen(("export DISPLAY=" + screen_.name() + "; " + command).c_str(), "r");
    for (int c = 0; pipe && (c = std::fgetc(pipe)) != EOF;)
      if (c != '\n') text += static_cast<char>(c);
    if (pipe) pclose(pipe);
    return text;
  }
  /// The play button is there, in the accent colour: the knee is built and the plates are drawn.
  bool is_ready() {
    const render::Image image = look();
    const ui::Rect bottom = layout().bottom;
    const auto x = static_cast<std::size_t>(bottom.low.x + 22),
               y = static_cast<std::size_t>(bottom.high.y - 38);
    const std::uint8_t* pixel = &image.pixels[(y * static_cast<std::size_t>(image.width) + x) * 4];
    return pixel[0] == 0x56 && pixel[1] == 0xB4 && pixel[2] == 0xE9;
  }

  Screen screen_;
  Folder home_;
  std::optional<Child> program_;
  std::string window_;
};

/// How many pixels of a part of two pictures differ visibly.
inline int changed(const render::Image& a, const render::Image& b, const ui::Rect& part) {
  int count = 0;
  for (auto y = static_cast<int>(part.low.y); y < static_cast<int>(part.high.y); ++y)
    for (auto x = static_cast<int>(part.low.x); x < static_cast<int>(part.high.x); ++x) {
      const auto at =
          (static_cast<std::size_t>(y) * static_cast<std::size_t>(a.width) + static_cast<std::size_t>(x)) * 4;
      int most = 0;
      for (std::size_t c = 0; c < 3; ++c)
        most = std::max(most, std::abs(int{a.pixels[at + c]} - int{b.pixels[at + c]}));
      count += most > 12;
    }
  return count;
}

/// How many pixels of a part are clearly lighter than the dark background.
inline int lit(const render::Image& a, const ui::Rect& part) {
  int count = 0;
  for (auto y = static_cast<int>(part.low.y); y < static_cast<int>(part.high.y); ++y)
    for (auto x = static_cast<int>(part.low.x); x < static_cast<int>(part.high.x); ++x) {
      const auto at =
          (static_cast<std::size_t>(y) * static_cast<std::size_t>(a.width) + static_cast<std::size_t>(x)) * 4;
      count += a.pixels[at] + a.pixels[at + 1] + a.pixels[at + 2] > 300;
    }
  return count;
}

}  // namespace mend::test
