#pragma once

#include "backend/base/id.h"
#include "ui/console/panel.h"

#include <QTimer>

#include <vector>

class QPushButton;

namespace sallyport::ui {

class DataTable;
class FilterBar;
class PageHeader;
class SessionsModel;
class StateStack;
class Toast;

/// Who is signed in, from where and with what; ends one session, some, or everybody's.
class SessionsPanel final : public Panel {
    Q_OBJECT

public:
    explicit SessionsPanel(Console& console, QWidget* parent = nullptr);
    ~SessionsPanel() override;

    /// With a text: searches for it.
    void activate(const QString& argument) override;
    void refresh() override;

    SessionsModel* model() const { return m_model; }
    DataTable* table() const { return m_table; }

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build();
    void connectParts();
    void setTexts();
    void showState();
    void showError(const Error& error);
    void selectionChanged();
    void contextMenu(const QPoint& at);
    void endSelected();
    void endEverybodys();
    /// Ends them a page at a time, so that none is too many.
    void end(std::vector<SessionId> ids, std::int64_t endedBefore);
    void eventsArrived(const std::vector<audit::Event>& events);

    SessionsModel* m_model;
    PageHeader* m_header;
    FilterBar* m_filter;
    QPushButton* m_end;
    QPushButton* m_endAll;
    QPushButton* m_clear;
    StateStack* m_states;
    DataTable* m_table;
    Toast* m_toast;
    QTimer m_refreshLater;
};

} // namespace sallyport::ui
