#include "ui/parts/address_card.h"

#include "ui/console/permit.h"
#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/parts/address_actions.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/words/relative_time.h"

#include <QGuiApplication>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int cardWidth = 420, edge = 12;

} // namespace

AddressCard::AddressCard()
    : QWidget(nullptr, Qt::ToolTip | Qt::FramelessWindowHint | Qt::WindowStaysOnTopHint | Qt::WindowDoesNotAcceptFocus),
      m_banner(new Banner(u"card"_s, this)), m_ban(makeButton(ButtonKind::Secondary, u"card.ban"_s, m_banner, Icon::Ban)),
      m_allow(makeButton(ButtonKind::Secondary, u"card.allow"_s, m_banner, Icon::Check)),
      m_open(makeButton(ButtonKind::Secondary, u"card.open"_s, m_banner, Icon::External)),
      m_close(makeIconButton(Icon::Close, u"card.close"_s, m_banner))
{
    setObjectName(u"address_card"_s);
    setAttribute(Qt::WA_ShowWithoutActivating);
    m_banner->setPinned(true);
    m_banner->setTone(Tone::Warning, Icon::Shield);
    for (QPushButton* button : {m_ban, m_allow, m_open, m_close})
        m_banner->addAction(button);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_banner);
    setFixedWidth(scaled(cardWidth, this));
    m_goes.setSingleShot(true);
    m_goes.setInterval(shownFor);
    connect(&m_goes, &QTimer::timeout, this, &AddressCard::dismiss);
    connect(m_ban, &QPushButton::clicked, this, &AddressCard::banRequested);
    connect(m_allow, &QPushButton::clicked, this, &AddressCard::allowRequested);
    connect(m_open, &QPushButton::clicked, this, &AddressCard::openRequested);
    for (QPushButton* button : {m_ban, m_allow, m_open, m_close})
        connect(button, &QPushButton::clicked, this, &AddressCard::dismiss);
    onRetranslate(this, [this] { setTexts(); });
}

void AddressCard::setTexts()
{
    setWindowTitle(u"Sallyport"_s);
    m_ban->setText(tr("Ban for %1").arg(lengthText(AddressActions::shortBan.count())));
    m_allow->setText(tr("Allow", "an address rule"));
    m_open->setText(tr("Open"));
    setIconButtonText(m_close, tr("Close"));
}

void AddressCard::setWords(const Words& words)
{
    m_banner->setTitle(words.title);
    m_banner->setText(words.text);
    allow(m_ban, words.againstBan);
    allow(m_allow, words.againstAllow);
}

void AddressCard::showAt(const QRect& trayIcon)
{
    adjustSize();
    const QScreen* screen = trayIcon.isEmpty() ? QGuiApplication::primaryScreen() : QGuiApplication::screenAt(trayIcon.center());
    if (screen == nullptr)
        screen = QGuiApplication::primaryScreen();
    const QRect room = screen->availableGeometry().adjusted(edge, edge, -edge, -edge);
    const bool above = trayIcon.isEmpty() || trayIcon.center().y() > room.center().y();
    const int x = trayIcon.isEmpty() ? room.right() - width() : trayIcon.center().x() - width() / 2;
    const int y = above ? room.bottom() - height() : room.top();
    move(std::clamp(x, room.left(), std::max(room.left(), room.right() - width())), y);
    show();
    m_goes.start();
}

void AddressCard::dismiss()
{
    if (!isVisible())
        return;
    m_goes.stop();
    hide();
    Q_EMIT dismissed();
}

void AddressCard::enterEvent(QEnterEvent*)
{
    m_goes.stop();
}

void AddressCard::leaveEvent(QEvent*)
{
    m_goes.start();
}

} // namespace sallyport::ui
