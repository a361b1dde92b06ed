#pragma once

#include "ui/console/panel.h"

#include <optional>

#include "backend/outputs/destinations.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

class QMenu;
class QPushButton;

namespace sallyport::ui {

class DataTable;
class ListPanel;
class OutputPane;
class OutputsModel;
class PageHeader;
class Toast;

/// Where events go besides the journal. The list, one of them beside it.
class OutputsPanel final : public Panel {
    Q_OBJECT

public:
    explicit OutputsPanel(Console& console, QWidget* parent = nullptr);
    ~OutputsPanel() override;

    /// With a destination's id: shows that one.
    void activate(const QString& argument) override;
    void refresh() override;

    OutputsModel* model() const { return m_model; }
    DataTable* table() const;

private:
    void build();
    void connectList();
    void connectPane();
    void addShortcuts();
    void setTexts();
    void setEmptyTexts();
    const outputs::Destination* currentOutput() const;
    void openPane(const outputs::Destination& destination);

    void edit(std::optional<outputs::Destination> destination);
    void test(const outputs::Destination& destination);
    void toggle(const outputs::Destination& destination);
    void setEnabled(const outputs::Destination& destination, bool enabled);
    void remove(const outputs::Destination& destination);
    void fillMenu(QMenu* menu, int row);

    OutputsModel* m_model;
    PageHeader* m_header;
    QPushButton* m_add;
    ListPanel* m_list = nullptr;
    OutputPane* m_pane = nullptr;
    Toast* m_toast;
};

} // namespace sallyport::ui
