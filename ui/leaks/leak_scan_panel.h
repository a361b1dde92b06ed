#pragma once

#include "ui/console/panel.h"

#include <QStringList>

#include <functional>

#include "backend/identity/leak_scan/leak_scan.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

class QCheckBox;
class QLabel;
class QPushButton;

namespace sallyport::ui {

class Banner;
class DataTable;
class FilterBar;
class FlowLayout;
class KeyActions;
class LeakSearch;
class LeaksModel;
class PageHeader;
class ProgressRow;
class StateStack;
class Surface;
class Toast;

/// Asks for a folder and calls back with it, or not at all.
using FolderChooser = std::function<void(QWidget* parent, std::function<void(const QString&)> chosen)>;

/// Searches folders and git histories of this machine for keys of this vault, and revokes what got out.
class LeakScanPanel final : public Panel {
    Q_OBJECT

public:
    LeakScanPanel(Console& console, FolderChooser chooser, QWidget* parent = nullptr);
    ~LeakScanPanel() override;

    /// A folder is searched with the next search, once.
    void addFolder(const QString& folder);
    LeaksModel* model() const { return m_model; }
    DataTable* table() const { return m_table; }

    /// The system's folder dialog.
    static FolderChooser desktopChooser();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void build();
    QWidget* buildPlaces();
    void connectParts();
    void setTexts();
    void showPlaces();
    void showState();
    void search();
    void finish(const identity::LeakReport& report);
    void fail(const Error& error);
    void showReport();
    void revokeRows(const QList<int>& rows);
    void contextMenu(const QPoint& at);

    LeaksModel* m_model;
    LeakSearch* m_search;
    FolderChooser m_chooser;
    QStringList m_folders;
    identity::LeakReport m_report; ///< of the last search; its hits are the model's
    bool m_searched = false;
    PageHeader* m_header;
    QPushButton* m_start = nullptr;
    QPushButton* m_add = nullptr;
    FlowLayout* m_places = nullptr;
    QCheckBox* m_histories = nullptr;
    ProgressRow* m_progress = nullptr;
    Banner* m_banner = nullptr;
    QPushButton* m_gaps = nullptr;
    FilterBar* m_filter = nullptr;
    DataTable* m_table = nullptr;
    StateStack* m_states = nullptr;
    QPushButton* m_addFirst = nullptr;
    Toast* m_toast;
    KeyActions* m_actions;
};

} // namespace sallyport::ui
