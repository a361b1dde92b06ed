#include "ui/parts/long_work.h"

#include "ui/words/relative_time.h"

#include <QLocale>

#include <chrono>

using namespace std::chrono_literals;

namespace sallyport::ui {
namespace {

constexpr auto lookInterval = 100ms;
constexpr double enoughToGuess = 0.05; ///< share of the work before a remaining time is named

} // namespace

LongWork::LongWork(QObject* parent) : QObject(parent)
{
    m_timer.setInterval(lookInterval);
    connect(&m_timer, &QTimer::timeout, this, &LongWork::advanced);
}

std::function<audit::Progress(const CancelFlag&)> LongWork::begin()
{
    m_shared = std::make_shared<Shared>();
    m_cancelled = false;
    m_since.start();
    m_timer.start();
    return [shared = m_shared](const CancelFlag& locking) -> audit::Progress {
        return [shared, &locking](std::int64_t done, std::int64_t total) {
            shared->done = done;
            shared->total = total;
            return !shared->stop && !locking;
        };
    };
}

void LongWork::end()
{
    m_timer.stop();
    m_shared.reset();
}

void LongWork::cancel()
{
    if (!m_shared)
        return;
    m_cancelled = true;
    m_shared->stop = true;
    Q_EMIT advanced();
}

double LongWork::share() const
{
    if (!m_shared || m_shared->total <= 0)
        return 0;
    return std::min(1.0, static_cast<double>(m_shared->done) / static_cast<double>(m_shared->total));
}

QString LongWork::text() const
{
    if (m_cancelled)
        return tr("Stopping…");
    const double done = share();
    if (done <= 0)
        return tr("Reading the journal…");
    const QString percent = QLocale().toString(static_cast<int>(done * 100));
    const auto left = static_cast<qint64>(static_cast<double>(m_since.elapsed()) / 1000.0 / done * (1 - done));
    if (done < enoughToGuess || left < 2)
        return tr("%1 %").arg(percent);
    //: %1: per cent done, %2: a length of time
    return tr("%1 %, about %2 left").arg(percent, durationText(left));
}

} // namespace sallyport::ui
