#include "base/parallel.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace mend {

int core_count() {
  return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

void parallel_for(std::size_t count, int threads, const std::function<void(std::size_t, std::size_t)>& body) {
  const std::size_t wanted = static_cast<std::size_t>(threads > 0 ? threads : core_count());
  const std::size_t parts = std::min(wanted, count);
  if (parts <= 1) {
    if (count > 0) body(0, count);
    return;
  }
  std::vector<std::jthread> workers;
  workers.reserve(parts - 1);
  for (std::size_t part = 1; part < parts; ++part) {
    workers.emplace_back([&, part] { body(count * part / parts, count * (part + 1) / parts); });
  }
  body(0, count / parts);
}

void parallel_each(std::size_t count, int threads, const std::function<void(std::size_t)>& body) {
  const std::size_t wanted = static_cast<std::size_t>(threads > 0 ? threads : core_count());
  std::atomic<std::size_t> next = 0;
  parallel_for(std::min(wanted, count), threads, [&](std::size_t, std::size_t) {
    for (std::size_t index = next++; index < count; index = next++) body(index);
  });
}

}  // namespace mend
