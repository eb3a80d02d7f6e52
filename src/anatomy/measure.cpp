#include "anatomy/measure.h"

#include <array>
#include <cmath>
#include <utility>

#include "base/result.h"
#include "base/text.h"

namespace mend::anatomy {
namespace {

struct Section {
  const char* title;
  void (*measure)(Specimen&, MeasureTable&);
};
constexpr std::array<Section, kMeasuredSections> kSections{{{"Femur", measure_femur},
                                                            {"Tibia and fibula", measure_tibia},
                                                            {"Patella", measure_patella},
                                                            {"Cartilage", measure_cartilage},
                                                            {"Menisci", measure_menisci},
                                                            {"Ligaments and tendons", measure_ligaments},
                                                            {"Capsule and fat", measure_capsule},
                                                            {"Motion", measure_motion},
                                                            {"Nerves and vessels", measure_nerves}}};

const Section& section_of(int section) {
  if (section < 1 || section > kMeasuredSections) fail("measure_section: there is no such section");
  return kSections[static_cast<std::size_t>(section - 1)];
}

}  // namespace

namespace {
std::string rounded(double value) {
  const double hundredths = std::floor(math::fabs(value) * 100 + 0.5) / 100;
  return number_text(value < 0 && hundredths > 0 ? -hundredths : hundredths);
}
}  // namespace

Band about(double mean, double deviation) {
  return {mean - 2 * deviation, mean + 2 * deviation, number_text(mean) + " ±" + number_text(deviation)};
}
Band between(double low, double high) {
  return {low, high, number_text(low) + " to " + number_text(high)};
}
Band means(double low, double high) {
  return {0.9 * low, 1.1 * high, number_text(low) + " and " + number_text(high)};
}
Band roughly(double mean, double either_way) {
  return {mean - either_way, mean + either_way,
          number_text(mean) + ", " + rounded(either_way) + " either way assumed"};
}

const Knee& Specimen::at(int degrees) {
  const auto found = knees_.find(degrees);
  if (found != knees_.end()) return found->second;
  return knees_.emplace(degrees, build_knee({.flexion = static_cast<double>(degrees)}, threads_))
      .first->second;
}
const Mesh& Specimen::part(PartId id, int degrees) {
  const Part* part = at(degrees).find(id);
  if (part == nullptr) fail("Specimen: the knee lacks a part");
  return part->mesh;
}

void MeasureTable::add(std::string name, const char* unit, double value, Band band, const char* source) {
  measures.push_back({section, std::move(name), unit, value, std::move(band), source});
}

const char* measured_section(int section) {
  return section_of(section).title;
}

std::vector<Measure> measure_section(Specimen& knee, int section) {
  MeasureTable table{section};
  section_of(section).measure(knee, table);
  return std::move(table.measures);
}

std::string measures_markdown(int threads) {
  Specimen knee(threads);
  std::size_t count = 0, inside = 0;
  std::string tables;
  for (int section = 1; section <= kMeasuredSections; ++section) {
    tables += "\n## " + std::to_string(section) + ". " + measured_section(section) +
              "\n\n| measure | value | unit | published | band | source | |\n|---|---|---|---|---|---|---|\n";
    for (const Measure& m : measure_section(knee, section)) {
      tables += "| " + m.name + " | " + rounded(m.value) + " | " + m.unit + " | " + m.band.text + " | " +
                rounded(m.band.low) + " to " + rounded(m.band.high) + " | " + m.source + " | " +
                (m.is_inside() ? "inside" : "**outside**") + " |\n";
      ++count;
      inside += m.is_inside();
    }
  }
  return "# The knee, measured\n\nMade by `mend anatomy --measure > docs/anatomy.md`. Every value is read "
         "off the "
         "finished meshes of the right knee of an average adult (epicondylar width 81 mm), never off the "
         "numbers it "
         "was built from; the knee is straight unless the measure says otherwise. Band: two standard "
         "deviations "
         "either way of a published mean (±); a published range (to); means of several studies (and), 10 % "
         "beyond; "
         "where a mean stands alone, so much either way as is said to be assumed. Thickness of cartilage: 10 "
         "% of "
         "the mean, 15 % of the 95th percentile.\n\nNot compared: the Q angle, which needs the pelvis; the "
         "capsule's reflection behind, published lower than the cartilage reaches; the peroneal nerve's "
         "distance from "
         "the lateral epicondyle, at odds with its published course.\n\n" +
         std::to_string(inside) + " of " + std::to_string(count) + " measures lie inside their band.\n" +
         tables;
}

}  // namespace mend::anatomy
