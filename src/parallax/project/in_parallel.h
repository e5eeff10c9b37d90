#pragma once
#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace parallax {

/// How many threads are worth starting on this machine; at least 1.
inline std::size_t default_jobs() {
  return std::max<std::size_t>(1, std::thread::hardware_concurrency());
}

/// Calls `work(0)` .. `work(count - 1)`, each once, on up to `jobs` threads, and returns when all
/// have ended. What `work` throws first is thrown here (only running out of memory is known to do
/// so).
template <typename Work>
void in_parallel(std::size_t jobs, std::size_t count, const Work& work) {
  std::atomic<std::size_t> next = 0;
  std::exception_ptr thrown;
  std::mutex thrown_lock;
  const auto take_turns = [&] {
    try {
      for (std::size_t i = next++; i < count; i = next++) {
        work(i);
      }
    } catch (...) {
      const std::lock_guard lock(thrown_lock);
      thrown = thrown ? thrown : std::current_exception();
      next = count;
    }
  };
  {
    std::vector<std::jthread> threads;
    for (std::size_t i = 1; i < std::min(jobs, count); ++i) {
      threads.emplace_back(take_turns);
    }
    take_turns();
  }
  if (thrown) {
    std::rethrow_exception(thrown);
  }
}

}  // namespace parallax
