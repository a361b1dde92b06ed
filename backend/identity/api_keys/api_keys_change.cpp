#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/base/time_format.h"
#include "backend/identity/api_keys/api_keys_service.h"
#include "backend/identity/api_keys/key_bounds.h"
#include "backend/identity/api_keys/key_fields.h"
#include "backend/identity/api_keys/key_rows.h"
#include "backend/identity/api_keys/key_text.h"
#include "backend/identity/api_keys/own_changes.h"
#include "backend/identity/core/manage.h"
#include "backend/identity/core/secrets.h"
#include "backend/identity/core/topics.h"
#include "backend/identity/core/user_fields.h"
#include "backend/identity/notices/notice_rows.h"

#include <algorithm>

namespace sallyport::identity {

namespace {

std::string networksText(const std::vector<Cidr>& networks)
{
    std::string text;
    for (const Cidr& network : networks)
        text.append(text.empty() ? "" : ", ").append(network.text());
    return text;
}

std::string scopesText(const access::PermissionSet& scopes)
{
    std::string text;
    for (const std::string& word : wordsOf(scopes))
        text.append(text.empty() ? "" : ", ").append(word);
    return text;
}

audit::Details keyDifferences(const KeyRecord& before, const KeyRecord& after)
{
    audit::Details details;
    details.change("name", before.name, after.name).change("scopes", scopesText(before.scopes), scopesText(after.scopes));
    details.change("addresses", networksText(before.addresses), networksText(after.addresses));
    details.change("rate", rateText(before.rate), rateText(after.rate));
    details.change("expires_at", toRfc3339(before.expiresAt), toRfc3339(after.expiresAt));
    return details;
}

Error endedKey()
{
    Error error(ErrorCode::Conflict, "The API key has ended.");
    error.word = "key_ended";
    return error;
}

} // namespace

Result<void> ApiKeysService::record(storage::Transaction& transaction, const access::Actor& actor, const KeyRecord& key,
                                    std::string_view kind, std::string details)
{
    audit::Event event = access::eventBy(actor, kind);
    event.object = {"api_key", key.id.text(), key.name};
    event.detailsJson = std::move(details);
    if (!key.service)
        SALLYPORT_TRY(noteChange(m_core, transaction, key.owner, event, key.name));
    return m_core.journal.append(transaction, std::move(event));
}

Result<void> ApiKeysService::mirror(storage::Transaction& transaction, const KeyRecord& key)
{
    SALLYPORT_ASSIGN(LiveOwner owner, rows::keyOwner(transaction, key.owner, m_core.clock.now()));
    transaction.changed(keyTopic, key.id.text(),
                        std::make_shared<const KeyChange>(KeyChange{std::make_shared<const KeyRecord>(key), std::move(owner)}));
    return {};
}

Result<void> ApiKeysService::permitOwner(const access::Actor& actor, const LiveOwner& owner) const
{
    if (!actor.id.empty() && actor.id == owner.owner.id)
        return {};
    return requireToGrant(m_core, actor, owner.roles);
}

Result<IssuedKey> ApiKeysService::issue(KeyRecord& key, bool signing)
{
    IssuedKey issued;
    if (!key.publicKey.empty()) {
        // Nothing to tell, and nothing that could leak: the hash is of no text.
        if (!m_core.random.fill(key.hash))
            return makeError(ErrorCode::CryptoFailure, "No randomness.");
        ++key.signingNumber;
        return issued;
    }
    SALLYPORT_ASSIGN(issued.text, newKeyText(KeyTextKind::ApiKey, key.id, m_core.random));
    key.hash = hashOfSecret(issued.text.view());
    if (signing) {
        SALLYPORT_ASSIGN(issued.signingSecret, newKeyText(KeyTextKind::SigningSecret, key.id, m_core.random));
        ++key.signingNumber;
        SALLYPORT_ASSIGN(key.signing,
                         m_cipher.seal(issued.signingSecret.bytes(), signingAad(key.id, key.signingNumber), m_core.random));
    }
    return issued;
}

Result<KeyRecord> ApiKeysService::newRecord(const access::Actor& actor, const NewApiKey& key, const LiveOwner& owner) const
{
    const auto values = m_core.settings.values();
    std::vector<FieldError> errors;
    KeyRecord made;
    made.owner = owner.owner.id;
    made.service = owner.owner.service;
    made.name = key.name;
    checkName(made.name, errors);
    made.scopes = checkScopes(key.scopes, m_core.roles.permissionsOf(owner.roles), actor, errors);
    made.addresses = checkAddresses(key.addresses, errors);
    made.rate = key.rate;
    if (key.rate)
        checkRate(*key.rate, *values, actor.permissions.has(access::Permission::KeysUpdate), errors);
    if (!key.publicKey.empty())
        made.publicKey = checkPublicKey(key.publicKey, errors);
    if (!key.publicKey.empty() && key.signing)
        errors.push_back({"signing", "A key with a public key has no secret.", "exclusive"});
    made.lifetime = key.expiresIn.value_or(std::min(values->keysDefaultLifetime, values->keysMaxLifetime));
    checkLifetime(made.lifetime, *values, errors);
    if (!errors.empty())
        return validationError(std::move(errors));
    SALLYPORT_TRY(requireAll(actor, made.scopes));
    made.createdAt = m_core.clock.now();
    made.createdBy = access::nameOf(actor);
    made.expiresAt = made.createdAt + made.lifetime;
    SALLYPORT_ASSIGN(const KeyBounds bounds, KeyBounds::of(m_core, actor));
    SALLYPORT_TRY(bounds.restrict(made));
    return made;
}

Result<IssuedKey> ApiKeysService::create(const access::Actor& actor, NewApiKey key)
{
    SALLYPORT_ASSIGN(const access::Actor current, m_core.now(actor));
    if (!key.owner && current.id.empty())
        return validationError({{"owner", "Say whom the key speaks for.", "required"}});
    const UserId ownerId = key.owner.value_or(current.id);
    const bool own = ownerId == current.id && current.permissions.has(access::Permission::KeysOwn);
    if (!own)
        SALLYPORT_TRY(access::require(current, access::Permission::KeysCreate));
    return m_core.store.write([&](storage::Transaction& transaction) -> Result<IssuedKey> {
        const auto owner = rows::keyOwner(transaction, ownerId, m_core.clock.now());
        if (!owner)
            return validationError({{"owner", "There is no such user or service account.", "exists"}});
        SALLYPORT_ASSIGN(KeyRecord made, newRecord(current, key, *owner));
        SALLYPORT_TRY(permitOwner(current, *owner));
        SALLYPORT_ASSIGN(const std::int64_t all, rows::countKeys(transaction));
        SALLYPORT_ASSIGN(const std::int64_t usable, rows::countUsableKeys(transaction, ownerId, m_core.clock.now()));
        if (usable >= m_core.settings.values()->keysPerOwner)
            return makeError(ErrorCode::LimitReached, "The owner has as many API keys as the setting keys.per_owner allows.");
        if (all >= static_cast<std::int64_t>(maximumKeys))
            return makeError(ErrorCode::LimitReached, "There are as many API keys as a vault can have.");
        for (bool taken = true; taken;) {
            SALLYPORT_ASSIGN(made.id, newKeyId(m_core.random));
            SALLYPORT_ASSIGN(taken, rows::keyExists(transaction, made.id));
        }
        SALLYPORT_ASSIGN(IssuedKey issued, issue(made, key.signing));
        SALLYPORT_TRY(rows::insertKey(transaction, made));
        audit::Details details;
        details.text("owner", owner->owner.name).text("scopes", scopesText(made.scopes));
        details.text("expires_at", toRfc3339(made.expiresAt)).flag("signing", key.signing || !made.publicKey.empty());
        if (!made.publicKey.empty())
            details.text("public_key", SignatureKey::fingerprint(made.publicKey));
        if (!made.addresses.empty())
            details.text("addresses", networksText(made.addresses));
        if (made.rate)
            details.text("rate", rateText(made.rate));
        SALLYPORT_TRY(record(transaction, current, made, audit::kind::keyCreated, details.json()));
        SALLYPORT_TRY(mirror(transaction, made));
        issued.key = view(LiveKey(std::make_shared<const KeyRecord>(made), {}), m_core.clock.now());
        issued.key.owner = owner->owner;
        issued.key.beyondOwner.clear();
        return issued;
    });
}

Result<ApiKey> ApiKeysService::applyPatch(storage::Transaction& transaction, const access::Actor& actor, const KeyId& id,
                                          const ApiKeyPatch& patch, UtcTime asked)
{
    SALLYPORT_ASSIGN(const KeyRecord before, rows::key(transaction, id));
    SALLYPORT_TRY(permit(actor, before, access::Permission::KeysUpdate));
    SALLYPORT_ASSIGN(const LiveOwner owner, rows::keyOwner(transaction, before.owner, m_core.clock.now()));
    SALLYPORT_TRY(permitOwner(actor, owner));
    if (patch.expectedVersion && *patch.expectedVersion != before.version)
        return makeError(ErrorCode::PreconditionFailed, "The API key was changed meanwhile.");
    if (before.revokedAt || m_core.clock.now() >= before.expiresAt)
        return endedKey();
    const auto values = m_core.settings.values();
    KeyRecord after = before;
    std::vector<FieldError> errors;
    if (patch.name) {
        after.name = *patch.name;
        checkName(after.name, errors);
    }
    if (patch.scopes)
        after.scopes = checkScopes(*patch.scopes, m_core.roles.permissionsOf(owner.roles), actor, errors);
    if (patch.addresses)
        after.addresses = checkAddresses(*patch.addresses, errors);
    if (patch.rate) {
        after.rate = *patch.rate;
        if (after.rate)
            checkRate(*after.rate, *values, actor.permissions.has(access::Permission::KeysUpdate), errors);
    }
    if (patch.expiresIn) {
        checkLifetime(*patch.expiresIn, *values, errors);
        after.lifetime = *patch.expiresIn;
    }
    if (!errors.empty())
        return validationError(std::move(errors));
    if (patch.expiresIn)
        after.expiresAt = asked + after.lifetime;
    for (const access::PermissionInfo& info : access::permissions())
        if (after.scopes.has(info.permission) && !before.scopes.has(info.permission))
            SALLYPORT_TRY(access::require(actor, info.permission));
    SALLYPORT_ASSIGN(const KeyBounds bounds, KeyBounds::of(m_core, actor));
    SALLYPORT_TRY(bounds.permitChange(before, after));
    if (actor.key.empty() && after.rate != before.rate)
        after.makers.clear(); // a person says what it may: it is nobody's part any more
    if (after.previousUntil)
        after.previousUntil = std::min(*after.previousUntil, after.expiresAt);

    const audit::Details details = keyDifferences(before, after);
    const auto seen = [&](const KeyRecord& key) {
        const auto live = m_core.liveKeys.find(id);
        ApiKey seenKey = view(LiveKey(std::make_shared<const KeyRecord>(key), live ? live->use() : KeyUse{}), m_core.clock.now());
        seenKey.owner = owner.owner;
        return seenKey;
    };
    if (details.empty())
        return seen(before);
    if (!onlyRestricts(before, after))
        transaction.givesToo();
    ++after.version;
    SALLYPORT_TRY(rows::updateKey(transaction, after));
    SALLYPORT_TRY(mirror(transaction, after)); // before what needs room
    SALLYPORT_TRY(record(transaction, actor, after, audit::kind::keyChanged, details.json()));
    if (m_core.changeBook != nullptr && cutsOff(actor, before, after, asked))
        SALLYPORT_TRY(m_core.changeBook->note(transaction, actor,
                                              {access::ProvisionalKind::ApiKey, id.text(), before.name, keyUndo(before, after)}));
    return seen(after);
}

Result<std::vector<std::string>> ApiKeysService::takeBack(storage::Transaction& transaction, const KeyId& id,
                                                          std::string_view undo)
{
    const auto found = rows::key(transaction, id);
    if (!found && found.error().code == ErrorCode::NotFound)
        return std::vector<std::string>{"api_key"};
    if (!found)
        return found.error();
    if (found->revokedAt) // on purpose, and for good
        return std::vector<std::string>{"revoked_at"};
    KeyRecord after = *found;
    std::vector<std::string> stays = putBack(after, undo);
    const audit::Details details = keyDifferences(*found, after);
    if (details.empty())
        return stays;
    ++after.version;
    SALLYPORT_TRY(rows::updateKey(transaction, after));
    SALLYPORT_TRY(mirror(transaction, after));
    SALLYPORT_TRY(record(transaction, access::Actor::system(), after, audit::kind::keyChanged, details.json()));
    return stays;
}

Result<ApiKey> ApiKeysService::change(const access::Actor& actor, const KeyId& id, const ApiKeyPatch& patch)
{
    SALLYPORT_ASSIGN(const access::Actor current, m_core.now(actor));
    const auto changed = std::make_shared<std::optional<ApiKey>>();
    SALLYPORT_TRY(m_core.store.takeAway(
        [this, current, id, patch, changed, asked = m_core.clock.now()](storage::Transaction& transaction) -> Result<void> {
            SALLYPORT_ASSIGN(*changed, applyPatch(transaction, current, id, patch, asked));
            return {};
        }));
    return std::move(**changed);
}

Result<IssuedKey> ApiKeysService::rotate(const access::Actor& actor, const KeyId& id, std::chrono::seconds overlap,
                                         const std::string& publicKey)
{
    SALLYPORT_ASSIGN(const access::Actor current, m_core.now(actor));
    if (overlap.count() < 0 || overlap > keyOverlapMaximum)
        return validationError({{"overlap_seconds", "0 to 2,592,000 seconds.", "range"}});
    std::vector<FieldError> errors;
    const std::string pem = publicKey.empty() ? std::string() : checkPublicKey(publicKey, errors);
    if (!errors.empty())
        return validationError(std::move(errors));
    return m_core.store.write([&](storage::Transaction& transaction) -> Result<IssuedKey> {
        SALLYPORT_ASSIGN(KeyRecord key, rows::key(transaction, id));
        SALLYPORT_TRY(permit(current, key, access::Permission::KeysUpdate));
        SALLYPORT_ASSIGN(const LiveOwner owner, rows::keyOwner(transaction, key.owner, m_core.clock.now()));
        SALLYPORT_TRY(permitOwner(current, owner));
        const UtcTime now = m_core.clock.now();
        if (key.revokedAt || now >= key.expiresAt)
            return endedKey();
        // Who rotates holds the new text: nobody gets more in their hands than they may themselves.
        access::PermissionSet opened = m_core.roles.permissionsOf(owner.roles);
        opened.restrictTo(key.scopes);
        SALLYPORT_TRY(requireAll(current, opened));
        SALLYPORT_ASSIGN(const KeyBounds bounds, KeyBounds::of(m_core, current));
        SALLYPORT_TRY(bounds.admit(key));

        if (key.publicKey.empty() != pem.empty())
            return validationError(
                {{"public_key", pem.empty() ? "Send the new public key." : "This key has a text, not a public key.",
                  pem.empty() ? "required" : "exclusive"}});
        if (!pem.empty() && pem == key.publicKey)
            return validationError({{"public_key", "This is the key that it has.", "different"}});

        const UtcTime oldEnd = key.expiresAt;
        const bool signing = !key.signing.empty();
        key.previousHash = key.hash;
        key.previousUntil = std::min(now + overlap, oldEnd);
        key.previousSigning = overlap.count() > 0 ? key.signing : Bytes();
        key.previousSigningNumber = key.signingNumber;
        key.previousPublicKey = overlap.count() > 0 ? key.publicKey : std::string();
        key.publicKey = pem;
        key.lifetime = std::min(key.lifetime, m_core.settings.values()->keysMaxLifetime);
        key.expiresAt = bounds.end(now + key.lifetime, key);
        key.previousUntil = std::min(*key.previousUntil, key.expiresAt);
        key.rotatedAt = now;
        ++key.version;
        SALLYPORT_ASSIGN(IssuedKey issued, issue(key, signing));
        SALLYPORT_TRY(rows::updateKey(transaction, key));
        audit::Details details;
        details.change("expires_at", toRfc3339(oldEnd), toRfc3339(key.expiresAt));
        details.text("previous_until", toRfc3339(*key.previousUntil));
        if (!pem.empty())
            details.change("public_key", SignatureKey::fingerprint(key.previousPublicKey), SignatureKey::fingerprint(pem));
        SALLYPORT_TRY(record(transaction, current, key, audit::kind::keyRotated, details.json()));
        SALLYPORT_TRY(mirror(transaction, key));
        const auto live = m_core.liveKeys.find(id);
        issued.key = view(LiveKey(std::make_shared<const KeyRecord>(key), live ? live->use() : KeyUse{}), now);
        issued.key.owner = owner.owner;
        return issued;
    });
}

Result<void> ApiKeysService::revoke(const access::Actor& actor, const KeyId& id)
{
    SALLYPORT_ASSIGN(const access::Actor current, m_core.now(actor));
    return m_core.store.takeAway([this, current, id](storage::Transaction& transaction) -> Result<void> {
        auto found = rows::key(transaction, id);
        if (!found) {
            if (!current.permissions.has(access::Permission::KeysDelete))
                SALLYPORT_TRY(access::require(current, access::Permission::KeysOwn));
            return std::move(found).error();
        }
        KeyRecord key = std::move(*found);
        SALLYPORT_TRY(permit(current, key, access::Permission::KeysDelete));
        SALLYPORT_ASSIGN(const LiveOwner owner, rows::keyOwner(transaction, key.owner, m_core.clock.now()));
        SALLYPORT_TRY(permitOwner(current, owner));
        if (key.revokedAt)
            return {};
        key.revokedAt = m_core.clock.now();
        key.revokedBy = access::nameOf(current);
        key.signing.clear();
        key.previousSigning.clear();
        ++key.version;
        SALLYPORT_TRY(rows::updateKey(transaction, key));
        SALLYPORT_TRY(mirror(transaction, key)); // before what needs room
        return record(transaction, current, key, audit::kind::keyRevoked, {});
    });
}

} // namespace sallyport::identity
