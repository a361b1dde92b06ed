#pragma once

#include "app/console/app_context.h"

#include <QObject>

#include <functional>

namespace sallyport::app {

/// Tells the operator of an incident that has just opened, if its rule wants that: a line at the bottom of the window that leads
/// there, and the desktop's mark at the window while it isn't in front.
class IncidentWatch final : public QObject {
    Q_OBJECT

public:
    /// `open` leads to an incident by its id.
    IncidentWatch(AppContext& context, std::function<void(const QString&)> open, QObject* parent);

private:
    void look(const std::vector<audit::Event>& events);

    AppContext& m_context;
    const std::function<void(const QString&)> m_open;
    QString m_said, m_incident;
};

} // namespace sallyport::app
