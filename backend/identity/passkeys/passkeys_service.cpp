#include "backend/identity/passkeys/passkeys_service.h"

#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/base/case_fold.h"
#include "backend/identity/core/manage.h"
#include "backend/identity/core/secrets.h"
#include "backend/identity/core/user_changes.h"
#include "backend/identity/core/user_fields.h"
#include "backend/identity/factors/mfa_service.h"

#include <algorithm>

namespace sallyport::identity {

namespace {

constexpr std::size_t challengeBytes = 32;

Error notOurChallenge()
{
    Error error(ErrorCode::MfaInvalid, "The passkey's answer is not acceptable.");
    error.recordedWord = "webauthn_challenge";
    error.recordedDetail = "The answer is about no challenge that waits";
    return error;
}

} // namespace

Result<webauthn::RelyingParty> PasskeysService::party() const
{
    const auto values = m_core.settings.values();
    if (values->webauthnRpId.empty()) {
        Error error(ErrorCode::Conflict, "Passkeys are off: the setting webauthn.rp_id is empty.");
        error.word = "passkeys_off";
        return error;
    }
    webauthn::RelyingParty site{values->webauthnRpId, values->webauthnOrigins};
    if (site.origins.empty())
        site.origins.push_back("https://" + site.id);
    return site;
}

Result<Bytes> PasskeysService::newChallenge(Ceremony ceremony, const UserId& user, const std::string& bound)
{
    SALLYPORT_ASSIGN(const SecretBytes random, randomSecret(m_core.random, challengeBytes));
    const auto bytes = random.bytes();
    m_challenges.put(bytes, {ceremony, user, bound, m_core.clock.now() + passkeyCeremonyLifetime});
    return Bytes(bytes.begin(), bytes.end());
}

Result<Bytes> PasskeysService::takeChallenge(std::span<const std::byte> clientDataJson, Ceremony ceremony, const UserId& user,
                                             const std::string& bound)
{
    auto challenge = webauthn::challengeOf(clientDataJson);
    if (!challenge || !m_challenges.take(*challenge, ceremony, user, bound, m_core.clock.now()))
        return notOurChallenge();
    return std::move(*challenge);
}

Result<PasskeyCreation> PasskeysService::beginRegistration(const access::Actor& actor)
{
    SALLYPORT_ASSIGN(const access::Actor self, m_core.nowToEnrol(actor));
    SALLYPORT_TRY(requirePerson(self));
    SALLYPORT_ASSIGN(const webauthn::RelyingParty site, party());
    PasskeyCreation creation;
    SALLYPORT_ASSIGN(const auto known, m_core.store.read([&](storage::Transaction& transaction) {
        return rows::passkeysOf(transaction, self.id);
    }));
    if (known.size() >= passkeysPerUser)
        return makeError(ErrorCode::LimitReached, "There are twenty passkeys already. Remove one first.");
    for (const PasskeyRow& row : known)
        creation.exclude.push_back(row.credential.id);
    SALLYPORT_ASSIGN(creation.challenge, newChallenge(Ceremony::Registration, self.id, self.session.text()));
    creation.partyId = site.id;
    creation.partyName = m_core.settings.values()->vaultName;
    creation.user = self.id;
    creation.email = self.email;
    creation.displayName = self.name;
    return creation;
}

Result<AddedPasskey> PasskeysService::add(storage::Transaction& transaction, const access::Actor& self, const std::string& name,
                                          const webauthn::VerifiedRegistration& verified)
{
    SALLYPORT_ASSIGN(const auto user, rows::credentialsById(transaction, self.id));
    if (!user)
        return makeError(ErrorCode::NotFound, "No such user.");
    SALLYPORT_ASSIGN(const auto known, rows::passkeysOf(transaction, self.id));
    if (known.size() >= passkeysPerUser)
        return makeError(ErrorCode::LimitReached, "There are twenty passkeys already. Remove one first.");
    AddedPasskey added;
    added.passkey = {PasskeyId(m_core.newId()), self.id, name, {}, verified.backedUp, m_core.clock.now(), {}};
    SALLYPORT_TRY(rows::insertPasskey(transaction, added.passkey, verified));
    SALLYPORT_ASSIGN(const auto stored, rows::passkey(transaction, added.passkey.id));
    added.passkey = stored->shown;
    if (!hasFactor(user->mfaState)) {
        SALLYPORT_TRY(rows::addPasskeyFactor(transaction, self.id));
        SALLYPORT_ASSIGN(added.recoveryCodes, storeNewRecoveryCodes(m_core, transaction, self.id));
    }
    // ASVS 7.4.3: whoever is signed in without having shown it isn't any more.
    SALLYPORT_TRY(m_core.endSessions(transaction, self.id, self.session));
    SALLYPORT_TRY(noteFactorShown(m_core, transaction, self.session, true));
    SALLYPORT_TRY(mirrorUser(m_core, transaction, self.id));
    SALLYPORT_TRY(record(transaction, self, audit::kind::passkeyAdded, added.passkey));
    return added;
}

Result<AddedPasskey> PasskeysService::finishRegistration(const access::Actor& actor, std::string name,
                                                         const webauthn::RegistrationAnswer& answer)
{
    SALLYPORT_ASSIGN(const access::Actor self, m_core.nowToEnrol(actor));
    SALLYPORT_TRY(requirePerson(self));
    SALLYPORT_ASSIGN(const webauthn::RelyingParty site, party());
    std::vector<FieldError> errors;
    checkName(name, errors);
    if (!errors.empty())
        return validationError(std::move(errors));
    const auto challenge = takeChallenge(answer.clientDataJson, Ceremony::Registration, self.id, self.session.text());
    auto verified = challenge ? webauthn::verifyRegistration(site, *challenge, answer) : challenge.error();
    if (!verified) {
        audit::Event event = access::eventBy(self, audit::kind::mfaFailed, audit::Outcome::Failure);
        event.object = {"user", self.id.text(), self.name, self.email};
        event.reason = verified.error().recordedWord;
        event.detailsJson = audit::Details().flag("enrolment", true).text("why", verified.error().recordedDetail).json();
        SALLYPORT_TRY(m_core.journal.record(std::move(event)));
        return verified.error();
    }
    return m_core.store.write([&](storage::Transaction& transaction) { return add(transaction, self, name, *verified); });
}

Result<PasskeyRequest> PasskeysService::requestFor(Ceremony ceremony, const UserId& user, const std::string& bound)
{
    SALLYPORT_ASSIGN(const webauthn::RelyingParty site, party());
    SALLYPORT_ASSIGN(const auto known,
                     m_core.store.read([&](storage::Transaction& transaction) { return rows::passkeysOf(transaction, user); }));
    if (known.empty())
        return makeError(ErrorCode::NotFound, "There is no passkey.");
    PasskeyRequest request;
    request.partyId = site.id;
    for (const PasskeyRow& row : known)
        request.allow.push_back(row.credential.id);
    SALLYPORT_ASSIGN(request.challenge, newChallenge(ceremony, user, bound));
    return request;
}

Result<PasskeyRequest> PasskeysService::beginSignIn(const SecretBytes& mfaToken)
{
    SALLYPORT_ASSIGN(const UserId user, m_signIn.pendingUser(mfaToken));
    return requestFor(Ceremony::SignIn, user, toHex(hashOfSecret(mfaToken.view())));
}

Result<FactorVerdict> PasskeysService::check(storage::Transaction& transaction, const Credentials& user, Ceremony ceremony,
                                             const std::string& bound, const webauthn::AssertionAnswer& answer,
                                             const Attempt& attempt, const access::Actor& actor)
{
    FactorVerdict verdict;
    SALLYPORT_ASSIGN(const auto hold, m_core.throttle.holdOf(transaction, attempt));
    if (hold) {
        verdict.refusal = heldBack(*hold, attempt.scope);
        return verdict;
    }
    SALLYPORT_ASSIGN(const webauthn::RelyingParty site, party());
    SALLYPORT_ASSIGN(const auto known, rows::passkeysOf(transaction, user.id));
    const auto challenge = takeChallenge(answer.clientDataJson, ceremony, user.id, bound);
    const auto mine =
        std::ranges::find_if(known, [&](const PasskeyRow& row) { return row.credential.id == answer.credentialId; });
    const bool handle = answer.userHandle.empty() || std::ranges::equal(answer.userHandle, asBytes(user.id.text()));
    Result<webauthn::VerifiedAssertion> shown = notOurChallenge();
    if (challenge && mine != known.end() && handle) {
        shown = webauthn::verifyAssertion(site, *challenge, mine->credential, answer);
    } else if (challenge) {
        Error stranger = notOurChallenge();
        stranger.recordedWord = "webauthn_credential";
        stranger.recordedDetail = "The answer is of a credential of somebody else";
        shown = std::move(stranger);
    }
    if (shown) {
        SALLYPORT_TRY(rows::notePasskeyUse(transaction, *mine, *shown, m_core.clock.now()));
        SALLYPORT_TRY(m_core.throttle.succeed(transaction, attempt));
        verdict.accepted = true;
        return verdict;
    }
    verdict.refusal = shown.error();
    SALLYPORT_TRY(m_core.throttle.fail(transaction, attempt));
    const bool copied = shown.error().recordedWord == "webauthn_counter";
    audit::Event event =
        access::eventBy(actor, copied ? audit::kind::passkeyCopied : audit::kind::mfaFailed, audit::Outcome::Failure);
    event.object = {"user", user.id.text(), user.name, user.email};
    event.reason = shown.error().recordedWord;
    audit::Details details;
    details.text("why", shown.error().recordedDetail);
    if (mine != known.end())
        details.text("passkey", mine->shown.name);
    event.detailsJson = details.json();
    SALLYPORT_TRY(m_core.journal.append(transaction, std::move(event)));
    return verdict;
}

Result<Tokens> PasskeysService::finishSignIn(const SecretBytes& mfaToken, const webauthn::AssertionAnswer& answer,
                                             const ClientContext& context)
{
    const std::string bound = toHex(hashOfSecret(mfaToken.view()));
    return m_signIn.completeWith(
        mfaToken, context, "passkey", true,
        [&](storage::Transaction& transaction, const Credentials& user, const Attempt& attempt, const access::Actor& actor) {
            return check(transaction, user, Ceremony::SignIn, bound, answer, attempt, actor);
        });
}

Result<PasskeyRequest> PasskeysService::beginStepUp(const access::Actor& actor)
{
    SALLYPORT_ASSIGN(const access::Actor self, m_core.now(actor));
    return requestFor(Ceremony::StepUp, self.id, self.session.text());
}

Result<Tokens> PasskeysService::finishStepUp(const access::Actor& actor, const webauthn::AssertionAnswer& answer)
{
    return m_signIn.stepUpWith(
        actor, "passkey", true,
        [&](storage::Transaction& transaction, const Credentials& user, const Attempt& attempt, const access::Actor& self) {
            return check(transaction, user, Ceremony::StepUp, self.session.text(), answer, attempt, self);
        });
}

} // namespace sallyport::identity
