#include "ui/leaks/leak_search.h"

#include "ui/console/console.h"

namespace sallyport::ui {

LeakSearch::LeakSearch(Console& console, QObject* parent) : QObject(parent), m_console(console)
{
    connect(&m_work, &WatchedWork::advanced, this, [this] { Q_EMIT progress(m_work.done(), m_work.total()); });
}

void LeakSearch::start(const identity::LeakScanRequest& request)
{
    m_console.run(
        this,
        [request, shared = m_work.begin()](Services& services, const access::Actor& actor, const CancelFlag& locking) {
            return services.leakScan.scan(actor, request, [&](std::int64_t files, std::int64_t bytes) {
                shared->done = files;
                shared->total = bytes;
                return shared->goesOn(locking);
            });
        },
        [this](const Result<identity::LeakReport>& report) {
            m_work.end();
            if (report)
                Q_EMIT finished(*report);
            else
                Q_EMIT failed(report.error());
        });
}

} // namespace sallyport::ui
