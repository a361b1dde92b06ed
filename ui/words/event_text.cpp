#include "ui/words/event_text.h"

#include "backend/audit/event_kinds.h"
#include "ui/words/rate_rule_text.h"
#include "ui/words/relative_time.h"
#include "ui/words/text_helpers.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <array>

namespace sallyport::ui {
namespace {

/// A finer title where the kind alone would make the reader open the event.
struct FineTitle {
    std::string_view kind;
    std::string_view reason;
    const char* title;
};

constexpr std::array fineTitles{
    FineTitle{audit::kind::tokenRefused, "token_expired", QT_TRANSLATE_NOOP("EventTitle", "Token expired")},
    FineTitle{audit::kind::tokenRefused, "token_invalid", QT_TRANSLATE_NOOP("EventTitle", "Token not valid")},
    FineTitle{audit::kind::signInFailed, "account_locked", QT_TRANSLATE_NOOP("EventTitle", "Sign-in held back")},
    FineTitle{audit::kind::signInFailed, "account_disabled", QT_TRANSLATE_NOOP("EventTitle", "Sign-in to a disabled account")},
    FineTitle{audit::kind::signInFailed, "unknown_user", QT_TRANSLATE_NOOP("EventTitle", "Sign-in failed, no such user")},
    FineTitle{audit::kind::keyRefused, "signature_clock", QT_TRANSLATE_NOOP("EventTitle", "Signed at another time")},
    FineTitle{audit::kind::keyRefused, "signature_coverage", QT_TRANSLATE_NOOP("EventTitle", "Signature covers too little")},
    FineTitle{audit::kind::keyRefused, "signature_digest", QT_TRANSLATE_NOOP("EventTitle", "Digest doesn’t fit the body")},
    FineTitle{audit::kind::keyRefused, "signature_malformed", QT_TRANSLATE_NOOP("EventTitle", "Signature not readable")},
    FineTitle{audit::kind::keyRefused, "signature_mismatch", QT_TRANSLATE_NOOP("EventTitle", "Signature doesn’t fit")},
    FineTitle{audit::kind::keyRefused, "signature_nonce_seen", QT_TRANSLATE_NOOP("EventTitle", "Signed request sent again")},
    FineTitle{audit::kind::keyRefused, "signature_nonce_store", QT_TRANSLATE_NOOP("EventTitle", "Signed request held back")},
    FineTitle{audit::kind::requestMalformed, "uri_too_long", QT_TRANSLATE_NOOP("EventTitle", "Address line too long")},
    FineTitle{audit::kind::requestMalformed, "headers_too_large", QT_TRANSLATE_NOOP("EventTitle", "Headers too large")},
    FineTitle{audit::kind::requestMalformed, "payload_too_large", QT_TRANSLATE_NOOP("EventTitle", "Body too large")},
    FineTitle{audit::kind::requestMalformed, "request_timeout", QT_TRANSLATE_NOOP("EventTitle", "Request too slow")},
};

struct Reason {
    std::string_view word;
    const char* text;
};

constexpr std::array reasons{
    Reason{"account_disabled", QT_TRANSLATE_NOOP("EventReason", "The account is disabled")},
    Reason{"account_locked", QT_TRANSLATE_NOOP("EventReason", "Too many failed sign-ins; the account waits")},
    Reason{"address_banned", QT_TRANSLATE_NOOP("EventReason", "The address is banned for a time")},
    Reason{"address_blocked", QT_TRANSLATE_NOOP("EventReason", "The address is on the block list")},
    Reason{"administrator_given", QT_TRANSLATE_NOOP("EventReason", "Somebody can do all that an administrator can, as of this")},
    Reason{"administrator_taken", QT_TRANSLATE_NOOP("EventReason", "Somebody can no longer do all that an administrator can")},
    Reason{"bad_request", QT_TRANSLATE_NOOP("EventReason", "The request breaks the rules of HTTP")},
    Reason{"blocked", QT_TRANSLATE_NOOP("EventReason", "A protection rule stopped it")},
    Reason{"conflict", QT_TRANSLATE_NOOP("EventReason", "The present state forbids it")},
    Reason{"credential_in_url", QT_TRANSLATE_NOOP("EventReason", "A credential stood in the address line")},
    Reason{"credential_malformed", QT_TRANSLATE_NOOP("EventReason", "The Authorization field holds no token")},
    Reason{"credential_missing", QT_TRANSLATE_NOOP("EventReason", "No token came with the request")},
    Reason{"credential_not_accepted", QT_TRANSLATE_NOOP("EventReason", "This kind of credential isn’t taken here")},
    Reason{"credentials_ambiguous", QT_TRANSLATE_NOOP("EventReason", "More than one credential came with the request")},
    Reason{"exception", QT_TRANSLATE_NOOP("EventReason", "A part of the program gave up unexpectedly")},
    Reason{"forwarding_contradicts", QT_TRANSLATE_NOOP("EventReason", "The proxy’s two fields name different clients")},
    Reason{"headers_too_large", QT_TRANSLATE_NOOP("EventReason", "The headers are larger than allowed")},
    Reason{"internal", QT_TRANSLATE_NOOP("EventReason", "An unexpected failure inside the server")},
    Reason{"invalid_argument", QT_TRANSLATE_NOOP("EventReason", "A value is not acceptable")},
    Reason{"key_address", QT_TRANSLATE_NOOP("EventReason", "The key may not be used from this address")},
    Reason{"key_expired", QT_TRANSLATE_NOOP("EventReason", "The key’s time is over")},
    Reason{"key_invalid", QT_TRANSLATE_NOOP("EventReason", "The key opens nothing")},
    Reason{"key_malformed", QT_TRANSLATE_NOOP("EventReason", "That is no API key: its form or checksum is wrong")},
    Reason{"key_owner_disabled", QT_TRANSLATE_NOOP("EventReason", "The key’s owner is disabled")},
    Reason{"key_revoked", QT_TRANSLATE_NOOP("EventReason", "The key was revoked")},
    Reason{"key_superseded", QT_TRANSLATE_NOOP("EventReason", "The key was rotated and its overlap is over")},
    Reason{"key_unknown", QT_TRANSLATE_NOOP("EventReason", "There is no such key")},
    Reason{"key_unsigned", QT_TRANSLATE_NOOP("EventReason", "The key has no secret for signed requests")},
    Reason{"key_wrong_secret", QT_TRANSLATE_NOOP("EventReason", "The key exists, but its secret is another")},
    Reason{"limit_reached", QT_TRANSLATE_NOOP("EventReason", "A fixed count is used up")},
    Reason{"malformed_form", QT_TRANSLATE_NOOP("EventReason", "The body is no valid form")},
    Reason{"malformed_json", QT_TRANSLATE_NOOP("EventReason", "The body is no valid JSON")},
    Reason{"method_not_allowed", QT_TRANSLATE_NOOP("EventReason", "The route doesn’t take this method")},
    Reason{"link_over", QT_TRANSLATE_NOOP("EventReason", "The single-use code is used up or too old")},
    Reason{"mfa_enrolment_required", QT_TRANSLATE_NOOP("EventReason", "A second factor must be set up first")},
    Reason{"mfa_invalid", QT_TRANSLATE_NOOP("EventReason", "The code is wrong or was used already")},
    Reason{"mfa_required", QT_TRANSLATE_NOOP("EventReason", "A second factor is needed")},
    Reason{"no_password", QT_TRANSLATE_NOOP("EventReason", "The account has no password yet")},
    Reason{"not_found", QT_TRANSLATE_NOOP("EventReason", "There is no such object")},
    Reason{"password_changed", QT_TRANSLATE_NOOP("EventReason", "The password was changed meanwhile")},
    Reason{"password_too_weak", QT_TRANSLATE_NOOP("EventReason", "The password is too weak")},
    Reason{"payload_too_large", QT_TRANSLATE_NOOP("EventReason", "The body is larger than allowed")},
    Reason{"permission_denied", QT_TRANSLATE_NOOP("EventReason", "The role doesn’t allow it")},
    Reason{"policy_denied", QT_TRANSLATE_NOOP("EventReason", "A policy denies it")},
    Reason{"rate_limited", QT_TRANSLATE_NOOP("EventReason", "More requests than the limit allows")},
    Reason{"request_timeout", QT_TRANSLATE_NOOP("EventReason", "The request took too long to arrive")},
    Reason{"role_ends_changed", QT_TRANSLATE_NOOP("EventReason", "The end of a role was changed")},
    Reason{"roles_given", QT_TRANSLATE_NOOP("EventReason", "Roles were given")},
    Reason{"roles_replaced", QT_TRANSLATE_NOOP("EventReason", "Roles were given and taken away")},
    Reason{"roles_taken", QT_TRANSLATE_NOOP("EventReason", "Roles were taken away")},
    Reason{"session_over", QT_TRANSLATE_NOOP("EventReason", "The session’s time is over")},
    Reason{"session_required", QT_TRANSLATE_NOOP("EventReason", "Only a signed-in person may do this, no key")},
    Reason{"signature_clock", QT_TRANSLATE_NOOP("EventReason", "Its time is too far from the server’s clock")},
    Reason{"signature_coverage", QT_TRANSLATE_NOOP("EventReason", "A part that must be signed is not")},
    Reason{"signature_digest", QT_TRANSLATE_NOOP("EventReason", "The body is not the one that Content-Digest names")},
    Reason{"signature_malformed", QT_TRANSLATE_NOOP("EventReason", "A field of the signature is missing or can’t be read")},
    Reason{"signature_mismatch",
           QT_TRANSLATE_NOOP("EventReason", "It doesn’t fit the request that arrived, or the secret is another")},
    Reason{"signature_nonce_seen", QT_TRANSLATE_NOOP("EventReason", "This nonce was used before: the same request again")},
    Reason{"signature_nonce_store", QT_TRANSLATE_NOOP("EventReason", "Nonces can’t be remembered at the moment")},
    Reason{"signature_required", QT_TRANSLATE_NOOP("EventReason", "Only a signed request may do this")},
    Reason{"sign_in_over", QT_TRANSLATE_NOOP("EventReason", "The sign-in took too long; it starts again")},
    Reason{"reauthentication_required", QT_TRANSLATE_NOOP("EventReason", "The sign-in is too long ago for this")},
    Reason{"step_up_required", QT_TRANSLATE_NOOP("EventReason", "The MFA check is too long ago for this")},
    Reason{"token_expired", QT_TRANSLATE_NOOP("EventReason", "The token’s time is over")},
    Reason{"token_invalid", QT_TRANSLATE_NOOP("EventReason", "The token is malformed, revoked or not ours")},
    Reason{"unauthenticated", QT_TRANSLATE_NOOP("EventReason", "No valid credential was shown")},
    Reason{"unavailable", QT_TRANSLATE_NOOP("EventReason", "The server was too busy")},
    Reason{"unknown_user", QT_TRANSLATE_NOOP("EventReason", "There is no such account")},
    Reason{"unsupported_media_type", QT_TRANSLATE_NOOP("EventReason", "The body’s type isn’t taken here")},
    Reason{"uri_too_long", QT_TRANSLATE_NOOP("EventReason", "The address line is longer than allowed")},
    Reason{"validation_failed", QT_TRANSLATE_NOOP("EventReason", "The body breaks the rules of this route")},
    Reason{"webauthn_attestation",
           QT_TRANSLATE_NOOP("EventReason", "The passkey’s attestation is of a kind that isn’t accepted")},
    Reason{"webauthn_backup", QT_TRANSLATE_NOOP("EventReason", "The passkey’s kind of backup changed")},
    Reason{"webauthn_challenge", QT_TRANSLATE_NOOP("EventReason", "The passkey’s answer is about no challenge that waits")},
    Reason{"webauthn_counter", QT_TRANSLATE_NOOP("EventReason", "The passkey’s counter went back: its key may have been copied")},
    Reason{"webauthn_credential", QT_TRANSLATE_NOOP("EventReason", "The passkey is of somebody else, or unknown")},
    Reason{"webauthn_key", QT_TRANSLATE_NOOP("EventReason", "The passkey’s public key can’t be used")},
    Reason{"webauthn_malformed", QT_TRANSLATE_NOOP("EventReason", "The passkey’s answer can’t be read")},
    Reason{"webauthn_origin", QT_TRANSLATE_NOOP("EventReason", "The passkey was asked for by a page of another origin")},
    Reason{"webauthn_presence", QT_TRANSLATE_NOOP("EventReason", "Nobody touched the authenticator")},
    Reason{"webauthn_rp", QT_TRANSLATE_NOOP("EventReason", "The passkey signed for another site")},
    Reason{"webauthn_signature", QT_TRANSLATE_NOOP("EventReason", "The passkey’s signature doesn’t fit")},
    Reason{"webauthn_type", QT_TRANSLATE_NOOP("EventReason", "The passkey’s answer is of another kind of ceremony")},
    Reason{"wrong_password", QT_TRANSLATE_NOOP("EventReason", "The password is wrong")},
};

/// Somebody tries to sign in to an account: nobody yet, or only who is claimed.
bool triesToSignIn(const audit::Event& event)
{
    return (event.actor.kind == "anonymous" || event.actor.name.empty()) && event.object.kind == "user" &&
           !event.object.name.empty() && event.kind.starts_with("auth.");
}

/// Who did it says already to whom: oneself, by whatever name, or the account that one claims when signing in.
bool whoNamesTheObject(const audit::Event& event)
{
    if (triesToSignIn(event))
        return true;
    if (event.actor.name.empty())
        return false;
    return event.object.name == event.actor.name || (!event.object.email.empty() && event.object.email == event.actor.email);
}

/// Objects whose name says more than the kind and the actor; routes and the server itself don't.
bool objectIsTelling(const audit::Event& event)
{
    if (event.object.name.empty() || whoNamesTheObject(event))
        return false;
    return event.object.kind != "server" && event.object.kind != "vault" && event.object.kind != "session" &&
           event.object.kind != "route";
}

/// What an event is about: by its name, limits of ours by what the panels call them.
QString objectName(const audit::EventObject& object)
{
    const QString limit = object.kind == "limit" ? rateClassName(object.name) : QString();
    return limit.isEmpty() ? toQString(object.name) : limit;
}

} // namespace

QString kindTitle(std::string_view kind)
{
    const audit::EventKind* known = audit::findEventKind(kind);
    if (known == nullptr)
        return toQString(kind);
    return QCoreApplication::translate("EventKind", std::string(known->title).c_str());
}

QString eventHeadline(const audit::Event& event)
{
    for (const FineTitle& fine : fineTitles) {
        if (fine.kind == event.kind && fine.reason == event.reason)
            return QCoreApplication::translate("EventTitle", fine.title);
    }
    return kindTitle(event.kind);
}

QString eventTitle(const audit::Event& event)
{
    const QString title = eventHeadline(event);
    if (!objectIsTelling(event))
        return title;
    //: %1: what happened (“User created”), %2: to whom or what
    return QCoreApplication::translate("EventTitle", "%1: %2").arg(title, objectName(event.object));
}

QString eventWho(const audit::Event& event)
{
    // An account has a name; what was typed to sign in to it is an address.
    const std::string& name = triesToSignIn(event) ? event.object.name : event.actor.name;
    return name.empty() ? QStringLiteral("–") : toQString(name);
}

QString eventSubject(const audit::Event& event)
{
    QStringList parts;
    if (const QString who = eventWho(event); who != QStringLiteral("–"))
        parts << who;
    if (objectIsTelling(event)) {
        //: A name in quotation marks
        parts << QCoreApplication::translate("EventTitle", "“%1”").arg(objectName(event.object));
    } else if (event.object.kind == "route" && !event.object.name.empty()) {
        parts << toQString(event.object.name); // the pattern: a path may hold an id
    } else if (!event.path.empty()) {
        parts << (event.method.empty() ? toQString(event.path) : QString(toQString(event.method) + u' ' + toQString(event.path)));
    }
    if (parts.isEmpty() && !event.address.empty())
        parts << toQString(event.address);
    return parts.join(QStringLiteral(", "));
}

QString severityText(audit::Severity severity)
{
    switch (severity) {
    case audit::Severity::Info: return QCoreApplication::translate("EventSeverity", "Info");
    case audit::Severity::Notice: return QCoreApplication::translate("EventSeverity", "Notice");
    case audit::Severity::Warning: return QCoreApplication::translate("EventSeverity", "Warning");
    case audit::Severity::Critical: return QCoreApplication::translate("EventSeverity", "Critical");
    }
    return {};
}

QString outcomeText(audit::Outcome outcome)
{
    switch (outcome) {
    case audit::Outcome::Success: return QCoreApplication::translate("EventOutcome", "Done");
    case audit::Outcome::Failure: return QCoreApplication::translate("EventOutcome", "Failed");
    case audit::Outcome::Refused: return QCoreApplication::translate("EventOutcome", "Refused");
    case audit::Outcome::Blocked: return QCoreApplication::translate("EventOutcome", "Blocked");
    }
    return {};
}

QString reasonText(std::string_view reason)
{
    if (reason.empty())
        return {};
    for (const Reason& known : reasons) {
        if (known.word == reason)
            return QCoreApplication::translate("EventReason", known.text);
    }
    QString words = toQString(reason);
    return words.replace(u'_', u' ');
}

QString clockText(UtcTime time)
{
    return localTime(time).toString(QStringLiteral("HH:mm:ss"));
}

QString clockMinuteText(UtcTime time)
{
    return localTime(time).toString(QStringLiteral("HH:mm"));
}

QString clockMillisText(UtcTime time)
{
    return localTime(time).toString(QStringLiteral("HH:mm:ss.zzz"));
}

QString dateTimeText(UtcTime time)
{
    const QDateTime when = localTime(time);
    //: %1: a date, %2: a time of day
    return QCoreApplication::translate("EventTitle", "%1, %2")
        .arg(shortDate(when.date()), when.toString(QStringLiteral("HH:mm:ss")));
}

bool sameDay(UtcTime first, UtcTime second)
{
    return localTime(first).date() == localTime(second).date();
}

} // namespace sallyport::ui
