#pragma once

#include "backend/base/clock.h"
#include "backend/base/random.h"
#include "backend/base/result.h"
#include "backend/crypto/aead.h"
#include "backend/crypto/signing_key.h"
#include "backend/storage/store.h"

#include <chrono>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace sallyport::identity {

inline constexpr std::chrono::days signingKeyLifetime{90};
/// How long a retired key still verifies: longer than any access token lives.
inline constexpr std::chrono::hours signingKeyOverlap{24};

/// The ES256 keys of access tokens: one signs, retired ones verify until their tokens are over. Private keys are stored
/// encrypted. Thread-safe; lookups are served from memory.
class SigningKeys {
public:
    SigningKeys(storage::Store& store, crypto::Aead& aead, const Clock& clock, RandomSource& random)
        : m_store(store), m_aead(aead), m_clock(clock), m_random(random)
    {
    }

    struct Current {
        crypto::SigningKey key;
        std::string kid;
        UtcTime createdAt;
    };

    /// Reads the keys; makes the first one if there is none.
    [[nodiscard]] Result<void> load();
    /// A new key signs from now on, the current one retires.
    [[nodiscard]] Result<void> rotate();
    /// Rotates if the current key is too old, deletes the keys that verify nothing any more.
    [[nodiscard]] Result<void> maintain();

    std::optional<Current> current() const;
    std::optional<crypto::VerifyingKey> find(std::string_view kid) const;
    /// RFC 7517: the current key first, then the retired ones.
    std::string jwks() const;

private:
    struct Set {
        std::optional<Current> current;
        std::map<std::string, crypto::VerifyingKey, std::less<>> verifying;
        std::string jwks;
    };

    Result<std::shared_ptr<const Set>> read(storage::Transaction& transaction) const;
    Result<void> insertNew(storage::Transaction& transaction) const;
    std::shared_ptr<const Set> set() const;
    void publish(std::shared_ptr<const Set> set);

    storage::Store& m_store;
    crypto::Aead& m_aead;
    const Clock& m_clock;
    RandomSource& m_random;
    mutable std::mutex m_mutex;
    std::shared_ptr<const Set> m_set = std::make_shared<const Set>();
};

} // namespace sallyport::identity
