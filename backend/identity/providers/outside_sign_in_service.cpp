#include "backend/identity/providers/outside_sign_in_service.h"

#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/base/name_text.h"
#include "backend/base/utf8.h"
#include "backend/identity/core/secrets.h"
#include "backend/identity/openid/authorization.h"
#include "backend/identity/openid/failure.h"
#include "backend/identity/providers/provider_fields.h"
#include "backend/identity/providers/providers_service.h"
#include "backend/storage/held_work.h"

#include <algorithm>

namespace sallyport::identity {

namespace {

namespace failure = outside::failure;
using outside::outsideError;

constexpr std::size_t saidLimit = 200; // code points

Error badStart(std::string_view field, std::string message)
{
    Error error(ErrorCode::InvalidArgument, "A query parameter is not acceptable");
    error.fields.push_back({std::string(field), std::move(message), "format"});
    return error;
}

/// One text for every reason; the record tells which it was.
Error outwardOfLogin(const Error& why)
{
    const bool unavailable = why.code != ErrorCode::Unauthenticated;
    Error error(unavailable ? ErrorCode::Unavailable : ErrorCode::Unauthenticated,
                unavailable ? "The identity provider cannot be asked right now."
                            : "The sign-in at the identity provider did not succeed.");
    error.word = unavailable ? "provider_unavailable" : "outside_login_failed";
    error.recordedWord = why.word;
    error.recordedDetail = why.detail;
    return error;
}

/// 43 characters of base64url: a secret of ours.
bool isOpaque(std::string_view text)
{
    return outside::isCodeChallenge(text);
}

std::string authorizationUrl(const outside::Metadata& metadata, const ProviderFields& fields, const PendingOutside& pending,
                             std::string_view state)
{
    const std::string scopes = wordsText(fields.scopes);
    const std::string challenge = outside::codeChallenge(pending.verifier);
    outside::Parameters parameters{
        {"response_type", "code"}, {"client_id", fields.clientId}, {"redirect_uri", pending.redirectUri}, {"scope", scopes},
        {"state", state},          {"code_challenge", challenge},  {"code_challenge_method", "S256"}};
    if (fields.kind == ProviderKind::OpenIdConnect)
        parameters.emplace_back("nonce", pending.nonce);
    return outside::withParameters(metadata.authorizationEndpoint, parameters);
}

} // namespace

Result<ProviderRow> OutsideSignInService::providerToStart(const OutsideStart& start, Purpose& purpose)
{
    SALLYPORT_ASSIGN(auto row, m_core.store.read([&](storage::Transaction& transaction) {
        return rows::providerByName(transaction, start.provider);
    }));
    if (!start.test.empty()) {
        const auto started = row ? m_flows.startTest(start.test) : std::nullopt;
        if (!started || started->provider != row->provider.id)
            return makeError(ErrorCode::NotFound, "This test is over; start another.");
        purpose.test = started->id;
        return std::move(*row);
    }
    if (!row || !row->provider.enabled)
        return makeError(ErrorCode::NotFound, "There is no such way to sign in.");
    if (!start.link.empty()) {
        const auto linking = m_flows.takeLinking(start.link);
        if (!linking || linking->provider != row->provider.id)
            return makeError(ErrorCode::NotFound, "This address was used or is too old; start again.");
        purpose.linking = linking->own;
    }
    return std::move(*row);
}

Result<OutsideRedirect> OutsideSignInService::begin(const OutsideStart& start, const ClientContext& context)
{
    Purpose purpose;
    SALLYPORT_ASSIGN(const ProviderRow row, providerToStart(start, purpose));
    const std::vector<std::string>& allowed = row.provider.fields.returnUrls;
    if (!start.returnTo.empty() && std::ranges::find(allowed, start.returnTo) == allowed.end())
        return badStart("return_to", "Is not one of the return URLs of this provider.");
    // A code in a URL may be seen on its way; without the verifier it is worth nothing.
    if (!start.returnTo.empty() && start.challenge.empty())
        return badStart("code_challenge", "Needed with return_to.");
    if (!start.challenge.empty() && !outside::isCodeChallenge(start.challenge))
        return badStart("code_challenge", "Must be 43 characters of base64url: S256 of a verifier.");
    if (isLongerThan(start.state, clientStateLimit) || !isPrintableText(start.state))
        return badStart("state", "At most " + std::to_string(clientStateLimit) + " printable characters.");
    auto redirect = begin(start, context, row, purpose);
    if (redirect || redirect.error().retryAfter)
        return redirect;
    Progress progress;
    progress.step = "description";
    progress.provider = row.provider.id.text();
    progress.providerTitle = row.provider.fields.title;
    SALLYPORT_TRY(recordFailure(redirect.error(), progress, context));
    if (!purpose.test.empty())
        m_flows.setStep(purpose.test, {"browser", TestStep::State::Failed, redirect.error().word, redirect.error().detail});
    Error error(ErrorCode::Unavailable, "The identity provider cannot be asked right now.");
    error.word = "provider_unavailable";
    return error;
}

Result<OutsideRedirect> OutsideSignInService::begin(const OutsideStart& start, const ClientContext& context,
                                                    const ProviderRow& row, const Purpose& purpose)
{
    const ProviderFields& fields = row.provider.fields;
    SALLYPORT_ASSIGN(const outside::Metadata metadata, m_directory.metadata(fields));
    SALLYPORT_ASSIGN(const SecretBytes state, newOpaqueToken(m_core.random));
    SALLYPORT_ASSIGN(const SecretBytes nonce, newOpaqueToken(m_core.random));
    SALLYPORT_ASSIGN(const SecretBytes verifier, newOpaqueToken(m_core.random));
    OutsideRedirect redirect;
    redirect.browser = start.browser; // one cookie for all tabs of a browser
    if (!isOpaque(redirect.browser)) {
        SALLYPORT_ASSIGN(const SecretBytes browser, newOpaqueToken(m_core.random));
        redirect.browser = browser.view();
    }
    PendingOutside pending;
    pending.provider = row.provider.id;
    pending.providerName = fields.name;
    pending.issuer = fields.issuer;
    pending.clientId = fields.clientId;
    pending.nonce = nonce.view();
    pending.verifier = verifier.view();
    pending.browser = hashOfSecret(redirect.browser);
    pending.redirectUri = redirectUriOf(m_core, fields.name);
    pending.returnTo = start.returnTo;
    pending.clientState = start.state;
    pending.challenge = start.challenge;
    pending.test = purpose.test;
    pending.linking = purpose.linking;
    pending.network = context.address.network();
    redirect.url = authorizationUrl(metadata, fields, pending, state.view());
    SALLYPORT_TRY(m_flows.add(state.view(), std::move(pending)));
    if (!purpose.test.empty()) {
        m_flows.setStep(purpose.test, {"browser", TestStep::State::Passed, {}, {}});
        m_flows.setStep(purpose.test, {"answer", TestStep::State::Waiting, {}, {}});
    }
    return redirect;
}

void OutsideSignInService::pass(const PendingOutside& pending, Progress& progress, std::string_view next, std::string detail)
{
    if (!pending.test.empty()) {
        m_flows.setStep(pending.test, {progress.step, TestStep::State::Passed, {}, std::move(detail)});
        m_flows.setStep(pending.test, {next, TestStep::State::Waiting, {}, {}});
    }
    progress.step = next;
}

Result<ProviderRow> OutsideSignInService::checkAnswer(const OutsideAnswer& answer, const std::optional<PendingOutside>& pending,
                                                      Progress& progress)
{
    if (!pending || pending->providerName != answer.provider)
        return outsideError(failure::stateUnknown,
                            "No sign-in is waiting for this answer: it was used, is too old, or was never begun here.");
    if (!equalConstantTime(hashOfSecret(answer.browser), pending->browser))
        return outsideError(failure::browserOther,
                            "The answer came in another browser than the one that the sign-in was begun in.");
    SALLYPORT_ASSIGN(ProviderRow row, m_core.store.read([&](storage::Transaction& transaction) {
        return rows::provider(transaction, pending->provider);
    }));
    const ProviderFields& fields = row.provider.fields;
    progress.provider = row.provider.id.text();
    progress.providerTitle = fields.title;
    if ((!row.provider.enabled && pending->test.empty()) || fields.issuer != pending->issuer ||
        fields.clientId != pending->clientId)
        return outsideError(failure::providerChanged, "The provider was changed while the sign-in was under way.");
    // RFC 9207 §2.4: whose answer it is, before anything of it is believed. GitHub sends none.
    SALLYPORT_ASSIGN(const outside::Metadata metadata, m_directory.metadata(fields));
    const bool ofGitHub = fields.kind == ProviderKind::GitHub && answer.issuer == fields.issuer + "/login/oauth";
    if ((answer.issuer && *answer.issuer != fields.issuer && !ofGitHub) || (!answer.issuer && metadata.sendsIssuer))
        return outsideError(failure::issuerParameter,
                            "The answer names another issuer than the provider that was asked, or none.");
    if (answer.error) {
        progress.said = isPrintableText(*answer.error) ? truncateCharacters(*answer.error, saidLimit) : std::string();
        return outsideError(failure::providerSaidNo, "The provider refused: " + progress.said + ".");
    }
    if (!answer.code || answer.code->empty())
        return outsideError(failure::codeMissing, "The answer has no code.");
    return row;
}

Result<OutsideSignInService::Account> OutsideSignInService::complete(const OutsideAnswer& answer, const PendingOutside& pending,
                                                                     const ProviderRow& row, const ClientContext& context,
                                                                     Progress& progress)
{
    const ProviderFields& fields = row.provider.fields;
    SALLYPORT_ASSIGN(const outside::Metadata metadata, m_directory.metadata(fields));
    SALLYPORT_ASSIGN(const SecretBytes secret, clientSecretOf(m_directory.cipher(), row));
    pass(pending, progress, "token");
    SALLYPORT_ASSIGN(const OutsideTokens tokens,
                     m_directory.redeem(fields, metadata, secret, *answer.code, pending.verifier, pending.redirectUri));
    pass(pending, progress, "claims");
    SALLYPORT_ASSIGN(const OutsideIdentity who, m_directory.identify(fields, metadata, secret, tokens, pending.nonce));
    progress.subject = who.subject;
    progress.label = who.label;
    pass(pending, progress, "account", who.label.empty() ? who.subject : who.label + " (" + who.subject + ")");
    if (!pending.test.empty()) {
        SALLYPORT_ASSIGN(TestStep foreseen,
                         m_core.store.read([&](storage::Transaction& transaction) { return foresee(transaction, row, who); }));
        m_flows.setStep(pending.test, std::move(foreseen), true);
        return Account{};
    }
    if (pending.linking)
        return accountOf(fields, who, pending.linking->user);
    auto decided = m_core.store.write([&](storage::Transaction& transaction) { return decide(transaction, row, who, context); });
    if (!decided && storage::isAboutRoom(decided.error()))
        takeByRules(row, who, context);
    return unwrap(std::move(decided));
}

Result<OutsideOutcome> OutsideSignInService::accepted(const PendingOutside& pending, const ProviderRow& row,
                                                      const Account& account)
{
    OutsideOutcome outcome;
    outcome.test = !pending.test.empty();
    if (outcome.test)
        return outcome;
    SALLYPORT_ASSIGN(outcome.code, newOpaqueToken(m_core.random));
    AcceptedOutside waiting;
    waiting.user = account.user;
    waiting.provider = row.provider.id;
    waiting.providerTitle = row.provider.fields.title;
    waiting.issuer = account.issuer;
    waiting.subject = account.subject;
    waiting.label = account.label;
    waiting.factorAccepted = account.factorAccepted;
    waiting.factorAt = account.factorAt;
    waiting.linking = pending.linking;
    waiting.challenge = pending.challenge;
    SALLYPORT_TRY(m_flows.add(outcome.code.view(), std::move(waiting)));
    outcome.expiresIn = exchangeCodeLifetime;
    if (!pending.returnTo.empty()) {
        outside::Parameters parameters{{"code", outcome.code.view()}};
        if (!pending.clientState.empty())
            parameters.emplace_back("state", pending.clientState);
        outcome.redirect = outside::withParameters(pending.returnTo, parameters);
    }
    return outcome;
}

Result<void> OutsideSignInService::recordFailure(const Error& why, const Progress& progress, const ClientContext& context)
{
    audit::Event event =
        access::eventBy(claimedActor(context, progress.label), audit::kind::outsideSignInFailed, audit::Outcome::Failure);
    event.object = {"provider", progress.provider, progress.providerTitle};
    event.reason = why.word.empty() ? std::string(errorWord(why.code)) : why.word;
    audit::Details details;
    details.text("step", progress.step).text("detail", why.detail);
    if (!progress.subject.empty())
        details.text("subject", progress.subject);
    if (!progress.said.empty())
        details.text("provider_error", progress.said);
    event.detailsJson = details.json();
    return m_core.journal.record(std::move(event));
}

Result<OutsideOutcome> OutsideSignInService::refused(const std::optional<PendingOutside>& pending, bool sameBrowser,
                                                     const Error& why, const Progress& progress, const ClientContext& context)
{
    SALLYPORT_TRY(recordFailure(why, progress, context));
    OutsideOutcome outcome;
    outcome.failure = outwardOfLogin(why);
    if (pending && !pending->test.empty()) {
        m_flows.setStep(pending->test, {progress.step, TestStep::State::Failed, std::string(why.word), why.detail});
        outcome.test = true;
        return outcome;
    }
    if (!pending || !sameBrowser || pending->returnTo.empty())
        return *outcome.failure;
    outside::Parameters parameters{
        {"error", why.code == ErrorCode::Unauthenticated ? "access_denied" : "temporarily_unavailable"}};
    if (!pending->clientState.empty())
        parameters.emplace_back("state", pending->clientState);
    outcome.redirect = outside::withParameters(pending->returnTo, parameters);
    return outcome;
}

Result<OutsideOutcome> OutsideSignInService::finish(const OutsideAnswer& answer, const ClientContext& context)
{
    // Taken before anything is looked at: a state works once, whatever comes with it.
    const std::optional<PendingOutside> pending = answer.state ? m_flows.take(*answer.state) : std::nullopt;
    const bool sameBrowser = pending && equalConstantTime(hashOfSecret(answer.browser), pending->browser);
    Progress progress;
    const auto row = checkAnswer(answer, pending, progress);
    if (!row)
        return refused(pending, sameBrowser, row.error(), progress, context);
    const auto account = complete(answer, *pending, *row, context, progress);
    if (!account)
        return refused(pending, sameBrowser, account.error(), progress, context);
    return accepted(*pending, *row, *account);
}

bool OutsideSignInService::fits(const AcceptedOutside& waiting, const std::string& verifier)
{
    if (waiting.challenge.empty())
        return verifier.empty();
    return outside::isCodeVerifier(verifier) &&
           equalConstantTime(asBytes(outside::codeChallenge(verifier)), asBytes(waiting.challenge));
}

Result<SignInResult> OutsideSignInService::exchange(const SecretBytes& code, const std::string& verifier,
                                                    const ClientContext& context)
{
    const auto waiting = m_flows.takeAccepted(code.view());
    if (waiting && !waiting->linking && fits(*waiting, verifier))
        return m_signIn.completeOutside(*waiting, context, [&](storage::Transaction& transaction) -> Result<bool> {
            SALLYPORT_ASSIGN(const auto link, rows::linkOf(transaction, waiting->issuer, waiting->subject));
            return link && link->user == waiting->user;
        });
    Progress progress;
    progress.step = "exchange";
    progress.provider = waiting ? waiting->provider.text() : std::string();
    progress.providerTitle = waiting ? waiting->providerTitle : std::string();
    SALLYPORT_TRY(recordFailure(outsideError(waiting ? "verifier_wrong" : "exchange_code_unknown",
                                             waiting ? "The verifier does not belong to the code."
                                                     : "The code was used, is too old, or was never given out."),
                                progress, context));
    Error error(ErrorCode::Unauthenticated, "The code is not valid. Start the sign-in again.");
    error.word = "exchange_code_invalid";
    return error;
}

} // namespace sallyport::identity
