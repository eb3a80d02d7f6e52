#include "sim/csv.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <span>
#include <string_view>
#include <vector>

namespace mend::sim {
namespace {

struct Column {
  std::string_view name;
  double value;
};

double mean(std::span<const double> field) {
  double sum = 0;
  for (const double value : field) sum += value;
  return sum / static_cast<double>(field.size());
}

/// Names and values in one place, so that they cannot part.
std::vector<Column> columns(const State& state) {
  const JointState& joint = state.joint;
  const auto thickness = [&](Compartment compartment) {
    return joint.thickness[static_cast<std::size_t>(compartment)];
  };
  return {
      {"day (d)", state.day},
      {"cells_suspended (cells)", joint.suspended},
      {"cells_attached (cells)", joint.attached},
      {"cells_engrafted (cells)", joint.engrafted},
      {"synovitis (0-10)", std::clamp(10 * joint.synovitis, 0.0, 10.0)},
      {"anti_inflammation (index)", joint.anti_inflammation},
      {"resolving_macrophages (0-1)", joint.memory},
      {"cartilage_thickness_medial_femur (of healthy)", thickness(Compartment::medial_femur)},
      {"cartilage_thickness_lateral_femur (of healthy)", thickness(Compartment::lateral_femur)},
      {"cartilage_thickness_medial_tibia (of healthy)", thickness(Compartment::medial_tibia)},
      {"cartilage_thickness_lateral_tibia (of healthy)", thickness(Compartment::lateral_tibia)},
      {"cartilage_thickness_trochlea (of healthy)", thickness(Compartment::trochlea)},
      {"cartilage_thickness_patella (of healthy)", thickness(Compartment::patella)},
      {"defect_fill (0-1)", state.defect.fill},
      {"defect_hyaline_share (0-1)", state.defect.hyaline_share},
      {"defect_msc (of crowding limit)", mean(state.defect.stem)},
      {"defect_chondrocytes (of crowding limit)", mean(state.defect.chondrocyte)},
      {"nerve_axons_reconnected (0-1)", state.nerve.reconnected},
      {"nerve_velocity_fraction (of healthy)", state.nerve.velocity_fraction},
      {"nerve_amplitude_fraction (of healthy)", state.nerve.amplitude_fraction},
      {"sensitisation_peripheral (0-2)", state.sensitisation_peripheral},
      {"sensitisation_central (0-1)", state.sensitisation_central},
      {"pain (0-10)", state.pain},
  };
}

/// Six digits that count, a point in every country.
void write_number(std::ostream& out, double value) {
  std::array<char, 32> text;
  const auto end =
      std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::general, 6).ptr;
  out.write(text.data(), end - text.data());
}

}  // namespace

void write_csv_header(std::ostream& out) {
  const char* separator = "";
  for (const Column& column : columns({})) {
    out << separator << column.name;
    separator = ",";
  }
  out << '\n';
}

void write_csv_row(std::ostream& out, const State& state) {
  const char* separator = "";
  for (const Column& column : columns(state)) {
    out << separator;
    write_number(out, column.value);
    separator = ",";
  }
  out << '\n';
}

}  // namespace mend::sim
