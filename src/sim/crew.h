// A few threads that stay, for work in many short stretches: starting a thread for each takes longer than the
// stretch.
#pragma once
#include <atomic>
#include <functional>
#include <thread>
#include <vector>

namespace mend::sim {

class Crew {
 public:
  /// The caller is one of the hands.
  explicit Crew(int hands);
  ~Crew();
  Crew(const Crew&) = delete;
  Crew& operator=(const Crew&) = delete;

  [[nodiscard]] std::size_t hands() const { return threads_.size() + 1; }
  /// Calls work(hand) for every hand at once; returns when all are done.
  void run(const std::function<void(std::size_t hand)>& work);
  /// Within the work: waits until every hand has come to the same place.
  void meet();

 private:
  unsigned all_;
  std::atomic<unsigned> here_{0}, meetings_{0};
  const std::function<void(std::size_t)>* work_ = nullptr;  // null: go home
  std::vector<std::jthread> threads_;                       // last: they use all of the above
};

}  // namespace mend::sim
