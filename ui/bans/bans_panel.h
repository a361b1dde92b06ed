#pragma once

#include "ui/console/panel.h"

#include <vector>

#include "backend/protection/lists/address_rules.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

class QMenu;
class QPushButton;

namespace sallyport::ui {

class AddressActions;
class BanPane;
class BansModel;
class BansSeveralPane;
class DataTable;
class ListPanel;
class PageHeader;
class SegmentedControl;
class Toast;

/// Bans: who is kept out, by score or by hand, and who is always let in; with reason, maker and end.
class BansPanel final : public Panel {
    Q_OBJECT

public:
    explicit BansPanel(Console& console, QWidget* parent = nullptr);
    ~BansPanel() override;

    /// `banned`, `blocked`, `allowed`, `new:203.0.113.7`, or a rule's id.
    void activate(const QString& argument) override;
    void refresh() override;

    BansModel* model() const { return m_model; }
    DataTable* table() const;
    void exportTo(const QString& file, protection::AddressExport format);

private:
    void build();
    void connectParts();
    void setTexts();
    void showState();
    void fillMenu(QMenu* menu, int row);
    void openPane(const protection::AddressRule& rule);
    std::vector<protection::AddressRule> selectedRules() const;
    void removeSelected();
    void removeFound();
    void openImport();
    void openExportMenu();
    void chooseExport(protection::AddressExport format);
    void countBans();

    BansModel* m_model;
    PageHeader* m_header;
    Toast* m_toast;
    AddressActions* m_actions;
    ListPanel* m_list = nullptr;
    SegmentedControl* m_which = nullptr;
    BanPane* m_pane = nullptr;
    BansSeveralPane* m_several = nullptr;
    QPushButton* m_import = nullptr;
    QPushButton* m_export = nullptr;
    QPushButton* m_add = nullptr;
};

} // namespace sallyport::ui
