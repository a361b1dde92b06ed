#pragma once

#include <array>
#include <chrono>
#include <cstddef>

namespace sallyport::api {

/// How long each stage took, in the order of the pipeline.
struct Trace {
    static constexpr std::size_t capacity = 16;
    std::array<std::chrono::steady_clock::duration, capacity> took{};
    std::size_t passed = 0; ///< stages that said "go on"
};

} // namespace sallyport::api
