#include "app/console/tray_watch.h"

#include "backend/audit/event_kinds.h"
#include "backend/base/ip_address.h"
#include "ui/console/permit.h"
#include "ui/widgets/toast.h"
#include "ui/words/event_text.h"
#include "ui/words/user_text.h"

#include <algorithm>
#include <array>

namespace sallyport::app {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array cardKinds{audit::kind::addressBanned, audit::kind::addressRefused, audit::kind::detectionBlocked};

/// Nobody bans the machine that they work at.
bool isForACard(const audit::Event& event)
{
    if (std::ranges::find(cardKinds, std::string_view(event.kind)) == cardKinds.end())
        return false;
    const auto address = IpAddress::parse(event.address);
    return address && !address->isLoopback();
}

} // namespace

TrayWatch::TrayWatch(AppContext& context, std::unique_ptr<ui::Tray> tray, Navigate navigate, QObject* parent)
    : QObject(parent), m_context(context), m_tray(std::move(tray)), m_navigate(std::move(navigate)),
      m_inFront([&context] { return context.window.isActiveWindow() && !context.window.isMinimized(); }),
      m_actions(new ui::AddressActions(context.console, &context.window, context.window.toast()))
{
    m_since.start();
    connect(&context.console, &ui::Console::settingsChanged, this, &TrayWatch::follow);
    connect(&context.console, &ui::Console::unlocked, this, &TrayWatch::follow);
    connect(&context.console, &ui::Console::locked, this, &TrayWatch::follow);
    connect(&context.console, &ui::Console::operatorChanged, &m_card, &QWidget::hide);
    connect(&context.console, &ui::Console::eventsArrived, this, &TrayWatch::take);
    connect(m_tray.get(), &ui::Tray::activated, this, &TrayWatch::raiseWindow);
    connect(&m_card, &ui::AddressCard::banRequested, this,
            [this] { m_actions->banShortly(m_address, tr("Banned from a card of the tray")); });
    connect(&m_card, &ui::AddressCard::allowRequested, this, [this] {
        raiseWindow(); // it asks there
        m_actions->letIn(m_address);
    });
    connect(&m_card, &ui::AddressCard::openRequested, this, [this] {
        raiseWindow();
        if (ui::mayOpenPanel(m_context.console, u"threats"_s))
            m_navigate(u"threats"_s, m_address);
        else
            m_navigate(u"events"_s, u"address:"_s + m_address);
    });
    follow();
}

TrayWatch::~TrayWatch() = default;

bool TrayWatch::isOn() const
{
    return m_context.console.settings()->consoleTray && m_tray->isAvailable();
}

void TrayWatch::follow()
{
    if (m_context.console.state() == ui::Console::State::Locked) {
        m_card.hide();
        m_shown.clear();
    }
    if (isOn()) {
        const QString vault = m_context.console.vaultName();
        m_tray->show(vault.isEmpty() ? u"Sallyport"_s : u"Sallyport, "_s + vault);
    } else {
        m_tray->hide();
        m_card.hide();
    }
}

void TrayWatch::take(const std::vector<audit::Event>& events)
{
    if (!isOn() || m_inFront() || m_card.isVisible())
        return;
    for (const audit::Event& event : events)
        if (isForACard(event) && isNews(ui::text(event.address)))
            return show(event);
}

bool TrayWatch::isNews(const QString& address)
{
    const qint64 now = m_since.elapsed();
    m_shown.removeIf([now](const std::pair<const QString&, qint64&>& known) { return now - known.second >= quiet; });
    if (m_shown.contains(address) || m_shown.size() >= rememberedMost)
        return false;
    m_shown.insert(address, now);
    return true;
}

void TrayWatch::show(const audit::Event& event)
{
    m_address = ui::text(event.address);
    ui::AddressCard::Words words;
    //: %1: an address
    words.title = tr("%1: %2", "address: what happened").arg(m_address, ui::kindTitle(event.kind));
    const QString time = ui::clockText(event.time);
    words.text = event.path.empty() ? time : tr("%1, %2", "time, request").arg(time, ui::text(event.method + " " + event.path));
    words.againstBan = m_actions->againstBan();
    words.againstAllow = m_actions->againstAllow();
    m_card.setWords(words);
    m_card.showAt(m_tray->geometry());
}

void TrayWatch::raiseWindow()
{
    auto& window = m_context.window;
    window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
    window.show();
    window.raise();
    window.activateWindow();
}

} // namespace sallyport::app
