#include "timeline/dose_curve.h"

#include "sim/dose.h"

namespace mend::timeline {
namespace {

constexpr double kLargestDose = 1.5e8;  // cells, as in describe.cpp
constexpr int kPoints = 61;

}  // namespace

DoseCurve dose_curve(const params::Scenario& scenario) {
  DoseCurve curve{.points = {}, .label = sim::dose_label(scenario.lens)};
  for (int i = 0; i < kPoints; ++i) {
    const double dose = kLargestDose * i / (kPoints - 1);
    const sim::DoseResponse at = scenario.lens == params::Lens::trials
                                     ? sim::dose_response(scenario.cell_model, dose)
                                     : sim::rising_dose_response(scenario.joint_model, dose);
    curve.points.push_back({dose, at.low, at.effect, at.high});
  }
  return curve;
}

}  // namespace mend::timeline
