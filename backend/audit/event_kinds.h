#pragma once

#include "backend/audit/event.h"

#include <span>
#include <string_view>

namespace sallyport::audit {

/// One kind of event: its stable word, its English title, and the severity that it usually has.
struct EventKind {
    std::string_view word;
    std::string_view title; ///< `Sign-in failed`; the window translates it (context "EventKind")
    Severity severity;
};

/// All kinds, sorted by word. The journal refuses a kind that isn't here.
std::span<const EventKind> eventKinds() noexcept;
/// Nullptr if unknown.
const EventKind* findEventKind(std::string_view word) noexcept;

namespace kind {
inline constexpr std::string_view VaultCreated = "vault.created";
inline constexpr std::string_view VaultUnlocked = "vault.unlocked";
inline constexpr std::string_view VaultLocked = "vault.locked";
inline constexpr std::string_view PassphraseChanged = "vault.passphrase_changed";
inline constexpr std::string_view ServerStarted = "server.started";
inline constexpr std::string_view ServerStopped = "server.stopped";
inline constexpr std::string_view ServerFailed = "server.failed";
inline constexpr std::string_view CertificateChanged = "server.certificate_changed";
inline constexpr std::string_view CertificateCreated = "server.certificate_created";
inline constexpr std::string_view ReloadFailed = "server.reload_failed";
inline constexpr std::string_view SettingChanged = "setting.changed";
inline constexpr std::string_view UserCreated = "user.created";
inline constexpr std::string_view UserChanged = "user.changed";
inline constexpr std::string_view UserDeleted = "user.deleted";
inline constexpr std::string_view UserDisabled = "user.disabled";
inline constexpr std::string_view UserEnabled = "user.enabled";
inline constexpr std::string_view UserUnlocked = "user.unlocked";
inline constexpr std::string_view UserRolesChanged = "user.roles_changed";
inline constexpr std::string_view UserInvited = "user.invited";
inline constexpr std::string_view UsersImported = "user.imported";
inline constexpr std::string_view UsersExported = "user.exported";
inline constexpr std::string_view SignInSucceeded = "auth.login";
inline constexpr std::string_view SignInFailed = "auth.login_failed";
inline constexpr std::string_view SignInMfaPending = "auth.mfa_pending";
inline constexpr std::string_view SignInThrottled = "auth.throttled";
inline constexpr std::string_view MfaFailed = "auth.mfa_failed";
inline constexpr std::string_view SteppedUp = "auth.stepped_up";
inline constexpr std::string_view RecoveryCodeUsed = "auth.recovery_code_used";
inline constexpr std::string_view OperatorSignedIn = "console.login";
inline constexpr std::string_view OperatorSignInFailed = "console.login_failed";
inline constexpr std::string_view OperatorSignedOut = "console.logout";
inline constexpr std::string_view SignedOut = "auth.logout";
inline constexpr std::string_view TokenRefreshed = "auth.refresh";
inline constexpr std::string_view RefreshReused = "auth.refresh_reused";
inline constexpr std::string_view TokenRefused = "auth.token_refused";
inline constexpr std::string_view SigningKeyRotated = "auth.signing_key_rotated";
inline constexpr std::string_view SessionsRevoked = "session.revoked";
inline constexpr std::string_view PasskeyAdded = "passkey.added";
inline constexpr std::string_view PasskeyCopied = "passkey.copied";
inline constexpr std::string_view PasskeyRemoved = "passkey.removed";
inline constexpr std::string_view PasskeyRenamed = "passkey.renamed";
inline constexpr std::string_view PasswordChanged = "password.changed";
inline constexpr std::string_view PasswordResetStarted = "password.reset_started";
inline constexpr std::string_view MfaEnrolStarted = "mfa.enrol_started";
inline constexpr std::string_view MfaEnabled = "mfa.enabled";
inline constexpr std::string_view MfaDisabled = "mfa.disabled";
inline constexpr std::string_view MfaReset = "mfa.reset";
inline constexpr std::string_view DeviceForgotten = "mfa.device_forgotten";
inline constexpr std::string_view DeviceTrusted = "mfa.device_trusted";
inline constexpr std::string_view MfaOverdue = "mfa.overdue";
inline constexpr std::string_view RecoveryCodesRenewed = "mfa.recovery_codes_renewed";
inline constexpr std::string_view NewDevice = "notice.new_device";
inline constexpr std::string_view AfterFailures = "notice.success_after_failures";
inline constexpr std::string_view PermissionDenied = "access.denied";
inline constexpr std::string_view StepUpMissing = "access.step_up_missing";
inline constexpr std::string_view LimitReached = "limit.reached";
inline constexpr std::string_view ValidationFailed = "request.invalid";
inline constexpr std::string_view RequestMalformed = "request.malformed";
inline constexpr std::string_view HandshakeFailed = "tls.handshake_failed";
inline constexpr std::string_view ReportExported = "report.exported";
inline constexpr std::string_view AuditVerified = "audit.verified";
inline constexpr std::string_view AuditDamaged = "audit.damaged";
inline constexpr std::string_view EventsDropped = "audit.events_dropped";
inline constexpr std::string_view KeyCreated = "key.created";
inline constexpr std::string_view KeyChanged = "key.changed";
inline constexpr std::string_view KeyRotated = "key.rotated";
inline constexpr std::string_view KeyRevoked = "key.revoked";
inline constexpr std::string_view KeyRefused = "key.refused";
inline constexpr std::string_view KeysScanned = "key.scanned";
inline constexpr std::string_view KeyLeaked = "key.leaked";
inline constexpr std::string_view ServiceAccountCreated = "service_account.created";
inline constexpr std::string_view ServiceAccountChanged = "service_account.changed";
inline constexpr std::string_view ServiceAccountDeleted = "service_account.deleted";
inline constexpr std::string_view ProviderCreated = "provider.created";
inline constexpr std::string_view ProviderChanged = "provider.changed";
inline constexpr std::string_view ProviderDeleted = "provider.deleted";
inline constexpr std::string_view ProviderTested = "provider.tested";
inline constexpr std::string_view UserLinked = "user.linked";
inline constexpr std::string_view UserUnlinked = "user.unlinked";
inline constexpr std::string_view OutsideSignInFailed = "auth.outside_failed";
inline constexpr std::string_view InternalError = "server.internal_error";
inline constexpr std::string_view ServerFault = "server.fault";
inline constexpr std::string_view UpkeepFailed = "upkeep.failed";
inline constexpr std::string_view UpkeepRecovered = "upkeep.recovered";
} // namespace kind

} // namespace sallyport::audit
