#pragma once

#include "backend/audit/event.h"
#include "backend/base/result.h"
#include "backend/base/secret_bytes.h"

#include <array>
#include <memory>
#include <string_view>

namespace sallyport::audit {

using ChainHash = std::array<std::byte, 32>;

/// The keyed hash of the journal, HMAC-SHA256. The key comes from the keyring, so that who can write the database file
/// alone cannot make a chain that verifies. Thread-safe.
class Chain {
public:
    static Result<std::shared_ptr<const Chain>> make(const SecretBytes& key);
    ~Chain();
    Chain(const Chain&) = delete;
    Chain& operator=(const Chain&) = delete;

    /// Over a label, `previous` and every field of the event but its hash, numbers as 8 bytes and texts after their
    /// length: no two events share an encoding.
    [[nodiscard]] Result<ChainHash> next(const ChainHash& previous, const Event& event) const;
    /// The same of an event whose fields appendCanonical() has put together, for who needs them again.
    [[nodiscard]] Result<ChainHash> next(const ChainHash& previous, std::string_view canonical) const;
    /// Over another label and `text`: for the anchor.
    [[nodiscard]] Result<ChainHash> seal(std::string_view text) const;

private:
    struct Keyed;
    explicit Chain(std::unique_ptr<Keyed> keyed);
    Result<ChainHash> mac(std::string_view begin, std::string_view rest) const;
    std::unique_ptr<Keyed> m_keyed;
};

/// How the canonical bytes of an event are put together: a text after its length in 8 bytes, and every field of the event but its
/// hash, numbers as 8 bytes (big-endian) and texts after their length.
void appendCanonical(std::string& to, std::string_view text);
void appendCanonical(std::string& to, const Event& event);

/// What stands before the first event.
inline constexpr ChainHash chainStart{};

std::string hexOf(const ChainHash& hash);
Result<ChainHash> hashFromHex(std::string_view text);

} // namespace sallyport::audit
