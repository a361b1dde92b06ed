#pragma once

#include "ui/console/panel.h"
#include "ui/console/server_client.h"

class QPushButton;
class QWidget;

namespace sallyport::ui {

class AnswerView;
class EmptyState;
class PageHeader;
class RequestEditor;
class StateStack;
class Toast;
class WhyView;

/// Sends requests to this vault's own server as a client far away would, and shows beside the answer why it is what it is.
class PlaygroundPanel final : public Panel {
    Q_OBJECT

public:
    explicit PlaygroundPanel(Console& console, QWidget* parent = nullptr);
    ~PlaygroundPanel() override;

    /// `GET /api/data/17`: that request, ready to be sent.
    void activate(const QString& argument) override;
    RequestEditor* editor() const { return m_editor; }

private:
    QWidget* makePage();
    void setTexts();
    void followServer();
    void readRoutes();
    void send();
    void take(const ServerClient::Answer& answer);
    void explain(const QString& request);
    void copyCurl();

    ServerClient* m_client;
    PageHeader* m_header;
    RequestEditor* m_editor;
    AnswerView* m_answer;
    QWidget* m_answerRoom = nullptr;
    WhyView* m_why;
    EmptyState* m_first = nullptr;
    StateStack* m_states = nullptr;
    QPushButton* m_start = nullptr;
    Toast* m_toast;
    QString m_wanted; ///< to be chosen once the routes are known
    bool m_running = false;
    int m_sent = 0;
};

} // namespace sallyport::ui
