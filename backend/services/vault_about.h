#pragma once

#include <cstdint>
#include <string>

namespace sallyport {

/// What keeps an open vault's data, for people to read.
struct VaultAbout {
    std::string product; ///< SQLCipher
    std::string version; ///< of the product
    std::string engine;  ///< below it, with its version; empty if the product is its own
    std::string cipher;  ///< what encrypts and what authenticates
    std::string place;   ///< the file, or the server
    std::int64_t pageBytes = 0;
    std::int64_t bytes = 0;  ///< of the file; 0: not known
    std::int64_t schema = 0; ///< the last migration
};

} // namespace sallyport
