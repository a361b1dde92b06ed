#include "ui/shell/status_strip.h"

#include "ui/look/paint.h"
#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/shell/strip_item.h"
#include "ui/widgets/buttons.h"
#include "ui/words/rate_text.h"

#include <QMenu>

#include <algorithm>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int inset = 8; ///< with an item's own 12: text starts at 20
constexpr int trailingInset = 4;
} // namespace

QString shortFingerprint(const QString& fingerprint)
{
    if (fingerprint.size() <= 17)
        return fingerprint;
    return fingerprint.left(8) + u'…' + fingerprint.right(5);
}

StatusStrip::StatusStrip(QWidget* parent)
    : Surface(Token::Window, parent), m_server(new StripItem(u"status.server"_s, this)),
      m_address(new StripItem(u"status.address"_s, this)), m_fingerprint(new StripItem(u"status.fingerprint"_s, this)),
      m_requests(new StripItem(u"status.requests"_s, this)), m_operator(new StripItem(u"status.operator"_s, this)),
      m_lock(new StripItem(u"status.lock"_s, this))
{
    setObjectName(u"status"_s);
    setHairlines(Qt::TopEdge);
    setFixedHeight(std::max(28, QFontMetrics(textFont(TextStyle::Small)).height() + 12));
    m_requests->setEnabled(false);
    connect(m_server, &QAbstractButton::clicked, this, &StatusStrip::openServerMenu);
    connect(m_operator, &QAbstractButton::clicked, this, &StatusStrip::openOperatorMenu);
    connect(m_lock, &QAbstractButton::clicked, this, &StatusStrip::lockRequested);
    connect(m_address, &QAbstractButton::clicked, this, [this] { Q_EMIT copyRequested(m_state.url); });
    connect(m_fingerprint, &QAbstractButton::clicked, this, [this] { Q_EMIT copyRequested(m_state.fingerprint); });
    onRetranslate(this, [this] { showState(); });
}

void StatusStrip::setState(const ShellState& state)
{
    if (m_state == state)
        return;
    m_state = state;
    showState();
}

void StatusStrip::showState()
{
    StripItem::Content server;
    switch (m_state.server) {
    case ServerState::Stopped: server = {Icon::ServerPause, Tone::Muted, tr("Server stopped"), {}, {}, Icon::None, {}}; break;
    case ServerState::Starting: server = {Icon::ServerPlay, Tone::Muted, tr("Server starting"), {}, {}, Icon::None, {}}; break;
    case ServerState::Running: server = {Icon::ServerPlay, Tone::Success, tr("Server running"), {}, {}, Icon::None, {}}; break;
    case ServerState::Stopping: server = {Icon::ServerPause, Tone::Muted, tr("Server stopping"), {}, {}, Icon::None, {}}; break;
    case ServerState::Failed: server = {Icon::Error, Tone::Danger, tr("Server could not start"), {}, {}, Icon::None, {}}; break;
    }
    if (!m_state.serverNote.isEmpty())
        server.strong += u", "_s + m_state.serverNote;
    m_server->setContent(server);
    m_server->setAccessibleName(server.strong);
    enableOr(m_server, m_state.locked ? tr("Unlock the vault first") : QString());

    m_address->setContent({Icon::None, Tone::Muted, {}, {}, m_state.url, Icon::Copy, {}});
    m_address->setAccessibleName(tr("Copy the address %1").arg(m_state.url));
    m_address->setToolTip(tr("Copy the address"));
    m_fingerprint->setContent(
        {Icon::Certificate, Tone::Muted, {}, u"SHA-256"_s, shortFingerprint(m_state.fingerprint), Icon::None, {}});
    m_fingerprint->setAccessibleName(tr("Copy the certificate's fingerprint %1").arg(m_state.fingerprint));
    m_fingerprint->setToolTip(tr("SHA-256 fingerprint of the certificate. Click to copy.") + u'\n' + m_state.fingerprint);

    const QString number = rateText(m_state.requestsPerSecond);
    m_requests->setContent({Icon::None, Tone::Normal, number, tr("requests/s"), {}, Icon::None, {}});
    m_requests->setAccessibleName(number + u' ' + tr("requests/s"));

    const QString who = m_state.operatorName.isEmpty()   ? tr("Nobody signed in")
                        : m_state.operatorRole.isEmpty() ? m_state.operatorName
                                                         : QString(m_state.operatorName + u", "_s + m_state.operatorRole);
    const int unread = m_state.operatorName.isEmpty() ? 0 : m_state.unreadNotices;
    const QString told = unread > 0 ? tr("%Ln new notice(s)", nullptr, unread) : QString();
    m_operator->setContent(
        {unread > 0 ? Icon::Bell : Icon::UserCircle, unread > 0 ? Tone::Warning : Tone::Muted, told, who, {}, Icon::None, {}});
    m_operator->setAccessibleName(told.isEmpty() ? who : QString(who + u", "_s + told));
    enableOr(m_operator, m_state.operatorName.isEmpty() ? tr("Sign in first") : QString());
    if (m_state.locked)
        m_lock->setContent({Icon::Lock, Tone::Muted, {}, tr("Locked"), {}, Icon::None, {}});
    else
        m_lock->setContent({Icon::Lock, Tone::Muted, {}, tr("Lock"), {}, Icon::None, u"Ctrl+L"_s});
    m_lock->setAccessibleName(m_state.locked ? tr("Locked") : tr("Lock"));
    enableOr(m_lock, m_state.locked ? tr("Unlock the vault first") : QString());
    arrange();
}

void StatusStrip::openServerMenu()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(u"status.server.menu"_s);
    const bool up = m_state.server == ServerState::Running;
    QAction* start = menu->addAction(icon(Icon::Play), tr("Start server"));
    const bool changes = m_state.server == ServerState::Starting || m_state.server == ServerState::Stopping;
    const QString& refusal = m_state.serverRefusal;
    enableOr(start, !refusal.isEmpty() ? refusal : changes ? waitReason() : up ? tr("The server runs already") : QString());
    connect(start, &QAction::triggered, this, &StatusStrip::startServerRequested);
    QAction* stop = menu->addAction(icon(Icon::Stop), tr("Stop server"));
    enableOr(stop, !refusal.isEmpty() ? refusal : changes ? waitReason() : up ? QString() : tr("The server doesn’t run"));
    connect(stop, &QAction::triggered, this, &StatusStrip::stopServerRequested);
    menu->popup(m_server->mapToGlobal(QPoint(0, -menu->sizeHint().height() - 4)));
}

void StatusStrip::openOperatorMenu()
{
    auto* menu = new QMenu(this);
    menu->setObjectName(u"status.operator.menu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    //: %1: the roles of who is signed in
    QAction* role = menu->addAction(icon(Icon::UserCircle), tr("Role: %1").arg(m_state.operatorRole));
    role->setEnabled(false);
    menu->addSeparator();
    connect(menu->addAction(icon(Icon::Bell),
                            m_state.unreadNotices > 0 ? tr("Notices (%L1 new)…").arg(m_state.unreadNotices) : tr("Notices…")),
            &QAction::triggered, this, &StatusStrip::noticesRequested);
    connect(menu->addAction(icon(Icon::Lock), tr("Change password…")), &QAction::triggered, this,
            &StatusStrip::ownPasswordRequested);
    connect(menu->addAction(icon(Icon::ShieldCheck), tr("Second factor…")), &QAction::triggered, this,
            &StatusStrip::ownFactorRequested);
    connect(menu->addAction(icon(Icon::SignOut), tr("Sign out")), &QAction::triggered, this, &StatusStrip::signOutRequested);
    menu->popup(m_operator->mapToGlobal(QPoint(0, -menu->sizeHint().height() - 4)));
}

void StatusStrip::resizeEvent(QResizeEvent* event)
{
    Surface::resizeEvent(event);
    arrange();
}

void StatusStrip::arrange()
{
    m_lines.clear();
    QList<StripItem*> leading{m_server};
    if (!m_state.url.isEmpty())
        leading << m_address;
    if (!m_state.fingerprint.isEmpty())
        leading << m_fingerprint;
    leading << m_requests;
    for (StripItem* item : {m_address, m_fingerprint, m_requests, m_operator})
        item->setVisible(leading.contains(item) || item == m_operator);

    const int lockWidth = m_lock->sizeHint().width();
    const int operatorWidth = m_operator->sizeHint().width();
    const auto place = [this](QWidget* item, int x, int width) {
        item->setGeometry(mirrored(this, rect(), QRect(x, 0, width, height())));
    };
    int end = width() - trailingInset - lockWidth;
    place(m_lock, end, lockWidth);
    int needed = inset;
    for (const StripItem* item : std::as_const(leading))
        needed += item->sizeHint().width() + 1;
    // Least important first: requests, then the fingerprint, then the address. Who is signed in has a menu that stands nowhere
    // else.
    m_lines << end - 1;
    end -= operatorWidth + 1;
    place(m_operator, end, operatorWidth);
    for (StripItem* victim : {m_requests, m_fingerprint, m_address}) {
        if (needed <= end || !leading.contains(victim))
            continue;
        victim->hide();
        leading.removeOne(victim);
        needed -= victim->sizeHint().width() + 1;
    }
    int x = inset;
    for (StripItem* item : std::as_const(leading)) {
        const int wide = item->sizeHint().width();
        place(item, x, wide);
        x += wide;
        m_lines << x;
        ++x;
    }
    update();
}

void StatusStrip::paintEvent(QPaintEvent* event)
{
    Surface::paintEvent(event);
    QPainter painter(this);
    for (const int x : std::as_const(m_lines))
        painter.fillRect(isRightToLeft() ? width() - 1 - x : x, 1, 1, height() - 1, color(Token::Border));
}

} // namespace sallyport::ui
