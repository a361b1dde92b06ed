#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace sallyport::ui {

/// One operation of the server's OpenAPI document, with an example that its own schema accepts.
struct RouteExample {
    QByteArray method;
    QString pattern; ///< `/api/data/{id}`
    QString target;  ///< the same with an example of each parameter that is required
    QString tag;
    QString summary;
    QString permission;  ///< `records:read`, empty: none
    QString contentType; ///< of the body; empty: it takes none
    QString body;        ///< JSON, indented; required members only, unless there are none
    bool takesStepUp = false;
};

/// What the document offers, in its order; empty if it is none.
QList<RouteExample> readRoutes(const QByteArray& openApi);
/// The route that such a request is meant for, -1 if none is.
int routeOf(const QList<RouteExample>& routes, const QByteArray& method, const QString& path);

} // namespace sallyport::ui
