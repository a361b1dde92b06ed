#pragma once

#include "backend/audit/journal.h"
#include "ui/console/watched_work.h"

#include <QElapsedTimer>

#include <functional>

namespace sallyport::ui {

/// A watched work over the journal, or one that counts like it: what share is done, and in words how much time is left.
class LongWork final : public QObject {
    Q_OBJECT

public:
    explicit LongWork(QObject* parent = nullptr);

    bool isRunning() const { return m_work.isRunning(); }
    /// Begins; the returned function is for the service call, and stops it on cancel or when the vault locks.
    std::function<audit::Progress(const CancelFlag&)> begin();
    /// The worker has answered.
    void end() { m_work.end(); }
    void cancel() { m_work.cancel(); }
    /// 0 to 1.
    double share() const;
    /// `62 %, about 40 s left`.
    QString text() const;

Q_SIGNALS:
    void advanced();

private:
    WatchedWork m_work;
    QElapsedTimer m_since;
};

} // namespace sallyport::ui
