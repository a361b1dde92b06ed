#pragma once

#include <QObject>
#include <QTimer>

#include <atomic>
#include <memory>

#include "backend/identity/leak_scan/leak_scan.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

namespace sallyport::ui {

class Console;

/// One search for keys at a time, on a worker; says some times a second how far it is. Lives on the GUI thread.
class LeakSearch final : public QObject {
    Q_OBJECT

public:
    explicit LeakSearch(Console& console, QObject* parent = nullptr);
    ~LeakSearch() override;

    bool isRunning() const { return m_shared != nullptr; }
    void start(const identity::LeakScanRequest& request);
    /// Ends it soon; `finished` then brings what it has until there.
    void cancel();

Q_SIGNALS:
    void progress(qint64 files, qint64 bytes);
    void finished(const sallyport::identity::LeakReport& report);
    void failed(const sallyport::Error& error);

private:
    struct Shared {
        std::atomic<std::int64_t> files = 0, bytes = 0;
        std::atomic<bool> stop = false;
    };

    Console& m_console;
    std::shared_ptr<Shared> m_shared;
    QTimer m_tick;
};

} // namespace sallyport::ui
