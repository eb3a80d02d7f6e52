// mend check and mend parameters: what files say, and what may be said in them.
#include <iostream>

#include "app/commands.h"
#include "base/text.h"
#include "params/describe.h"
#include "params/reference.h"
#include "params/scenario_file.h"
#include "story/evidence.h"

namespace mend::app {
namespace {

/// Scenario or evidence, told apart by the file's name: the evidence file is called evidence.json.
std::vector<Problem> problems_in(const std::string& path) {
  if (path.ends_with("evidence.json")) return story::read_evidence(path).problems();
  return params::read_scenario(path).problems();
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
  Exit exit = Exit::done;
  for (const auto& path : files) {
    const auto problems = problems_in(path);
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
