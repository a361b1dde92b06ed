#pragma once

#include "backend/crypto/outside_key.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::identity::outside {

/// The keys that a provider signs with (RFC 7517).
class JwkSet {
public:
    static constexpr std::size_t sizeLimit = 256 * 1024; ///< bytes
    static constexpr std::size_t keyLimit = 64;

    /// Keys that aren't for signatures, of kinds that are not known here or out of bounds are left out. KeysWrong
    /// (failure.h) if it is no key set or none is left.
    static Result<JwkSet> parse(std::string_view text);

    /// The key that the header means: of the kind, with this id; without an id only if there is just one of the kind
    /// (OpenID Connect Core §10.1). Null: unknown, fetch the set again.
    const crypto::OutsideKey* find(const std::optional<std::string>& keyId, crypto::OutsideAlgorithm algorithm) const;
    std::size_t size() const noexcept { return m_keys.size(); }

private:
    struct Entry {
        std::optional<std::string> id;
        std::optional<crypto::OutsideAlgorithm> algorithm; ///< the only one that it is for, if it says so
        crypto::OutsideKey key;
    };
    std::vector<Entry> m_keys;
};

} // namespace sallyport::identity::outside
