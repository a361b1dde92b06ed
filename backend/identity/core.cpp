#include "backend/identity/core.h"

#include "backend/base/utf8.h"
#include "backend/identity/mfa_rule.h"
#include "backend/identity/user_rows.h"

#include <algorithm>

namespace sallyport::identity {

namespace {

constexpr std::string_view unreadRule = "breachListUnreadable";

/// What a list of breached passwords says. One that can't be read refuses every password: none is taken unchecked.
void rateByList(const SecretBytes& password, const Result<std::shared_ptr<const BreachList>>& list, PasswordStrength& strength)
{
    const Result<bool> found = list ? (*list)->contains(password) : Result<bool>(breachListUnreadable());
    if (found && !*found)
        return;
    if (found) {
        strength.score = 0;
        strength.advice.insert(strength.advice.begin(), "breached");
        strength.broken.push_back({"password", "This password is in a list of passwords that got out.", "breached"});
    } else {
        strength.advice.insert(strength.advice.begin(), "unchecked");
        strength.broken.push_back({"password", found.error().detail, std::string(unreadRule)});
    }
}

} // namespace

std::string Core::issuer() const
{
    const auto values = settings.values();
    if (!values->serverIssuer.empty())
        return values->serverIssuer;
    const std::lock_guard lock(m_issuerMutex);
    return m_defaultIssuer;
}

void Core::setDefaultIssuer(std::string url)
{
    const std::lock_guard lock(m_issuerMutex);
    m_defaultIssuer = std::move(url);
}

Error Core::enrolmentMissing()
{
    return makeError(ErrorCode::MfaEnrolmentRequired, "Set up a second factor first: the time for it is over.");
}

Result<access::Actor> Core::now(const access::Actor& actor) const
{
    SALLYPORT_ASSIGN(access::Actor current, nowToEnrol(actor));
    if (current.enrolmentOnly)
        return enrolmentMissing();
    return current;
}

Result<access::Actor> Core::nowToEnrol(const access::Actor& actor) const
{
    if (!actor.key.empty())
        return keyNow(actor);
    if (actor.kind == access::Actor::Kind::System || actor.session.empty())
        return actor;
    const auto session = live.find(actor.session);
    auto current =
        session && session->user == actor.id && clock.now() < session->expiresAt ? live.actorOf(*session) : std::nullopt;
    if (!current)
        return makeError(ErrorCode::TokenInvalid, "The session has ended.");
    current->address = actor.address;
    current->userAgent = actor.userAgent;
    current->request = actor.request;
    current->enrolmentOnly = session->enrolment || mfaOverdue(live.mfaMissingSince(*session), *settings.values(), clock.now());
    if (current->enrolmentOnly)
        current->permissions = {};
    return std::move(*current);
}

Result<access::Actor> Core::keyNow(const access::Actor& actor) const
{
    const auto key = liveKeys.find(actor.key);
    const auto record = key ? key->record() : nullptr;
    const bool open = record && record->owner == actor.id && !record->revokedAt && clock.now() < record->expiresAt;
    const auto principal = open ? liveKeys.principalOf(key) : nullptr;
    if (!principal)
        return makeError(ErrorCode::TokenInvalid, "The API key has ended.");
    if (mfaOverdue(principal->mfaMissingSince, *settings.values(), clock.now()))
        return enrolmentMissing();
    access::Actor current = principal->actor;
    current.mfaAt = actor.mfaAt; // by a code of the owner that came with this request
    current.address = actor.address;
    current.userAgent = actor.userAgent;
    current.request = actor.request;
    return current;
}

Result<access::Actor> Core::authorize(const access::Actor& actor, access::Permission permission) const
{
    SALLYPORT_ASSIGN(access::Actor current, now(actor));
    SALLYPORT_TRY(access::require(current, permission));
    return current;
}

PasswordStrength Core::ratePassword(const SecretBytes& password, const PasswordOwner& owner) const
{
    const auto values = settings.values();
    PasswordContext context;
    context.name = owner.name;
    context.email = owner.email;
    context.minimumLength = owner.secondFactor ? values->passwordsMinLengthMfa : values->passwordsMinLength;
    context.organisation = values->vaultName;
    context.forbidden = values->passwordsForbiddenWords;
    PasswordStrength strength = rate(password, context);
    if (!values->passwordsBreachList.empty() && !password.empty() && password.size() <= passwordByteLimit)
        rateByList(password, breachLists.at(values->passwordsBreachList), strength);
    return strength;
}

crypto::PasswordCost Core::passwordCost() const
{
    const auto values = settings.values();
    return {values->passwordsArgon2Memory, values->passwordsArgon2Passes, values->passwordsArgon2Lanes};
}

Result<void> Core::checkPassword(const SecretBytes& password, const PasswordOwner& owner) const
{
    PasswordStrength strength = ratePassword(password, owner);
    if (strength.broken.empty())
        return {};
    const bool unread = std::ranges::find(strength.broken, unreadRule, &FieldError::rule) != strength.broken.end();
    Error error = unread ? breachListUnreadable() : Error(ErrorCode::PasswordTooWeak, "The password is too weak.");
    error.fields = std::move(strength.broken);
    return error;
}

bool Core::isShortPassword(const SecretBytes& password) const
{
    return codePointCount(password.view()).value_or(0) < settings.values()->passwordsMinLength;
}

Result<void> Core::mirror(storage::Transaction& transaction, const User& user)
{
    SALLYPORT_TRY(rows::copyFactor(transaction, user.id));
    transaction.afterCommit([this, mirrored = toLive(user)] {
        live.updateUser(mirrored);
        const bool active = mirrored.status == UserStatus::Active;
        liveKeys.updateOwner({{mirrored.id, false, mirrored.name, mirrored.email, active},
                              mirrored.roles,
                              mirrored.mfaEnabled,
                              mirrored.mfaRequiredSince});
        usersEpoch.fetch_add(1);
    });
    return {};
}

Result<std::int64_t> Core::endSessions(storage::Transaction& transaction, const UserId& user, const SessionId& except)
{
    SALLYPORT_ASSIGN(auto remove, transaction.prepare("DELETE FROM sessions WHERE user_id = $1 AND id <> $2"));
    remove.bind(1, user).bind(2, except);
    SALLYPORT_TRY(remove.run());
    const std::int64_t ended = transaction.changes();
    SALLYPORT_ASSIGN(auto pending, transaction.prepare("DELETE FROM pending_sign_ins WHERE user_id = $1"));
    pending.bind(1, user);
    SALLYPORT_TRY(pending.run());
    // Whatever ends sessions makes devices ask again too.
    SALLYPORT_ASSIGN(auto devices, transaction.prepare("DELETE FROM trusted_devices WHERE user_id = $1"));
    devices.bind(1, user);
    SALLYPORT_TRY(devices.run());
    transaction.afterCommit([this, user, except] { live.endAllOf(user, except); });
    return ended;
}

} // namespace sallyport::identity
