#include "ui/parts/long_work.h"

#include "ui/words/relative_time.h"

#include <QLocale>

#include <algorithm>

namespace sallyport::ui {
namespace {

constexpr double enoughToGuess = 0.05; ///< share of the work before a remaining time is named

} // namespace

LongWork::LongWork(QObject* parent) : QObject(parent)
{
    connect(&m_work, &WatchedWork::advanced, this, &LongWork::advanced);
}

std::function<audit::Progress(const CancelFlag&)> LongWork::begin()
{
    m_since.start();
    return [shared = m_work.begin()](const CancelFlag& locking) -> audit::Progress {
        return [shared, &locking](std::int64_t done, std::int64_t total) {
            shared->done = done;
            shared->total = total;
            return shared->goesOn(locking);
        };
    };
}

double LongWork::share() const
{
    if (m_work.total() <= 0)
        return 0;
    return std::min(1.0, static_cast<double>(m_work.done()) / static_cast<double>(m_work.total()));
}

QString LongWork::text() const
{
    if (m_work.wasCancelled())
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
