#pragma once

#include <string_view>

namespace sallyport::protection {

/// Whether a path that leads nowhere here is one that nobody asks for by mistake, in whatever case: files of other people's
/// programs, keys and dumps that scanners try everywhere. Cheap; any thread.
bool isTrapPath(std::string_view path) noexcept;

} // namespace sallyport::protection
