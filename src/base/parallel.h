// Split a loop over threads. The split never changes a result: each index writes only what is its own.
#pragma once
#include <cstddef>
#include <functional>

namespace mend {

/// Calls body(begin, end) on up to `threads` threads over [0, count); returns when all are done. threads 0 = one per core.
void parallel_for(std::size_t count, int threads, const std::function<void(std::size_t begin, std::size_t end)>& body);

/// Calls body(index) once for each of [0, count) on up to `threads` threads, the next free one taking the next index:
/// for work of unequal length. Returns when all are done.
void parallel_each(std::size_t count, int threads, const std::function<void(std::size_t index)>& body);

/// Cores of this machine, at least 1.
[[nodiscard]] int core_count();

}  // namespace mend
