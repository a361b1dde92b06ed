#pragma once

#include "ui/console/open_vault.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <cstdint>
#include <memory>

namespace sallyport::ui {

/// A long work on a worker as the window sees it: how far it has come, and whether it shall stop. What both share outlives
/// either; the window looks at it ten times a second. Lives on the GUI thread.
class WatchedWork final : public QObject {
    Q_OBJECT

public:
    /// The worker's side.
    struct Shared {
        std::atomic<std::int64_t> done = 0, total = 0;
        std::atomic<bool> stop = false;
        /// Shall the worker go on? Not if it was cancelled or the vault locks.
        bool goesOn(const CancelFlag& locking) const { return !stop && !locking; }
    };

    explicit WatchedWork(QObject* parent = nullptr);
    /// Whoever watched is gone: the worker stops.
    ~WatchedWork() override;

    bool isRunning() const { return m_shared != nullptr; }
    /// Begins; the worker counts in what is returned.
    std::shared_ptr<Shared> begin();
    /// The worker has answered.
    void end();
    /// Stops the worker soon.
    void cancel();
    /// True from cancel() to the next begin().
    bool wasCancelled() const { return m_cancelled; }
    /// Zero while nothing runs.
    qint64 done() const { return m_shared ? m_shared->done.load() : 0; }
    qint64 total() const { return m_shared ? m_shared->total.load() : 0; }

Q_SIGNALS:
    /// Some times a second while it runs, and when it is cancelled.
    void advanced();

private:
    std::shared_ptr<Shared> m_shared; ///< while it runs
    QTimer m_timer;
    bool m_cancelled = false;
};

} // namespace sallyport::ui
