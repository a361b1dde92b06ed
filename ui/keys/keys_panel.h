#pragma once

#include "ui/console/panel.h"
#include "ui/keys/new_key_banner.h"
#include "ui/widgets/clipboard_guard.h"

#include <QTimer>

#include <optional>

#include "backend/identity/core/api_key.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

class QPushButton;
class QVBoxLayout;

namespace sallyport::ui {

class DataTable;
class FilterBar;
class KeyActions;
class KeyPane;
class KeysModel;
class PageHeader;
class SegmentedControl;
class SideSplitter;
class StateStack;
class Toast;

/// The API keys of the vault: new ones on top until they are stored, the list, one of them beside it.
class KeysPanel final : public Panel {
    Q_OBJECT

public:
    explicit KeysPanel(Console& console, SaveChooser chooser, QWidget* parent = nullptr);
    ~KeysPanel() override;

    /// With a key's id: shows that key. `new:ID` creates one for that service account, `owner:ID` shows an owner's keys,
    /// `expiring`, `stale`, `over_scoped` and `ended` the keys of that report.
    void activate(const QString& argument) override;
    void refresh() override;

    KeysModel* model() const { return m_model; }
    DataTable* table() const { return m_table; }

    /// The system's file dialog.
    static SaveChooser desktopChooser();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void buildHeader();
    void buildList();
    void connectList();
    void connectPane();
    void addShortcuts();
    void setTexts();
    void setEmptyTexts();
    void showCount();
    void showFilters();
    void showState();
    void showError(const Error& error);
    void clearFilters();
    bool isFiltered() const;

    void takeIssued(identity::IssuedKey& issued, bool rotated);
    void dropBanner(NewKeyBanner* banner);
    void selectWanted();
    std::vector<identity::ApiKey> selectedKeys() const;
    void openPane(const identity::ApiKey& key);
    void closePane();
    void followRow(int row);
    void contextMenu(const QPoint& at);

    KeysModel* m_model;
    SaveChooser m_chooser;
    ClipboardGuard m_clipboard;
    PageHeader* m_header;
    QPushButton* m_create;
    QWidget* m_banners;
    QVBoxLayout* m_bannersColumn;
    SideSplitter* m_splitter;
    FilterBar* m_filter;
    SegmentedControl* m_kinds;
    QPushButton* m_columns;
    StateStack* m_states;
    DataTable* m_table;
    QPushButton* m_clearFilters;
    QPushButton* m_addAccount;
    KeyPane* m_pane;
    Toast* m_toast;
    KeyActions* m_actions;
    QTimer m_refreshLater;
    std::optional<KeyId> m_wanted; ///< to be selected as soon as the list has it
};

} // namespace sallyport::ui
