// The curves of a run as data: which columns a topic shows, on which scale, beside which other run and within
// which band.
#pragma once
#include <imgui.h>

#include <memory>
#include <string>
#include <vector>

#include "params/arms.h"
#include "params/scenario.h"
#include "timeline/cohort.h"
#include "timeline/courses.h"
#include "ui/theme.h"
#include "ui/topics.h"

namespace mend::ui {

/// Runs that curves are read from; all but the first may be missing.
struct Sources {
  std::shared_ptr<const timeline::Timeline> run;
  std::shared_ptr<const timeline::Timeline> other;  // of the arm it is compared with
  std::shared_ptr<const timeline::Cohort> cohort;   // of people like the one of `run`
  bool operator==(const Sources&) const = default;
};

/// From a column to a place on the plot and to words.
struct Scale {
  double top = 1;          // at the top of the plot, in the unit of the column
  double factor = 1;       // from that unit to the one printed
  int digits = 0;          // behind the point
  std::string_view after;  // the number: " %"
};
[[nodiscard]] std::string printed(const Scale& scale, double value);

/// Where the numbers of a curve stand.
enum class Axis { left, right, none };

struct Curve {
  std::string name;
  ImVec4 colour;
  Axis axis = Axis::left;
  Scale scale;
  timeline::Course course;
  timeline::Course other;         // empty: nothing to compare with
  std::size_t cohort_column = 0;  // of the chart's cohort
};

struct Chart {
  Topic topic = Topic::joint;
  std::string left_title, right_title;  // of the axes; empty = no such axis
  std::vector<Curve> curves;            // none before the first keyframe
  std::shared_ptr<const timeline::Cohort> cohort;
};

[[nodiscard]] Chart chart_of(const params::Scenario& scenario, Topic topic, const Sources& sources,
                             const Tokens& tokens);

/// The chart of the frame before, unless something it is made of has changed.
class ChartKeeper {
 public:
  const Chart& chart(const params::Scenario& scenario, Topic topic, const Sources& sources,
                     const Tokens& tokens);

 private:
  struct Made {
    Sources sources;
    Topic topic = Topic::joint;
    const Tokens* tokens = nullptr;
    double ready = -1, other_ready = -1;
    bool operator==(const Made&) const = default;
  };
  Made made_;
  Chart chart_;
};

/// "Sham": the name of an arm. as_given is nothing to compare with.
[[nodiscard]] std::string_view arm_name(params::Arm arm);
/// "with sham", "untreated": the treatment of an arm, to stand behind a number.
[[nodiscard]] std::string arm_words(const params::Scenario& scenario, params::Arm arm);

/// Both runs of one curve at 12 months, or at the end of a shorter run, in words. Empty until both have come
/// that far.
struct Comparison {
  std::string when;      // "12 months"
  std::string both;      // "3.1 with cells, 3.4 with sham"
  std::string less;      // "0.3", of the numbers as printed
  std::string sentence;  // "Pain at 12 months: 3.1 with cells, 3.4 with sham: 0.3 apart"
};
[[nodiscard]] Comparison compare(const Curve& curve, const params::Scenario& scenario, params::Arm arm);
/// The curve a comparison is told of first: pain where the topic has it.
[[nodiscard]] const Curve* main_curve(const Chart& chart);

}  // namespace mend::ui
