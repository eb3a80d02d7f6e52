// What is made away from the frame loop, on threads of its own: the knee, the run of a scenario, the run it
// is compared with, and the people like it. What is on screen stays until its successor is ready.
#pragma once
#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <thread>
#include <vector>

#include "anatomy/knee.h"
#include "app/gathering.h"
#include "app/inputs.h"
#include "app/knee_maker.h"
#include "params/scenario.h"
#include "scene/compose.h"
#include "sim/cells.h"
#include "timeline/timeline.h"

namespace mend::app {

class Backstage {
 public:
  /// `wake` is called from another thread when a knee or a cohort is ready.
  explicit Backstage(std::function<void()> wake) : wake_(wake), gathering_(std::move(wake)) {}
  ~Backstage();

  /// Starts what this scenario needs anew: its run unless the knee is only bent, the knee only when its shape
  /// changes or more of it is to be seen. Flesh once made is made from then on.
  void request(const params::Scenario& scenario, anatomy::Extent extent);
  /// Runs this scenario beside it; nothing ends the comparison.
  void compare(const std::optional<params::Scenario>& other);
  /// Whether a cohort is wanted: once the run is complete and nothing has been edited for a moment.
  void gather(bool is_wanted) { wants_cohort_ = is_wanted; }
  /// Takes over what has become ready. True when the picture changes by it. `seconds` is any steady clock.
  bool update(double day, double seconds);

  [[nodiscard]] bool has_picture() const { return knee_ && shown_; }
  /// A run or a knee is still on its way.
  [[nodiscard]] bool is_busy() const;
  /// Of a knee that is made anew; one that only bends is there before it could be told.
  [[nodiscard]] double build_progress() const { return is_building_ && !is_bending_ ? progress_.load() : 1; }
  /// Null before the first keyframe.
  [[nodiscard]] std::shared_ptr<const timeline::Timeline> timeline() const {
    return shown_ ? shown_->timeline : nullptr;
  }
  /// The run it is compared with, if any; may have no keyframe yet.
  [[nodiscard]] const std::shared_ptr<const timeline::Timeline>& other() const { return other_; }
  /// People like the one of timeline(), once they have been run.
  [[nodiscard]] const std::shared_ptr<const timeline::Cohort>& cohort() const { return gathering_.cohort(); }
  /// They are on their way.
  [[nodiscard]] bool is_gathering() const { return has_picture() && wants_cohort_ && !cohort(); }
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
  /// The knee as wanted, when it is one that was built, only bent: the built one itself, or carried.
  void bend_knee();
  void start_run(const params::Scenario& scenario);
  /// The newest run is of this scenario, bent as it may be; it is told how.
  [[nodiscard]] bool bends_newest(const params::Scenario& scenario);
  /// The run is complete and nothing newer is on its way.
  [[nodiscard]] bool is_settled() const { return shown_ && !next_ && shown_->timeline->is_complete(); }
  /// Starts a cohort when its time has come; true when one has become ready.
  bool update_cohort(double seconds);

  std::function<void()> wake_;
  timeline::Runner runner_, other_runner_;
  std::shared_ptr<const timeline::Timeline> other_;
  params::Scenario other_scenario_;  // of other_
  Gathering gathering_;
  bool wants_cohort_ = false;
  double settled_since_ = -1;  // clock at which the run was first seen complete
  std::unique_ptr<Run> shown_, next_;
  double next_since_ = -1;                      // clock at which the next run was first looked at
  std::shared_ptr<const anatomy::Knee> knee_;   // on screen
  std::shared_ptr<const anatomy::Knee> exact_;  // the last that was built
  std::shared_ptr<const anatomy::Rest> rest_;   // of exact_
  KneeRequest exact_request_;                   // the same
  std::optional<scene::CellTracks> tracks_;     // of the shown run in knee_
  std::optional<scene::Wounds> wounds_;         // the same
  bool is_bent_ = false;                        // knee_ has been bent since the last update
  KneeRequest wanted_, made_;                   // made_: of exact_, or of the one being built
  std::atomic<double> progress_ = 0;
  std::atomic<bool> is_built_ = false;
  bool is_building_ = false, is_bending_ = false;
  std::shared_ptr<const anatomy::Knee> built_;  // the builder's until is_built_
  KneeMaker maker_;                             // the builder's while is_building_
  std::thread builder_;
};

}  // namespace mend::app
