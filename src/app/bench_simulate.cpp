// mend bench simulate: every model at its default fidelity, on two threads.
#include <memory>
#include <thread>

#include "app/bench.h"
#include "app/inputs.h"
#include "params/arms.h"
#include "sim/cable.h"
#include "sim/patch.h"
#include "timeline/cohort.h"
#include "timeline/timeline.h"

namespace mend::app {
namespace {

constexpr int kThreads = 2;
constexpr double kTwoYears = 730.5;  // days

/// Every tissue hurt and treated at once.
params::Scenario everything(params::Scenario scenario) {
  scenario.horizon = kTwoYears;
  scenario.nerve.injury = params::NerveInjuryKind::cut;
  scenario.nerve.repair = params::NerveRepair::suture;
  scenario.muscle.injury = params::MuscleInjury::grade2;
  scenario.ligament.injury = params::LigamentInjury::mcl;
  scenario.medicine.opioid = params::OpioidPlan::rule;
  for (const auto site : {params::Site::nerve, params::Site::muscle, params::Site::ligament})
    scenario.regimen.push_back({.day = 3, .kind = params::EventKind::cells, .dose = 1e7, .site = site});
  return scenario;
}

double megabytes(const timeline::Timeline& timeline) {
  std::size_t bytes = 0;
  for (const auto& keyframe : timeline.keyframes()) {
    bytes += sizeof(sim::State) + keyframe->nerve.axons.size() * sizeof(sim::AxonState);
    if (!keyframe->patch.is_empty()) bytes += keyframe->patch.before->bytes();
  }
  return static_cast<double>(bytes) / 1e6;
}

void bench_runs(const params::Scenario& story, std::vector<Measure>& measures) {
  const params::Scenario treated = everything(story);
  const params::Scenario untreated = params::arm_of(treated, params::Arm::untreated);
  const sim::Geometry shape = geometry(treated);
  const auto run = [&](const params::Scenario& scenario, double days) {
    return timeline::run(scenario, shape, days, kThreads);
  };
  measures.push_back(timed("two-arms-24-months", 5, [&] {
    (void)run(treated, kTwoYears);
    (void)run(untreated, kTwoYears);
  }));
  measures.push_back(timed("treated-24-months", 5, [&] { (void)run(treated, kTwoYears); }));
  measures.push_back(timed("treated-12-months", 5, [&] { (void)run(treated, kTwoYears / 2); }));
  measures.push_back(timed("column-24-months", 5, [&] {
    (void)timeline::run(treated, shape, kTwoYears, kThreads, {.fidelity = sim::Fidelity::column});
  }));
  measures.push_back(timed("first-keyframe", 21, [&] {
    timeline::Runner runner;
    const auto timeline = runner.start(treated, shape);
    while (timeline->ready_until() < 0) std::this_thread::yield();
  }));
  const double size = megabytes(*run(treated, kTwoYears));
  measures.push_back({"keyframes-24-months", "MB", size, size, size, 1});
}

sim::DefectPatch seeded_patch(const params::Scenario& story, const sim::PatchSize& size) {
  sim::DefectPatch patch(story.defect_model, 16, geometry(story).lesion_depth, story.seed, kThreads, size);
  patch.add_stem_cells(0.1, {.loss = 0.02, .hyaline = 0.5});
  return patch;
}

/// Diffusion alone: five fields, three directions a step. Then whole steps of a patch and of one with a
/// quarter of its voxels, which cost the same for each voxel when the work is linear in them.
void bench_patch(const params::Scenario& story, std::vector<Measure>& measures) {
  constexpr int kSteps = 20;
  sim::DefectPatch patch = seeded_patch(story, {});
  const double updates = kSteps * static_cast<double>(patch.voxels() * sim::kPatchFields);
  measures.push_back(measured(
      "patch-diffusion", "voxel-field updates/s", 21,
      [&] {
        for (int i = 0; i < kSteps; ++i) patch.diffuse(0.25);
      },
      [&](double seconds) { return updates / seconds; }));
  for (const int across : {32, 64}) {
    sim::DefectPatch stepped = seeded_patch(story, {.across = across});
    const auto voxels = static_cast<double>(stepped.voxels());
    measures.push_back(measured(
        "patch-step-" + std::to_string(stepped.voxels()) + "-voxels", "ns a voxel", 21,
        [&] {
          for (int i = 0; i < kSteps; ++i) stepped.step(0.25, {});
        },
        [&](double seconds) { return 1e9 * seconds / (kSteps * voxels); }));
  }
}

/// 21 nodes and 20 internodes, while an action potential runs along them.
void bench_cable(std::vector<Measure>& measures) {
  constexpr int kSteps = 400;
  sim::Cable cable({}, sim::healthy_fibre(10, 20), 37);
  measures.push_back(measured(
      "cable-step-" + std::to_string(cable.compartments()) + "-compartments", "us", 21,
      [&] {
        for (int i = 0; i < kSteps; ++i) cable.step(i < 20 ? 2.0 : 0.0);
      },
      [](double seconds) { return 1e6 * seconds / kSteps; }));
}

}  // namespace

void bench_simulate(const params::Scenario& story, std::vector<Measure>& measures) {
  bench_runs(story, measures);
  bench_patch(story, measures);
  bench_cable(measures);
  measures.push_back(timed("cohort-of-200", 1, [&] {
    (void)timeline::run_cohort(everything(story), geometry(story), 200, story.seed, kThreads);
  }));
}

}  // namespace mend::app
