#pragma once

#include "backend/audit/journal.h"
#include "ui/console/console.h"

#include <QElapsedTimer>
#include <QTimer>

#include <atomic>
#include <functional>
#include <memory>

namespace sallyport::ui {

/// How far a worker has come, and whether it shall stop: shared between the worker and the window, which looks at it
/// some times a second.
class LongWork final : public QObject {
    Q_OBJECT

public:
    explicit LongWork(QObject* parent = nullptr);

    bool isRunning() const { return m_shared != nullptr; }
    /// Begins; the returned function is for the service call, and stops it on cancel or when the vault locks.
    std::function<audit::Progress(const CancelFlag&)> begin();
    /// The worker has answered.
    void end();
    void cancel();
    /// 0 to 1.
    double share() const;
    /// `62 %, about 40 s left`.
    QString text() const;

Q_SIGNALS:
    void advanced();

private:
    struct Shared {
        std::atomic<std::int64_t> done = 0, total = 0;
        std::atomic<bool> stop = false;
    };

    std::shared_ptr<Shared> m_shared;
    QTimer m_timer;
    QElapsedTimer m_since;
    bool m_cancelled = false;
};

} // namespace sallyport::ui
