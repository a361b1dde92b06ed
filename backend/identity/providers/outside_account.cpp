#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/base/case_fold.h"
#include "backend/base/name_text.h"
#include "backend/base/sort_once.h"
#include "backend/base/utf8.h"
#include "backend/identity/core/email_address.h"
#include "backend/identity/core/manage.h"
#include "backend/identity/core/role_news.h"
#include "backend/identity/core/user_changes.h"
#include "backend/identity/core/user_fields.h"
#include "backend/identity/openid/claims.h"
#include "backend/identity/openid/failure.h"
#include "backend/identity/providers/outside_sign_in_service.h"
#include "backend/identity/providers/provider_fields.h"

#include <algorithm>
#include <iterator>

namespace sallyport::identity {

namespace {

namespace failure = outside::failure;
using outside::outsideError;

/// The claim of a rule: as the signed ID token says it, otherwise as the user info does.
const boost::json::value* claimOf(const RoleRule& rule, const OutsideIdentity& who)
{
    const boost::json::value* claim = outside::claimAt(who.claims, rule.claim);
    return claim != nullptr ? claim : outside::claimAt(who.userInfo, rule.claim);
}

/// What the provider's people get: its own roles, and those of the rules that their claims fulfil.
std::vector<std::string> rolesFor(const Core& core, const ProviderFields& fields, const OutsideIdentity& who)
{
    std::vector<std::string> roles = fields.roles;
    for (const RoleRule& rule : fields.roleRules) {
        const boost::json::value* claim = claimOf(rule, who);
        if (claim != nullptr && outside::claimGives(*claim, rule.value))
            roles.push_back(rule.role);
    }
    std::erase_if(roles, [&](const std::string& role) { return !core.roles.exists(role); });
    sortOnce(roles);
    return roles;
}

/// True if what the provider says about the second factor may stand for ours.
bool isFactorAccepted(const ProviderFields& fields, const OutsideIdentity& who)
{
    const auto anyOf = [&](std::string_view claim, const std::vector<std::string>& accepted) {
        return std::ranges::any_of(accepted,
                                   [&](const std::string& value) { return outside::claimSays(who.claims, claim, value); });
    };
    return anyOf("amr", fields.acceptedAmr) || anyOf("acr", fields.acceptedAcr);
}

/// When the provider saw the factor: only the ID token says it, and not of the future.
std::optional<UtcTime> factorTime(const OutsideIdentity& who, UtcTime now)
{
    const auto seconds = outside::timeClaim(who.claims, "auth_time");
    if (!seconds)
        return std::nullopt;
    return std::min(UtcTime(std::chrono::seconds(*seconds)), now);
}

access::Actor providerActor(const ProviderFields& fields, const ClientContext& context)
{
    access::Actor actor = access::Actor::system(fields.title);
    actor.address = context.address;
    actor.userAgent = truncateUtf8(context.userAgent, userAgentLimit);
    actor.request = context.request;
    return actor;
}

/// Why this person can't become a user; nothing if they can.
std::optional<Error> obstacle(const ProviderFields& fields, const OutsideIdentity& who, bool emailTaken)
{
    if (fields.firstLogin == FirstLogin::Refuse)
        return outsideError(failure::notLinked, "This account of the provider is linked to no user, and new users are not made.");
    if (!isMailbox(who.email))
        return outsideError(failure::emailMissing,
                            "A new user needs an e-mail address, and the provider sends none that can be used.");
    if (!who.emailVerified && !fields.trustEmail)
        return outsideError(failure::emailUnverified, "The provider does not say that it has verified the e-mail address.");
    // Never linked by e-mail: whoever controls the address there isn't who has the account here (ASVS 6.8.1).
    if (emailTaken)
        return outsideError(failure::emailTaken, "A user has this e-mail address already; accounts are never linked by e-mail.");
    return std::nullopt;
}

Result<bool> isAddressTaken(storage::Transaction& transaction, const std::string& email)
{
    SALLYPORT_ASSIGN(const auto user, rows::credentialsByEmail(transaction, emailKey(email)));
    return user.has_value();
}

/// What the provider calls them, cut where a user's name ends here; the address if that can be no name of ours.
std::string nameFor(const OutsideIdentity& who)
{
    return who.name.empty() ? nameFromOutside(who.email, nameLimit) : who.name;
}

Result<void> insertUser(storage::Transaction& transaction, const UserId& id, const OutsideIdentity& who, UserStatus status,
                        const std::string& by, UtcTime now)
{
    const std::string name = nameFor(who);
    SALLYPORT_ASSIGN(auto put,
                     transaction.prepare("INSERT INTO users (id, name, name_key, email, email_key, status, created_at, "
                                         "created_by, updated_at, active_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $7, $7)"));
    put.bind(1, id).bind(2, name).bind(3, textKey(name)).bind(4, who.email).bind(5, emailKey(who.email));
    put.bind(6, statusWord(status)).bind(7, now).bind(8, by);
    return put.run();
}

} // namespace

OutsideSignInService::Account OutsideSignInService::accountOf(const ProviderFields& fields, const OutsideIdentity& who,
                                                              const UserId& user) const
{
    Account account;
    account.user = user;
    account.issuer = who.issuer;
    account.subject = who.subject;
    account.label = who.label;
    account.factorAccepted = isFactorAccepted(fields, who);
    if (account.factorAccepted)
        account.factorAt = factorTime(who, m_core.clock.now());
    return account;
}

Result<Verdict<OutsideSignInService::Account>> OutsideSignInService::decide(storage::Transaction& transaction,
                                                                            const ProviderRow& row, const OutsideIdentity& who,
                                                                            const ClientContext& context)
{
    const UtcTime now = m_core.clock.now();
    SALLYPORT_ASSIGN(auto link, rows::linkOf(transaction, who.issuer, who.subject));
    if (!link)
        return firstLogin(transaction, row, who, context);
    SALLYPORT_ASSIGN(User user, rows::user(transaction, link->user, now));
    // Whom an administrator has linked needs no password any more.
    if (user.status == UserStatus::Invited) {
        SALLYPORT_TRY(rows::setStatus(transaction, user.id, UserStatus::Active, now));
        SALLYPORT_ASSIGN(user, rows::user(transaction, link->user, now));
        SALLYPORT_TRY(m_core.mirror(transaction, user));
    }
    if (user.status != UserStatus::Active)
        return Verdict<Account>::refuse(outsideError(failure::accountDisabled, "The user is disabled."));
    link->label = who.label;
    SALLYPORT_TRY(rows::useLink(transaction, *link, now));
    if (row.provider.fields.rolesEachTime)
        SALLYPORT_TRY(followRules(transaction, row, who, user, context));
    return Verdict<Account>::accept(accountOf(row.provider.fields, who, user.id));
}

Result<void> OutsideSignInService::followRules(storage::Transaction& transaction, const ProviderRow& row,
                                               const OutsideIdentity& who, const User& user, const ClientContext& context)
{
    return setRolesByRules(transaction, row, user, rolesFor(m_core, row.provider.fields, who), context);
}

void OutsideSignInService::takeByRules(const ProviderRow& row, const OutsideIdentity& who, const ClientContext& context)
{
    if (!row.provider.fields.rolesEachTime)
        return;
    const std::vector<std::string> wanted = rolesFor(m_core, row.provider.fields, who);
    // Nobody waits for it but those who are in with these roles; what became of it stands in the journal once there is room.
    (void) m_core.store.takeAway([this, row, context, wanted, issuer = who.issuer,
                                  subject = who.subject](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(const auto link, rows::linkOf(transaction, issuer, subject));
        if (!link)
            return {};
        SALLYPORT_ASSIGN(const User user, rows::user(transaction, link->user, m_core.clock.now()));
        std::vector<std::string> left;
        std::ranges::set_intersection(user.roles, wanted, std::back_inserter(left));
        return setRolesByRules(transaction, row, user, left, context);
    });
}

Result<void> OutsideSignInService::setRolesByRules(storage::Transaction& transaction, const ProviderRow& row, const User& user,
                                                   const std::vector<std::string>& wanted, const ClientContext& context)
{
    if (wanted == user.roles)
        return {};
    // An end that somebody set stays: the provider knows of none.
    const std::vector<WantedRole> ending = withTheirEnds(wanted, user.assignments);
    // A claim that went missing must not lock everybody out.
    if (!staysAdministrator(ending) && !requireAnotherAdministrator(transaction, user))
        return {};
    SALLYPORT_TRY(rows::setRoles(transaction, user.id, ending, {m_core.clock.now(), row.provider.fields.title}));
    SALLYPORT_TRY(rows::touch(transaction, user.id, m_core.clock.now()));
    SALLYPORT_ASSIGN(const User changed, rows::user(transaction, user.id, m_core.clock.now()));
    SALLYPORT_TRY(m_core.mirror(transaction, changed)); // before what needs room
    audit::Event event = access::eventBy(providerActor(row.provider.fields, context), audit::kind::userRolesChanged);
    event.object = {"user", user.id.text(), user.name, user.email};
    const std::vector<WantedRole> held = asTheyAre(user.assignments);
    audit::Details details;
    details.change("roles", joined(held), joined(ending));
    tellRoleChange(m_core.roles, event, details, held, ending);
    event.detailsJson = details.json();
    return m_core.journal.append(transaction, std::move(event));
}

Result<Verdict<OutsideSignInService::Account>> OutsideSignInService::firstLogin(storage::Transaction& transaction,
                                                                                const ProviderRow& row,
                                                                                const OutsideIdentity& who,
                                                                                const ClientContext& context)
{
    const ProviderFields& fields = row.provider.fields;
    SALLYPORT_ASSIGN(const bool taken, isAddressTaken(transaction, who.email));
    if (auto why = obstacle(fields, who, taken))
        return Verdict<Account>::refuse(std::move(*why));
    const UtcTime now = m_core.clock.now();
    const UserId id(m_core.newId());
    const bool disabled = fields.firstLogin == FirstLogin::CreateDisabled;
    const std::vector<std::string> roles = rolesFor(m_core, fields, who);
    SALLYPORT_TRY(insertUser(transaction, id, who, disabled ? UserStatus::Disabled : UserStatus::Active, fields.title, now));
    SALLYPORT_TRY(rows::setRoles(transaction, id, withTheirEnds(roles, {}), {now, fields.title}));
    OutsideLink link;
    link.id = OutsideLinkId(m_core.newId());
    link.provider = row.provider.id;
    link.issuer = who.issuer;
    link.subject = who.subject;
    link.label = who.label;
    link.user = id;
    link.createdAt = now;
    link.createdBy = fields.title;
    SALLYPORT_TRY(rows::insertLink(transaction, link));
    SALLYPORT_TRY(rows::useLink(transaction, link, now));
    SALLYPORT_ASSIGN(const User user, rows::user(transaction, id, now));
    const access::Actor actor = providerActor(fields, context);
    audit::Event event = access::eventBy(actor, audit::kind::userCreated);
    event.object = {"user", id.text(), user.name, user.email};
    audit::Details details;
    details.change("name", {}, user.name).change("email", {}, user.email).change("roles", {}, joined(roles));
    tellRoleChange(m_core.roles, event, details, {}, withoutEnds(roles));
    event.detailsJson = details.text("provider", fields.title).text("status", statusWord(user.status)).json();
    SALLYPORT_TRY(m_core.journal.append(transaction, std::move(event)));
    audit::Event linked = access::eventBy(actor, audit::kind::userLinked);
    linked.object = {"user", id.text(), user.name, user.email};
    linked.detailsJson =
        audit::Details().text("provider", fields.title).text("issuer", who.issuer).text("subject", who.subject).json();
    SALLYPORT_TRY(m_core.journal.append(transaction, std::move(linked)));
    SALLYPORT_TRY(m_core.mirror(transaction, user));
    if (disabled)
        return Verdict<Account>::refuse(
            outsideError(failure::waitsForApproval, "The new user waits for an administrator to enable it."));
    return Verdict<Account>::accept(accountOf(fields, who, id));
}

Result<TestStep> OutsideSignInService::foresee(storage::Transaction& transaction, const ProviderRow& row,
                                               const OutsideIdentity& who)
{
    const ProviderFields& fields = row.provider.fields;
    SALLYPORT_ASSIGN(const auto link, rows::linkOf(transaction, who.issuer, who.subject));
    const auto told = [](std::string_view word, std::string detail) {
        return TestStep{"account", TestStep::State::Passed, std::string(word), std::move(detail)};
    };
    if (link)
        return told("signs_in", link->userName);
    SALLYPORT_ASSIGN(const bool taken, isAddressTaken(transaction, who.email));
    if (const auto why = obstacle(fields, who, taken))
        return told(why->word, why->detail);
    return told(fields.firstLogin == FirstLogin::CreateDisabled ? "new_disabled_user" : "new_user",
                joined(rolesFor(m_core, fields, who)));
}

} // namespace sallyport::identity
