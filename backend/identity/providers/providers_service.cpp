#include "backend/identity/providers/providers_service.h"

#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/base/limits.h"
#include "backend/identity/core/manage.h"
#include "backend/identity/core/user_fields.h"
#include "backend/identity/providers/provider_fields.h"
#include "backend/identity/providers/role_rule_text.h"
#include "backend/storage/page_cursor.h"
#include "backend/storage/search_pattern.h"

#include "backend/base/utf8.h"

namespace sallyport::identity {

namespace {

std::string_view yesOrNo(bool value) noexcept
{
    return value ? "yes" : "no";
}

/// Old and new of everything that differs.
audit::Details changesOf(const ProviderFields& before, const ProviderFields& after)
{
    audit::Details details;
    details.change("name", before.name, after.name).change("title", before.title, after.title);
    details.change("kind", before.title.empty() ? "" : kindWord(before.kind), kindWord(after.kind));
    details.change("issuer", before.issuer, after.issuer).change("client_id", before.clientId, after.clientId);
    details.change("authentication", authenticationWord(before.authentication), authenticationWord(after.authentication));
    details.change("scopes", wordsText(before.scopes), wordsText(after.scopes));
    details.change("algorithms", wordsText(before.algorithms), wordsText(after.algorithms));
    details.change("first_login", firstLoginWord(before.firstLogin), firstLoginWord(after.firstLogin));
    details.change("roles", wordsText(before.roles), wordsText(after.roles));
    details.change("role_rules", roleRulesText(before.roleRules, ", "), roleRulesText(after.roleRules, ", "));
    details.change("roles_each_time", yesOrNo(before.rolesEachTime), yesOrNo(after.rolesEachTime));
    details.change("trust_email", yesOrNo(before.trustEmail), yesOrNo(after.trustEmail));
    details.change("accepted_amr", wordsText(before.acceptedAmr), wordsText(after.acceptedAmr));
    details.change("accepted_acr", wordsText(before.acceptedAcr), wordsText(after.acceptedAcr));
    details.change("return_urls", wordsText(before.returnUrls), wordsText(after.returnUrls));
    return details;
}

Error providerNameTaken()
{
    Error error(ErrorCode::Conflict, "Another identity provider has this name.");
    error.fields.push_back({"name", "Another identity provider has this name.", "unique"});
    error.word = "name_taken";
    return error;
}

} // namespace

std::string loginUrlOf(const Core& core, std::string_view providerName)
{
    std::string base = core.issuer();
    while (base.ends_with('/'))
        base.pop_back();
    return base + "/auth/" + std::string(providerName);
}

std::string redirectUriOf(const Core& core, std::string_view providerName)
{
    return loginUrlOf(core, providerName) + "/callback";
}

Result<SecretBytes> clientSecretOf(const ProviderCipher& cipher, const ProviderRow& row)
{
    if (row.sealedSecret.empty())
        return SecretBytes();
    return cipher.open(row.sealedSecret, clientSecretAad(row.provider.id, row.secretNumber));
}

IdentityProvider ProvidersService::finished(IdentityProvider provider) const
{
    provider.redirectUri = redirectUriOf(m_core, provider.fields.name);
    return provider;
}

Result<void> ProvidersService::record(storage::Transaction& transaction, const access::Actor& actor,
                                      const IdentityProvider& provider, std::string_view kind, std::string details) const
{
    audit::Event event = access::eventBy(actor, kind);
    event.object = {"provider", provider.id.text(), provider.fields.title};
    event.detailsJson = std::move(details);
    return m_core.journal.append(transaction, std::move(event));
}

Result<void> ProvidersService::seal(ProviderRow& row, const SecretBytes& secret) const
{
    ++row.secretNumber;
    row.sealedSecret.clear();
    if (!secret.empty()) {
        SALLYPORT_ASSIGN(
            row.sealedSecret,
            m_directory.cipher().seal(secret.bytes(), clientSecretAad(row.provider.id, row.secretNumber), m_core.random));
    }
    row.provider.hasSecret = !row.sealedSecret.empty();
    return {};
}

Result<void> ProvidersService::requireFreeName(storage::Transaction& transaction, const ProviderRow& row) const
{
    SALLYPORT_ASSIGN(const auto other, rows::providerByName(transaction, row.provider.fields.name));
    if (other && other->provider.id != row.provider.id)
        return providerNameTaken();
    return {};
}

Result<std::vector<IdentityProvider>> ProvidersService::list(const access::Actor& actor, const std::string& text)
{
    SALLYPORT_TRY(m_core.authorize(actor, access::Permission::ProvidersRead));
    if (isLongerThan(text, limits::searchText) || !codePointCount(text))
        return makeError(ErrorCode::InvalidArgument, "The search text is too long or not UTF-8.");
    SALLYPORT_ASSIGN(std::vector<ProviderRow> found, m_core.store.read([&](storage::Transaction& transaction) {
        return rows::providers(transaction, storage::searchPattern(text));
    }));
    std::vector<IdentityProvider> providers;
    for (ProviderRow& row : found)
        providers.push_back(finished(std::move(row.provider)));
    return providers;
}

Result<IdentityProvider> ProvidersService::read(const access::Actor& actor, const ProviderId& id)
{
    SALLYPORT_TRY(m_core.authorize(actor, access::Permission::ProvidersRead));
    SALLYPORT_ASSIGN(ProviderRow row,
                     m_core.store.read([&](storage::Transaction& transaction) { return rows::provider(transaction, id); }));
    return finished(std::move(row.provider));
}

Result<IdentityProvider> ProvidersService::create(const access::Actor& actor, NewProvider wanted)
{
    SALLYPORT_ASSIGN(const access::Actor current, m_core.authorize(actor, access::Permission::ProvidersCreate));
    std::vector<FieldError> errors;
    ProviderRow row;
    row.provider.fields = checkedProvider(m_core, std::move(wanted.fields), errors);
    checkClientSecret(row.provider.fields, wanted.clientSecret, false, errors);
    if (!errors.empty())
        return validationError(std::move(errors));
    SALLYPORT_TRY(requireToGrant(m_core, current, rolesOf(row.provider.fields)));
    row.provider.id = ProviderId(m_core.newId());
    row.provider.enabled = wanted.enabled;
    row.provider.createdAt = row.provider.updatedAt = m_core.clock.now();
    row.provider.createdBy = access::nameOf(current);
    if (wanted.clientSecret)
        SALLYPORT_TRY(seal(row, *wanted.clientSecret));
    const Result<void> stored = m_core.store.write([&](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_TRY(requireFreeName(transaction, row));
        SALLYPORT_ASSIGN(const std::int64_t count, rows::countProviders(transaction));
        if (count >= maximumProviders)
            return makeError(ErrorCode::LimitReached, "There are as many identity providers as a vault can have.");
        SALLYPORT_TRY(rows::insertProvider(transaction, row));
        audit::Details details = changesOf({}, row.provider.fields);
        details.flag("secret", row.provider.hasSecret);
        return record(transaction, current, row.provider, audit::kind::providerCreated, details.json());
    });
    SALLYPORT_TRY(stored);
    return finished(std::move(row.provider));
}

Result<ProviderRow> ProvidersService::applyPatch(storage::Transaction& transaction, const access::Actor& actor,
                                                 const ProviderId& id, const ProviderPatch& patch) const
{
    SALLYPORT_ASSIGN(ProviderRow row, rows::provider(transaction, id));
    if (patch.expectedVersion && *patch.expectedVersion != row.provider.version)
        return makeError(ErrorCode::PreconditionFailed, "The identity provider was changed meanwhile.");
    const ProviderFields before = row.provider.fields;
    std::vector<FieldError> errors;
    if (patch.fields)
        row.provider.fields = checkedProvider(m_core, *patch.fields, errors);
    if (patch.fields || patch.clientSecret)
        checkClientSecret(row.provider.fields, patch.clientSecret, row.provider.hasSecret, errors);
    const bool moved = row.provider.fields.issuer != before.issuer || row.provider.fields.kind != before.kind;
    if (moved && row.provider.links > 0)
        errors.push_back(
            {"issuer", "Users are linked to this issuer; remove the links first, or add another provider.", "linked"});
    if (moved && row.provider.hasSecret && !patch.clientSecret)
        errors.push_back({"client_secret", "It would go to another issuer: say it anew.", "elsewhere"});
    // Whether a stored secret is long enough can only be told of the secret itself.
    if (errors.empty() && !patch.clientSecret && row.provider.fields.algorithms == std::vector<std::string>{"HS256"}) {
        SALLYPORT_ASSIGN(const SecretBytes secret, clientSecretOf(m_directory.cipher(), row));
        if (secret.size() < hmacClientSecret)
            errors.push_back({"client_secret", "HS256 needs a secret of 32 characters or more.", "minLength"});
    }
    if (!errors.empty())
        return validationError(std::move(errors));
    SALLYPORT_TRY(requireToGrant(m_core, actor, rolesOf(before)));
    SALLYPORT_TRY(requireToGrant(m_core, actor, rolesOf(row.provider.fields)));
    SALLYPORT_TRY(requireFreeName(transaction, row));
    audit::Details details = changesOf(before, row.provider.fields);
    if (patch.enabled && *patch.enabled != row.provider.enabled) {
        details.change("status", row.provider.enabled ? "enabled" : "disabled", *patch.enabled ? "enabled" : "disabled");
        row.provider.enabled = *patch.enabled;
    }
    if (patch.clientSecret) {
        SALLYPORT_TRY(seal(row, *patch.clientSecret));
        details.change("client_secret", "", row.provider.hasSecret ? "changed" : "removed");
    }
    if (details.empty())
        return row;
    SALLYPORT_TRY(rows::updateProvider(transaction, row, m_core.clock.now()));
    SALLYPORT_TRY(record(transaction, actor, row.provider, audit::kind::providerChanged, details.json()));
    return rows::provider(transaction, id);
}

Result<IdentityProvider> ProvidersService::change(const access::Actor& actor, const ProviderId& id, ProviderPatch patch)
{
    SALLYPORT_ASSIGN(const access::Actor current, m_core.authorize(actor, access::Permission::ProvidersUpdate));
    SALLYPORT_ASSIGN(ProviderRow row, m_core.store.write([&](storage::Transaction& transaction) {
        return applyPatch(transaction, current, id, patch);
    }));
    return finished(std::move(row.provider));
}

Result<void> ProvidersService::remove(const access::Actor& actor, const ProviderId& id)
{
    SALLYPORT_ASSIGN(const access::Actor current, m_core.authorize(actor, access::Permission::ProvidersDelete));
    return m_core.store.write([&](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(const ProviderRow row, rows::provider(transaction, id));
        // The links go with the row (ON DELETE CASCADE).
        SALLYPORT_ASSIGN(auto remove, transaction.prepare("DELETE FROM identity_providers WHERE id = $1"));
        remove.bind(1, id);
        SALLYPORT_TRY(remove.run());
        return record(
            transaction, current, row.provider, audit::kind::providerDeleted,
            audit::Details().change("issuer", row.provider.fields.issuer, {}).number("links_removed", row.provider.links).json());
    });
}

} // namespace sallyport::identity
