// The commands of the program that need no window. Each returns the exit code and says what it did or what to do.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/inputs.h"
#include "app/picture_options.h"
#include "base/result.h"
#include "scene/view.h"

namespace mend::app {

struct RenderOptions {
  ScenarioRequest scenario;
  std::string out;                      // FILE.png, or a folder when there are several pictures
  std::vector<double> days = {0};
  std::vector<std::string> views = {"45-degree"};
  PictureOptions picture;
  bool with_interface = false;
  bool transparent = false;
  bool embedded = false;  // through OpenGL ES 3.0
  bool checks = false;    // an OpenGL error or warning is a failure
};
[[nodiscard]] Exit render(const RenderOptions& options);

struct FilmOptions {
  ScenarioRequest scenario;
  std::string out;            // FILE.mp4, or a folder for the frames
  std::string view;           // the scenario's opening view if not given
  double from = 0;            // day
  std::optional<double> to;   // day; the end of the run if not given
  std::optional<double> seconds;  // as long as the window plays it if not given
  PictureOptions picture;
};
[[nodiscard]] Exit film(const FilmOptions& options);

struct SimulateOptions {
  ScenarioRequest scenario;
  std::string csv;
  bool hash = false;
  int threads = 0;
  std::optional<double> days;
};
[[nodiscard]] Exit simulate(const SimulateOptions& options);

struct CohortOptions {
  ScenarioRequest scenario;
  int people = 200;
  std::optional<std::uint64_t> seed;  // the scenario's own if not given
  std::string csv;                    // FILE, or - for standard output
  int threads = 0;
};
[[nodiscard]] Exit cohort(const CohortOptions& options);

[[nodiscard]] Exit check(const std::vector<std::string>& files);

[[nodiscard]] Exit parameters(bool markdown);

struct AxonOptions {
  double diameter = 10;     // um, with its sheath
  double temperature = 37;  // C
  double myelin = 1;        // share of the lamellae, everywhere
  std::string demyelinate;  // "INTERNODES:FRACTION" of the middle, or nothing
};
[[nodiscard]] Exit axon(const AxonOptions& options);

struct AnatomyOptions {
  std::string out;  // folder
  std::string side = "right";
  double flexion = 0;  // degrees
  std::string sex = "male";
  double width = anatomy::KneeShape{}.width;  // mm, greatest of the distal femur
  bool measure = false;
};
[[nodiscard]] Exit anatomy(const AnatomyOptions& options);

struct BenchOptions {
  std::string name;  // empty = all
  bool json = false;
};
[[nodiscard]] Exit bench(const BenchOptions& options);

/// Nothing, or what is wrong with the degrees a knee is to be bent.
[[nodiscard]] std::optional<Problem> refused_flexion(double degrees);

/// "low", "medium" or "high".
[[nodiscard]] Result<scene::Quality> quality_named(const std::string& name);

/// "choose a, b or c", with the nearest name first where one is near.
[[nodiscard]] std::string meant(const std::string& word, const std::vector<std::string>& known);

/// Prints problems, one a line, to stderr.
void print(const std::vector<Problem>& problems);

}  // namespace mend::app
