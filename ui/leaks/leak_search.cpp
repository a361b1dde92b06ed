#include "ui/leaks/leak_search.h"

#include "ui/console/console.h"

namespace sallyport::ui {

namespace {

constexpr int TickInterval = 100; // ms

} // namespace

LeakSearch::LeakSearch(Console& console, QObject* parent) : QObject(parent), m_console(console)
{
    m_tick.setInterval(TickInterval);
    connect(&m_tick, &QTimer::timeout, this, [this] { Q_EMIT progress(m_shared->files, m_shared->bytes); });
}

LeakSearch::~LeakSearch()
{
    cancel();
}

void LeakSearch::start(const identity::LeakScanRequest& request)
{
    m_shared = std::make_shared<Shared>();
    m_tick.start();
    m_console.run(
        this,
        [request, shared = m_shared](Services& services, const access::Actor& actor, const CancelFlag& locking) {
            return services.leakScan.scan(actor, request, [&](std::int64_t files, std::int64_t bytes) {
                shared->files = files;
                shared->bytes = bytes;
                return !shared->stop && !locking;
            });
        },
        [this](const Result<identity::LeakReport>& report) {
            m_tick.stop();
            m_shared.reset();
            if (report)
                Q_EMIT finished(*report);
            else
                Q_EMIT failed(report.error());
        });
}

void LeakSearch::cancel()
{
    if (m_shared)
        m_shared->stop = true;
}

} // namespace sallyport::ui
