#include "backend/identity/notices/notice_rows.h"
#include "backend/identity/passkeys/passkeys_service.h"

#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/identity/core/manage.h"
#include "backend/identity/core/sign_in_facts.h"
#include "backend/identity/core/user_changes.h"
#include "backend/identity/core/user_fields.h"
#include "backend/identity/factors/mfa_service.h"
#include "backend/identity/sessions/recent_factor.h"

namespace sallyport::identity {

namespace {

Error noSuchPasskey()
{
    return makeError(ErrorCode::NotFound, "No such passkey.");
}

} // namespace

Result<void> PasskeysService::record(storage::Transaction& transaction, const access::Actor& actor, std::string_view kind,
                                     const Passkey& passkey)
{
    SALLYPORT_ASSIGN(const auto owner, rows::credentialsById(transaction, passkey.user));
    audit::Event event = access::eventBy(actor, kind);
    event.object = {"user", passkey.user.text(), owner ? owner->name : std::string(), owner ? owner->email : std::string()};
    event.detailsJson = audit::Details().text("passkey", passkey.name).text("algorithm", passkey.algorithm).json();
    SALLYPORT_TRY(noteChange(m_core, transaction, passkey.user, event, passkey.name));
    return m_core.journal.append(transaction, std::move(event));
}

Result<std::vector<Passkey>> PasskeysService::list(const access::Actor& actor, const UserId& user)
{
    SALLYPORT_ASSIGN(const access::Actor current, m_core.now(actor));
    SALLYPORT_TRY(requireSignInFacts(current, user));
    SALLYPORT_ASSIGN(const auto known,
                     m_core.store.read([&](storage::Transaction& transaction) -> Result<std::vector<PasskeyRow>> {
                         SALLYPORT_TRY(rows::user(transaction, user, m_core.clock.now())); // NotFound: there is nobody
                         return rows::passkeysOf(transaction, user);
                     }));
    std::vector<Passkey> shown;
    for (const PasskeyRow& row : known)
        shown.push_back(row.shown);
    return shown;
}

Result<Passkey> PasskeysService::rename(const access::Actor& actor, const PasskeyId& id, std::string name)
{
    SALLYPORT_ASSIGN(const access::Actor self, m_core.now(actor));
    std::vector<FieldError> errors;
    checkName(name, errors);
    if (!errors.empty())
        return validationError(std::move(errors));
    return m_core.store.write([&](storage::Transaction& transaction) -> Result<Passkey> {
        SALLYPORT_ASSIGN(auto found, rows::passkey(transaction, id));
        if (!found || found->shown.user != self.id || !self.key.empty())
            return noSuchPasskey();
        SALLYPORT_ASSIGN(auto update, transaction.prepare("UPDATE passkeys SET name = $1 WHERE id = $2"));
        update.bind(1, name).bind(2, id);
        SALLYPORT_TRY(update.run());
        found->shown.name = name;
        SALLYPORT_TRY(record(transaction, self, audit::kind::passkeyRenamed, found->shown));
        return found->shown;
    });
}

Result<void> PasskeysService::remove(const access::Actor& actor, const PasskeyId& id)
{
    SALLYPORT_ASSIGN(const access::Actor current, m_core.now(actor));
    UserId permitted; // to do it: everything else may have failed before that was looked at
    SessionId except;
    Result<void> done = m_core.store.write([&](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(const auto found, rows::passkey(transaction, id));
        const bool own = found && found->shown.user == current.id && current.key.empty();
        if (!found || (!own && !current.permissions.has(access::Permission::UsersResetMfa)))
            return noSuchPasskey();
        const UserId user = found->shown.user;
        if (!own)
            SALLYPORT_TRY(requireToManage(m_core, transaction, current, user));
        if (current.kind != access::Actor::Kind::System) {
            SALLYPORT_ASSIGN(const auto self, rows::credentialsById(transaction, current.id));
            SALLYPORT_TRY(
                requireRecentFactor(current, self && hasFactor(self->mfaState), *m_core.settings.values(), m_core.clock.now()));
        }
        permitted = user;
        except = own ? current.session : SessionId();
        SALLYPORT_TRY(rows::deletePasskey(transaction, id));
        SALLYPORT_ASSIGN(const auto left, rows::passkeysOf(transaction, user));
        if (left.empty()) {
            SALLYPORT_TRY(rows::removePasskeyFactor(transaction, user));
            SALLYPORT_TRY(forgetUselessRecoveryCodes(transaction, user));
            SALLYPORT_ASSIGN(const auto bare, rows::credentialsById(transaction, user));
            if (own && bare && !hasFactor(bare->mfaState))
                SALLYPORT_TRY(requireLongPassword(*bare));
        }
        SALLYPORT_TRY(m_core.endSessions(transaction, user, except));
        SALLYPORT_TRY(mirrorUser(m_core, transaction, user));
        return record(transaction, current, audit::kind::passkeyRemoved, found->shown);
    });
    if (!done && !permitted.empty())
        return m_core.endSessionsAnyway(current, permitted, except, std::move(done).error());
    return done;
}

} // namespace sallyport::identity
