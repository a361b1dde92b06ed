#include "backend/identity/api_keys/api_keys_service.h"
#include "backend/identity/api_keys/key_text.h"
#include "backend/identity/core/secrets.h"

#include <algorithm>
#include <array>

namespace sallyport::identity {

namespace {

struct Reason {
    std::string_view word;
    std::string_view text; ///< for the journal
};

constexpr std::array<Reason, 9> reasons{{
    {"key_malformed", "X-API-Key holds no API key: its form or checksum is wrong"},
    {"key_unknown", "There is no API key of this id"},
    {"key_wrong_secret", "The API key exists, but its secret is another"},
    {"key_superseded", "The API key was rotated, and its overlap is over"},
    {"key_revoked", "The API key was revoked"},
    {"key_expired", "The API key has expired"},
    {"key_owner_disabled", "The owner of the API key is disabled"},
    {"key_address", "The API key may not be used from this address"},
    {"key_unsigned", "The API key has neither a secret nor a public key for signed requests"},
}};

std::string_view textOf(std::string_view word) noexcept
{
    const auto found = std::ranges::find(reasons, word, &Reason::word);
    return found == reasons.end() ? word : found->text;
}

bool same(const crypto::Sha256Digest& a, const crypto::Sha256Digest& b) noexcept
{
    return equalConstantTime(a, b);
}

} // namespace

std::string signingAad(const KeyId& id, std::int64_t number)
{
    return "api_keys|signing_secret|" + id.text() + "|" + std::to_string(number);
}

std::string_view ApiKeysService::reasonAgainst(const KeyRecord& record, const IpAddress& client) const
{
    if (record.revokedAt)
        return "key_revoked";
    if (m_core.clock.now() >= record.expiresAt)
        return "key_expired";
    return record.allows(client) ? std::string_view() : "key_address";
}

ApiKeysService::Checked ApiKeysService::check(std::string_view text, const IpAddress& client) const
{
    Checked checked;
    const auto parsed = parseKeyText(text);
    if (!parsed || parsed->kind != KeyTextKind::ApiKey) {
        checked.reason = "key_malformed";
        return checked;
    }
    // An unknown id costs what a known one does: one lookup, one hash, two comparisons.
    static const auto nobody = std::make_shared<const KeyRecord>();
    checked.key = m_core.liveKeys.find(parsed->id);
    checked.record = checked.key ? checked.key->record() : nobody;
    const crypto::Sha256Digest hash = hashOfSecret(text);
    const bool current = same(hash, checked.record->hash);
    const bool previous = same(hash, checked.record->previousHash.value_or(nobody->hash));
    if (!checked.key) {
        checked.reason = "key_unknown";
        return checked;
    }
    checked.proven = current || (previous && checked.record->previousHash);
    if (!checked.proven)
        checked.reason = "key_wrong_secret";
    else if (!current && (!checked.record->previousUntil || m_core.clock.now() >= *checked.record->previousUntil))
        checked.reason = "key_superseded";
    else
        checked.reason = reasonAgainst(*checked.record, client);
    return checked;
}

KeyVerdict ApiKeysService::verdictOf(const Checked& checked, std::string_view text) const
{
    KeyVerdict verdict;
    std::string_view reason = checked.reason;
    if (reason.empty()) {
        verdict.principal = m_core.liveKeys.principalOf(checked.key, m_core.clock.now());
        if (verdict.principal)
            return verdict;
        reason = "key_owner_disabled";
    }
    Error error(ErrorCode::Unauthenticated, "The API key is not valid.");
    error.word = "key_invalid";
    error.recordedWord = reason;
    error.recordedDetail = textOf(reason);
    verdict.refusal = std::move(error);
    if (checked.proven) {
        const auto owner = m_core.liveKeys.owner(checked.record->owner);
        verdict.claimed = {"api_key", checked.record->id.text(), owner ? owner->owner.name : std::string(),
                           owner ? owner->owner.email : std::string()};
    } else if (const auto parsed = parseKeyText(text)) {
        verdict.claimed = {"anonymous", parsed->id.text(), checked.key ? checked.record->name : keyPrefix(parsed->id)};
    } else {
        verdict.claimed.kind = "anonymous";
    }
    return verdict;
}

KeyVerdict ApiKeysService::authenticate(std::string_view text, const IpAddress& client)
{
    const Checked checked = check(text, client);
    KeyVerdict verdict = verdictOf(checked, text);
    if (verdict.principal) {
        verdict.proof = hashOfSecret(text);
        m_use.count(checked.key, m_core.clock.now(), client);
    }
    return verdict;
}

std::shared_ptr<const LiveKey::Signing> ApiKeysService::signingOf(LiveKey& key,
                                                                  const std::shared_ptr<const KeyRecord>& record) const
{
    std::shared_ptr<const LiveKey::Signing> made = key.signing.load();
    if (made && made->record == record)
        return made;
    const auto open = [&](const Bytes& sealed, std::int64_t number) -> std::optional<SignatureKey> {
        if (sealed.empty())
            return std::nullopt;
        const auto secret = m_cipher.open(sealed, signingAad(record->id, number));
        auto opened = secret ? SignatureKey::fromSecret(secret->view()) : Result<SignatureKey>(secret.error());
        return opened ? std::optional(std::move(*opened)) : std::nullopt;
    };
    auto fresh = std::make_shared<LiveKey::Signing>();
    fresh->record = record;
    const auto read = [](const std::string& pem) -> std::optional<SignatureKey> {
        auto owned = SignatureKey::fromPublicKey(pem);
        return owned ? std::optional(std::move(*owned)) : std::nullopt;
    };
    fresh->current = record->publicKey.empty() ? open(record->signing, record->signingNumber) : read(record->publicKey);
    fresh->previous = record->previousPublicKey.empty() ? open(record->previousSigning, record->previousSigningNumber)
                                                        : read(record->previousPublicKey);
    key.signing.store(fresh);
    return fresh;
}

ApiKeysService::Checked ApiKeysService::checkForSignature(std::string_view text, const IpAddress& client) const
{
    Checked checked;
    const std::string_view id = text.starts_with(apiKeyMark) ? text.substr(apiKeyMark.size()) : std::string_view();
    if (isKeyId(id)) {
        checked.key = m_core.liveKeys.find(KeyId(std::string(id)));
        if (checked.key) {
            checked.record = checked.key->record();
            checked.reason = reasonAgainst(*checked.record, client);
        } else {
            checked.reason = "key_unknown";
        }
    } else {
        checked = check(text, client);
    }
    if (checked.reason.empty() && checked.record->signing.empty() && checked.record->publicKey.empty())
        checked.reason = "key_unsigned";
    return checked;
}

std::vector<SignatureKey> ApiKeysService::keysOf(const Checked& checked) const
{
    std::vector<SignatureKey> keys;
    const auto signing = signingOf(*checked.key, checked.record);
    if (signing->current)
        keys.push_back(*signing->current);
    const bool overlaps = checked.record->previousUntil && m_core.clock.now() < *checked.record->previousUntil;
    if (overlaps && signing->previous)
        keys.push_back(*signing->previous);
    return keys;
}

SigningKeyVerdict ApiKeysService::findForSignature(std::string_view text, const IpAddress& client)
{
    const Checked checked = checkForSignature(text, client);
    SigningKeyVerdict verdict;
    static_cast<KeyVerdict&>(verdict) = verdictOf(checked, text);
    if (verdict.principal) {
        verdict.keys = keysOf(checked);
        const KeyRecord& record = *checked.record;
        const bool overlaps = record.previousUntil && m_core.clock.now() < *record.previousUntil;
        verdict.proof = overlaps ? record.previousHash : record.hash;
        verdict.claimed = {"anonymous", record.id.text(), record.name}; // until the signature proves it
    }
    return verdict;
}

ApiKeysService::LabKey ApiKeysService::forLab(const access::Actor& actor, std::string_view text) const
{
    const Checked checked = checkForSignature(text, IpAddress());
    LabKey found;
    const bool visible = checked.key && permit(actor, *checked.record, access::Permission::KeysRead).has_value();
    if (visible) {
        found.prefix = keyPrefix(checked.record->id);
        found.name = checked.record->name;
        found.keys = keysOf(checked);
    }
    // From which address it came is not part of what was pasted.
    if (!visible)
        found.reason = checked.reason == "key_malformed" ? checked.reason : "key_unknown";
    else if (checked.reason != "key_address")
        found.reason = checked.reason;
    if (visible && found.reason.empty() && !m_core.liveKeys.principalOf(checked.key, m_core.clock.now()))
        found.reason = "key_owner_disabled";
    found.text = textOf(found.reason);
    return found;
}

void ApiKeysService::countUse(const KeyId& id, const IpAddress& client)
{
    if (const auto key = m_core.liveKeys.find(id))
        m_use.count(key, m_core.clock.now(), client);
}

Result<ApiKeys::Recognised> ApiKeysService::recognise(const access::Actor& actor, std::string_view text)
{
    const Error unknown(ErrorCode::NotFound, "No API key of this vault.");
    SALLYPORT_ASSIGN(const access::Actor current, m_core.now(actor));
    const auto parsed = parseKeyText(text);
    const auto key = parsed ? m_core.liveKeys.find(parsed->id) : nullptr;
    if (!key)
        return unknown;
    const auto record = key->record();
    SALLYPORT_TRY(permit(current, *record, access::Permission::KeysRead));
    const UtcTime now = m_core.clock.now();
    Recognised found;
    found.key = view(*key, now);
    found.signing = parsed->kind == KeyTextKind::SigningSecret;
    const bool overlaps = record->previousUntil && now < *record->previousUntil;
    bool isCurrent = false, isPrevious = false;
    if (found.signing) {
        const auto is = [&](const Bytes& sealed, std::int64_t number) {
            const auto secret = m_cipher.open(sealed, signingAad(record->id, number));
            return secret && equalConstantTime(secret->bytes(), asBytes(text));
        };
        isCurrent = is(record->signing, record->signingNumber);
        isPrevious = is(record->previousSigning, record->previousSigningNumber);
    } else {
        const crypto::Sha256Digest hash = hashOfSecret(text);
        isCurrent = same(hash, record->hash);
        isPrevious = record->previousHash && same(hash, *record->previousHash);
    }
    found.works = !found.key.ended() && found.key.owner.active && (isCurrent || (isPrevious && overlaps));
    return found;
}

} // namespace sallyport::identity
