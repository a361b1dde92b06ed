#include "ui/parts/event_lines.h"

#include "ui/widgets/error_text.h"
#include "ui/words/event_marks.h"
#include "ui/words/event_text.h"
#include "ui/words/relative_time.h"
#include "ui/words/user_text.h"

#include <QCoreApplication>

namespace sallyport::ui {

namespace {

struct EventLinesTexts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::ui::EventLines)
};

LinesList::Line eventLine(const audit::Event& event, UtcTime now)
{
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
    line.toolTip = zonedTime(event.time);
    return line;
}

} // namespace

void showEvents(LinesList* list, std::span<const audit::Event> events, const std::optional<Error>& error, UtcTime now)
{
    if (error || events.empty())
        return list->setNotice(error ? errorLine(*error) : EventLinesTexts::tr("Nothing has happened yet"));
    QList<LinesList::Line> lines;
    for (const auto& event : events)
        lines << eventLine(event, now);
    list->setLines(lines);
}

} // namespace sallyport::ui
