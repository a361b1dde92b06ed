#pragma once

#include "ui/playground/credential.h"
#include "ui/playground/route_catalog.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QLabel;

namespace sallyport::ui {

class Field;
class SegmentedControl;

/// What shall be sent: a route with an example of it, a target and a body that can be changed, and a credential.
class RequestEditor final : public QWidget {
    Q_OBJECT

public:
    explicit RequestEditor(QWidget* parent = nullptr);

    void setRoutes(QList<RouteExample> routes);
    const QList<RouteExample>& routes() const { return m_routes; }
    /// The first that fits `GET /api/data/17`, with that target; nothing of the example's body if it isn't the route's.
    bool choose(const QString& request);
    ServerClient::Request request() const;
    Credential credential() const;
    void setSending(bool sending);

Q_SIGNALS:
    void sendRequested();
    void curlRequested();

private:
    void build();
    void setTexts();
    void takeRoute(int index);
    void showCredential();

    QList<RouteExample> m_routes;
    QComboBox* m_route;
    QLabel* m_needs;
    QLineEdit* m_target;
    SegmentedControl* m_kind;
    QLineEdit* m_token;
    QLineEdit* m_key;
    QLineEdit* m_secret;
    QLineEdit* m_code;
    QPlainTextEdit* m_body;
    Field* m_routeField = nullptr;
    Field* m_targetField = nullptr;
    Field* m_tokenField = nullptr;
    Field* m_keyField = nullptr;
    Field* m_secretField = nullptr;
    Field* m_codeField = nullptr;
    Field* m_bodyField = nullptr;
    QLabel* m_kindLabel = nullptr;
    QPushButton* m_send;
    QPushButton* m_curl;
};

} // namespace sallyport::ui
