#pragma once

#include "backend/audit/event.h"

#include <QString>

#include <string_view>

namespace sallyport::ui {

/// The translated title of a kind (`Sign-in failed`); the word itself if this program doesn't know it.
QString kindTitle(std::string_view kind);
/// What happened in one line for a person: the kind's title, made finer by the reason, with what it was done to.
/// Never an id.
QString eventTitle(const audit::Event& event);
/// The same without what it was done to.
QString eventHeadline(const audit::Event& event);
/// Who did it by name, or an en dash; of a sign-in that failed whose account it was tried on, if there is such a one.
QString eventWho(const audit::Event& event);
/// `Jonas Weber, “Discharge summary 2231”`: who and what, for the line under a title.
QString eventSubject(const audit::Event& event);

QString severityText(audit::Severity severity);
QString outcomeText(audit::Outcome outcome);
/// The reason's words for a person (`token_expired` is `the token has expired`), or empty if there is no reason.
QString reasonText(std::string_view reason);

/// `14:31:52` in local time.
QString clockText(UtcTime time);
/// `14:31`.
QString clockMinuteText(UtcTime time);
/// `14:31:52.418`.
QString clockMillisText(UtcTime time);
/// `24 Nov 2026, 14:31:52`, in the language of the window.
QString dateTimeText(UtcTime time);
/// True if both are on the same local day.
bool sameDay(UtcTime first, UtcTime second);

} // namespace sallyport::ui
