#pragma once

#include "backend/base/id.h"
#include "ui/console/panel.h"

#include <vector>

class QMenu;
class QPushButton;

namespace sallyport::ui {

class DataTable;
class ListPanel;
class PageHeader;
class SessionsModel;
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
    DataTable* table() const;

private:
    void connectParts();
    void setTexts();
    void showState();
    void selectionChanged();
    void fillMenu(QMenu* menu, int row);
    void endSelected();
    void endEverybodys();
    /// Ends them a page at a time, so that none is too many.
    void end(std::vector<SessionId> ids, std::int64_t endedBefore);

    SessionsModel* m_model;
    PageHeader* m_header;
    QPushButton* m_end;
    QPushButton* m_endAll;
    Toast* m_toast;
    ListPanel* m_list;
};

} // namespace sallyport::ui
