#pragma once

#include "ui/console/panel.h"

#include <string>

class QComboBox;
class QMenu;
class QPushButton;

namespace sallyport::ui {

class DataTable;
class HistoryModel;
class HistoryPane;
class ListPanel;
class PageHeader;
class PersonField;
class Toast;

/// Every change of the configuration, before and after, with the way back; and who could do something at a time.
class HistoryPanel final : public Panel {
    Q_OBJECT

public:
    explicit HistoryPanel(Console& console, QWidget* parent = nullptr);
    ~HistoryPanel() override;

    /// With the id of a version: shows it.
    void activate(const QString& argument) override;
    void refresh() override;

    HistoryModel* model() const { return m_model; }
    DataTable* table() const;
    HistoryPane* pane() const { return m_pane; }

private:
    void connectParts();
    void setTexts();
    void showState();
    void showObject();
    /// Of one object alone; with an empty id of all again.
    void onlyOf(const std::string& id, const QString& name);
    void fillMenu(QMenu* menu, int row);
    void askToUndo();
    void undo(const std::string& id);
    void askWho();

    HistoryModel* m_model;
    PageHeader* m_header;
    Toast* m_toast;
    ListPanel* m_list;
    HistoryPane* m_pane;
    QComboBox* m_kind;
    PersonField* m_person;
    QPushButton* m_object;
    QPushButton* m_who;
};

} // namespace sallyport::ui
