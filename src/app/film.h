// Films: which day each frame shows, and the program that makes a file of the frames.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "params/scenario.h"
#include "render/image.h"

namespace mend::app {

inline constexpr int kFramesPerSecond = 30;

/// The days of the frames from `from` to `to`, paced as the window plays them; stretched or squeezed as a
/// whole when `seconds` asks for another length.
[[nodiscard]] std::vector<double> film_days(const params::Scenario& scenario, double from, double to,
                                            std::optional<double> seconds);

/// Where ffmpeg is, from $PATH; nothing if it is not installed.
[[nodiscard]] std::optional<std::string> find_ffmpeg();

/// What makes `out` of the frames named by `input` ("-" for raw frames on standard input).
[[nodiscard]] std::vector<std::string> ffmpeg_arguments(const std::string& input, int width, int height,
                                                        const std::string& out);

/// A child process that is handed frames and writes a film. The file appears when it is whole.
class Encoder {
 public:
  Encoder(std::string ffmpeg, std::string out, int width, int height);
  ~Encoder();
  Encoder(const Encoder&) = delete;
  Encoder& operator=(const Encoder&) = delete;

  /// Starts it; then one call a frame, all of the size given; then finish. Each returns what went wrong.
  [[nodiscard]] std::optional<Problem> start();
  [[nodiscard]] std::optional<Problem> add(const render::Image& frame);
  [[nodiscard]] std::optional<Problem> finish();

 private:
  [[nodiscard]] Problem stopped() const;
  std::string ffmpeg_, out_, partial_;
  int width_, height_;
  int pipe_ = -1;
  int child_ = -1;
};

}  // namespace mend::app
