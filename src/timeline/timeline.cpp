#include "timeline/timeline.h"

#include <algorithm>
#include <condition_variable>
#include <optional>
#include <utility>

#include "base/hash.h"
#include "base/result.h"

namespace mend::timeline {
namespace {

/// Four sixteen-bit numbers at a time.
void add(Hash& hash, const sim::PatchFrame& frame) {
  for (const auto& field : frame.fields) {
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < field.size(); ++i) {
      bits = bits << 16 | field[i];
      if (i % 4 == 3 || i + 1 == field.size()) hash.add(std::exchange(bits, 0));
    }
  }
}

}  // namespace

sim::State Timeline::at(double day) const {
  std::shared_ptr<const sim::State> before, after;
  sim::PatchView patch;
  {
    const std::lock_guard lock(mutex_);
    if (keyframes_.empty()) fail("A timeline was read before its first keyframe.");
    const auto later = std::upper_bound(keyframes_.begin(), keyframes_.end(), day,
                                        [](double d, const auto& keyframe) { return d < keyframe->day; });
    if (later == keyframes_.begin()) return *keyframes_.front();
    before = *(later - 1);
    after = later == keyframes_.end() ? before : *later;
    patch = patch_round(later, day);
  }
  sim::State state = *before;
  if (after != before) {
    state = sim::interpolate(*before, *after, (day - before->day) / (after->day - before->day));
    state.day = day;
  }
  state.patch = std::move(patch);
  return state;
}

/// The patch between the last frame before `later` and the first one from there on: not every keyframe has
/// one.
sim::PatchView Timeline::patch_round(Keyframes::const_iterator later, double day) const {
  sim::PatchView patch;
  for (auto earlier = later; earlier != keyframes_.begin() && patch.is_empty();) patch = (*--earlier)->patch;
  if (patch.is_empty()) return patch;
  const auto next =
      std::find_if(later, keyframes_.end(), [](const auto& keyframe) { return !keyframe->patch.is_empty(); });
  if (next == keyframes_.end()) return patch;
  patch.after = (*next)->patch.before;
  patch.share = std::clamp((day - patch.before->day) / (patch.after->day - patch.before->day), 0.0, 1.0);
  return patch;
}

double Timeline::ready_until() const {
  const std::lock_guard lock(mutex_);
  return keyframes_.empty() ? -1 : keyframes_.back()->day;
}

std::vector<std::shared_ptr<const sim::State>> Timeline::keyframes() const {
  const std::lock_guard lock(mutex_);
  return keyframes_;
}

std::string Timeline::hash() const {
  Hash hash;
  for (const auto& keyframe : keyframes()) {
    sim::each_number(*keyframe, [&](double number) { hash.add(number); });
    if (!keyframe->patch.is_empty()) add(hash, *keyframe->patch.before);
  }
  return hash.text();
}

void Timeline::append(const sim::State& state) {
  auto keyframe = std::make_shared<const sim::State>(state);
  const std::lock_guard lock(mutex_);
  keyframes_.push_back(std::move(keyframe));
}

std::shared_ptr<const Timeline> run(const params::Scenario& scenario, const sim::Geometry& geometry,
                                    double last_day, int threads, const sim::Settings& settings) {
  auto timeline = std::make_shared<Timeline>();
  const auto keep = [&](const sim::State& state) {
    timeline->append(state);
    return true;
  };
  sim::simulate(scenario, geometry, last_day, threads, keep, settings);
  timeline->mark_complete();
  return timeline;
}

std::shared_ptr<const Timeline> run_up_to(double last_day, const params::Scenario& scenario,
                                          const sim::Geometry& geometry, int threads) {
  auto timeline = std::make_shared<Timeline>();
  bool has_patches = false;
  sim::simulate(scenario, geometry, scenario.horizon, threads, [&](const sim::State& state) {
    timeline->append(state);
    has_patches = has_patches || !state.patch.is_empty();
    // A day is read between the keyframes round it, its patch between the patches round it.
    return state.day <= last_day || (has_patches && state.patch.is_empty());
  });
  timeline->mark_complete();
  return timeline;
}

struct Runner::Work {
  struct Job {
    params::Scenario scenario;
    sim::Geometry geometry;
    std::shared_ptr<Timeline> timeline;
  };

  std::mutex mutex;
  std::condition_variable changed;
  std::optional<Job> next;
  bool is_busy = false;
  bool is_over = false;
  std::atomic<bool> stop = false;  // the job that runs now is no longer wanted
  std::jthread thread;             // last: it uses all of the above

  Work() : thread([this] { loop(); }) {}
  ~Work() {
    {
      const std::lock_guard lock(mutex);
      is_over = true;
      stop = true;
    }
    changed.notify_all();
  }

  void loop() {
    std::unique_lock lock(mutex);
    for (;;) {
      changed.wait(lock, [&] { return is_over || next; });
      if (is_over) return;
      const Job job = *std::move(next);
      next.reset();
      stop = false;
      is_busy = true;
      lock.unlock();
      bool stopped = false;
      // One thread: the run is short, and the picture needs the others.
      sim::simulate(job.scenario, job.geometry, job.scenario.horizon, 1, [&](const sim::State& state) {
        stopped = stop.load();
        if (!stopped) job.timeline->append(state);
        return !stopped;
      });
      if (!stopped) job.timeline->mark_complete();
      lock.lock();
      is_busy = false;
      changed.notify_all();
    }
  }
};

Runner::Runner() : work_(std::make_unique<Work>()) {}
Runner::~Runner() = default;

std::shared_ptr<const Timeline> Runner::start(const params::Scenario& scenario,
                                              const sim::Geometry& geometry) {
  auto timeline = std::make_shared<Timeline>();
  {
    const std::lock_guard lock(work_->mutex);
    work_->next = Work::Job{scenario, geometry, timeline};
    work_->stop = true;
  }
  work_->changed.notify_all();
  return timeline;
}

void Runner::cancel() {
  std::unique_lock lock(work_->mutex);
  work_->next.reset();
  work_->stop = true;
  work_->changed.wait(lock, [&] { return !work_->is_busy; });
}

}  // namespace mend::timeline
