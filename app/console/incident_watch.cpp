#include "app/console/incident_watch.h"

#include "backend/audit/event_kinds.h"
#include "ui/widgets/toast.h"
#include "ui/words/event_marks.h"

#include <QApplication>

namespace sallyport::app {

using namespace Qt::StringLiterals;

IncidentWatch::IncidentWatch(AppContext& context, std::function<void(const QString&)> open, QObject* parent)
    : QObject(parent), m_context(context), m_open(std::move(open))
{
    connect(&context.console, &ui::Console::eventsArrived, this, &IncidentWatch::look);
    connect(context.window.toast(), &ui::Toast::actionRequested, this, [this] {
        if (!m_incident.isEmpty() && m_context.window.toast()->text() == m_said)
            m_open(std::exchange(m_incident, {}));
    });
}

void IncidentWatch::look(const std::vector<audit::Event>& events)
{
    if (!m_context.console.may(access::Permission::IncidentsRead))
        return;
    for (const audit::Event& event : events) {
        if (event.kind != audit::kind::incidentOpened || event.detailsJson.find("\"notice\":true") == std::string::npos)
            continue;
        const QString name = QString::fromStdString(event.object.name);
        m_said = event.address.empty() ? tr("Incident: %1").arg(name)
                                       : tr("Incident: %1, %2").arg(name, QString::fromStdString(event.address));
        m_incident = QString::fromStdString(event.object.id);
        m_context.window.toast()->say(ui::severityMark(event.severity).tone, m_said, tr("Open"));
        QApplication::alert(&m_context.window);
    }
}

} // namespace sallyport::app
