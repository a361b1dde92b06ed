#pragma once

#include <algorithm>
#include <vector>

namespace sallyport {

/// Sorted, each value once. (clang 14 can't compile libstdc++'s std::ranges::unique.)
template <typename T>
void sortOnce(std::vector<T>& values)
{
    std::ranges::sort(values);
    values.erase(std::unique(values.begin(), values.end()), values.end());
}

} // namespace sallyport
