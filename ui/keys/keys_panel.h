#pragma once

#include "ui/console/panel.h"
#include "ui/keys/new_key_banner.h"
#include "ui/widgets/clipboard_guard.h"

#include <optional>

#include "backend/identity/core/api_key.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

class QPushButton;
class QVBoxLayout;

namespace sallyport::ui {

class DataTable;
class KeyActions;
class KeyPane;
class KeysModel;
class KeysSeveralPane;
class ListPanel;
class PageHeader;
class SegmentedControl;
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
    DataTable* table() const;

    /// The system's file dialog.
    static SaveChooser desktopChooser();

private:
    void buildHeader();
    void buildFilter();
    void connectList();
    void connectPane();
    void addShortcuts();
    void setTexts();
    void setEmptyTexts();
    void showFilters();
    void showState();
    bool isFiltered() const;

    void takeIssued(identity::IssuedKey& issued, bool rotated);
    void dropBanner(NewKeyBanner* banner);
    std::vector<identity::ApiKey> selectedKeys() const;
    void openPane(const identity::ApiKey& key);

    KeysModel* m_model;
    SaveChooser m_chooser;
    ClipboardGuard m_clipboard;
    PageHeader* m_header;
    QPushButton* m_create;
    QWidget* m_banners;
    QVBoxLayout* m_bannersColumn;
    ListPanel* m_list;
    SegmentedControl* m_kinds;
    QPushButton* m_addAccount;
    KeyPane* m_pane;
    KeysSeveralPane* m_several;
    Toast* m_toast;
    KeyActions* m_actions;
};

} // namespace sallyport::ui
