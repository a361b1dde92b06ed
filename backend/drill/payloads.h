#pragma once

#include <span>
#include <string_view>

namespace sallyport::drill {

/// One line of the drill's own attacks.
struct Payload {
    std::string_view attackClass; ///< `sql`, `script`... as the detector calls it
    std::string_view text;
};

std::span<const Payload> payloads() noexcept;

} // namespace sallyport::drill
