#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sallyport {

/// What went wrong, in one word. One table maps it to an HTTP status and problem type (backend/api/problem.cpp),
/// one to translated text (ui/widgets/error_text.cpp). Adding a code means adding it to both tables.
enum class ErrorCode {
    Internal,             ///< a bug or an unexpected failure below; nothing more is told to a client
    Unavailable,          ///< cannot be done right now, try again later (queue full, shutting down)
    Cancelled,            ///< the caller asked to stop
    InvalidArgument,      ///< a value is not acceptable; `fields` says which
    ValidationFailed,     ///< a document does not match its schema or rules; `fields` says where
    NotFound,             ///< no such object, or none that the actor may know of
    Conflict,             ///< the state forbids it (duplicate e-mail, last administrator)
    PreconditionFailed,   ///< the object changed since it was read
    LimitReached,         ///< a documented count is exhausted
    Unauthenticated,      ///< no credential, or a wrong one
    TokenExpired,         ///< the access token's time is over
    TokenInvalid,         ///< malformed, badly signed, revoked or of another kind
    MfaRequired,          ///< a second factor must be shown first
    MfaInvalid,           ///< the second factor is wrong or was used already
    MfaEnrolmentRequired, ///< this account must set up a second factor first
    StepUpRequired,       ///< authentication is too old or too weak for this
    PermissionDenied,     ///< `required` names the permission
    PolicyDenied,         ///< `policy` names the policy
    Blocked,              ///< blocked by a protection rule; `incident` names it
    RateLimited,          ///< `retryAfter` says when to come back
    PasswordTooWeak,      ///< `fields` carries the rules it breaks
    AccountDisabled,
    AccountLocked, ///< `retryAfter` says for how long
    // Vault and storage
    WrongPassphrase,
    WrongRecoveryKey,
    KeyringMissing,
    KeyringDamaged,
    DatabaseMissing,
    DatabasePlain,     ///< a plain SQLite file, not encrypted
    DatabaseOldCipher, ///< written by SQLCipher 3 or older
    DatabaseDamaged,   ///< a page does not authenticate or the file is truncated
    DatabaseNewer,     ///< the schema is newer than this program
    DatabaseLocked,    ///< another instance has it open
    NotWritable,
    DiskFull,
    AlreadyExists,
    CryptoFailure,
    // Server
    AddressInUse,
    AddressNotAllowed,
    CertificateInvalid,
    // Transport, as the parser sees it
    BadRequest,
    MethodNotAllowed,
    UnsupportedMediaType,
    PayloadTooLarge,
    UriTooLong,
    RangeNotSatisfiable, ///< of a file: it has no such bytes
    HeadersTooLarge,
    RequestTimeout,
    NotImplemented,
};

/// The stable machine word of a code (`token_expired`), as it stands in problem+json and in the journal.
std::string_view errorWord(ErrorCode code) noexcept;

/// One field that failed. `field` is a JSON pointer without the leading slash, dots between parts (`roles.0`).
/// `rule` is a machine word (`minLength`); a rejected value is never part of it.
struct FieldError {
    std::string field;
    std::string message;
    std::string rule;
    /// Of a mistake in a text: where it is, in characters from 0, and the same as line and column from 1.
    std::optional<std::int64_t> position = {};
    std::uint32_t line = 0, column = 0;
};

/// Why something was not done. `detail` is English, for logs, the API and the command line; the window translates
/// by `code`. Never holds a secret or a rejected value.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::string detail;
    std::vector<FieldError> fields;
    std::string required;                            ///< permission, for PermissionDenied
    std::string policy;                              ///< policy name, for PolicyDenied
    std::string decision = {};                       ///< id of the decision, for PermissionDenied and PolicyDenied
    std::string incident;                            ///< incident id, for Blocked
    std::optional<std::chrono::seconds> retryAfter;  ///< for RateLimited, AccountLocked, Unavailable
    std::optional<std::chrono::seconds> maxAge = {}; ///< for MfaRequired, StepUpRequired: how old authentication may be
    std::optional<std::chrono::seconds>
        clockOffset;           ///< of the client's clock from ours, for a signature that is too old or early
    std::string word;          ///< overrides errorWord(code) where the contract needs a finer one
    std::string doneJson = {}; ///< what was done before it failed: a JSON object, `done` of the problem; no secret in it either
    /// What the journal says instead of word and detail, where a client is told less (why an API key was refused).
    std::string recordedWord, recordedDetail;

    Error() = default;
    Error(ErrorCode errorCode, std::string text) : code(errorCode), detail(std::move(text)) {}
};

} // namespace sallyport
