#include "backend/audit/event_kinds.h"

#include "backend/audit/retention.h"

#include <algorithm>
#include <array>

namespace sallyport::audit {

namespace {

constexpr auto Info = Severity::Info;
constexpr auto Notice = Severity::Notice;
constexpr auto Warning = Severity::Warning;
constexpr auto Critical = Severity::Critical;

// Sorted by word; the assertion below holds it there.
constexpr auto table = std::to_array<EventKind>({
    {kind::PermissionDenied, "Permission missing", Warning},
    {kind::StepUpMissing, "Second factor missing", Notice},
    {kind::AuditDamaged, "Audit journal damaged", Critical},
    {kind::EventsDropped, "Events dropped", Critical},
    {kind::EventsExpired, "Old events removed", Notice},
    {kind::AuditVerified, "Audit chain verified", Info},
    {kind::SignInSucceeded, "Signed in", Info},
    {kind::SignInFailed, "Sign-in failed", Warning},
    {kind::SignedOut, "Signed out", Info},
    {kind::MfaFailed, "Second factor failed", Warning},
    {kind::SignInMfaPending, "Password accepted, second factor asked", Info},
    {kind::OutsideSignInFailed, "Outside sign-in failed", Warning},
    {kind::RecoveryCodeUsed, "Recovery code used", Warning},
    {kind::TokenRefreshed, "Token renewed", Info},
    {kind::RefreshReused, "Refresh token used twice", Critical},
    {kind::SigningKeyRotated, "New key signs tokens", Notice},
    {kind::SteppedUp, "Second factor shown again", Info},
    {kind::SignInThrottled, "Sign-in held back", Warning},
    {kind::TokenRefused, "Token refused", Notice},
    {kind::OperatorSignedIn, "Operator signed in", Notice},
    {kind::OperatorSignInFailed, "Operator sign-in failed", Warning},
    {kind::OperatorSignedOut, "Operator signed out", Info},
    {kind::KeyChanged, "API key changed", Notice},
    {kind::KeyCreated, "API key created", Notice},
    {kind::KeyLeaked, "API key found in files", Critical},
    {kind::KeyRefused, "API key refused", Notice},
    {kind::KeyRevoked, "API key revoked", Notice},
    {kind::KeyRotated, "API key rotated", Notice},
    {kind::KeysScanned, "Files searched for API keys", Notice},
    {kind::LimitReached, "Rate limit reached", Warning},
    {kind::DeviceForgotten, "Device no longer trusted", Info},
    {kind::DeviceTrusted, "Device trusted", Notice},
    {kind::MfaDisabled, "Second factor switched off", Warning},
    {kind::MfaEnabled, "Second factor set up", Notice},
    {kind::MfaEnrolStarted, "Second factor setup started", Info},
    {kind::MfaOverdue, "Second factor overdue", Warning},
    {kind::RecoveryCodesRenewed, "Recovery codes renewed", Notice},
    {kind::MfaReset, "Second factor reset", Warning},
    {kind::NewDevice, "Sign-in from a new device", Notice},
    {kind::AfterFailures, "Sign-in after failed tries", Warning},
    {kind::PasskeyAdded, "Passkey added", Notice},
    {kind::PasskeyCopied, "Passkey may have been copied", Critical},
    {kind::PasskeyRemoved, "Passkey removed", Warning},
    {kind::PasskeyRenamed, "Passkey renamed", Info},
    {kind::PasswordChanged, "Password changed", Notice},
    {kind::PasswordResetStarted, "Password reset started", Notice},
    {kind::ProviderChanged, "Identity provider changed", Warning},
    {kind::ProviderCreated, "Identity provider added", Notice},
    {kind::ProviderDeleted, "Identity provider deleted", Warning},
    {kind::ProviderTested, "Identity provider tested", Info},
    {kind::ReportExported, "Audit report exported", Notice},
    {kind::ValidationFailed, "Request with invalid content", Notice},
    {kind::RequestMalformed, "Malformed request", Warning},
    {kind::CertificateChanged, "Certificate changed", Notice},
    {kind::CertificateCreated, "Certificate created", Notice},
    {kind::ServerFailed, "Server failed", Critical},
    {kind::ServerFault, "Unexpected fault", Critical},
    {kind::InternalError, "Internal error", Critical},
    {kind::ReloadFailed, "Reload failed", Warning},
    {kind::ServerStarted, "Server started", Notice},
    {kind::ServerStopped, "Server stopped", Notice},
    {kind::ServiceAccountChanged, "Service account changed", Notice},
    {kind::ServiceAccountCreated, "Service account added", Notice},
    {kind::ServiceAccountDeleted, "Service account deleted", Warning},
    {kind::SessionsRevoked, "Sessions ended", Notice},
    {kind::SettingChanged, "Setting changed", Notice},
    {kind::HandshakeFailed, "TLS handshake failed", Info},
    {kind::UpkeepFailed, "Upkeep failed", Warning},
    {kind::UpkeepRecovered, "Upkeep works again", Notice},
    {kind::UserChanged, "User changed", Info},
    {kind::UserCreated, "User added", Notice},
    {kind::UserDeleted, "User deleted", Warning},
    {kind::UserDisabled, "User disabled", Notice},
    {kind::UserEnabled, "User enabled", Notice},
    {kind::UsersExported, "Users exported to a file", Notice},
    {kind::UsersImported, "Users imported from a file", Notice},
    {kind::UserInvited, "User invited", Info},
    {kind::UserLinked, "User linked to an outside login", Warning},
    {kind::UserRolesChanged, "Roles of user changed", Warning},
    {kind::UserUnlinked, "Outside login of user removed", Warning},
    {kind::UserUnlocked, "User unlocked", Notice},
    {kind::VaultCreated, "Vault created", Notice},
    {kind::VaultLocked, "Vault locked", Info},
    {kind::PassphraseChanged, "Passphrase changed", Warning},
    {kind::VaultUnlocked, "Vault unlocked", Notice},
});

static_assert(std::ranges::is_sorted(table, {}, &EventKind::word));

} // namespace

std::span<const EventKind> eventKinds() noexcept
{
    return table;
}

const EventKind* findEventKind(std::string_view word) noexcept
{
    const auto found = std::ranges::lower_bound(table, word, {}, &EventKind::word);
    return found != table.end() && found->word == word ? &*found : nullptr;
}

} // namespace sallyport::audit
