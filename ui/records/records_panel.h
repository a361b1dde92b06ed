#pragma once

#include "ui/console/panel.h"

#include <optional>

#include "backend/base/error.h" // below Qt: moc 6.4 stumbles over <compare> before <string>
#include "backend/records/record.h"

class QMenu;
class QPushButton;

namespace sallyport::ui {

class DataTable;
class ListPanel;
class PageHeader;
class RecordActions;
class RecordExport;
class RecordFilters;
class RecordPane;
class RecordsModel;
class RecordsSeveralPane;
class Toast;

/// The protected records: the list, one of them beside it, and everything that can be done to them.
class RecordsPanel final : public Panel {
    Q_OBJECT

public:
    explicit RecordsPanel(Console& console, QWidget* parent = nullptr);
    ~RecordsPanel() override;

    /// With a record's id: shows that record.
    void activate(const QString& argument) override;
    void refresh() override;

    RecordsModel* model() const { return m_model; }
    DataTable* table() const;
    RecordExport* exporter() const { return m_export; }

private:
    void build();
    void buildHeader();
    void connectList();
    void connectPane();
    void connectActions();
    void addShortcuts();
    void setTexts();
    void setEmptyTexts();
    void showState();
    void fillMenu(QMenu* menu, int row);
    void openMore(QPushButton* anchor);
    void openPane(const records::Record& record);
    void showSaved(const records::Record& record);
    std::vector<records::Record> selectedRecords() const;
    /// What the keyboard means: the rows at hand, else what the pane shows.
    std::vector<records::Record> recordsAtHand() const;

    RecordsModel* m_model;
    PageHeader* m_header;
    Toast* m_toast;
    ListPanel* m_list = nullptr;
    RecordFilters* m_filters = nullptr;
    QPushButton* m_encryption = nullptr;
    QPushButton* m_exportButton = nullptr;
    QPushButton* m_add = nullptr;
    RecordPane* m_pane = nullptr;
    RecordsSeveralPane* m_several = nullptr;
    RecordActions* m_actions = nullptr;
    RecordExport* m_export = nullptr;
};

} // namespace sallyport::ui
