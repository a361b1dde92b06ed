#include "ui/widgets/error_text.h"

#include <QCoreApplication>
#include <QStringList>

#include <optional>
#include <string_view>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::ui::ErrorText)

public:
    static ErrorText of(ErrorCode code);
    static std::optional<ErrorText> conflict(std::string_view word);
    static ErrorText vault(ErrorCode code);
    static ErrorText transport(ErrorCode code);
    static ErrorText notRecorded();
    static ErrorText onlySessionsEnded();
    static QString waitText(std::chrono::seconds seconds);
};

ErrorText Texts::of(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Internal:
        return {tr("This did not work"), tr("Something failed inside Sallyport. The details help to find out what.")};
    case ErrorCode::Unavailable: return {tr("Not possible right now"), tr("Sallyport is busy. Try again in a moment.")};
    case ErrorCode::Cancelled: return {tr("Cancelled"), {}};
    case ErrorCode::InvalidArgument:
    case ErrorCode::ValidationFailed: return {tr("Some entries need a change"), tr("The marked fields say what.")};
    case ErrorCode::NotFound: return {tr("No longer there"), tr("It may have been deleted meanwhile. Load the list again.")};
    case ErrorCode::Conflict:
        return {tr("Not possible as things are"), tr("Something else stands against it, for example the same e-mail "
                                                     "address or the last administrator.")};
    case ErrorCode::PreconditionFailed:
        return {tr("Changed meanwhile"), tr("Somebody else changed it after you opened it. Load it again.")};
    case ErrorCode::LimitReached:
        return {tr("The limit is reached"), tr("Remove something first, or raise the limit in Settings.")};
    case ErrorCode::Unauthenticated: return {tr("Wrong e-mail address or password"), tr("Check both and try again.")};
    case ErrorCode::TokenExpired:
    case ErrorCode::TokenInvalid: return {tr("Your session has ended"), tr("Sign in again.")};
    case ErrorCode::MfaRequired: return {tr("A code is needed"), tr("Enter the 6 digits that your authenticator app shows.")};
    case ErrorCode::MfaInvalid: return {tr("Wrong code"), tr("Enter the digits that the app shows now. Each code works once.")};
    case ErrorCode::MfaEnrolmentRequired:
        return {tr("Two-factor sign-in must be set up first"), tr("An administrator can set it up in Users.")};
    case ErrorCode::StepUpRequired:
        return {tr("Confirm that it is you"), tr("This needs a fresh code from your authenticator app.")};
    case ErrorCode::PermissionDenied:
        return {tr("Your role does not allow this"), tr("An administrator can give you the permission.")};
    case ErrorCode::PolicyDenied: return {tr("A policy denies this"), tr("The policy is named in Live events.")};
    case ErrorCode::Blocked: return {tr("Blocked by a protection rule"), tr("The incident is in Live events.")};
    case ErrorCode::RateLimited: return {tr("Too many tries"), {}};
    case ErrorCode::PasswordTooWeak:
        return {tr("This password is too easy to guess"), tr("Use more words or characters, and none that others use.")};
    case ErrorCode::AccountDisabled: return {tr("This account is disabled"), tr("An administrator can enable it in Users.")};
    case ErrorCode::AccountLocked:
        return {tr("This account is locked"), tr("Too many wrong tries. An administrator can unlock it in Users.")};
    case ErrorCode::AddressInUse:
        return {tr("The address is in use"), tr("Another program listens there. Choose another port in Settings.")};
    case ErrorCode::AddressNotAllowed:
        return {tr("This address can not be used"), tr("Choose an address of this computer, or 127.0.0.1.")};
    case ErrorCode::CertificateInvalid:
        return {tr("The certificate can not be used"), tr("It does not fit its key, or it has expired.")};
    default: return vault(code);
    }
}

ErrorText Texts::vault(ErrorCode code)
{
    switch (code) {
    case ErrorCode::WrongPassphrase: return {tr("Wrong passphrase"), {}};
    case ErrorCode::WrongRecoveryKey: return {tr("Wrong recovery key"), tr("Compare it with the printed one, group by group.")};
    case ErrorCode::KeyringMissing:
        return {tr("The keyring file is missing"), tr("The vault can not be opened without it. Put the file back from a "
                                                      "backup. Nothing was changed.")};
    case ErrorCode::KeyringDamaged:
        return {tr("The keyring file is damaged"), tr("Put it back from a backup. Nothing was changed.")};
    case ErrorCode::DatabaseMissing:
        return {tr("The database file is missing"), tr("Put it back from a backup. Nothing was changed.")};
    case ErrorCode::DatabasePlain:
        return {tr("The database is not encrypted"), tr("It is not a file that Sallyport wrote, so it was not opened.")};
    case ErrorCode::DatabaseOldCipher:
        return {tr("The database has an old encryption format"), tr("SQLCipher 3 wrote it. Convert it with SQLCipher 4 "
                                                                    "first. Nothing was changed.")};
    case ErrorCode::DatabaseDamaged:
        return {tr("The database is damaged"), tr("A part of it was changed or is missing. Restore a backup. Nothing was "
                                                  "changed.")};
    case ErrorCode::DatabaseNewer:
        return {tr("The vault is newer than this program"), tr("Open it with the newer version. Nothing was changed.")};
    case ErrorCode::DatabaseLocked:
        return {tr("The vault is open elsewhere"), tr("Another Sallyport has it open. Close that one first.")};
    case ErrorCode::NotWritable:
        return {tr("The folder can not be written"), tr("Give your account the right to write there, or choose another "
                                                        "folder.")};
    case ErrorCode::DiskFull: return {tr("The disk is full"), tr("Make room and try again. What was stored before is safe.")};
    case ErrorCode::AlreadyExists: return {tr("There is one already"), tr("Choose another name or place.")};
    case ErrorCode::CryptoFailure:
        return {tr("A cryptographic check failed"), tr("Nothing was changed. The details help to find out why.")};
    default: return transport(code);
    }
}

ErrorText Texts::transport(ErrorCode code)
{
    switch (code) {
    case ErrorCode::PayloadTooLarge: return {tr("Too large"), tr("The limit is in Settings.")};
    case ErrorCode::RequestTimeout: return {tr("It took too long"), tr("Try again.")};
    case ErrorCode::NotImplemented: return {tr("Not possible in this version"), {}};
    case ErrorCode::BadRequest:
    case ErrorCode::MethodNotAllowed:
    case ErrorCode::UnsupportedMediaType:
    case ErrorCode::UriTooLong:
    case ErrorCode::RangeNotSatisfiable:
    case ErrorCode::HeadersTooLarge: return {tr("The request was not understood"), {}};
    default: return {tr("This did not work"), {}};
    }
}

/// What stands against it, where the service says so.
std::optional<ErrorText> Texts::conflict(std::string_view word)
{
    if (word == "own_account")
        return ErrorText{tr("Not for one’s own account"), tr("Somebody else has to do it.")};
    if (word == "last_administrator")
        return ErrorText{tr("The last active administrator"), tr("Without one nobody could manage this vault. Make "
                                                                 "somebody else an administrator first.")};
    if (word == "last_role")
        return ErrorText{tr("The only role"), tr("Give another one first.")};
    if (word == "mfa_not_enabled")
        return ErrorText{tr("There is no second factor to reset"), {}};
    return {};
}

QString Texts::waitText(std::chrono::seconds seconds)
{
    const auto count = static_cast<int>(seconds.count());
    if (count <= 90)
        return tr("Try again in %Ln second(s).", nullptr, std::max(1, count));
    return tr("Try again in %Ln minute(s).", nullptr, (count + 59) / 60);
}

ErrorText Texts::notRecorded()
{
    return {
        tr("In force, but not recorded"),
        tr("There is no room to store it. It holds on this server until it restarts, and is recorded as soon as there is room.")};
}

ErrorText Texts::onlySessionsEnded()
{
    return {tr("Not changed: there is no room to store it"),
            tr("The sessions have ended all the same. Free space on the disk, then try again.")};
}

} // namespace

ErrorText errorText(const Error& error)
{
    const auto known = error.code == ErrorCode::Conflict ? Texts::conflict(error.word) : std::nullopt;
    ErrorText text = known ? *known : Texts::of(error.code);
    if (error.word == "not_recorded")
        text = Texts::notRecorded();
    if (error.word == "only_sessions_ended")
        text = Texts::onlySessionsEnded();
    if (error.retryAfter) {
        const QString wait = Texts::waitText(*error.retryAfter);
        text.why = text.why.isEmpty() ? wait : QString(text.why + u' ' + wait);
    }
    return text;
}

QString errorLine(const Error& error)
{
    const ErrorText text = errorText(error);
    return text.why.isEmpty() ? text.what : QString(text.what + u". "_s + text.why);
}

QString errorDetails(const Error& error)
{
    const auto word = error.word.empty() ? errorWord(error.code) : std::string_view(error.word);
    QStringList lines{QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size()))};
    if (!error.detail.empty())
        lines << QString::fromStdString(error.detail);
    if (!error.incident.empty())
        lines << u"incident "_s + QString::fromStdString(error.incident);
    return lines.join(u'\n');
}

} // namespace sallyport::ui
