#pragma once

#include "ui/console/panel.h"
#include "ui/reports/reports_panel.h"

#include <string>

class QPushButton;

namespace sallyport::ui {

class ChainCard;
class DataTable;
class ElideLabel;
class PackForm;
class PackModel;
class PageHeader;
class StateStack;
class TreeCard;

/// Whether the journal is what it was, and packs that prove it to a stranger: the tree and its signed heads, verification,
/// evidence packs to make, save and delete.
class IntegrityPanel final : public Panel {
    Q_OBJECT

public:
    explicit IntegrityPanel(Console& console, ReportHost host = ReportHost::desktop(), QWidget* parent = nullptr);

    void activate(const QString& argument) override;
    void refresh() override;

    PackForm* form() const { return m_form; }
    PackModel* model() const { return m_model; }
    DataTable* table() const { return m_table; }
    ChainCard* chain() const { return m_chain; }

private:
    void build();
    void connectParts();
    void setTexts();
    void load();
    void showActions();
    std::string chosen() const;
    void save();
    void remove();
    void say(const QString& text, bool bad);

    const ReportHost m_host;
    PackModel* m_model;
    PageHeader* m_header;
    QPushButton *m_save, *m_delete;
    PackForm* m_form;
    DataTable* m_table;
    StateStack* m_states;
    ElideLabel* m_said;
    TreeCard* m_tree;
    ChainCard* m_chain;
    std::string m_select; ///< the pack that was made just now
    bool m_busy = false, m_loaded = false;
};

} // namespace sallyport::ui
