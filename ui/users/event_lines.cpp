#include "ui/users/event_lines.h"

#include "ui/events/event_marks.h"
#include "ui/events/event_text.h"
#include "ui/users/user_text.h"

namespace sallyport::ui {

LinesList::Line eventLine(const audit::Event& event, UtcTime now) {
    const auto normal = event.outcome == audit::Outcome::Success;
    const auto mark = normal ? EventMark{Icon::Activity, Tone::Muted} : severityMark(event.severity);
    LinesList::Line line;
    line.icon = mark.icon;
    line.tone = mark.tone;
    if (normal && event.kind == "auth.login")
        line.icon = Icon::SignIn;
    else if (normal && (event.kind.starts_with("user.") || event.kind.starts_with("service_account.")))
        line.icon = Icon::Edit;
    else if (normal && event.kind.starts_with("key."))
        line.icon = Icon::Key;
    else if (normal && event.kind.starts_with("report."))
        line.icon = Icon::Report;
    line.text = eventHeadline(event);
    line.trailing = shortWhenText(event.time, now);
    line.toolTip = dateTimeText(event.time);
    return line;
}

} // namespace sallyport::ui
