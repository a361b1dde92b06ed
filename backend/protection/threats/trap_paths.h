#pragma once

#include <span>
#include <string_view>

namespace sallyport::protection {

/// Paths that nobody asks for by mistake: files of other people's programs, keys and dumps that scanners try everywhere. In lower
/// case, sorted; one that ends with `*` stands for all that begin so.
std::span<const std::string_view> trapPaths() noexcept;

/// Whether a path that leads nowhere here is one of them, in whatever case. Cheap; any thread.
bool isTrapPath(std::string_view path) noexcept;

} // namespace sallyport::protection
