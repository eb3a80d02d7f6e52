// What mend bench measures, and how.
#pragma once
#include <algorithm>
#include <chrono>
#include <functional>
#include <string>
#include <vector>

#include "app/telling.h"
#include "base/result.h"

namespace mend::app {

struct Measure {
  std::string name, unit;
  double median = 0, lowest = 0, highest = 0;
  int runs = 0;
};

/// Median of some runs, after one that warms; `per_second` turns seconds into the unit. What `after` does between
/// runs is not timed.
template <typename Work>
Measure measured(const std::string& name, const std::string& unit, int runs, const Work& work,
                 const std::function<double(double)>& per_second, const std::function<void()>& after = {}) {
  std::vector<double> values;
  for (int i = 0; i <= runs; ++i) {
    const auto start = std::chrono::steady_clock::now();
    work();
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    if (i > 0) values.push_back(per_second(taken.count()));
    if (after) after();
  }
  std::sort(values.begin(), values.end());
  return {name, unit, values[values.size() / 2], values.front(), values.back(), runs};
}

/// Milliseconds.
template <typename Work>
Measure timed(const std::string& name, int runs, const Work& work, const std::function<void()>& after = {}) {
  return measured(name, "ms", runs, work, [](double seconds) { return 1e3 * seconds; }, after);
}

/// The frame of a named view.
[[nodiscard]] scene::Scene frame_of(const Telling& story, double day, scene::Quality quality, scene::ViewName name);

/// Drawing: the knee, crowds of spheres, large meshes, and how soon and in how much memory a picture is there. Returns
/// the name of what draws.
[[nodiscard]] Result<std::string> bench_render(const Telling& story, const std::string& data_folder,
                                               std::vector<Measure>& measures);

/// The models: runs, the patch, the cable, the cohort, the keyframes.
void bench_simulate(const params::Scenario& story, std::vector<Measure>& measures);

}  // namespace mend::app
