#include "ui/shell/main_window.h"

#include "ui/look/margins.h"
#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/shell/change_banner.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/navigation.h"
#include "ui/shell/status_strip.h"
#include "ui/unsaved/unsaved_work.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/confirm_dialog.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/tab_order.h"
#include "ui/widgets/toast.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QScreen>
#include <QShortcut>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {
/// Below this width the navigation becomes a rail of icons.
constexpr int railBelow = 1040;
constexpr int panelShortcuts = 9;
constexpr int titleBarHeight = 32;

/// A plain widget would be told to screen readers as filler; this one is the window.
QAccessibleInterface* accessibleWindow(const QString&, QObject* object)
{
    auto* window = qobject_cast<MainWindow*>(object);
    return window ? new QAccessibleWidget(window, QAccessible::Window) : nullptr;
}
} // namespace

MainWindow::MainWindow(QWidget* parent)
    : QWidget(parent), m_navigation(new Navigation(this)), m_outer(new QStackedWidget(this)), m_body(new QWidget),
      m_panels(new QStackedWidget), m_status(new StatusStrip(this)), m_palette(nullptr), m_toast(nullptr)
{
    setObjectName(u"window"_s);
    QAccessible::installFactory(accessibleWindow); // once only: a factory that is known is not put in again
    auto* row = new QHBoxLayout(m_body);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_navigation);
    auto* pages = new QVBoxLayout;
    pages->setSpacing(0);
    m_changeBanner = new ChangeBanner;
    pages->addWidget(m_changeBanner); // first: it waits for a minute only
    pages->addWidget(makeBanner(u"window.journal_damaged"_s, u".verify"_s, m_journalBanner, m_verifyJournal));
    pages->addWidget(makeBanner(u"window.upkeep_fails"_s, u".open"_s, m_upkeepBanner, m_openUpkeep));
    connect(m_verifyJournal, &QPushButton::clicked, this, &MainWindow::verifyRequested);
    connect(m_openUpkeep, &QPushButton::clicked, this, &MainWindow::upkeepRequested);
    m_trustClock =
        makeButton(ButtonKind::Secondary, u"window.upkeep_fails.trust_clock"_s, m_upkeepBanner, Icon::None, ButtonSize::Tool);
    m_upkeepBanner->addAction(m_trustClock);
    connect(m_trustClock, &QPushButton::clicked, this, &MainWindow::clockTrusted);
    pages->addWidget(m_panels, 1);
    row->addLayout(pages, 1);
    m_outer->addWidget(m_body);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_outer, 1);
    column->addWidget(m_status);
    m_toast = new Toast(this);
    m_toast->setBottomMargin(m_status->height() + 16);
    m_palette = new CommandPalette(this);
    // All of it on the screen, title bar included, on a small one and with large fonts, too.
    const QSize room = screen() ? screen()->availableSize() - QSize(0, titleBarHeight) : QSize(1280, 800);
    setMinimumSize(QSize(scaled(640, this), scaled(480, this)).boundedTo(room));
    resize(QSize(scaled(1280, this), scaled(800, this)).boundedTo(room));

    connect(m_palette, &CommandPalette::wanted, this, &MainWindow::paletteSearch);
    connect(m_navigation, &Navigation::panelChosen, this, &MainWindow::showPanel);
    connect(m_navigation, &Navigation::foldedChanged, this, &MainWindow::foldedChanged);
    connect(m_navigation->vaultBlock(), &QAbstractButton::clicked, this, &MainWindow::openVaultMenu);
    connect(m_status, &StatusStrip::startServerRequested, this, &MainWindow::startServerRequested);
    connect(m_status, &StatusStrip::stopServerRequested, this, &MainWindow::stopServerRequested);
    connect(m_status, &StatusStrip::lockRequested, this, &MainWindow::requestLock);
    connect(m_status, &StatusStrip::signOutRequested, this, &MainWindow::requestSignOut);
    connect(m_status, &StatusStrip::noticesRequested, this, &MainWindow::noticesRequested);
    connect(m_status, &StatusStrip::ownPasswordRequested, this, &MainWindow::ownPasswordRequested);
    connect(m_status, &StatusStrip::ownFactorRequested, this, &MainWindow::ownFactorRequested);
    connect(m_status, &StatusStrip::copyRequested, this, &MainWindow::copyRequested);
    addShortcuts();
    onRetranslate(this, [this] { setState(m_state); });
}

MainWindow::~MainWindow() = default;

/// A banner above the panels, with one way to deal with it; hidden until there is something to say.
QWidget* MainWindow::makeBanner(const QString& name, const QString& action, Banner*& banner, QPushButton*& button)
{
    auto* place = new QWidget;
    banner = new Banner(name, place);
    banner->setTone(Tone::Danger, Icon::Critical);
    banner->setPinned(true);
    button = makeButton(ButtonKind::Secondary, name + action, banner, Icon::None, ButtonSize::Tool);
    banner->addAction(button);
    auto* column = new QVBoxLayout(place);
    column->addWidget(banner);
    setLeadingMargins(place, {24, 12, 16, 0});
    place->hide();
    return place;
}

bool MainWindow::hasPanel(const QString& id) const
{
    return std::ranges::any_of(m_entries, [&](const PanelEntry& entry) { return entry.id == id; });
}

void MainWindow::showJournalBanner()
{
    m_journalBanner->setTitle(tr("The audit journal is damaged"));
    m_journalBanner->setText(tr("It does not fit its anchor: events were changed or cut off, or the database was put back to "
                                "an older state. Verifying the chain finds the place."));
    m_verifyJournal->setText(tr("Open reports"));
    m_verifyJournal->setVisible(hasPanel(u"reports"_s));
    m_journalBanner->parentWidget()->setVisible(m_state.journalDamaged);
}

void MainWindow::showUpkeepBanner()
{
    m_upkeepBanner->setTitle(tr("Upkeep fails"));
    m_upkeepBanner->setText(
        tr("%1. It is tried again by itself; the events say since when.").arg(m_state.failingUpkeep.join(u"; "_s)));
    m_openUpkeep->setText(tr("Open events"));
    m_openUpkeep->setVisible(hasPanel(u"events"_s));
    m_trustClock->setText(tr("The clock is right"));
    m_trustClock->setVisible(m_state.clockWaits);
    m_upkeepBanner->parentWidget()->setVisible(!m_state.failingUpkeep.isEmpty());
}

void MainWindow::addShortcuts()
{
    const auto add = [this](const QKeySequence& keys, auto slot) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, slot);
    };
    add(QKeySequence(u"Ctrl+K"_s), [this] { openPalette(); });
    add(QKeySequence(u"Ctrl+L"_s), [this] {
        if (!m_state.locked)
            requestLock();
    });
    add(QKeySequence(Qt::Key_F5), [this] { Q_EMIT refreshRequested(); });
    add(QKeySequence(Qt::Key_F1), [this] { Q_EMIT helpRequested(); });
    for (int i = 0; i < panelShortcuts; ++i)
        add(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + i)), [this, i] {
            if (!m_view && i < m_entries.size())
                showPanel(m_entries.at(i).id);
        });
}

void MainWindow::setState(const ShellState& state)
{
    m_state = state;
    m_status->setState(state);
    m_navigation->setVault(state.vaultName, state.demo);
    showJournalBanner();
    showUpkeepBanner();
    QString title = state.vaultName.isEmpty() ? u"Sallyport"_s : QString(state.vaultName + u" – Sallyport"_s);
    if (state.demo)
        title += u" ("_s + tr("Demo") + u")"_s;
    setWindowTitle(title);
}

void MainWindow::addPanel(const PanelEntry& entry)
{
    m_entries.append(entry);
    m_navigation->addPanel(entry);
    showJournalBanner();
    showUpkeepBanner();
}

void MainWindow::clearPanels()
{
    m_navigation->clearPanels();
    m_entries.clear();
    m_current.clear();
    // Later: the wish to lock may come from inside a panel.
    const auto made = std::exchange(m_made, {});
    for (QWidget* page : made) {
        m_panels->removeWidget(page);
        page->hide();
        page->deleteLater();
    }
}

void MainWindow::showPanel(const QString& id)
{
    const auto entry = std::find_if(m_entries.cbegin(), m_entries.cend(), [&id](const PanelEntry& e) { return e.id == id; });
    if (entry == m_entries.cend())
        return;
    QWidget* page = m_made.value(id);
    if (!page) {
        page = entry->factory(m_panels);
        m_made.insert(id, page);
        m_panels->addWidget(page);
        const auto headers = page->findChildren<PageHeader*>();
        for (PageHeader* header : headers)
            connect(header, &PageHeader::searchRequested, this, &MainWindow::openPalette);
        Q_EMIT panelCreated(id, page);
    }
    m_panels->setCurrentWidget(page);
    m_navigation->setCurrent(id);
    if (m_current != id) {
        m_current = id;
        Q_EMIT panelChanged(id);
    }
    focusPanel();
}

void MainWindow::focusPanel()
{
    // After the layout: the panel may be shown for the first time.
    QTimer::singleShot(0, this, &MainWindow::focusPanelNow);
}

void MainWindow::focusPanelNow()
{
    QWidget* page = m_made.value(m_current);
    // While a view hides the panels, what it asks for has the keyboard; a panel that was told what to show has put it there.
    // Qt gives the keyboard to the search of the new page's head when it hides the old one: nobody has put it there.
    const QWidget* now = focusWidget();
    const bool placed = now && page && page->isAncestorOf(now) && now->objectName() != QStringLiteral("header.search");
    if (!page || m_view || m_palette->isVisible() || placed)
        return;
    if (QWidget* first = firstUsefulField(page))
        first->setFocus(Qt::OtherFocusReason);
}

QWidget* MainWindow::panel(const QString& id) const
{
    return m_made.value(id);
}

void MainWindow::setFolded(const QStringList& groups)
{
    m_navigation->setFolded(groups);
}

void MainWindow::setPanelCount(const QString& id, int count, int elsewhere)
{
    m_navigation->setCount(id, count, elsewhere);
}

QList<UnsavedPart> MainWindow::unsavedWork() const
{
    QList<UnsavedPart> parts;
    for (const PanelEntry& entry : m_entries)
        if (const QWidget* page = m_made.value(entry.id))
            for (const QString& work : unsavedWorkIn(page))
                parts.append({entry.title(), work});
    // The window's own dialogs stand beside the panels.
    const auto dialogs = findChildren<QDialog*>(QString(), Qt::FindDirectChildrenOnly);
    for (const QDialog* dialog : dialogs)
        for (const QString& work : unsavedWorkIn(dialog))
            parts.append({QString(), work});
    return parts;
}

bool MainWindow::leaveWith(const QString& verb, std::function<void()> go)
{
    const QList<UnsavedPart> parts = unsavedWork();
    if (parts.isEmpty()) {
        go();
        return true;
    }
    if (m_leaveQuestion)
        return false;
    QStringList lines;
    for (const UnsavedPart& part : parts)
        //: where something isn't saved, and what: “Roles: 3 changes to Clerk”
        lines << (part.panel.isEmpty() ? part.work : tr("%1: %2", "unsaved work").arg(part.panel, part.work));
    Confirmation words;
    words.title = tr("Discard what is not saved?");
    words.text = lines.join(u'\n');
    words.verb = verb;
    words.danger = true;
    // Later: what follows takes the dialogs away, this one too.
    m_leaveQuestion =
        askConfirmation(this, u"window.leave"_s, words, [this, go = std::move(go)] { QTimer::singleShot(0, this, go); });
    if (auto* back = m_leaveQuestion->findChild<QPushButton*>(u"window.leave.cancel"_s))
        back->setText(tr("Go back"));
    return false;
}

void MainWindow::requestLock()
{
    leaveWith(tr("Discard and lock"), [this] { Q_EMIT lockRequested(); });
}

void MainWindow::requestSignOut()
{
    leaveWith(tr("Discard and sign out"), [this] { Q_EMIT signOutRequested(); });
}

QList<Command> MainWindow::shellCommands()
{
    const auto running = [this] { return m_state.server == ServerState::Running && m_state.serverRefusal.isEmpty(); };
    const auto stopped = [this] {
        return (m_state.server == ServerState::Stopped || m_state.server == ServerState::Failed) &&
               m_state.serverRefusal.isEmpty();
    };
    return {
        {u"server.start"_s, [] { return tr("Start server"); }, Icon::Play, [this] { Q_EMIT startServerRequested(); }, stopped},
        {u"server.stop"_s, [] { return tr("Stop server"); }, Icon::Stop, [this] { Q_EMIT stopServerRequested(); }, running},
        {u"server.copy_address"_s, [] { return tr("Copy the server's address"); }, Icon::Copy,
         [this] { Q_EMIT copyRequested(m_state.url); }, [this] { return !m_state.url.isEmpty(); }},
        {u"server.copy_fingerprint"_s, [] { return tr("Copy the certificate's fingerprint"); }, Icon::Copy,
         [this] { Q_EMIT copyRequested(m_state.fingerprint); }, [this] { return !m_state.fingerprint.isEmpty(); }},
        {u"session.notices"_s,
         [] { return tr("Notices about your account"); },
         Icon::Bell,
         [this] { Q_EMIT noticesRequested(); },
         {}},
        {u"session.password"_s,
         [] { return tr("Change your password"); },
         Icon::Lock,
         [this] { Q_EMIT ownPasswordRequested(); },
         {}},
        {u"session.factor"_s,
         [] { return tr("Your second factor"); },
         Icon::ShieldCheck,
         [this] { Q_EMIT ownFactorRequested(); },
         {}},
        {u"session.sign_out"_s, [] { return tr("Sign out"); }, Icon::SignOut, [this] { requestSignOut(); }, {}},
        {u"vault.lock"_s, [] { return tr("Lock"); }, Icon::Lock, [this] { requestLock(); }, {}}};
}

void MainWindow::openPalette()
{
    if (m_view)
        return;
    QList<PaletteEntry> entries;
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        const PanelEntry& panel = m_entries.at(i);
        PaletteEntry entry{PaletteGroup::Panels, panel.title(), panel.group ? panel.group() : QString(), panel.icon};
        entry.keys = i < panelShortcuts ? QString(u"Ctrl+"_s + QString::number(i + 1)) : QString();
        entry.run = [this, id = panel.id] { showPanel(id); };
        entries.append(entry);
    }
    const QList<Command> commands = shellCommands();
    for (const Command& command : commands) {
        if (command.available && !command.available())
            continue;
        PaletteEntry entry{PaletteGroup::Commands, command.title(), {}, command.icon};
        entry.keys = command.id == u"vault.lock"_s ? u"Ctrl+L"_s : QString();
        entry.run = command.run;
        entries.append(entry);
    }
    if (m_paletteExtras)
        entries += m_paletteExtras();
    const auto* page = m_made.value(m_current);
    const auto* header = page ? page->findChild<PageHeader*>() : nullptr;
    m_palette->open(entries, header ? header->searchField() : nullptr);
}

void MainWindow::showFindings(quint64 round, const PaletteFindings& findings)
{
    m_palette->take(round, findings);
}

void MainWindow::showView(QWidget* view)
{
    QWidget* before = m_view;
    m_palette->hide();
    m_view = view;
    m_outer->addWidget(view);
    m_outer->setCurrentWidget(view);
    if (before && before != view)
        before->deleteLater();
    view->setFocus();
}

void MainWindow::showPanels()
{
    QWidget* before = m_view;
    m_view.clear();
    m_outer->setCurrentWidget(m_body);
    if (before)
        before->deleteLater();
    focusPanel();
}

void MainWindow::openVaultMenu()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (m_fillVaultMenu)
        m_fillVaultMenu(menu);
    if (!menu->isEmpty())
        menu->addSeparator();
    connect(menu->addAction(icon(Icon::SignOut), tr("Sign out")), &QAction::triggered, this, &MainWindow::requestSignOut);
    QAction* lock = menu->addAction(icon(Icon::Lock), tr("Lock") + u"\tCtrl+L"_s);
    connect(lock, &QAction::triggered, this, &MainWindow::requestLock);
    const VaultBlock* block = m_navigation->vaultBlock();
    menu->popup(block->mapToGlobal(QPoint(8, block->height() - 4)));
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_navigation->setRail(width() < scaled(railBelow, this));
}

bool MainWindow::focusNextPrevChild(bool next)
{
    // The palette lies above everything and keeps the keyboard.
    if (m_palette && m_palette->isVisible())
        return QWidget::focusNextPrevChild(next);
    return focusNextInOrder(this, next);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    // What is asked is answered later, and closes the window then: `closing` ends the program.
    if (leaveWith(tr("Discard and quit"), [this] { Q_EMIT closing(); }))
        QWidget::closeEvent(event);
    else
        event->ignore();
}

void MainWindow::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(Token::Surface));
}

} // namespace sallyport::ui
