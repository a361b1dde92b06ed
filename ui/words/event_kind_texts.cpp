// The journal's titles live in backend/audit/event_kinds.cpp, where lupdate may not look for Qt strings. This table
// gives each of them an entry in the translations; tst_translations compares it with the backend's.

#include "ui/words/event_text.h"

#include <QCoreApplication>

#include <array>

namespace sallyport::ui {
namespace {

constexpr std::array kindTitles{
    QT_TRANSLATE_NOOP("EventKind", "Permission missing"),
    QT_TRANSLATE_NOOP("EventKind", "Second factor missing"),
    QT_TRANSLATE_NOOP("EventKind", "Audit journal damaged"),
    QT_TRANSLATE_NOOP("EventKind", "Events dropped"),
    QT_TRANSLATE_NOOP("EventKind", "Old events removed"),
    QT_TRANSLATE_NOOP("EventKind", "Audit chain verified"),
    QT_TRANSLATE_NOOP("EventKind", "Signed in"),
    QT_TRANSLATE_NOOP("EventKind", "Sign-in failed"),
    QT_TRANSLATE_NOOP("EventKind", "Signed out"),
    QT_TRANSLATE_NOOP("EventKind", "Second factor failed"),
    QT_TRANSLATE_NOOP("EventKind", "Password accepted, second factor asked"),
    QT_TRANSLATE_NOOP("EventKind", "Recovery code used"),
    QT_TRANSLATE_NOOP("EventKind", "Token renewed"),
    QT_TRANSLATE_NOOP("EventKind", "Refresh token used twice"),
    QT_TRANSLATE_NOOP("EventKind", "New key signs tokens"),
    QT_TRANSLATE_NOOP("EventKind", "Outside sign-in failed"),
    QT_TRANSLATE_NOOP("EventKind", "Sign-in held back"),
    QT_TRANSLATE_NOOP("EventKind", "Token refused"),
    QT_TRANSLATE_NOOP("EventKind", "Operator signed in"),
    QT_TRANSLATE_NOOP("EventKind", "Operator sign-in failed"),
    QT_TRANSLATE_NOOP("EventKind", "Operator signed out"),
    QT_TRANSLATE_NOOP("EventKind", "API key changed"),
    QT_TRANSLATE_NOOP("EventKind", "API key created"),
    QT_TRANSLATE_NOOP("EventKind", "API key found in files"),
    QT_TRANSLATE_NOOP("EventKind", "API key refused"),
    QT_TRANSLATE_NOOP("EventKind", "API key revoked"),
    QT_TRANSLATE_NOOP("EventKind", "API key rotated"),
    QT_TRANSLATE_NOOP("EventKind", "Files searched for API keys"),
    QT_TRANSLATE_NOOP("EventKind", "Rate limit reached"),
    QT_TRANSLATE_NOOP("EventKind", "Second factor switched off"),
    QT_TRANSLATE_NOOP("EventKind", "Second factor set up"),
    QT_TRANSLATE_NOOP("EventKind", "Second factor setup started"),
    QT_TRANSLATE_NOOP("EventKind", "Recovery codes renewed"),
    QT_TRANSLATE_NOOP("EventKind", "Second factor overdue"),
    QT_TRANSLATE_NOOP("EventKind", "Device no longer trusted"),
    QT_TRANSLATE_NOOP("EventKind", "Device trusted"),
    QT_TRANSLATE_NOOP("EventKind", "Sign-in from a new device"),
    QT_TRANSLATE_NOOP("EventKind", "Sign-in after failed tries"),
    QT_TRANSLATE_NOOP("EventKind", "Passkey added"),
    QT_TRANSLATE_NOOP("EventKind", "Passkey may have been copied"),
    QT_TRANSLATE_NOOP("EventKind", "Passkey removed"),
    QT_TRANSLATE_NOOP("EventKind", "Passkey renamed"),
    QT_TRANSLATE_NOOP("EventKind", "Second factor shown again"),
    QT_TRANSLATE_NOOP("EventKind", "Second factor reset"),
    QT_TRANSLATE_NOOP("EventKind", "Password changed"),
    QT_TRANSLATE_NOOP("EventKind", "Password reset started"),
    QT_TRANSLATE_NOOP("EventKind", "Identity provider changed"),
    QT_TRANSLATE_NOOP("EventKind", "Identity provider added"),
    QT_TRANSLATE_NOOP("EventKind", "Identity provider deleted"),
    QT_TRANSLATE_NOOP("EventKind", "Identity provider tested"),
    QT_TRANSLATE_NOOP("EventKind", "Audit report exported"),
    QT_TRANSLATE_NOOP("EventKind", "Request with invalid content"),
    QT_TRANSLATE_NOOP("EventKind", "Malformed request"),
    QT_TRANSLATE_NOOP("EventKind", "Certificate changed"),
    QT_TRANSLATE_NOOP("EventKind", "Certificate created"),
    QT_TRANSLATE_NOOP("EventKind", "Server failed"),
    QT_TRANSLATE_NOOP("EventKind", "Unexpected fault"),
    QT_TRANSLATE_NOOP("EventKind", "Internal error"),
    QT_TRANSLATE_NOOP("EventKind", "Reload failed"),
    QT_TRANSLATE_NOOP("EventKind", "Server started"),
    QT_TRANSLATE_NOOP("EventKind", "Server stopped"),
    QT_TRANSLATE_NOOP("EventKind", "Service account changed"),
    QT_TRANSLATE_NOOP("EventKind", "Service account added"),
    QT_TRANSLATE_NOOP("EventKind", "Service account deleted"),
    QT_TRANSLATE_NOOP("EventKind", "Sessions ended"),
    QT_TRANSLATE_NOOP("EventKind", "Setting changed"),
    QT_TRANSLATE_NOOP("EventKind", "TLS handshake failed"),
    QT_TRANSLATE_NOOP("EventKind", "Upkeep failed"),
    QT_TRANSLATE_NOOP("EventKind", "Upkeep works again"),
    QT_TRANSLATE_NOOP("EventKind", "User changed"),
    QT_TRANSLATE_NOOP("EventKind", "User added"),
    QT_TRANSLATE_NOOP("EventKind", "User deleted"),
    QT_TRANSLATE_NOOP("EventKind", "User disabled"),
    QT_TRANSLATE_NOOP("EventKind", "User enabled"),
    QT_TRANSLATE_NOOP("EventKind", "Users exported to a file"),
    QT_TRANSLATE_NOOP("EventKind", "Users imported from a file"),
    QT_TRANSLATE_NOOP("EventKind", "User invited"),
    QT_TRANSLATE_NOOP("EventKind", "User linked to an outside login"),
    QT_TRANSLATE_NOOP("EventKind", "Roles of user changed"),
    QT_TRANSLATE_NOOP("EventKind", "Outside login of user removed"),
    QT_TRANSLATE_NOOP("EventKind", "User unlocked"),
    QT_TRANSLATE_NOOP("EventKind", "Vault created"),
    QT_TRANSLATE_NOOP("EventKind", "Vault locked"),
    QT_TRANSLATE_NOOP("EventKind", "Passphrase changed"),
    QT_TRANSLATE_NOOP("EventKind", "Vault unlocked"),
};

} // namespace

QStringList translatableKindTitles()
{
    QStringList titles;
    for (const char* title : kindTitles)
        titles << QString::fromUtf8(title);
    return titles;
}

} // namespace sallyport::ui
