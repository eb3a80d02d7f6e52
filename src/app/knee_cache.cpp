#include "app/knee_cache.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <memory>
#include <span>
#include <vector>

#include "anatomy/rest_bytes.h"
#include "app/write_file.h"
#include "base/hash.h"
#include "base/log.h"

namespace mend::app {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kKept = 4;                         // files of about 25 MB
constexpr std::uint64_t kMagic = 0x31656e6b646e656dull;  // "mendkne1"

/// What a file begins with.
struct Header {
  std::uint64_t magic = kMagic, key = 0, size = 0, sum = 0;
};

std::uint64_t key_of(const anatomy::KneeShape& shape, std::uint64_t build) {
  Hash hash;
  hash.add(build);
  for (const double number : {shape.lesion_diameter, shape.lesion_depth, shape.width}) hash.add(number);
  for (const double left : shape.wear.left) hash.add(left);
  for (const int number : {static_cast<int>(shape.is_female), static_cast<int>(shape.lesion_site),
                           static_cast<int>(shape.lesion_shoulder), shape.wear.kl_grade})
    hash.add(static_cast<std::uint64_t>(number));
  return hash.value();
}

std::uint64_t sum_of(std::span<const std::byte> bytes) {
  Hash hash;
  std::uint64_t word = 0;
  for (; bytes.size() >= sizeof word; bytes = bytes.subspan(sizeof word)) {
    std::memcpy(&word, bytes.data(), sizeof word);
    hash.add(word);
  }
  word = bytes.size();
  if (!bytes.empty()) std::memcpy(&word, bytes.data(), bytes.size());
  hash.add(word);
  return hash.value();
}

/// A program built anew is another file.
std::uint64_t build_of_program() {
  Hash hash;
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  hash.add(static_cast<std::uint64_t>(fs::file_size(program, error)));
  hash.add(static_cast<std::uint64_t>(fs::last_write_time(program, error).time_since_epoch().count()));
  return hash.value();
}

/// Not in a vector, which would fill the megabytes with zeros first.
struct Contents {
  std::unique_ptr<std::byte[]> bytes;
  std::size_t size = 0;
};

Contents contents(const std::string& path) {
  std::ifstream file(path, std::ios::binary | std::ios::ate);
  const auto size = static_cast<std::size_t>(std::max<std::streamoff>(0, file.tellg()));
  Contents read{std::make_unique_for_overwrite<std::byte[]>(size), size};
  file.seekg(0);
  file.read(reinterpret_cast<char*>(read.bytes.get()), static_cast<std::streamsize>(size));
  if (!file) return {};
  return read;
}

/// All but the files used last go.
void tidy(const fs::path& folder) {
  std::error_code error;
  std::vector<std::pair<fs::file_time_type, fs::path>> files;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
    const fs::path& path = entry.path();
    if (path.extension() == ".knee") files.emplace_back(fs::last_write_time(path, error), path);
  }
  std::sort(files.rbegin(), files.rend());
  for (std::size_t i = kKept; i < files.size(); ++i) fs::remove(files[i].second, error);
}

}  // namespace

KneeCache KneeCache::of_user() {
  const auto variable = [](const char* name) {
    const char* value = std::getenv(name);
    return fs::path(value ? value : "");
  };
  const fs::path cache = variable("XDG_CACHE_HOME"), home = variable("HOME");
  fs::path folder;
  if (cache.is_absolute())
    folder = cache / "mend";
  else if (home.is_absolute())
    folder = home / ".cache" / "mend";
  return {folder.string(), build_of_program()};
}

std::string KneeCache::path(const anatomy::KneeShape& shape) const {
  Hash name;
  name.add(key_of(shape, build_));
  return (fs::path(folder_) / (name.text() + ".knee")).string();
}

std::shared_ptr<const anatomy::Rest> KneeCache::read(const anatomy::KneeShape& shape) const {
  std::error_code error;
  if (folder_.empty() || !fs::exists(path(shape), error)) return nullptr;
  const std::string file = path(shape);
  if (const Contents read = contents(file); read.size >= sizeof(Header)) {
    Header header;
    std::memcpy(&header, read.bytes.get(), sizeof header);
    const auto payload = std::span(read.bytes.get(), read.size).subspan(sizeof header);
    const bool is_whole = header.magic == kMagic && header.key == key_of(shape, build_) &&
                          header.size == payload.size() && header.sum == sum_of(payload);
    if (auto rest = is_whole ? anatomy::rest_of(payload) : nullptr) {
      fs::last_write_time(file, fs::file_time_type::clock::now(), error);
      return rest;
    }
  }
  log::warn("the stored knee " + file + " is damaged: it is built again");
  return nullptr;
}

void KneeCache::write(const anatomy::Rest& rest) const {
  if (folder_.empty()) return;
  std::error_code error;
  fs::create_directories(folder_, error);
  const std::vector<std::byte> payload = anatomy::bytes_of(rest);
  const Header header{
      .magic = kMagic, .key = key_of(rest.shape, build_), .size = payload.size(), .sum = sum_of(payload)};
  const auto written = write_file(path(rest.shape), [&](std::ostream& out) {
    out.write(reinterpret_cast<const char*>(&header), sizeof header);
    out.write(reinterpret_cast<const char*>(payload.data()), static_cast<std::streamsize>(payload.size()));
  });
  if (written.is_ok())
    tidy(folder_);
  else
    log::warn("the knee cannot be stored in " + folder_ + ": the next start will take longer");
}

}  // namespace mend::app
