#include "base/parallel.h"

#include <doctest/doctest.h>

#include <atomic>
#include <vector>

using namespace mend;

TEST_CASE("every index is visited once, for any number of threads and any count") {
  for (const int threads : {0, 1, 2, 3, 8}) {
    for (const std::size_t count : {0u, 1u, 2u, 7u, 1000u}) {
      std::vector<int> visits(count, 0);
      parallel_for(count, threads, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) ++visits[i];
      });
      for (const int v : visits) CHECK(v == 1);
    }
  }
}

TEST_CASE("no more parts than threads or than indices") {
  std::atomic<int> calls = 0;
  parallel_for(3, 8, [&](std::size_t, std::size_t) { ++calls; });
  CHECK(calls == 3);
  calls = 0;
  parallel_for(100, 4, [&](std::size_t, std::size_t) { ++calls; });
  CHECK(calls == 4);
  CHECK(core_count() >= 1);
}
