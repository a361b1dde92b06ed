#pragma once

#include "backend/base/clock.h"
#include "backend/base/random.h"
#include "backend/base/result.h"
#include "backend/crypto/aead.h"
#include "backend/crypto/token_key.h"
#include "backend/identity/tokens/key_document.h"
#include "backend/storage/store.h"

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::identity {

inline constexpr std::chrono::days signingKeyLifetime{90};
/// A key that is from further in the future was made by a wrong clock, and is replaced.
inline constexpr std::chrono::minutes signingKeyFuture{5};
/// How long a retired key still verifies: longer than any access token lives.
inline constexpr std::chrono::hours signingKeyOverlap{24};

/// Seals the private keys.
using SigningKeyCipher = crypto::Cipher<struct SigningKeyPurpose>;

/// The keys of access tokens, ES256 or EdDSA: one signs, retired ones verify until their tokens are over. Private keys are stored
/// encrypted. Thread-safe; lookups are served from memory.
class SigningKeys {
public:
    SigningKeys(storage::Store& store, SigningKeyCipher cipher, const Clock& clock, RandomSource& random)
        : m_store(store), m_cipher(std::move(cipher)), m_clock(clock), m_random(random),
          m_subscription(store.changeFeed().subscribe(
              topic, [this](const std::string&, const std::shared_ptr<const Set>& now) { publish(now); }))
    {
    }

    struct Current {
        crypto::TokenKey key;
        std::string kid;
        UtcTime createdAt;
    };

    /// One of the keys that sign or still verify.
    struct Known {
        std::string kid;
        crypto::TokenAlgorithm algorithm;
        UtcTime createdAt;
        std::optional<UtcTime> retiredAt;
    };
    /// Writes down who made a key, in the transaction that makes it.
    using Record = std::function<Result<void>(storage::Transaction&, const Known& made)>;

    /// Reads the keys; makes the first one, of `algorithm`, if there is none.
    [[nodiscard]] Result<void> load(crypto::TokenAlgorithm algorithm);
    /// A new key of `algorithm` signs from now on, the current one retires. Answers the new one.
    [[nodiscard]] Result<Known> rotate(crypto::TokenAlgorithm algorithm, const Record& record);
    /// The same within somebody's transaction: it counts when that is committed.
    [[nodiscard]] Result<Known> rotate(storage::Transaction& transaction, crypto::TokenAlgorithm algorithm, const Record& record);
    /// Rotates if the current key is too old, from the future or of another algorithm, and records it; deletes the keys that
    /// verified nothing any more by `deletable`. What was retired in the future is retired now.
    [[nodiscard]] Result<void> maintain(crypto::TokenAlgorithm algorithm, const Record& record, UtcTime deletable);

    std::optional<Current> current() const;
    std::optional<crypto::PublicKey> find(std::string_view kid) const;
    /// RFC 7517: the current key first, then the retired ones. Made when the keys change, not for each request.
    std::shared_ptr<const KeyDocument> jwks() const;
    /// The current key first, then the retired ones.
    std::vector<Known> known() const;

private:
    struct Set {
        std::optional<Current> current;
        std::map<std::string, crypto::PublicKey, std::less<>> verifying;
        KeyDocument jwks;
        std::vector<Known> known;
    };

    /// The key that signs, by its kid, with all that verify: there are never more than a few.
    static constexpr storage::Topic<Set> topic{"signing_key"};

    Result<std::shared_ptr<const Set>> read(storage::Transaction& transaction) const;
    Result<Known> insertNew(storage::Transaction& transaction, crypto::TokenAlgorithm algorithm) const;
    std::shared_ptr<const Set> set() const;
    void publish(std::shared_ptr<const Set> set);

    storage::Store& m_store;
    const SigningKeyCipher m_cipher;
    const Clock& m_clock;
    RandomSource& m_random;
    mutable std::mutex m_mutex;
    std::shared_ptr<const Set> m_set = std::make_shared<const Set>();
    const storage::ChangeFeed::Subscription m_subscription; ///< goes first
};

} // namespace sallyport::identity
