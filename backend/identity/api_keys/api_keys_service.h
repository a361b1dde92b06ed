#pragma once

#include "backend/crypto/aead.h"
#include "backend/identity/api_keys/api_keys.h"
#include "backend/identity/api_keys/key_use_writer.h"
#include "backend/identity/core/core.h"

namespace sallyport::identity {

/// Seals the signing secrets of API keys.
using KeySigningCipher = crypto::Cipher<struct KeySigningPurpose>;

/// Ended keys are kept so long, so that the list and a leak scan still know them.
inline constexpr std::chrono::hours endedKeysKept{90 * 24};

/// The one implementation of ApiKeys. Reading is in api_keys_list.cpp, changing in api_keys_change.cpp, checking in
/// api_keys_check.cpp.
class ApiKeysService final : public ApiKeys {
public:
    ApiKeysService(Core& core, KeySigningCipher cipher)
        : m_core(core), m_cipher(std::move(cipher)), m_use(core.store, core.liveKeys)
    {
    }

    Result<ApiKeyPage> list(const access::Actor& actor, const ApiKeyQuery& query) override;
    Result<ApiKey> read(const access::Actor& actor, const KeyId& id) override;
    Result<IssuedKey> create(const access::Actor& actor, NewApiKey key) override;
    Result<ApiKey> change(const access::Actor& actor, const KeyId& id, const ApiKeyPatch& patch) override;
    Result<IssuedKey> rotate(const access::Actor& actor, const KeyId& id, std::chrono::seconds overlap,
                             const std::string& publicKey = {}) override;
    Result<void> revoke(const access::Actor& actor, const KeyId& id) override;
    KeyVerdict authenticate(std::string_view text, const IpAddress& client) override;
    SigningKeyVerdict findForSignature(std::string_view text, const IpAddress& client) override;
    void countUse(const KeyId& id, const IpAddress& client) override;
    Result<void> flushUse() override { return m_use.flush(); }
    void watchUse(std::function<void(const Result<void>&)> watcher) { m_use.watch(std::move(watcher)); }
    Result<Recognised> recognise(const access::Actor& actor, std::string_view text) override;

    /// Takes back what a key did to itself, by what own_changes.h keeps of it; answers what stays.
    [[nodiscard]] Result<std::vector<std::string>> takeBack(storage::Transaction& transaction, const KeyId& id,
                                                            std::string_view undo);

    /// What the signature lab may know of the key that a request names.
    struct LabKey {
        std::string prefix, name;       ///< empty: none that the actor may read
        std::string_view reason, text;  ///< why it opens nothing, wherever the request came from; else empty
        std::vector<SignatureKey> keys; ///< what its signatures are verified with
    };
    LabKey forLab(const access::Actor& actor, std::string_view text) const;

private:
    /// What the text of a key says, before anybody is told.
    struct Checked {
        LiveKeys::KeyPointer key;
        std::shared_ptr<const KeyRecord> record;
        std::string_view reason; ///< machine word, empty: the key opens
        bool proven = false;     ///< the text was one of the key's
    };
    Checked check(std::string_view text, const IpAddress& client) const;
    std::string_view reasonAgainst(const KeyRecord& record, const IpAddress& client) const;
    KeyVerdict verdictOf(const Checked& checked, std::string_view text) const;
    /// The whole key or its public part; it must have a secret for signatures.
    Checked checkForSignature(std::string_view text, const IpAddress& client) const;
    std::vector<SignatureKey> keysOf(const Checked& checked) const;
    /// What the key's signatures are verified with; its secrets are opened once a record.
    std::shared_ptr<const LiveKey::Signing> signingOf(LiveKey& key, const std::shared_ptr<const KeyRecord>& record) const;

    ApiKey view(const LiveKey& key, UtcTime now) const;
    /// The key's record if the actor may do this to it: own keys with keys:own, others with the permission. What the
    /// actor may not see isn't found.
    Result<void> permit(const access::Actor& actor, const KeyRecord& key, access::Permission permission) const;
    /// Nobody makes, changes or ends the keys of who holds more; one's own are one's own.
    Result<void> permitOwner(const access::Actor& actor, const LiveOwner& owner) const;
    Result<KeyRecord> newRecord(const access::Actor& actor, const NewApiKey& key, const LiveOwner& owner) const;
    /// A new text, and signing secret if there is to be one, into the record.
    Result<IssuedKey> issue(KeyRecord& record, bool signing);
    Result<ApiKey> applyPatch(storage::Transaction& transaction, const access::Actor& actor, const KeyId& id,
                              const ApiKeyPatch& patch, UtcTime asked);
    Result<void> record(storage::Transaction& transaction, const access::Actor& actor, const KeyRecord& key,
                        std::string_view kind, std::string details);
    /// After the commit, memory has it too.
    Result<void> mirror(storage::Transaction& transaction, const KeyRecord& key);

    Core& m_core;
    const KeySigningCipher m_cipher;
    KeyUseWriter m_use;
};

/// What binds a sealed signing secret to its place.
std::string signingAad(const KeyId& id, std::int64_t number);

} // namespace sallyport::identity
