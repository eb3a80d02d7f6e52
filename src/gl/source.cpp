#include "gl/source.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <optional>
#include <sstream>

namespace mend::gl {
namespace {

void add_line(Source& source, std::string_view line, const std::string& file, int number) {
  source.text.append(line).push_back('\n');
  source.places.push_back({file, number});
}

void add_prelude(Source& source, Stage stage, Dialect dialect, const std::vector<std::string>& defines) {
  const std::string prelude = "(prelude)";
  if (dialect == Dialect::es) {
    add_line(source, "#version 300 es", prelude, 1);
    for (const char* type : {"float", "int", "sampler2D", "sampler3D", "sampler2DShadow"}) {
      add_line(source, std::string("precision highp ") + type + ";", prelude, 1);
    }
  } else {
    add_line(source, "#version 330 core", prelude, 1);
  }
  add_line(source, stage == Stage::vertex ? "#define VERTEX_STAGE" : "#define FRAGMENT_STAGE", prelude,
           1);
  for (const std::string& define : defines) add_line(source, "#define " + define, prelude, 1);
}

std::optional<std::string> included_file(std::string_view line) {
  constexpr std::string_view kWord = "#include";
  const auto start = line.find_first_not_of(" \t");
  if (start == std::string_view::npos || line.substr(start, kWord.size()) != kWord) return std::nullopt;
  const auto open = line.find('"');
  const auto close = line.rfind('"');
  if (open == std::string_view::npos || close <= open) return "";
  return std::string(line.substr(open + 1, close - open - 1));
}

/// Appends a file once; `seen` holds every file already there.
std::optional<Problem> add_file(Source& source, const std::string& folder, const std::string& file,
                                std::vector<std::string>& seen, const Problem& asked_by) {
  if (std::find(seen.begin(), seen.end(), file) != seen.end()) return std::nullopt;
  seen.push_back(file);
  std::ifstream in(folder + "/" + file);
  if (!in) {
    return Problem{asked_by.file, asked_by.line, 0,
                   "The shader file " + folder + "/" + file + " cannot be read."};
  }
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    const Problem here{file, number, 0, ""};
    if (line.starts_with("#version")) {
      return Problem{file, number, 0, "Remove this #version line; the program puts the right one first."};
    }
    if (const auto other = included_file(line)) {
      if (auto problem = add_file(source, folder, *other, seen, here)) return problem;
    } else {
      add_line(source, line, file, number);
    }
  }
  return std::nullopt;
}

/// The line number in "0:12(3): error" (Mesa), "ERROR: 0:12: ..." (glslang, ANGLE) or "0(12) : error"
/// (NVIDIA).
std::optional<std::size_t> line_in(std::string_view message) {
  for (std::size_t i = 0; i + 2 < message.size(); ++i) {
    if (message[i] != '0' || (message[i + 1] != ':' && message[i + 1] != '(')) continue;
    std::size_t number = 0;
    const auto [end, error] =
        std::from_chars(message.data() + i + 2, message.data() + message.size(), number);
    if (error == std::errc{} && number > 0) return number;
  }
  return std::nullopt;
}

}  // namespace

std::vector<Problem> Source::explain(std::string_view message) const {
  std::vector<Problem> problems;
  std::istringstream lines{std::string(message)};
  for (std::string line; std::getline(lines, line);) {
    if (line.empty()) continue;
    Problem problem{"", 0, 0, line};
    if (const auto number = line_in(line); number && *number <= places.size()) {
      problem.file = places[*number - 1].file;
      problem.line = places[*number - 1].line;
    }
    problems.push_back(std::move(problem));
  }
  return problems;
}

Result<Source> read_source(const std::string& folder, const std::string& file, Stage stage, Dialect dialect,
                           const std::vector<std::string>& defines) {
  Source source;
  add_prelude(source, stage, dialect, defines);
  std::vector<std::string> seen;
  if (auto problem = add_file(source, folder, file, seen, {})) return *problem;
  return source;
}

}  // namespace mend::gl
