#include "app/console/change_watch.h"

#include "backend/audit/event_kinds.h"
#include "ui/shell/change_banner.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/toast.h"

#include <algorithm>
#include <chrono>

namespace sallyport::app {

using namespace Qt::StringLiterals;
using access::ProvisionalKind;

namespace {
constexpr std::chrono::milliseconds tick{500};
}

ChangeWatch::ChangeWatch(AppContext& context, QObject* parent) : QObject(parent), m_context(context)
{
    m_tick.setInterval(tick);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        if (show() == 0)
            look(); // taken back just now
    });
    // Whoever loses the events as well is told by what they may do now.
    connect(&context.console, &ui::Console::operatorChanged, this, &ChangeWatch::look);
    connect(&context.console, &ui::Console::eventsArrived, this, [this](const std::vector<audit::Event>& events) {
        if (std::ranges::any_of(events, [](const audit::Event& event) { return event.kind.starts_with("change."); }))
            look();
    });
    connect(context.window.changeBanner(), &ui::ChangeBanner::keepRequested, this, [this] { end(true); });
    connect(context.window.changeBanner(), &ui::ChangeBanner::takeBackRequested, this, [this] { end(false); });
}

void ChangeWatch::look()
{
    if (m_context.console.state() != ui::Console::State::SignedIn)
        return forget();
    m_context.console.run(
        this, [](Services& services, const access::Actor& actor) { return services.provisionalChanges.list(actor); },
        [this](const Result<std::vector<ProvisionalChange>>& changes) { take(changes); });
}

void ChangeWatch::forget()
{
    m_change.reset();
    show();
}

void ChangeWatch::take(const Result<std::vector<ProvisionalChange>>& changes)
{
    m_change.reset();
    if (changes && !changes->empty() && m_context.console.state() == ui::Console::State::SignedIn)
        m_change = changes->front(); // the oldest is the first that is taken back
    m_since.start();
    show();
}

int ChangeWatch::show()
{
    auto* banner = m_context.window.changeBanner();
    if (!m_change) {
        m_tick.stop();
        banner->setChange({}, 0);
        return 0;
    }
    const QString object = QString::fromStdString(m_change->object);
    QString what;
    switch (m_change->kind) {
    case ProvisionalKind::UserRoles: what = tr("Your own roles have changed: you may do less."); break;
    case ProvisionalKind::Role: what = tr("The role %1, which you have, has changed: you may do less.").arg(object); break;
    case ProvisionalKind::RoleRemoval: what = tr("The role %1, which you had, is deleted: you may do less.").arg(object); break;
    case ProvisionalKind::Listening: what = tr("The server listens elsewhere: %1.").arg(object); break;
    case ProvisionalKind::Certificate:
        what = tr("The server shows another certificate: clients that don’t trust it refuse the server.");
        break;
    case ProvisionalKind::Browsers: what = tr("Pages may do less than before: %1.").arg(object); break;
    case ProvisionalKind::AddressRule: what = tr("Your own address is kept out: %1.").arg(object); break;
    // Made with a key, and shown to that key alone; nobody at the window shows one.
    case ProvisionalKind::ServiceAccount:
    case ProvisionalKind::ApiKey: what = tr("%1 may do less.").arg(object); break;
    }
    const auto left = m_change->left - std::chrono::milliseconds(m_since.elapsed());
    const auto seconds = static_cast<int>(std::max<std::int64_t>((left.count() + 999) / 1000, 0));
    banner->setChange(what, seconds);
    if (!m_tick.isActive())
        m_tick.start();
    return seconds;
}

void ChangeWatch::end(bool keep)
{
    if (!m_change)
        return;
    m_context.console.run(
        this,
        [id = m_change->id, keep](Services& services, const access::Actor& actor) {
            return keep ? services.provisionalChanges.confirm(actor, id) : services.provisionalChanges.takeBack(actor, id);
        },
        [this, keep](const Result<ProvisionalChange>& ended) {
            auto* toast = m_context.window.toast();
            if (!ended)
                toast->say(ui::Tone::Danger, ui::errorLine(ended.error()));
            else
                toast->say(ui::Tone::Success, keep ? tr("The change is kept") : tr("The change is taken back"));
            look();
        });
}

} // namespace sallyport::app
