#include "app/backstage.h"

#include <algorithm>
#include <utility>

#include "anatomy/carry.h"
#include "base/parallel.h"
#include "params/identity.h"

namespace mend::app {
namespace {

constexpr double kPatience =
    0.4;  // s: how long the old run may stay when the new one has not come to the day shown
constexpr double kCalm = 1;  // s without an edit before people are gathered

/// At most by that, which no model reads.
bool differ_by_flexion(params::Scenario one, const params::Scenario& other) {
  one.build.flexion = other.build.flexion;
  return params::hash(one) == params::hash(other);
}

}  // namespace

Backstage::~Backstage() {
  runner_.cancel();
  other_runner_.cancel();
  if (builder_.joinable()) builder_.join();
}

void Backstage::request(const params::Scenario& scenario, anatomy::Extent extent) {
  if (!bends_newest(scenario)) start_run(scenario);
  const bool has_flesh = (exact_ || is_building_) && made_.extent == anatomy::Extent::whole;
  wanted_ = knee_request(scenario, has_flesh ? anatomy::Extent::whole : extent);
  bend_knee();
  if (!is_building_ && !(exact_ && made_ == wanted_)) start_build(wanted_);
}

void Backstage::bend_knee() {
  if (!exact_) return;
  KneeRequest bent = exact_request_;
  bent.shape.flexion = wanted_.shape.flexion;
  bent.extent = wanted_.extent;
  if (!(bent == wanted_) || knee_->shape.flexion == bent.shape.flexion) return;
  const bool is_left = bent.side == params::Side::left;
  knee_ = bent.shape == exact_request_.shape ? exact_
                                             : std::make_shared<const anatomy::Knee>(anatomy::carried(
                                                   *exact_, *rest_, bent.shape.flexion, is_left, 0));
  is_bent_ = true;
}

bool Backstage::bends_newest(const params::Scenario& scenario) {
  Run* newest = next_ ? next_.get() : shown_.get();
  if (!newest || !differ_by_flexion(newest->scenario, scenario)) return false;
  newest->scenario = scenario;
  return true;
}

void Backstage::start_run(const params::Scenario& scenario) {
  next_ = std::make_unique<Run>();
  next_->scenario = scenario;
  next_->timeline = runner_.start(scenario, geometry(scenario));
  next_->records = sim::draw_records(scenario, kDrawnCells);
  next_->cells_per_record = sim::cells_per_record(scenario, kDrawnCells);
}

void Backstage::compare(const std::optional<params::Scenario>& other) {
  if (other && other_ && differ_by_flexion(other_scenario_, *other)) return;
  if (!other) other_runner_.cancel();
  if (other) other_scenario_ = *other;
  other_ = other ? other_runner_.start(*other, geometry(*other)) : nullptr;
}

void Backstage::start_build(const KneeRequest& request) {
  made_ = request;
  is_building_ = true;
  is_built_ = false;
  progress_ = 0;
  // One core less than there are, so that the window stays alive; bending is over before that matters.
  is_bending_ = maker_.only_bends(request);
  const int threads = is_bending_ ? 0 : std::max(1, core_count() - 1);
  builder_ = std::thread([this, request, threads] {
    built_ = std::make_shared<const anatomy::Knee>(
        maker_.make(request, threads, [this](double share) { progress_ = share; }));
    is_built_ = true;
    wake_();
  });
}

bool Backstage::update(double day, double seconds) {
  bool changed = std::exchange(is_bent_, false);
  if (next_ && next_->timeline->ready_until() >= 0) {
    if (next_since_ < 0) next_since_ = seconds;
    const timeline::Timeline& run = *next_->timeline;
    const bool reaches_day = run.ready_until() >= day || run.is_complete();
    if (!shown_ || reaches_day || seconds - next_since_ > kPatience) {
      shown_ = std::move(next_);
      next_since_ = settled_since_ = -1;
      gathering_.drop();
      changed = true;
    }
  }
  if (is_building_ && is_built_) {
    builder_.join();
    knee_ = exact_ = std::move(built_);
    rest_ = maker_.rest();
    exact_request_ = made_;
    is_building_ = false;
    changed = true;
    bend_knee();
    if (made_ != wanted_) start_build(wanted_);
  }
  if (changed && has_picture()) {
    tracks_.emplace(shown_->records, *knee_, shown_->scenario.seed);
    wounds_.emplace(*knee_, shown_->scenario);
  }
  return update_cohort(seconds) || changed;
}

bool Backstage::update_cohort(double seconds) {
  const bool is_ready = gathering_.update();
  if (!is_settled()) return is_ready;
  if (settled_since_ < 0) settled_since_ = seconds;
  const bool is_calm = has_picture() && seconds - settled_since_ > kCalm;
  if (wants_cohort_ && is_calm && gathering_.is_idle() && !cohort()) gathering_.start(shown_->scenario);
  return is_ready;
}

bool Backstage::is_busy() const {
  const bool waits_to_gather = is_gathering() && gathering_.is_idle();
  return is_building_ || waits_to_gather || (shown_ && !is_settled()) || next_ ||
         (other_ && !other_->is_complete());
}

scene::Stage Backstage::stage() const {
  return {.scenario = &shown_->scenario,
          .knee = knee_.get(),
          .cells = &*tracks_,
          .wounds = &*wounds_,
          .cells_per_record = shown_->cells_per_record};
}

}  // namespace mend::app
