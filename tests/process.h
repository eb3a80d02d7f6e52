// Runs the shipped program (or any other) as a person would, and hands back what it said.
#pragma once
#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace mend::test {

struct Outcome {
  int code = -1;
  std::string out, err;
};

/// A folder of its own for one test, removed with it.
class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "mend-test-XXXXXX").string();
    path_ = mkdtemp(name.data());
  }
  ~Folder() {
    std::error_code error;
    std::filesystem::remove_all(path_, error);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  [[nodiscard]] std::string file(const std::string& name) const { return (path_ / name).string(); }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

inline std::string text_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

inline void write_text(const std::string& path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
}

/// Runs a shell command line; standard input is empty.
inline Outcome run(const std::string& command) {
  const Folder folder;
  const std::string err = folder.file("err");
  Outcome outcome;
  FILE* pipe = popen(("{ " + command + " ; } 2>" + err + " </dev/null").c_str(), "r");
  if (pipe == nullptr) return outcome;
  std::array<char, 4096> block{};
  while (const std::size_t read = fread(block.data(), 1, block.size(), pipe)) outcome.out.append(block.data(), read);
  const int status = pclose(pipe);
  outcome.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  outcome.err = text_of(err);
  return outcome;
}

/// The program with these arguments, drawing as the golden pictures were drawn; `variables` as in "PATH=/nowhere".
inline Outcome run_mend(const std::string& arguments, const std::string& variables = {}) {
  return run("env LP_NATIVE_VECTOR_WIDTH=256 LP_NUM_THREADS=2 " + variables + " " MEND_PROGRAM " " + arguments);
}

}  // namespace mend::test
