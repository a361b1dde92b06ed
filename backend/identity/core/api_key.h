#pragma once

#include "backend/base/clock.h"
#include "backend/base/id.h"
#include "backend/base/secret_bytes.h"
#include "backend/settings/settings.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sallyport::identity {

/// How long a rotated key's old text works on, unless somebody says otherwise, and at most.
inline constexpr std::chrono::seconds keyOverlapDefault{86400};
inline constexpr std::chrono::seconds keyOverlapMaximum{30 * 86400};

inline constexpr std::size_t keyAddressLimit = 32;             ///< addresses and networks of one key
inline constexpr std::size_t keyScopeLimit = 100;              ///< words
inline constexpr std::size_t keyMakerLimit = 16;               ///< limits of other keys that a key counts against
inline constexpr std::uint32_t keyRateMaximum = 1'000'000'000; ///< requests
inline constexpr std::chrono::seconds keyRateWindowMaximum{7 * 86400};

/// Whom a key speaks for. A service account's id stands where a user's does: both are made the same way and never meet.
struct KeyOwner {
    UserId id;
    bool service = false;
    std::string name;
    std::string email;  ///< of a user
    bool active = true; ///< false: the owner is disabled, and so are the keys
};

/// A key as the console and the API may see it: never its text, never a hash.
struct ApiKey {
    KeyId id;
    std::string prefix; ///< `spk_7QK3M2XA`
    std::string name;
    KeyOwner owner;
    std::vector<std::string> scopes;      ///< permission words, sorted; what it may at most
    std::vector<std::string> beyondOwner; ///< those that the owner doesn't hold now: over-scoped if there is one
    std::vector<std::string> addresses;   ///< networks that it may be used from; empty: any
    std::optional<settings::RateLimit> rate;
    bool signing = false;             ///< signs requests: with a secret, or with the owner's own key pair
    std::string signatureAlgorithm;   ///< `hmac-sha256`, `ed25519`, `ecdsa-p256-sha256`; empty: doesn't sign
    std::string publicKey;            ///< PEM, of an owner's key pair: the key opens only by signatures
    std::string publicKeyFingerprint; ///< SHA-256, hexadecimal
    UtcTime createdAt;
    std::string createdBy; ///< a name
    UtcTime expiresAt;
    std::optional<UtcTime> rotatedAt;
    std::optional<UtcTime> previousUntil; ///< the text before the last rotation works until then, if it still does
    std::optional<UtcTime> revokedAt;
    std::string revokedBy;
    std::optional<UtcTime> lastUsedAt;
    std::string lastUsedAddress;
    std::int64_t useCount = 0;
    std::int64_t version = 1;
    bool expired = false, expiring = false, stale = false; ///< as of the answer; the last two only while it can be used

    bool ended() const noexcept { return expired || revokedAt.has_value(); }
};

struct NewApiKey {
    std::string name;                ///< 1..100 printable characters
    std::vector<std::string> scopes; ///< permission words or their groups (`read`, `write`, `delete`, `manage_users`)
    std::optional<UserId> owner;     ///< a user or a service account; oneself if not said
    std::optional<std::chrono::seconds> expiresIn; ///< else the setting keys.default_lifetime
    std::vector<std::string> addresses;            ///< at most 32 addresses or networks
    std::optional<settings::RateLimit> rate;
    bool signing = false;  ///< also make a secret for signed requests
    std::string publicKey; ///< PEM or JWK, Ed25519 or P-256, in place of text and secret
};

/// Only what is set changes.
struct ApiKeyPatch {
    std::optional<std::string> name;
    std::optional<std::vector<std::string>> scopes;
    std::optional<std::vector<std::string>> addresses;
    std::optional<std::optional<settings::RateLimit>> rate;
    std::optional<std::chrono::seconds> expiresIn; ///< from now
    std::optional<std::int64_t> expectedVersion;   ///< PreconditionFailed if the key has another
};

/// A key with what is told this once.
struct IssuedKey {
    ApiKey key;
    SecretBytes text;          ///< `spk_...`; empty with a public key
    SecretBytes signingSecret; ///< `sps_...`: its characters are the HMAC key; empty without `signing`
};

struct ApiKeyQuery {
    enum class Sort { Name, Owner, Scopes, Rate, LastUsed, Uses, Expires, State, Created };
    enum class Filter { All, Usable, Expiring, Stale, OverScoped, Ended };
    std::string text; ///< substring of name, prefix or owner's name, literal, case-insensitive
    std::optional<UserId> owner;
    Filter filter = Filter::All;
    Sort sort = Sort::Name;
    bool descending = false;
    std::uint32_t limit = 50; ///< 1..200
    std::uint64_t offset = 0;
    std::string cursor; ///< wins over offset; InvalidArgument if not one of ours
};

struct ApiKeyStatistics {
    std::int64_t total = 0, usable = 0, expiring = 0, stale = 0, overScoped = 0, ended = 0;
};

struct ApiKeyPage {
    std::vector<ApiKey> keys;
    std::int64_t total = 0;      ///< that the query takes in
    ApiKeyStatistics statistics; ///< of all keys that the actor may see
    std::string nextCursor;      ///< empty: this is the last page
};

} // namespace sallyport::identity
