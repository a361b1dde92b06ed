#pragma once

#include "backend/access/roles.h"
#include "backend/base/encoding.h"
#include "backend/base/ip_address.h"
#include "backend/crypto/digest.h"
#include "backend/identity/core/api_key.h"
#include "backend/identity/core/principal.h"
#include "backend/identity/core/role_assignment.h"
#include "backend/identity/signatures/signature_key.h"

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <unordered_map>
#include <utility>
#include <vector>

namespace sallyport::identity {

/// A key as the database has it, without what use changes. Never changes itself; a change makes another.
struct KeyRecord {
    KeyId id;
    UserId owner;
    bool service = false;
    std::string name;
    access::PermissionSet scopes;
    std::vector<Cidr> addresses;
    std::optional<settings::RateLimit> rate;
    /// The limits of the keys that made it or had its text told, as they were then, the nearest first: whatever a key makes
    /// draws on its bucket, so that many are worth no more than the one.
    std::vector<KeyBucket> makers;
    crypto::Sha256Digest hash{};
    std::optional<crypto::Sha256Digest> previousHash;
    std::optional<UtcTime> previousUntil;
    Bytes signing, previousSigning;           ///< sealed
    std::string publicKey, previousPublicKey; ///< PEM, in place of a secret; such a key has no text that opens anything
    std::int64_t signingNumber = 0, previousSigningNumber = 0;
    std::chrono::seconds lifetime{0};
    UtcTime createdAt, expiresAt;
    std::string createdBy;
    std::optional<UtcTime> rotatedAt, revokedAt;
    std::string revokedBy;
    std::int64_t version = 1;

    /// It may be used from there.
    bool allows(const IpAddress& client) const;
    /// The text of this hash is the key's, or the one before it and still overlapping.
    bool opens(const crypto::Sha256Digest& proof, UtcTime now) const;
};

/// Who owns keys, as it is now.
struct LiveOwner {
    KeyOwner owner;
    std::vector<std::string> roles; ///< for what they allow, ask inForce()
    bool mfaEnabled = false;
    std::optional<UtcTime> mfaRequiredSince = {}; ///< of a user
    std::string department = {};                  ///< the same
    RoleEnds ends = {};                           ///< of those of a user's roles that end
};

/// How often and by whom a key was used: the total, and how much of it the database doesn't have yet.
struct KeyUse {
    std::int64_t total = 0;
    std::int64_t unwritten = 0;
    std::int64_t lastMicros = 0; ///< 0: never
    std::string lastAddress;
};

/// A key in memory. The record is replaced as a whole; use is counted beside it.
class LiveKey {
public:
    LiveKey(std::shared_ptr<const KeyRecord> record, KeyUse use) : m_record(std::move(record)), m_use(std::move(use)) {}

    std::shared_ptr<const KeyRecord> record() const { return m_record.load(); }
    void replace(std::shared_ptr<const KeyRecord> record);

    KeyUse use() const;
    /// True if it is the first use since the last takeUnwritten().
    bool countUse(UtcTime now, const IpAddress& client);
    /// What must be written; it counts as written from now on. giveBack() if that failed.
    KeyUse takeUnwritten();
    void giveBack(std::int64_t count);

    /// Grows with every change of the key, its owner or the roles.
    std::atomic<std::uint64_t> version{1};
    struct Built {
        std::uint64_t version = 0;
        Principal principal;
    };
    std::atomic<std::shared_ptr<const Built>> built; ///< the principal made of a version
    struct Signing {
        std::shared_ptr<const KeyRecord> record; ///< whose secrets they are
        std::optional<SignatureKey> current, previous;
    };
    std::atomic<std::shared_ptr<const Signing>> signing; ///< made when the key first signs

private:
    std::atomic<std::shared_ptr<const KeyRecord>> m_record;
    mutable std::mutex m_mutex;
    KeyUse m_use;
};

/// All keys and their owners, mirrored from the database so that a request is checked without it; there are never more
/// than maximumKeys. Changed on the writer thread after the commit that it mirrors; read from any thread.
class LiveKeys {
public:
    explicit LiveKeys(const access::Roles& roles) : m_roles(roles) {}

    using KeyPointer = std::shared_ptr<LiveKey>;

    KeyPointer find(const KeyId& id) const;
    std::optional<LiveOwner> owner(const UserId& id) const;
    /// Whose requests a key's are: the owner with what both the owner and the scopes allow at `now`. Null if the owner is
    /// disabled or gone.
    std::shared_ptr<const Principal> principalOf(const KeyPointer& key, UtcTime now) const;
    std::vector<KeyPointer> all() const;
    std::vector<KeyPointer> keysOf(const UserId& owner) const;

    /// Adds or replaces a key; its owner must be told if it isn't known.
    void put(std::shared_ptr<const KeyRecord> record, LiveOwner owner);
    void erase(const KeyId& id);
    /// Takes over what changed; only owners with keys are kept.
    void updateOwner(LiveOwner owner);
    /// What was made of a key is made anew: the roles allow something else now.
    void rolesChanged();
    /// With all keys.
    void eraseOwner(const UserId& id);
    /// Everything anew. Keys that are known keep what memory counted.
    void replaceAll(std::vector<std::pair<std::shared_ptr<const KeyRecord>, KeyUse>> keys, std::vector<LiveOwner> owners);

private:
    struct Account {
        LiveOwner owner;
        std::vector<KeyPointer> keys;
    };

    const access::Roles& m_roles;
    mutable std::shared_mutex m_mutex;
    std::unordered_map<KeyId, KeyPointer> m_keys;
    std::unordered_map<UserId, Account> m_accounts;
};

/// Keys at most, ended ones included.
inline constexpr std::size_t maximumKeys = 100'000;

} // namespace sallyport::identity
