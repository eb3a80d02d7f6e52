#include "app/film.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <sstream>

#include "ui/session.h"

namespace mend::app {
namespace fs = std::filesystem;

std::vector<double> film_days(const params::Scenario& scenario, double from, double to,
                              std::optional<double> seconds) {
  ui::Session session;
  session.scenario = scenario;
  std::vector<double> days = {from};
  for (double& day = session.transport.day = from; day < to;) {
    day = std::min(day + ui::pace(session) / kFramesPerSecond, to);
    days.push_back(day);
  }
  if (!seconds) return days;
  const auto count = static_cast<std::size_t>(std::max(2L, std::lround(*seconds * kFramesPerSecond)));
  std::vector<double> stretched(count);
  for (std::size_t i = 0; i < count; ++i) {
    const double at =
        static_cast<double>(i) * static_cast<double>(days.size() - 1) / static_cast<double>(count - 1);
    const auto before = std::min(static_cast<std::size_t>(at), days.size() - 1);
    const auto after = std::min(before + 1, days.size() - 1);
    stretched[i] = std::lerp(days[before], days[after], at - static_cast<double>(before));
  }
  return stretched;
}

std::optional<std::string> find_ffmpeg() {
  const char* path = std::getenv("PATH");
  std::stringstream folders(path ? path : "");
  for (std::string folder; std::getline(folders, folder, ':');) {
    const std::string file = (fs::path(folder) / "ffmpeg").string();
    if (access(file.c_str(), X_OK) == 0 && fs::is_regular_file(file)) return file;
  }
  return std::nullopt;
}

std::vector<std::string> ffmpeg_arguments(const std::string& input, int width, int height,
                                          const std::string& out) {
  const std::string rate = std::to_string(kFramesPerSecond);
  std::vector<std::string> arguments = {"ffmpeg", "-y", "-loglevel", "error"};
  const auto add = [&](std::initializer_list<std::string> more) { arguments.insert(arguments.end(), more); };
  if (input == "-")
    add({"-f", "rawvideo", "-pix_fmt", "rgba", "-s", std::to_string(width) + "x" + std::to_string(height)});
  add({"-framerate", rate, "-i", input});
  // Half-size colours are what every player and slide program reads; -bitexact keeps the file free of dates.
  add({"-c:v", "libx264", "-crf", "18", "-pix_fmt", "yuv420p", "-movflags", "+faststart", "-bitexact", "-f",
       "mp4", out});
  return arguments;
}

Encoder::Encoder(std::string ffmpeg, std::string out, int width, int height)
    : ffmpeg_(std::move(ffmpeg)),
      out_(std::move(out)),
      partial_(out_ + ".part"),
      width_(width),
      height_(height) {}

Encoder::~Encoder() {
  if (child_ < 0) return;
  close(pipe_);
  kill(child_, SIGTERM);
  waitpid(child_, nullptr, 0);
  std::error_code ignored;
  fs::remove(partial_, ignored);
}

Problem Encoder::stopped() const {
  return {out_, 0, 0,
          "ffmpeg stopped before the film was whole; it said why above. Name a folder to keep the frames."};
}

std::optional<Problem> Encoder::start() {
  std::signal(SIGPIPE, SIG_IGN);  // a child that stops early is an error of `add`, not our end
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return stopped();
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO);
  std::vector<std::string> arguments = ffmpeg_arguments("-", width_, height_, partial_);
  std::vector<char*> words;
  for (std::string& argument : arguments) words.push_back(argument.data());
  words.push_back(nullptr);
  const int failed = posix_spawn(&child_, ffmpeg_.c_str(), &actions, nullptr, words.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  close(ends[0]);
  pipe_ = ends[1];
  if (failed == 0) return std::nullopt;
  close(pipe_);
  child_ = -1;
  return Problem{ffmpeg_, 0, 0, "this program cannot be started"};
}

std::optional<Problem> Encoder::add(const render::Image& frame) {
  const std::uint8_t* bytes = frame.pixels.data();
  for (std::size_t left = frame.pixels.size(); left > 0;) {
    const ssize_t written = write(pipe_, bytes, left);
    if (written <= 0) return stopped();
    bytes += written;
    left -= static_cast<std::size_t>(written);
  }
  return std::nullopt;
}

std::optional<Problem> Encoder::finish() {
  close(pipe_);
  int status = 0;
  waitpid(std::exchange(child_, -1), &status, 0);
  std::error_code error;
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0) fs::rename(partial_, out_, error);
  if (status == 0 && !error) return std::nullopt;
  fs::remove(partial_, error);
  return stopped();
}

}  // namespace mend::app
