#pragma once

#include "ui/shell/palette_entry.h"
#include "ui/shell/panel_entry.h"
#include "ui/shell/shell_state.h"

#include <QHash>
#include <QList>
#include <QPointer>
#include <QWidget>

class QMenu;
class QPushButton;
class QStackedWidget;

namespace sallyport::ui {

class Banner;
class ChangeBanner;
class CommandPalette;
class DialogFrame;
class Navigation;
class StatusStrip;
class Toast;

/// Work that isn't saved, on one panel.
struct UnsavedPart {
    QString panel; ///< its title; empty for a dialog of the window's own
    QString work;  ///< `3 changes to Clerk`
};

/// The window: navigation, panels, status strip; or, in the panels' place, one view of its own (unlock, first run,
/// sign-in). Knows no service; everything it shows is set from outside and everything it wants is a signal.
class MainWindow final : public QWidget {
    Q_OBJECT

public:
    explicit MainWindow(QWidget* parent = nullptr);
    ~MainWindow() override;

    void setState(const ShellState& state);
    const ShellState& state() const { return m_state; }

    /// Registers a panel, in the order of the navigation. Only panels that exist are registered.
    void addPanel(const PanelEntry& entry);
    /// Destroys all panels and forgets what was registered (lock).
    void clearPanels();
    /// Brings a panel to the front; it is made when it is shown for the first time.
    void showPanel(const QString& id);
    /// The panel if it was made already.
    QWidget* panel(const QString& id) const;
    QString currentPanel() const { return m_current; }
    /// The number behind a panel's name in the navigation; 0 for none.
    /// So many of them, `elsewhere`, stand behind other panels too: the group's sum has them once.
    void setPanelCount(const QString& id, int count, int elsewhere = 0);
    /// What locking or closing would take away, panel by panel.
    QList<UnsavedPart> unsavedWork() const;

    /// Groups of the navigation that the operator has folded, by the first panel of each.
    void setFolded(const QStringList& groups);
    void openPalette();
    /// What the palette knows at once beside panels and commands (settings, help); asked each time it opens.
    void setPaletteExtras(std::function<QList<PaletteEntry>()> extras) { m_paletteExtras = std::move(extras); }
    /// The answer to paletteSearch of that round.
    void showFindings(quint64 round, const PaletteFindings& findings);

    /// Shows a view that fills the window above the status strip. The window owns it and deletes the one before.
    void showView(QWidget* view);
    /// Back to the panels; deletes the view.
    void showPanels();
    QWidget* view() const { return m_view; }
    /// Above the panels, for as long as the state says that the journal is damaged.
    Banner* journalBanner() const { return m_journalBanner; }
    /// The same while the state names upkeep that fails.
    Banner* upkeepBanner() const { return m_upkeepBanner; }

    /// The same while a change of the operator's own access waits to be confirmed.
    ChangeBanner* changeBanner() const { return m_changeBanner; }

    /// Short messages at the bottom.
    Toast* toast() const { return m_toast; }
    StatusStrip* statusStrip() const { return m_status; }

    /// Entries of the menu at the vault's name; filled anew each time it opens.
    void setVaultMenu(std::function<void(QMenu*)> fill) { m_fillVaultMenu = std::move(fill); }

Q_SIGNALS:
    void startServerRequested();
    void stopServerRequested();
    /// Both after a question if something isn't saved.
    void lockRequested();
    void signOutRequested();
    /// What the operator was told about their own account.
    void noticesRequested();
    /// The operator wants to change their own password, or their own second factor.
    void ownPasswordRequested();
    void ownFactorRequested();
    /// Where the audit journal is verified.
    void verifyRequested();
    /// Where it stands since when upkeep fails.
    void upkeepRequested();
    /// The clock is right, says the operator.
    void clockTrusted();
    /// F5.
    void refreshRequested();
    /// F1.
    void helpRequested();
    void copyRequested(const QString& text);
    /// The palette asks who or what fits this text; showFindings with the same number answers.
    void paletteSearch(const QString& text, quint64 round);
    void panelChanged(const QString& id);
    /// The operator has folded or unfolded a group: all that are folded now.
    void foldedChanged(const QStringList& groups);
    /// A panel was made just now: the moment to connect it.
    void panelCreated(const QString& id, QWidget* panel);
    /// The window is being closed by its user, who knows what isn't saved.
    void closing();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void addShortcuts();
    QWidget* makeBanner(const QString& name, const QString& action, Banner*& banner, QPushButton*& button);
    bool hasPanel(const QString& id) const;
    /// Where work begins on the panel that is in front.
    void focusPanel();
    void focusPanelNow();
    void showJournalBanner();
    void showUpkeepBanner();
    void openVaultMenu();
    QList<Command> shellCommands();
    void requestLock();
    void requestSignOut();
    /// `go` at once, and true; after a question, and false, if something isn't saved. Whoever leaves asks here and nowhere else.
    bool leaveWith(const QString& verb, std::function<void()> go);

    ShellState m_state;
    Navigation* m_navigation;
    QStackedWidget* m_outer;
    QWidget* m_body;
    QStackedWidget* m_panels;
    ChangeBanner* m_changeBanner = nullptr;
    Banner* m_journalBanner = nullptr;
    QPushButton* m_verifyJournal = nullptr;
    Banner* m_upkeepBanner = nullptr;
    QPushButton* m_openUpkeep = nullptr;
    QPushButton* m_trustClock = nullptr;
    StatusStrip* m_status;
    CommandPalette* m_palette;
    Toast* m_toast;
    QPointer<QWidget> m_view;
    QPointer<DialogFrame> m_leaveQuestion;
    QList<PanelEntry> m_entries;
    QHash<QString, QWidget*> m_made;
    QString m_current;
    std::function<void(QMenu*)> m_fillVaultMenu;
    std::function<QList<PaletteEntry>()> m_paletteExtras;
};

} // namespace sallyport::ui
