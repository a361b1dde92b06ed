#include "backend/identity/factors/second_factor.h"

#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/identity/core/secrets.h"
#include "backend/identity/core/user_changes.h"
#include "backend/identity/core/user_rows.h"
#include "backend/identity/factors/totp.h"
#include "backend/identity/notices/notice_rows.h"

namespace sallyport::identity {

namespace {

Result<bool> useRecoveryCode(storage::Transaction& transaction, const UserId& user, std::string_view typed)
{
    const auto code = normalizedRecoveryCode(typed);
    if (!code)
        return false;
    const crypto::Sha256Digest hash = hashOfSecret(code->view());
    SALLYPORT_ASSIGN(auto use, transaction.prepare("DELETE FROM recovery_codes WHERE user_id = $1 AND code_hash = $2"));
    use.bind(1, user).bind(2, std::span<const std::byte>(hash));
    SALLYPORT_TRY(use.run());
    if (transaction.changes() != 1)
        return false;
    SALLYPORT_TRY(rows::countRecoveryCodeUsed(transaction, user));
    return true;
}

Result<std::int64_t> recoveryCodesLeft(storage::Transaction& transaction, const UserId& user)
{
    SALLYPORT_ASSIGN(auto row, transaction.prepare("SELECT recovery_left FROM users WHERE id = $1"));
    row.bind(1, user);
    SALLYPORT_TRY(row.step());
    return row.integer();
}

Result<void> record(Core& core, storage::Transaction& transaction, const access::Actor& actor, const Credentials& user,
                    std::string_view kind, audit::Outcome outcome, std::string_view reason, std::string details)
{
    audit::Event event = access::eventBy(actor, kind, outcome);
    event.object = {"user", user.id.text(), user.name, user.email};
    event.reason = reason;
    event.detailsJson = std::move(details);
    SALLYPORT_TRY(noteChange(core, transaction, user.id, event));
    return core.journal.append(transaction, std::move(event));
}

} // namespace

std::string totpAad(const UserId& user, std::int64_t version)
{
    return "users|mfa_secret|" + user.text() + "|" + std::to_string(version);
}

Result<bool> useTotp(Core& core, const TotpCipher& cipher, storage::Transaction& transaction, const Credentials& user,
                     std::string_view code)
{
    SALLYPORT_ASSIGN(const SecretBytes secret, cipher.open(user.mfaSecret, totpAad(user.id, user.mfaVersion)));
    SALLYPORT_ASSIGN(const auto step, matchTotp(secret.bytes(), code, core.clock.now(), user.mfaLastStep));
    if (!step)
        return false;
    return rows::useAppStep(transaction, user.id, *step, user.mfaVersion);
}

Result<FactorVerdict> checkSecondFactor(Core& core, const TotpCipher& cipher, storage::Transaction& transaction,
                                        const Credentials& user, std::string_view code, const Attempt& attempt,
                                        const access::Actor& actor)
{
    FactorVerdict verdict;
    SALLYPORT_ASSIGN(const auto hold, core.throttle.holdOf(transaction, attempt));
    if (hold) {
        verdict.refusal = heldBack(*hold, attempt.scope);
        SALLYPORT_TRY(record(core, transaction, actor, user, audit::kind::signInThrottled, audit::Outcome::Refused,
                             errorWord(ErrorCode::AccountLocked), {}));
        return verdict;
    }

    const bool totp = looksLikeTotp(code);
    // Passkeys have no codes but those for recovery.
    if (!totp || user.mfaState == MfaState::On) {
        SALLYPORT_ASSIGN(verdict.accepted,
                         totp ? useTotp(core, cipher, transaction, user, code) : useRecoveryCode(transaction, user.id, code));
    }
    if (!verdict.accepted) {
        verdict.refusal = makeError(ErrorCode::MfaInvalid, "The code is wrong or was used already.");
        SALLYPORT_TRY(core.throttle.fail(transaction, attempt));
        SALLYPORT_TRY(record(core, transaction, actor, user, audit::kind::mfaFailed, audit::Outcome::Failure,
                             errorWord(ErrorCode::MfaInvalid), audit::Details().flag("recovery_code", !totp).json()));
        return verdict;
    }
    SALLYPORT_TRY(core.throttle.succeed(transaction, attempt));
    if (!totp) {
        SALLYPORT_ASSIGN(const User used, rows::user(transaction, user.id, core.clock.now()));
        SALLYPORT_TRY(core.mirror(transaction, used)); // figures tell how many are left
        SALLYPORT_ASSIGN(const std::int64_t left, recoveryCodesLeft(transaction, user.id));
        SALLYPORT_TRY(record(core, transaction, actor, user, audit::kind::recoveryCodeUsed, audit::Outcome::Success, {},
                             audit::Details().number("left", left).json()));
    }
    return verdict;
}

} // namespace sallyport::identity
