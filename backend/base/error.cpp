#include "backend/base/error.h"

namespace sallyport {

std::string_view errorWord(ErrorCode code) noexcept
{
    switch (code) { // no default: the compiler names a code that is missing here
    case ErrorCode::Internal: return "internal_error";
    case ErrorCode::Unavailable: return "unavailable";
    case ErrorCode::Cancelled: return "cancelled";
    case ErrorCode::InvalidArgument: return "invalid_argument";
    case ErrorCode::ValidationFailed: return "validation_failed";
    case ErrorCode::NotFound: return "not_found";
    case ErrorCode::Conflict: return "conflict";
    case ErrorCode::PreconditionFailed: return "precondition_failed";
    case ErrorCode::LimitReached: return "limit_reached";
    case ErrorCode::Unauthenticated: return "unauthenticated";
    case ErrorCode::TokenExpired: return "token_expired";
    case ErrorCode::TokenInvalid: return "token_invalid";
    case ErrorCode::MfaRequired: return "mfa_required";
    case ErrorCode::MfaInvalid: return "mfa_invalid";
    case ErrorCode::MfaEnrolmentRequired: return "mfa_enrolment_required";
    case ErrorCode::StepUpRequired: return "step_up_required";
    case ErrorCode::PermissionDenied: return "permission_denied";
    case ErrorCode::PolicyDenied: return "policy_denied";
    case ErrorCode::Blocked: return "blocked";
    case ErrorCode::RateLimited: return "rate_limited";
    case ErrorCode::PasswordTooWeak: return "password_too_weak";
    case ErrorCode::AccountDisabled: return "account_disabled";
    case ErrorCode::AccountLocked: return "account_locked";
    case ErrorCode::WrongPassphrase: return "wrong_passphrase";
    case ErrorCode::WrongRecoveryKey: return "wrong_recovery_key";
    case ErrorCode::KeyringMissing: return "keyring_missing";
    case ErrorCode::KeyringDamaged: return "keyring_damaged";
    case ErrorCode::DatabaseMissing: return "database_missing";
    case ErrorCode::DatabasePlain: return "database_plain";
    case ErrorCode::DatabaseOldCipher: return "database_old_cipher";
    case ErrorCode::DatabaseDamaged: return "database_damaged";
    case ErrorCode::DatabaseNewer: return "database_newer";
    case ErrorCode::DatabaseLocked: return "database_locked";
    case ErrorCode::NotWritable: return "not_writable";
    case ErrorCode::DiskFull: return "disk_full";
    case ErrorCode::AlreadyExists: return "already_exists";
    case ErrorCode::CryptoFailure: return "crypto_failure";
    case ErrorCode::AddressInUse: return "address_in_use";
    case ErrorCode::AddressNotAllowed: return "address_not_allowed";
    case ErrorCode::CertificateInvalid: return "certificate_invalid";
    case ErrorCode::BadRequest: return "bad_request";
    case ErrorCode::MethodNotAllowed: return "method_not_allowed";
    case ErrorCode::UnsupportedMediaType: return "unsupported_media_type";
    case ErrorCode::PayloadTooLarge: return "payload_too_large";
    case ErrorCode::UriTooLong: return "uri_too_long";
    case ErrorCode::RangeNotSatisfiable: return "range_not_satisfiable";
    case ErrorCode::HeadersTooLarge: return "headers_too_large";
    case ErrorCode::RequestTimeout: return "request_timeout";
    case ErrorCode::NotImplemented: return "not_implemented";
    }
    return "internal_error";
}

} // namespace sallyport
