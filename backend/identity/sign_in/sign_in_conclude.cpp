#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/base/time_format.h"
#include "backend/identity/core/mfa_rule.h"
#include "backend/identity/notices/notice_rows.h"
#include "backend/identity/sign_in/sign_in_service.h"

namespace sallyport::identity {

Result<SignInService::Acceptance> SignInService::conclude(storage::Transaction& transaction, const UserId& id, Entry entry)
{
    const UtcTime now = m_core.clock.now();
    Acceptance acceptance;
    SALLYPORT_ASSIGN(acceptance.user, rows::user(transaction, id, now));
    const User& user = acceptance.user;
    const auto record = [&](std::string_view kind, audit::Outcome outcome, const audit::Details& details) {
        audit::Event event = access::eventBy(entry.actor, kind, outcome);
        event.object = {"user", user.id.text(), user.name, user.email};
        if (outcome != audit::Outcome::Success)
            event.reason = errorWord(ErrorCode::MfaEnrolmentRequired);
        if (!details.empty())
            event.detailsJson = details.json();
        return m_core.journal.append(transaction, std::move(event));
    };

    if (user.mfaEnabled && !entry.complete) {
        SALLYPORT_ASSIGN(acceptance.pending, startPending(transaction, user, entry.factors));
        audit::Details details;
        if (entry.start.origin != SessionOrigin::Password) // the kind's title says "password"
            details.text("factors", entry.factors);
        SALLYPORT_TRY(record(audit::kind::signInMfaPending, audit::Outcome::Success, details));
        return acceptance;
    }

    if (entry.attempt)
        SALLYPORT_TRY(m_core.throttle.succeed(transaction, *entry.attempt));
    const auto deadline = entry.complete ? std::nullopt : mfaDeadlineOf(user, *m_core.settings.values());
    acceptance.overdue = deadline && now >= *deadline;
    // The console's session is the window; what an overdue operator may do in it, the actor says.
    const bool console = entry.start.console;
    entry.start.enrolment = acceptance.overdue && !console;
    SALLYPORT_ASSIGN(acceptance.session, rows::startSession(m_core, transaction, user, entry.start));
    const std::string session = acceptance.session->row.id.text();

    if (!entry.replaces.empty()) {
        SALLYPORT_TRY(record(audit::kind::steppedUp, audit::Outcome::Success,
                             audit::Details().change("session", entry.replaces.text(), session).text("factors", entry.factors)));
        return acceptance;
    }
    if (console)
        SALLYPORT_TRY(record(audit::kind::operatorSignedIn, audit::Outcome::Success, {}));
    else if (!acceptance.overdue)
        SALLYPORT_TRY(record(audit::kind::signInSucceeded, audit::Outcome::Success,
                             audit::Details().text("session", session).text("factors", entry.factors)));
    if (!acceptance.overdue) {
        SALLYPORT_TRY(noteSignIn(m_core, transaction, entry.actor, console));
        return acceptance;
    }
    audit::Details details;
    if (!console)
        details.text("session", session).text("since", toRfc3339(*deadline));
    SALLYPORT_TRY(record(audit::kind::mfaOverdue, audit::Outcome::Refused, details));
    return acceptance;
}

} // namespace sallyport::identity
