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
    static constexpr std::size_t sizeLimit = 512 * 1024; ///< bytes
    static constexpr std::size_t keyLimit = 1000;        ///< each is made ready for use; real sets have a few dozen at most

    /// What could not be taken over.
    struct LeftOut {
        std::size_t unusable = 0;  ///< for signatures, but of a kind that is not known here, out of bounds or broken
        std::size_t overLimit = 0; ///< behind keyLimit
        std::size_t all() const noexcept { return unusable + overLimit; }
    };

    /// Keys that aren't for signatures are passed over, others that can't be used are counted in leftOut(). KeysWrong
    /// (failure.h) if it is no key set or none is left.
    static Result<JwkSet> parse(std::string_view text);

    /// The key that the header means: of the kind, with this id; without an id only if there is just one of the kind
    /// (OpenID Connect Core §10.1). Null: unknown, fetch the set again.
    const crypto::OutsideKey* find(const std::optional<std::string>& keyId, crypto::OutsideAlgorithm algorithm) const;
    std::size_t size() const noexcept { return m_keys.size(); }
    const LeftOut& leftOut() const noexcept { return m_leftOut; }

private:
    struct Entry {
        std::optional<std::string> id;
        std::optional<crypto::OutsideAlgorithm> algorithm; ///< the only one that it is for, if it says so
        crypto::OutsideKey key;
    };
    std::vector<Entry> m_keys;
    LeftOut m_leftOut;
};

} // namespace sallyport::identity::outside
