#include "ui/curves.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "base/result.h"
#include "base/units.h"
#include "scene/palette.h"
#include "ui/widgets.h"

namespace mend::ui {
namespace {

using params::Arm;

/// One line of a topic: a column, its plain name, and how it is drawn.
struct Line {
  std::string_view column, name;
  ImVec4 colour;
  Axis axis = Axis::left;
  Scale scale;  // top 0: a round number above the largest value on its axis
};

constexpr Scale kScore = {10, 1, 1, ""};
constexpr Scale kPercent = {1, 100, 0, " %"};
constexpr Scale kMillions = {0, 1e-6, 1, " million"};

/// The same tissue colour, as far towards the text's as it takes to be read on a panel.
ImVec4 line_colour(const scene::TissueColour& tissue, const Tokens& tokens) {
  constexpr float kReadable = 5;  // 4.5 is asked for; what is still to come is drawn fainter
  const ImVec4 base{tissue.base.x, tissue.base.y, tissue.base.z, 1};
  ImVec4 colour = base;
  for (float share = 0; share < 1 && contrast(colour, tokens.panel) < kReadable; share += 0.1f)
    colour = mixed(base, tokens.text, share);
  return colour;
}

/// Colours of lines, readable on the panel.
struct Inks {
  const Tokens& tokens;
  [[nodiscard]] ImVec4 of(scene::Material material) const {
    return line_colour(scene::colour(material), tokens);
  }
  [[nodiscard]] ImVec4 of(scene::Accent accent) const { return line_colour(scene::colour(accent), tokens); }
  [[nodiscard]] ImVec4 of(scene::CellKind kind) const { return line_colour(scene::colour(kind), tokens); }
};

Line pain_line(const Inks& inks) {
  return {"pain", "Pain", inks.tokens.text, Axis::left, kScore};
}

std::vector<Line> joint_lines(const params::Scenario& scenario, const Inks& inks) {
  std::vector<Line> lines;
  if (scenario.lesion.diameter > 0)
    lines.push_back(
        {"defect_fill", "Defect filled", inks.of(scene::Material::repair), Axis::right, kPercent});
  else if (concerns_joint(scenario))
    lines.push_back({"cartilage_thickness_medial_femur", "Cartilage left", inks.of(scene::Material::repair),
                     Axis::right, kPercent});
  lines.push_back(
      {"synovitis", "Inflammation", inks.of(scene::Accent::synovium_inflamed), Axis::left, kScore});
  lines.push_back(pain_line(inks));
  return lines;
}

std::vector<Line> nerve_lines(const params::Scenario& scenario, const Inks& inks) {
  const ImVec4 axon = inks.of(scene::Accent::axon);
  // A bruise leaves the axons whole: what returns is how many of them conduct.
  const bool is_bruise = scenario.nerve.injury == params::NerveInjuryKind::neurapraxia;
  return {is_bruise ? Line{"nerve_amplitude_fraction", "Nerve conducts", axon, Axis::right, kPercent}
                    : Line{"nerve_axons_reconnected", "Axons arrived", axon, Axis::right, kPercent},
          {"nerve_velocity_fraction", "Signal speed", inks.tokens.accent, Axis::right, kPercent},
          pain_line(inks)};
}

std::vector<Line> muscle_lines(const Inks& inks) {
  return {{"muscle_area", "Muscle fibre", inks.of(scene::Accent::meniscus_red_zone), Axis::left, kPercent},
          {"muscle_scar", "Scar", inks.tokens.accent, Axis::left, kPercent},
          {"muscle_m1",
           "Inflammation",
           inks.of(scene::Accent::synovium_inflamed),
           Axis::none,
           {1, 1, 2, " (index)"}}};
}

std::vector<Line> ligament_lines(const Inks& inks) {
  return {{"ligament_stress_fraction", "Strength", inks.of(scene::Material::ligament), Axis::left, kPercent},
          {"ligament_load_fraction", "Load it bears", inks.tokens.accent, Axis::left, kPercent},
          {"ligament_collagen3_share", "Young collagen", inks.tokens.caution, Axis::left, kPercent}};
}

std::vector<Line> medicine_lines(const Inks& inks) {
  return {{"opioid_mme_per_day", "Opioid dose", inks.tokens.accent, Axis::right, {0, 1, 0, " MME/day"}},
          // At an even dose its fall is tolerance.
          {"opioid_effect", "Relief it gives", inks.tokens.caution, Axis::none, kPercent},
          pain_line(inks)};
}

/// The pools that this scenario's cells are given into.
std::vector<Line> cell_lines(const params::Scenario& scenario, const Inks& inks) {
  const auto is_given = [&](params::Site site) {
    return std::ranges::any_of(scenario.regimen, [&](const params::Event& event) {
      return event.kind == params::EventKind::cells && event.site == site;
    });
  };
  const ImVec4 stem = inks.of(scene::CellKind::stem);
  std::vector<Line> lines;
  if (is_given(params::Site::joint)) {
    lines.push_back({"cells_suspended", "In the fluid", inks.tokens.muted, Axis::left, kMillions});
    lines.push_back({"cells_attached", "On the lining", stem, Axis::left, kMillions});
  }
  if (is_given(params::Site::nerve))
    lines.push_back({"nerve_cells", "In the nerve", inks.of(scene::Accent::axon), Axis::left, kMillions});
  if (is_given(params::Site::muscle))
    lines.push_back(
        {"muscle_cells", "In the muscle", inks.of(scene::Accent::meniscus_red_zone), Axis::left, kMillions});
  if (is_given(params::Site::ligament))
    lines.push_back(
        {"ligament_cells", "In the ligament", inks.of(scene::Material::ligament), Axis::left, kMillions});
  if (scenario.lesion.diameter > 0) {
    lines.push_back(
        {"defect_msc", "Stem, in the hole", inks.of(scene::Material::repair), Axis::right, kPercent});
    lines.push_back({"defect_chondrocytes", "Cartilage, there", inks.of(scene::CellKind::chondrocyte),
                     Axis::right, kPercent});
  }
  constexpr std::size_t kMost = 4;
  if (lines.size() > kMost) lines.resize(kMost);
  return lines;
}

std::vector<Line> lines_of(const params::Scenario& scenario, Topic topic, const Inks& inks) {
  switch (topic) {
    case Topic::joint:
      return joint_lines(scenario, inks);
    case Topic::nerve:
      return nerve_lines(scenario, inks);
    case Topic::muscle:
      return muscle_lines(inks);
    case Topic::ligament:
      return ligament_lines(inks);
    case Topic::medicine:
      return medicine_lines(inks);
    case Topic::cells:
      return cell_lines(scenario, inks);
  }
  return {};
}

void name_axes(Chart& chart) {
  switch (chart.topic) {
    case Topic::joint:
      chart.left_title = "Pain, inflammation: 0 to 10";
      if (chart.curves.front().axis == Axis::right) chart.right_title = chart.curves.front().name + ": %";
      return;
    case Topic::nerve:
      chart.left_title = "Pain: 0 to 10";
      chart.right_title = "Nerve: % of healthy";
      return;
    case Topic::muscle:
    case Topic::ligament:
      chart.left_title = "% of healthy";
      return;
    case Topic::medicine:
      chart.left_title = "Pain: 0 to 10";
      chart.right_title = "Opioid dose: MME a day";
      return;
    case Topic::cells:
      chart.left_title = "Cells alive: million";
      if (chart.curves.back().axis == Axis::right) chart.right_title = "In the hole: % of what fits";
      return;
  }
}

std::size_t column_of(const timeline::Cohort& cohort, std::string_view name) {
  const auto found = std::ranges::find(cohort.columns, name);
  if (found == cohort.columns.end()) fail("the cohort has no column " + std::string(name));
  return static_cast<std::size_t>(found - cohort.columns.begin());
}

double largest(const timeline::Course& course) {
  return course.values.empty() ? 0 : std::ranges::max(course.values);
}

/// Lines that stand on one axis share a round top.
void set_tops(Chart& chart) {
  std::array<double, 3> largest_on{};
  for (const Curve& curve : chart.curves) {
    double& most = largest_on[static_cast<std::size_t>(curve.axis)];
    most = std::max({most, largest(curve.course), largest(curve.other)});
    if (!chart.cohort) continue;
    for (const timeline::Quantiles& band : chart.cohort->bands[curve.cohort_column])
      most = std::max(most, band.high);
  }
  for (Curve& curve : chart.curves) {
    const double most = largest_on[static_cast<std::size_t>(curve.axis)];
    if (curve.scale.top == 0) curve.scale.top = most > 0 ? nice_step(most, 1) : 1;
  }
}

bool gives_any_cells(const params::Scenario& scenario) {
  return std::ranges::any_of(scenario.regimen, gives_cells, &params::Event::kind);
}

}  // namespace

std::string printed(const Scale& scale, double value) {
  char number[48];
  std::snprintf(number, sizeof number, "%.*f", scale.digits, value * scale.factor);
  std::string words = number;
  words += scale.after;
  return words;
}

Chart chart_of(const params::Scenario& scenario, Topic topic, const Sources& sources, const Tokens& tokens) {
  Chart chart{.topic = topic, .left_title = {}, .right_title = {}, .curves = {}, .cohort = sources.cohort};
  if (!sources.run || sources.run->ready_until() < 0) return chart;
  const std::vector<Line> lines = lines_of(scenario, topic, {tokens});
  std::vector<std::string_view> columns;
  for (const Line& line : lines) columns.push_back(line.column);
  std::vector<timeline::Course> courses = timeline::courses(*sources.run, columns), others(lines.size());
  if (sources.other && sources.other->ready_until() >= 0) others = timeline::courses(*sources.other, columns);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Line& line = lines[i];
    chart.curves.push_back({.name = std::string(line.name),
                            .colour = line.colour,
                            .axis = line.axis,
                            .scale = line.scale,
                            .course = std::move(courses[i]),
                            .other = std::move(others[i]),
                            .cohort_column = chart.cohort ? column_of(*chart.cohort, line.column) : 0});
  }
  if (chart.curves.empty()) return chart;
  set_tops(chart);
  name_axes(chart);
  return chart;
}

const Chart& ChartKeeper::chart(const params::Scenario& scenario, Topic topic, const Sources& sources,
                                const Tokens& tokens) {
  const Made wanted{sources, topic, &tokens, sources.run ? sources.run->ready_until() : -1,
                    sources.other ? sources.other->ready_until() : -1};
  if (wanted != made_) {
    made_ = wanted;
    chart_ = chart_of(scenario, topic, sources, tokens);
  }
  return chart_;
}

std::string_view arm_name(Arm arm) {
  switch (arm) {
    case Arm::as_given:
      return "Nothing";
    case Arm::untreated:
      return "No treatment";
    case Arm::sham:
      return "Sham injection";
    case Arm::medicine_only:
      return "Medicine only";
    case Arm::cells_only:
      return "Cells only";
    case Arm::combined:
      return "Cells and medicine";
  }
  return {};
}

std::string arm_words(const params::Scenario& scenario, Arm arm) {
  switch (arm) {
    case Arm::as_given:
      break;
    case Arm::untreated:
      return "untreated";
    case Arm::sham:
      return "with sham";
    case Arm::medicine_only:
      return "with medicine";
    case Arm::cells_only:
      return "with cells";
    case Arm::combined:
      return "with both";
  }
  const bool has_cells = gives_any_cells(scenario), has_medicine = takes_medicine(scenario.medicine);
  if (has_cells) return has_medicine ? "with both" : "with cells";
  if (!scenario.regimen.empty()) return "with this treatment";
  return has_medicine ? "with medicine" : "untreated";
}

Comparison compare(const Curve& curve, const params::Scenario& scenario, Arm arm) {
  Comparison result;
  const double day = std::min(kYear, scenario.horizon);
  const auto reaches = [&](const timeline::Course& course) {
    return !course.days.empty() && course.days.back() >= day - 1e-6;
  };
  if (!reaches(curve.course) || !reaches(curve.other)) return result;
  const Scale& scale = curve.scale;
  // The difference of what is printed, so that a reader's own sum agrees.
  const double unit = std::pow(10.0, -scale.digits) / scale.factor;
  const double here = std::round(timeline::value_at(curve.course, day) / unit) * unit;
  const double there = std::round(timeline::value_at(curve.other, day) / unit) * unit;
  Scale bare = scale;  // only a short unit stands behind every number
  if (bare.after != " %") bare.after = "";
  char words[32];
  std::snprintf(words, sizeof words, "%.0f months", day / kMonth);
  result.when = words;
  for (const bool is_here : {true, false}) {
    result.both += printed(bare, is_here ? here : there);
    result.both += ' ';
    result.both += arm_words(scenario, is_here ? Arm::as_given : arm);
    if (is_here) result.both += ", ";
  }
  result.less = printed(scale, std::fabs(here - there));
  result.sentence = curve.name;
  result.sentence += " at " + result.when;
  result.sentence += ": " + result.both;
  result.sentence += ": " + result.less + " apart";
  return result;
}

const Curve* main_curve(const Chart& chart) {
  const auto pain = std::ranges::find(chart.curves, "Pain", &Curve::name);
  if (pain != chart.curves.end()) return &*pain;
  return chart.curves.empty() ? nullptr : &chart.curves.front();
}

}  // namespace mend::ui
