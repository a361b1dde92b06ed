#pragma once

#include "backend/access/actor.h"
#include "backend/identity/core/api_key.h"
#include "backend/identity/core/principal.h"
#include "backend/identity/signatures/signature_key.h"

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace sallyport::identity {

/// What a key turned out to be. `principal` or `refusal`, never both.
struct KeyVerdict {
    std::shared_ptr<const Principal> principal;
    /// For `access::Actor::keyProof`, with the principal. A signature doesn't say which of two secrets it was made with: while
    /// a rotation overlaps, the older is assumed.
    std::optional<std::array<std::byte, 32>> proof;
    /// One outward text for every reason; `recordedWord` and `recordedDetail` hold the true one for the journal.
    std::optional<Error> refusal;
    /// Whom the record names: the key and its owner if the text was right, else only the id and what that key is called here.
    audit::EventActor claimed;
};

/// A key that signs requests, with what its signatures may be verified with now: the current secret and, while a rotation
/// overlaps, the one before. The characters of a secret are the HMAC key.
struct SigningKeyVerdict : KeyVerdict {
    std::vector<SignatureKey> keys; ///< one or two if there is a principal
};

/// API keys. Whoever holds `keys:own` manages the keys that speak for themselves, within their own permissions; the keys of
/// others and of service accounts need keys:read, keys:create, keys:update or keys:delete. Every call checks that first and
/// records in the transaction of the change. All but the authenticating ones block; workers only. Thread-safe.
class ApiKeys {
public:
    virtual ~ApiKeys() = default;

    /// keys:read, or keys:own for the own ones.
    [[nodiscard]] virtual Result<ApiKeyPage> list(const access::Actor& actor, const ApiKeyQuery& query) = 0;
    [[nodiscard]] virtual Result<ApiKey> read(const access::Actor& actor, const KeyId& id) = 0;
    /// The scopes must be held by the owner (ValidationFailed) and by the actor (PermissionDenied). LimitReached.
    [[nodiscard]] virtual Result<IssuedKey> create(const access::Actor& actor, NewApiKey key) = 0;
    /// An actor that is an API key gives what it makes no wider addresses, no higher rate and no later end than its own, and
    /// loosens neither itself nor another key of its owner (PermissionDenied, `key_bounds`); the same for change and rotate.
    /// ValidationFailed, PreconditionFailed, NotFound, Conflict once revoked.
    [[nodiscard]] virtual Result<ApiKey> change(const access::Actor& actor, const KeyId& id, const ApiKeyPatch& patch) = 0;
    /// A new text (and signing secret) for the same lifetime anew. What it replaces works on for `overlap`, but never
    /// longer than it would have; what an earlier rotation replaced stops at once. Conflict once ended.
    /// A key with a public key takes `publicKey`, PEM or JWK, and has both until the overlap is over; another takes none.
    [[nodiscard]] virtual Result<IssuedKey> rotate(const access::Actor& actor, const KeyId& id, std::chrono::seconds overlap,
                                                   const std::string& publicKey = {}) = 0;
    /// The key stops at once and for good; it stays in the list as revoked. No error if it was already.
    [[nodiscard]] virtual Result<void> revoke(const access::Actor& actor, const KeyId& id) = 0;

    /// The hot path: whose request is this? Never touches the disk: any thread. Counts the use.
    [[nodiscard]] virtual KeyVerdict authenticate(std::string_view text, const IpAddress& client) = 0;
    /// For signed requests: `text` is what X-API-Key holds, a whole key (its secret is then checked too) or only its
    /// public part `spk_<id>`. Nothing is counted before the signature is verified: call `countUse` then. Any thread.
    [[nodiscard]] virtual SigningKeyVerdict findForSignature(std::string_view text, const IpAddress& client) = 0;
    virtual void countUse(const KeyId& id, const IpAddress& client) = 0;

    /// Writes the counts of use that memory holds. They are also written every few seconds and at the end.
    [[nodiscard]] virtual Result<void> flushUse() = 0;

    /// Whose text this is, for the leak scan: the key (of any state) and whether this very text still opens something.
    struct Recognised {
        ApiKey key;
        bool works = false;   ///< current, or replaced and still overlapping
        bool signing = false; ///< it is the signing secret
    };
    /// Of keys that the actor may see. NotFound for texts that none of them has or had.
    [[nodiscard]] virtual Result<Recognised> recognise(const access::Actor& actor, std::string_view text) = 0;
};

} // namespace sallyport::identity
