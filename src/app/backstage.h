// What is made away from the frame loop, on threads of its own: the knee and the run of a scenario. What is
// on screen stays until its successor is ready.
#pragma once
#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <thread>
#include <vector>

#include "anatomy/knee.h"
#include "app/inputs.h"
#include "params/scenario.h"
#include "scene/compose.h"
#include "sim/cells.h"
#include "timeline/timeline.h"

namespace mend::app {

class Backstage {
 public:
  /// `wake` is called from another thread when a knee is ready.
  explicit Backstage(std::function<void()> wake) : wake_(std::move(wake)) {}
  ~Backstage();

  /// Starts what this scenario needs anew: always its run, the knee only when its shape changes.
  void request(const params::Scenario& scenario);
  /// Takes over what has become ready. True when the picture changes by it. `seconds` is any steady clock.
  bool update(double day, double seconds);

  [[nodiscard]] bool has_picture() const { return knee_ && shown_; }
  /// A run or a knee is still on its way.
  [[nodiscard]] bool is_busy() const;
  [[nodiscard]] double build_progress() const { return is_building_ ? progress_.load() : 1; }
  /// Null before the first keyframe.
  [[nodiscard]] const timeline::Timeline* timeline() const {
    return shown_ ? shown_->timeline.get() : nullptr;
  }
  [[nodiscard]] double cells_per_record() const { return shown_ ? shown_->cells_per_record : 0; }
  [[nodiscard]] const anatomy::Knee* knee() const { return knee_.get(); }
  /// Only while has_picture().
  [[nodiscard]] scene::Stage stage() const;

 private:
  struct Run {
    params::Scenario scenario;
    std::shared_ptr<const timeline::Timeline> timeline;
    std::vector<sim::CellRecord> records;
    double cells_per_record = 0;
  };
  void start_build(const KneeRequest& request);

  std::function<void()> wake_;
  timeline::Runner runner_;
  std::unique_ptr<Run> shown_, next_;
  double next_since_ = -1;  // clock at which the next run was first looked at
  std::unique_ptr<anatomy::Knee> knee_;
  std::optional<scene::CellTracks> tracks_;  // of the shown run in this knee
  KneeRequest wanted_, made_;  // made_: of knee_, or of the one being built
  std::atomic<double> progress_ = 0;
  std::atomic<bool> is_built_ = false;
  bool is_building_ = false;
  std::unique_ptr<anatomy::Knee> built_;  // the builder's until is_built_
  std::thread builder_;
};

}  // namespace mend::app
