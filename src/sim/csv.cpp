#include "sim/csv.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <span>

namespace mend::sim {
namespace {

double mean(std::span<const double> field) {
  double sum = 0;
  for (const double value : field) sum += value;
  return sum / static_cast<double>(field.size());
}

/// Six digits that count, a point in every country.
void write_number(std::ostream& out, double value) {
  std::array<char, 32> text;
  const auto end =
      std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::general, 6).ptr;
  out.write(text.data(), end - text.data());
}

}  // namespace

std::vector<Column> columns(const State& state) {
  const JointState& joint = state.joint;
  const NerveState& nerve = state.nerve;
  const MuscleState& muscle = state.muscle;
  const LigamentState& ligament = state.ligament;
  const MedicineState& medicine = state.medicine;
  const auto thickness = [&](Compartment compartment) {
    return joint.thickness[static_cast<std::size_t>(compartment)];
  };
  return {
      {"day", "d", state.day},
      {"cells_suspended", "cells", joint.suspended},
      {"cells_attached", "cells", joint.attached},
      {"cells_engrafted", "cells", joint.engrafted},
      {"synovitis", "0-10", std::clamp(10 * joint.synovitis, 0.0, 10.0)},
      {"anti_inflammation", "index", joint.anti_inflammation},
      {"resolving_macrophages", "0-1", joint.memory},
      {"steroid", "0-1", joint.steroid},
      {"pannus", "mm", joint.pannus},
      {"bone_erosion", "mm", joint.bone_erosion},
      {"cartilage_thickness_medial_femur", "of healthy", thickness(Compartment::medial_femur)},
      {"cartilage_thickness_lateral_femur", "of healthy", thickness(Compartment::lateral_femur)},
      {"cartilage_thickness_medial_tibia", "of healthy", thickness(Compartment::medial_tibia)},
      {"cartilage_thickness_lateral_tibia", "of healthy", thickness(Compartment::lateral_tibia)},
      {"cartilage_thickness_trochlea", "of healthy", thickness(Compartment::trochlea)},
      {"cartilage_thickness_patella", "of healthy", thickness(Compartment::patella)},
      {"defect_fill", "0-1", state.defect.fill},
      {"defect_hyaline_share", "0-1", state.defect.hyaline_share},
      {"defect_msc", "of crowding limit", mean(state.defect.stem)},
      {"defect_chondrocytes", "of crowding limit", mean(state.defect.chondrocyte)},
      {"nerve_axons_reconnected", "0-1", nerve.reconnected},
      {"nerve_misdirected", "0-1", nerve.misdirected},
      {"nerve_velocity_fraction", "of healthy", nerve.velocity_fraction},
      {"nerve_amplitude_fraction", "of healthy", nerve.amplitude_fraction},
      {"nerve_cells", "cells", nerve.cells},
      {"muscle_area", "of healthy", muscle.area},
      {"muscle_necrosis", "of injured", muscle.necrosis},
      {"muscle_neutrophils", "index", muscle.neutrophils},
      {"muscle_m1", "index", muscle.m1},
      {"muscle_m2", "index", muscle.m2},
      {"muscle_quiescent_satellites", "of healthy", muscle.quiescent_satellites},
      {"muscle_scar", "of area", muscle.scar},
      {"muscle_cells", "cells", muscle.cells.alive},
      {"ligament_stress_fraction", "of healthy", ligament.stress},
      {"ligament_load_fraction", "of healthy", ligament.load},
      {"ligament_collagen3_share", "0-1", ligament.collagen3_share()},
      {"ligament_cells", "cells", ligament.cells.alive},
      {"cells_differentiated", "cells", state.lineage.differentiated},
      {"sensitisation_peripheral", "0-2", state.sensitisation_peripheral},
      {"sensitisation_central", "0-1", state.sensitisation_central},
      {"pain", "0-10", state.pain},
      {"opioid_mme_per_day", "MME/d", medicine.opioid_dose},
      {"opioid_tolerance", "ng/ml", medicine.tolerance},
      {"opioid_effect", "share of pain", medicine.opioid_effect},
      {"withdrawal", "0-1", medicine.withdrawal},
      {"constipation", "0-1", medicine.constipation},
      {"nausea", "0-1", medicine.nausea},
      {"sedation", "0-1", medicine.sedation},
  };
}

void write_csv_header(std::ostream& out) {
  const char* separator = "";
  for (const Column& column : columns({})) {
    out << separator << column.name << " (" << column.unit << ")";
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
