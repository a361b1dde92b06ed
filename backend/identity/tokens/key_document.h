#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace sallyport::identity {

/// The public keys as RFC 7517 has them, and the strong tag that HTTP knows the document by.
struct KeyDocument {
    std::string text;
    std::string tag; ///< with its quotation marks
};

/// How often a token's signature was checked, and how many tokens are remembered as good.
struct TokenChecks {
    std::uint64_t signatures = 0;
    std::size_t remembered = 0; ///< at most 32,768
};

} // namespace sallyport::identity
