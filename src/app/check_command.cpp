// mend check and mend parameters: what files say, and what may be said in them.
#include <algorithm>
#include <iostream>

#include "app/commands.h"
#include "app/paths.h"
#include "base/json.h"
#include "base/text.h"
#include "params/describe.h"
#include "params/reference.h"
#include "params/scenario_file.h"
#include "story/library.h"
#include "story/numbers.h"

namespace mend::app {
namespace {

bool is_evidence(const std::string& path) {
  return path.ends_with("evidence.json");
}

/// The evidence that the files stand on: the one among them, else the shipped one.
std::string evidence_path(const std::vector<std::string>& files, const std::string& assets) {
  const auto given = std::find_if(files.begin(), files.end(), is_evidence);
  return given != files.end() ? *given : assets + "/evidence.json";
}

/// Patients read the title of a scenario, so its numbers come from the evidence as well.
std::vector<Problem> problems_in_scenario(const std::string& path, const story::Known& known) {
  const auto scenario = params::read_scenario(path);
  if (!scenario.is_ok()) return scenario.problems();
  std::vector<const story::Claim*> claims;
  for (const story::Claim& claim : known.claims) claims.push_back(&claim);
  const auto number = story::foreign_number(scenario.value().title, claims);
  if (!number) return {};
  const auto file = json::read(path);
  const json::Value* title = file.is_ok() ? file.value().find("title") : nullptr;
  const json::Place place = title ? title->place : json::Place{};
  return {{path, place.line, place.column,
           number_text(*number) +
               " in the title is not a number of the evidence; allowed are words, and numbers of "
               "checked claims"}};
}

/// The story's files are told apart by name; every other file is a scenario.
std::vector<Problem> problems_in(const std::string& path, const story::Known& known) {
  if (is_evidence(path)) return story::read_evidence(path).problems();
  if (path.ends_with("chapters.json")) return story::read_chapters(path, known).problems();
  if (path.ends_with("options.json")) return story::read_options(path, known).problems();
  return problems_in_scenario(path, known);
}

}  // namespace

std::string meant(const std::string& word, const std::vector<std::string>& known) {
  const auto near = nearest(word, known);
  return (near ? "did you mean " + *near + "? Choose " : "choose ") + join_or(known);
}

void print(const std::vector<Problem>& problems) {
  for (const auto& problem : problems) std::cerr << problem.text() << "\n";
}

Exit check(const std::vector<std::string>& files) {
  const auto folder = data_folder();
  if (!folder.is_ok()) return print(folder.problems()), Exit::environment;
  const std::string assets = folder.value() + "/assets";
  auto claims = story::read_evidence(evidence_path(files, assets));
  if (!claims.is_ok()) return print(claims.problems()), Exit::bad_input;
  const story::Known known{std::move(claims).value(), story::scenario_names(assets + "/scenarios")};
  Exit exit = Exit::done;
  for (const auto& path : files) {
    const auto problems = problems_in(path, known);
    print(problems);
    if (problems.empty()) std::cout << path << ": good\n";
    if (!problems.empty()) exit = Exit::bad_input;
  }
  return exit;
}

Exit parameters(bool markdown) {
  std::cout << (markdown ? params::parameters_markdown() : params::parameters_text(params::Scenario{}));
  return Exit::done;
}

}  // namespace mend::app
