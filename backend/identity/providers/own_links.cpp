#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/identity/core/secrets.h"
#include "backend/identity/core/user_rows.h"
#include "backend/identity/notices/notice_rows.h"
#include "backend/identity/providers/outside_sign_in_service.h"
#include "backend/identity/providers/providers_service.h"
#include "backend/identity/sessions/recent_factor.h"

namespace sallyport::identity {

namespace {

constexpr std::int64_t mostOwnLinks = 20;

Error linkedAlready()
{
    Error error(ErrorCode::Conflict, "This account of the provider is linked to a user already.");
    error.word = "already_linked";
    return error;
}

Result<OutsideLinkPage> linksOf(storage::Transaction& transaction, const UserId& user)
{
    OutsideLinkQuery query;
    query.user = user;
    query.limit = 200;
    return rows::outsideLinks(transaction, query);
}

} // namespace

Result<access::Actor> OutsideSignInService::ownSession(const access::Actor& actor, bool change)
{
    SALLYPORT_ASSIGN(access::Actor self, m_core.now(actor));
    // ASVS 7.2.2: a key opens no way in; the console's operator has a session of its own kind.
    if (!self.key.empty() || self.session.empty() || self.kind != access::Actor::Kind::User)
        return makeError(ErrorCode::PermissionDenied, "Only a session of the API shows and changes one's own outside logins.");
    if (change)
        SALLYPORT_TRY(requireRecentSignIn(self, m_core.live.mfaEnabled(self.id), *m_core.settings.values(), m_core.clock.now()));
    return self;
}

Result<OwnLinkStart> OutsideSignInService::beginLink(const access::Actor& actor, const std::string& provider)
{
    SALLYPORT_ASSIGN(const access::Actor self, ownSession(actor, true));
    SALLYPORT_ASSIGN(const auto row, m_core.store.read([&](storage::Transaction& transaction) {
        return rows::providerByName(transaction, provider);
    }));
    if (!row || !row->provider.enabled)
        return makeError(ErrorCode::NotFound, "There is no such way to sign in.");
    SALLYPORT_ASSIGN(const SecretBytes secret, newOpaqueToken(m_core.random));
    SALLYPORT_TRY(m_flows.addLinking(secret.view(), {row->provider.id, {self.id, self.session}, {}}));
    return OwnLinkStart{loginUrlOf(m_core, provider) + "?link=" + std::string(secret.view()), outsideLoginLifetime};
}

Result<OutsideLink> OutsideSignInService::insertOwnLink(storage::Transaction& transaction, const access::Actor& self,
                                                        const AcceptedOutside& accepted)
{
    SALLYPORT_ASSIGN(const ProviderRow row, rows::provider(transaction, accepted.provider));
    SALLYPORT_ASSIGN(const User user, rows::user(transaction, self.id, m_core.clock.now()));
    SALLYPORT_ASSIGN(const auto taken, rows::linkOf(transaction, accepted.issuer, accepted.subject));
    if (taken || row.provider.fields.issuer != accepted.issuer)
        return linkedAlready();
    SALLYPORT_ASSIGN(const OutsideLinkPage mine, linksOf(transaction, self.id));
    if (mine.total >= mostOwnLinks)
        return makeError(ErrorCode::LimitReached, "Twenty accounts elsewhere are linked already.");
    OutsideLink link;
    link.id = OutsideLinkId(m_core.newId());
    link.provider = accepted.provider;
    link.issuer = accepted.issuer;
    link.subject = accepted.subject;
    link.label = accepted.label;
    link.user = self.id;
    link.createdAt = m_core.clock.now();
    link.createdBy = access::nameOf(self);
    SALLYPORT_TRY(rows::insertLink(transaction, link));
    audit::Event event = access::eventBy(self, audit::kind::userLinked);
    event.object = {"user", user.id.text(), user.name, user.email};
    event.detailsJson = audit::Details()
                            .text("provider", accepted.providerTitle)
                            .text("issuer", link.issuer)
                            .text("subject", link.subject)
                            .json();
    SALLYPORT_TRY(noteChange(m_core, transaction, self.id, event, accepted.providerTitle));
    SALLYPORT_TRY(m_core.journal.append(transaction, std::move(event)));
    return rows::outsideLink(transaction, link.id);
}

Result<OutsideLink> OutsideSignInService::finishLink(const access::Actor& actor, const SecretBytes& code,
                                                     const std::string& verifier)
{
    // Whether a factor was shown recently was asked at the beginning; the way over the provider may take a while.
    SALLYPORT_ASSIGN(const access::Actor self, ownSession(actor, false));
    const auto accepted = m_flows.takeAccepted(code.view());
    const bool mine =
        accepted && accepted->linking && accepted->linking->user == self.id && accepted->linking->session == self.session;
    if (mine && fits(*accepted, verifier))
        return m_core.store.write([&](storage::Transaction& transaction) { return insertOwnLink(transaction, self, *accepted); });
    Progress progress;
    progress.step = "link";
    progress.provider = accepted ? accepted->provider.text() : std::string();
    progress.providerTitle = accepted ? accepted->providerTitle : std::string();
    Error why(ErrorCode::Unauthenticated, accepted ? "The code is of another session, or its verifier is wrong."
                                                   : "The code was used, is too old, or was never given out.");
    why.word = "link_code_invalid";
    SALLYPORT_TRY(recordFailure(why, progress, {self.address, self.userAgent, self.request}));
    Error error(ErrorCode::InvalidArgument, "The code is not valid. Start to link again.");
    error.word = "link_code_invalid";
    return error;
}

Result<std::vector<OutsideLink>> OutsideSignInService::ownLinks(const access::Actor& actor)
{
    SALLYPORT_ASSIGN(const access::Actor self, ownSession(actor, false));
    SALLYPORT_ASSIGN(OutsideLinkPage page,
                     m_core.store.read([&](storage::Transaction& transaction) { return linksOf(transaction, self.id); }));
    return std::move(page.links);
}

Result<void> OutsideSignInService::removeOwnLink(const access::Actor& actor, const OutsideLinkId& id)
{
    SALLYPORT_ASSIGN(const access::Actor self, ownSession(actor, true));
    return m_core.store.takeAway([this, self, id](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(const OutsideLink link, rows::outsideLink(transaction, id));
        if (link.user != self.id)
            return makeError(ErrorCode::NotFound, "There is no such link.");
        SALLYPORT_ASSIGN(const auto user, rows::credentialsById(transaction, self.id));
        SALLYPORT_ASSIGN(const OutsideLinkPage mine, linksOf(transaction, self.id));
        if (mine.total < 2 && (!user || user->passwordHash.empty())) {
            Error error(ErrorCode::Conflict,
                        "Without a password this is the only way in; set a password first, or link another account.");
            error.word = "last_way_in";
            return error;
        }
        SALLYPORT_ASSIGN(auto remove, transaction.prepare("DELETE FROM outside_links WHERE id = $1"));
        remove.bind(1, id);
        SALLYPORT_TRY(remove.run());
        SALLYPORT_ASSIGN(const std::int64_t ended, m_core.endSessions(transaction, self.id, self.session));
        audit::Event event = access::eventBy(self, audit::kind::userUnlinked);
        event.object = {"user", self.id.text(), link.userName};
        event.detailsJson = audit::Details()
                                .text("provider", link.providerTitle)
                                .text("issuer", link.issuer)
                                .text("subject", link.subject)
                                .number("sessions_ended", ended)
                                .json();
        SALLYPORT_TRY(noteChange(m_core, transaction, self.id, event, link.providerTitle));
        return m_core.journal.append(transaction, std::move(event));
    });
}

} // namespace sallyport::identity
