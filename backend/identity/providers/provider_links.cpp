#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/base/utf8.h"
#include "backend/identity/core/manage.h"
#include "backend/identity/core/secrets.h"
#include "backend/identity/core/user_fields.h"
#include "backend/identity/core/user_rows.h"
#include "backend/identity/notices/notice_rows.h"
#include "backend/identity/openid/failure.h"
#include "backend/identity/openid/id_token.h"
#include "backend/identity/providers/providers_service.h"

namespace sallyport::identity {

namespace {

Error subjectTaken()
{
    Error error(ErrorCode::Conflict, "This account of the provider is linked to a user already.");
    error.fields.push_back({"subject", "This account of the provider is linked to a user already.", "unique"});
    error.word = "already_linked";
    return error;
}

TestStep stepOf(std::string_view name, const Result<void>& outcome, std::string detail)
{
    if (outcome)
        return {name, TestStep::State::Passed, {}, std::move(detail)};
    return {name, TestStep::State::Failed, outcome.error().word, outcome.error().detail};
}

} // namespace

Result<OutsideLinkPage> ProvidersService::links(const access::Actor& actor, const OutsideLinkQuery& query)
{
    SALLYPORT_TRY(m_core.authorize(actor, access::Permission::ProvidersRead));
    return m_core.store.read([&](storage::Transaction& transaction) { return rows::outsideLinks(transaction, query); });
}

Result<OutsideLink> ProvidersService::link(const access::Actor& actor, const ProviderId& provider, const std::string& subject,
                                           const UserId& user)
{
    SALLYPORT_ASSIGN(const access::Actor current, m_core.authorize(actor, access::Permission::UsersLink));
    if (subject.empty() || subject.size() > outside::subjectLimit || !isPrintableText(subject))
        return validationError({{"subject",
                                 "1 to " + std::to_string(outside::subjectLimit) +
                                     " printable characters: the `sub` of the provider, GitHub's numeric id.",
                                 "format"}});
    return m_core.store.write([&](storage::Transaction& transaction) -> Result<OutsideLink> {
        SALLYPORT_ASSIGN(const ProviderRow row, rows::provider(transaction, provider));
        SALLYPORT_ASSIGN(const User linked, rows::user(transaction, user, m_core.clock.now()));
        // Whoever can link an account of theirs to a user can sign in as that user.
        SALLYPORT_TRY(requireToManage(m_core, transaction, current, user));
        SALLYPORT_ASSIGN(const auto taken, rows::linkOf(transaction, row.provider.fields.issuer, subject));
        if (taken)
            return subjectTaken();
        OutsideLink link;
        link.id = OutsideLinkId(m_core.newId());
        link.provider = provider;
        link.issuer = row.provider.fields.issuer;
        link.subject = subject;
        link.user = user;
        link.createdAt = m_core.clock.now();
        link.createdBy = access::nameOf(current);
        SALLYPORT_TRY(rows::insertLink(transaction, link));
        audit::Event event = access::eventBy(current, audit::kind::userLinked);
        event.object = {"user", user.text(), linked.name, linked.email};
        event.detailsJson = audit::Details()
                                .text("provider", row.provider.fields.title)
                                .text("issuer", link.issuer)
                                .text("subject", subject)
                                .json();
        SALLYPORT_TRY(noteChange(m_core, transaction, user, event, row.provider.fields.title));
        SALLYPORT_TRY(m_core.journal.append(transaction, std::move(event)));
        return rows::outsideLink(transaction, link.id);
    });
}

Result<void> ProvidersService::unlink(const access::Actor& actor, const OutsideLinkId& id)
{
    SALLYPORT_ASSIGN(const access::Actor current, m_core.authorize(actor, access::Permission::UsersLink));
    return m_core.store.takeAway([this, current, id](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(const OutsideLink link, rows::outsideLink(transaction, id));
        SALLYPORT_TRY(requireToManage(m_core, transaction, current, link.user));
        SALLYPORT_ASSIGN(auto remove, transaction.prepare("DELETE FROM outside_links WHERE id = $1"));
        remove.bind(1, id);
        SALLYPORT_TRY(remove.run());
        // Which session began with which login isn't kept: all of them end.
        SALLYPORT_ASSIGN(const std::int64_t ended, m_core.endSessions(transaction, link.user, {}));
        audit::Event event = access::eventBy(current, audit::kind::userUnlinked);
        event.object = {"user", link.user.text(), link.userName};
        event.detailsJson = audit::Details()
                                .text("provider", link.providerTitle)
                                .text("issuer", link.issuer)
                                .text("subject", link.subject)
                                .number("sessions_ended", ended)
                                .json();
        SALLYPORT_TRY(noteChange(m_core, transaction, link.user, event, link.providerTitle));
        return m_core.journal.append(transaction, std::move(event));
    });
}

Result<LoginTest> ProvidersService::startTest(const access::Actor& actor, const ProviderId& id)
{
    SALLYPORT_ASSIGN(const access::Actor current, m_core.authorize(actor, access::Permission::ProvidersUpdate));
    SALLYPORT_ASSIGN(const ProviderRow row,
                     m_core.store.read([&](storage::Transaction& transaction) { return rows::provider(transaction, id); }));
    const ProviderFields& fields = row.provider.fields;
    LoginTest test;
    test.id = m_core.newId();
    test.provider = id;
    const auto metadata = m_directory.metadata(fields, true);
    const Result<void> described = metadata ? Result<void>() : Result<void>(metadata.error());
    std::string detail = !metadata ? std::string() : metadata->authorizationEndpoint;
    test.steps.push_back(stepOf("description", described, std::move(detail)));
    if (metadata && !metadata->jwksUri.empty()) {
        const auto keys = m_directory.keys(*metadata, true);
        std::string count = keys ? std::to_string((*keys)->size()) : std::string();
        if (keys && (*keys)->leftOut().all() > 0)
            count += " (" + std::to_string((*keys)->leftOut().all()) + " left out)";
        test.steps.push_back(stepOf("keys", keys ? Result<void>() : Result<void>(keys.error()), std::move(count)));
    }
    test.over = test.steps.back().state == TestStep::State::Failed;
    SALLYPORT_ASSIGN(const SecretBytes secret, newOpaqueToken(m_core.random));
    if (!test.over) {
        test.steps.push_back({"browser", TestStep::State::Waiting, {}, {}});
        test.url = loginUrlOf(m_core, fields.name) + "?test=" + std::string(secret.view());
    }
    m_flows.addTest(secret.view(), test);
    const bool failed = test.over;
    SALLYPORT_TRY(m_core.store.write([&](storage::Transaction& transaction) -> Result<void> {
        audit::Event event =
            access::eventBy(current, audit::kind::providerTested, failed ? audit::Outcome::Failure : audit::Outcome::Success);
        event.object = {"provider", id.text(), fields.title};
        event.reason = failed ? test.steps.back().word : std::string();
        return m_core.journal.append(transaction, std::move(event));
    }));
    return test;
}

Result<LoginTest> ProvidersService::testState(const access::Actor& actor, const std::string& id)
{
    SALLYPORT_TRY(m_core.authorize(actor, access::Permission::ProvidersUpdate));
    auto test = m_flows.findTest(id);
    if (!test)
        return makeError(ErrorCode::NotFound, "There is no such test, or it is over for ten minutes.");
    test->url.clear();
    return std::move(*test);
}

} // namespace sallyport::identity
