// mend anatomy: the knee as meshes, to look at and to measure elsewhere, or measured here.
#include <charconv>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "anatomy/measure.h"
#include "app/commands.h"
#include "app/inputs.h"
#include "app/knee_maker.h"
#include "base/text.h"
#include "params/scenario_file.h"

namespace mend::app {
namespace {

Problem problem(std::string message) {
  return {.file = {}, .line = 0, .column = 0, .message = std::move(message)};
}

/// Ligaments say what they are in the names of files.
std::string file_name(anatomy::PartId id) {
  using enum anatomy::PartId;
  std::string name;
  if (id == acl || id == pcl || id == mcl || id == lcl) name = "ligament_";
  return name.append(anatomy::info(id).key).append(".obj");
}

Result<KneeRequest> request_of(const AnatomyOptions& options) {
  KneeRequest request;
  request.shape.flexion = options.flexion;
  std::vector<Problem> problems;
  if (const auto refusal = refused_flexion(options.flexion)) problems.push_back(*refusal);
  if (options.side == "left")
    request.side = params::Side::left;
  else if (options.side != "right")
    problems.push_back(
        problem("there is no side " + options.side + ": " + meant(options.side, {"right", "left"})));
  params::Scenario scenario;
  for (const std::string& setting :
       {"build.sex=" + options.sex, "build.width=" + number_text(options.width)}) {
    const auto changed = params::with_setting(scenario, setting);
    if (changed.is_ok())
      scenario = changed.value();
    else
      problems.insert(problems.end(), changed.problems().begin(), changed.problems().end());
  }
  if (!problems.empty()) return problems;
  request.shape.width = scenario.build.width;
  request.shape.is_female = scenario.build.sex == params::Sex::female;
  return request;
}

/// Wavefront OBJ, mm: X lateral of a right knee, Y anterior, Z superior.
bool write_obj(const std::filesystem::path& path, const anatomy::Mesh& mesh) {
  std::string text;
  const auto write = [&](auto number) {
    char digits[32];
    text += ' ';
    text.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
  };
  for (const anatomy::Vertex& vertex : mesh.vertices) {
    text += 'v';
    for (int axis = 0; axis < 3; ++axis) write(vertex.position[axis]);
    text += '\n';
  }
  for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
    text += 'f';
    for (std::size_t k = i; k < i + 3; ++k) write(mesh.indices[k] + 1);
    text += '\n';
  }
  std::ofstream out(path, std::ios::binary);
  out << text;
  out.close();
  return out.good();
}

}  // namespace

std::optional<Problem> refused_flexion(double degrees) {
  if (degrees >= 0 && degrees <= 120) return std::nullopt;
  return problem("--flexion must lie between 0 and 120 degrees");
}

Exit anatomy(const AnatomyOptions& options) {
  if (options.measure) {
    std::cout << anatomy::measures_markdown(0);
    return Exit::done;
  }
  if (options.out.empty()) return print({problem("say where to write: --out FOLDER; or --measure")}), Exit::bad_input;
  const auto request = request_of(options);
  if (!request.is_ok()) return print(request.problems()), Exit::bad_input;
  const anatomy::Knee knee = KneeMaker().make(request.value(), 0);
  std::error_code error;
  std::filesystem::create_directories(options.out, error);
  for (const anatomy::Part& part : knee.parts) {
    const std::filesystem::path path = std::filesystem::path(options.out) / file_name(part.id);
    if (write_obj(path, part.mesh)) continue;
    print({problem(path.string() + " cannot be written: choose a folder you may write to")});
    return Exit::bad_input;
  }
  std::cout << knee.parts.size() << " parts in " << options.out
            << ", mm: X lateral of a right knee, Y anterior, Z superior\n";
  return Exit::done;
}

}  // namespace mend::app
