#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <span>

namespace sallyport::crypto {

using Sha256Digest = std::array<std::byte, 32>;
using Sha512Digest = std::array<std::byte, 64>;
using Sha1Digest = std::array<std::byte, 20>;

/// FIPS 180-4, in one go. Ends the program if OpenSSL cannot (no memory).
Sha256Digest sha256(std::span<const std::byte> data);
Sha512Digest sha512(std::span<const std::byte> data);
/// For formats that prescribe it (certificate key ids, breach lists); never for signatures or chains (ASVS 11.4.1).
Sha1Digest sha1(std::span<const std::byte> data);

/// SHA-256 of what comes in parts. Not thread-safe.
class Sha256 {
public:
    Sha256();
    Sha256(Sha256&&) noexcept;
    Sha256& operator=(Sha256&&) noexcept;
    ~Sha256();

    void update(std::span<const std::byte> data);
    /// The digest of all parts; the object then starts over.
    Sha256Digest finish();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace sallyport::crypto
