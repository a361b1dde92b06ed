#include "backend/identity/core/email_address.h"
#include "backend/identity/sign_in/sign_in_service.h"

namespace sallyport::identity {

namespace {

Error noSessionToRenew()
{
    return makeError(ErrorCode::PermissionDenied, "Only a session of the API can be renewed so.");
}

} // namespace

Result<SignInService::Acceptance> SignInService::replaceSession(storage::Transaction& transaction, const access::Actor& self,
                                                                std::string_view factor, bool passkey)
{
    SALLYPORT_ASSIGN(const auto session, rows::session(transaction, self.session));
    if (!session || session->console || session->enrolment)
        return noSessionToRenew();
    SALLYPORT_TRY(rows::endSession(transaction, session->id));
    Entry entry{self, std::string(factor), {{self.address, self.userAgent, self.request}, false, true}};
    entry.start.passkey = passkey;
    entry.start.origin = session->origin == SessionOrigin::Password ? SessionOrigin::Password : SessionOrigin::Outside;
    entry.start.expiresAt = session->expiresAt; // ASVS 7.3.2: the end stays where it was
    entry.complete = true;
    entry.replaces = session->id;
    return conclude(transaction, self.id, std::move(entry));
}

Result<Tokens> SignInService::stepUpWith(const access::Actor& actor, std::string_view factor, bool passkey,
                                         const CheckFactor& check)
{
    SALLYPORT_ASSIGN(const access::Actor self, m_core.now(actor));
    if (!self.key.empty() || self.session.empty())
        return noSessionToRenew();
    SALLYPORT_ASSIGN(Acceptance acceptance,
                     unwrap(m_core.store.write([&](storage::Transaction& transaction) -> Result<Verdict<Acceptance>> {
                         SALLYPORT_ASSIGN(const auto user, rows::credentialsById(transaction, self.id));
                         if (!user || !hasFactor(user->mfaState))
                             return makeError(ErrorCode::MfaEnrolmentRequired, "Set up a second factor first.");
                         Attempt attempt;
                         attempt.scope = ThrottleScope::Code;
                         attempt.emailKey = emailKey(user->email);
                         attempt.user = user->id;
                         attempt.address = self.address;
                         SALLYPORT_ASSIGN(const FactorVerdict verdict, check(transaction, *user, attempt, self));
                         if (!verdict.accepted)
                             return Verdict<Acceptance>::refuse(verdict.refusal);
                         SALLYPORT_ASSIGN(Acceptance accepted, replaceSession(transaction, self, factor, passkey));
                         return Verdict<Acceptance>::accept(std::move(accepted));
                     })));
    return tokensOf(std::move(acceptance.user), acceptance.session->row, std::move(acceptance.session->refreshToken));
}

Result<Tokens> SignInService::stepUp(const access::Actor& actor, std::string_view code)
{
    return stepUpWith(
        actor, "one-time code", false,
        [&](storage::Transaction& transaction, const Credentials& user, const Attempt& attempt, const access::Actor& self) {
            return checkSecondFactor(m_core, m_totp, transaction, user, code, attempt, self);
        });
}

} // namespace sallyport::identity
