// The built knee measured: lengths, widths, angles, footprints, thickness and motion, each beside what is
// published. Everything is read off the finished meshes, never off the numbers that they were built from.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "anatomy/knee.h"
#include "anatomy/sdf.h"

namespace mend::anatomy {

/// What is published, and what a measured value must therefore lie in.
struct Band {
  double low, high;
  std::string text;
};
/// A mean with its standard deviation: two either way.
[[nodiscard]] Band about(double mean, double deviation);
/// A range.
[[nodiscard]] Band between(double low, double high);
/// Means of several studies, the lowest and the highest: 10 % beyond either, assumed.
[[nodiscard]] Band means(double low, double high);
/// A mean without a spread: so much either way, assumed.
[[nodiscard]] Band roughly(double mean, double either_way);

struct Measure {
  int section;  // 1 femur, 2 tibia and fibula, ... as kMeasuredSections
  std::string name, unit;
  double value;
  Band band;
  std::string source;
  [[nodiscard]] bool is_inside() const { return value >= band.low && value <= band.high; }
};

/// The knees that are measured, built when first asked for.
class Specimen {
 public:
  explicit Specimen(int threads) : threads_(threads) {}
  [[nodiscard]] const Knee& at(int degrees);
  [[nodiscard]] const Mesh& part(PartId id, int degrees = 0);

 private:
  int threads_;
  std::map<int, Knee> knees_;
};

/// Collects the measures of one section.
struct MeasureTable {
  int section;
  std::vector<Measure> measures = {};
  void add(std::string name, const char* unit, double value, Band band, const char* source);
};

void measure_femur(Specimen& knee, MeasureTable& table);
void measure_tibia(Specimen& knee, MeasureTable& table);
void measure_patella(Specimen& knee, MeasureTable& table);
void measure_cartilage(Specimen& knee, MeasureTable& table);
void measure_menisci(Specimen& knee, MeasureTable& table);
void measure_ligaments(Specimen& knee, MeasureTable& table);
void measure_capsule(Specimen& knee, MeasureTable& table);
void measure_motion(Specimen& knee, MeasureTable& table);
void measure_nerves(Specimen& knee, MeasureTable& table);

inline constexpr int kMeasuredSections = 9;
[[nodiscard]] const char* measured_section(int section);  // its title
[[nodiscard]] std::vector<Measure> measure_section(Specimen& knee, int section);
/// The page of all sections.
[[nodiscard]] std::string measures_markdown(int threads);

}  // namespace mend::anatomy
