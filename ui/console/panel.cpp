#include "ui/console/panel.h"

#include <algorithm>

namespace sallyport::ui {

namespace {

constexpr int refreshDelay = 2000; // ms

} // namespace

Panel::Panel(Console& console, QWidget* parent) : QWidget(parent), m_console(console)
{
    m_refreshLater.setSingleShot(true);
    m_refreshLater.setInterval(refreshDelay);
    connect(&m_refreshLater, &QTimer::timeout, this, [this] { refresh(); });
}

void Panel::refreshAfter(std::vector<std::string_view> kinds)
{
    connect(&m_console, &Console::eventsArrived, this, [this, kinds = std::move(kinds)](const std::vector<audit::Event>& events) {
        const bool ours = std::ranges::any_of(events, [&](const audit::Event& event) {
            return std::ranges::any_of(kinds, [&](std::string_view kind) { return event.kind.starts_with(kind); });
        });
        if (ours && !m_refreshLater.isActive())
            m_refreshLater.start();
    });
}

void Panel::showEventsOf(std::string_view name)
{
    auto text = QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
    Q_EMIT navigate(QStringLiteral("events"), QStringLiteral("user:\"%1\"").arg(text.remove(u'"')));
}

} // namespace sallyport::ui
