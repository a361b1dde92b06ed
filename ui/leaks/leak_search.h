#pragma once

#include "ui/console/watched_work.h"

#include "backend/identity/leak_scan/leak_scan.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

namespace sallyport::ui {

class Console;

/// One search for keys at a time, on a worker; says some times a second how far it is. Lives on the GUI thread.
class LeakSearch final : public QObject {
    Q_OBJECT

public:
    explicit LeakSearch(Console& console, QObject* parent = nullptr);

    bool isRunning() const { return m_work.isRunning(); }
    void start(const identity::LeakScanRequest& request);
    /// Ends it soon; `finished` then brings what it has until there.
    void cancel() { m_work.cancel(); }
    bool wasCancelled() const { return m_work.wasCancelled(); }

Q_SIGNALS:
    void progress(qint64 files, qint64 bytes);
    void finished(const sallyport::identity::LeakReport& report);
    void failed(const sallyport::Error& error);

private:
    Console& m_console;
    WatchedWork m_work; ///< files are what is done, bytes what there is in all until now
};

} // namespace sallyport::ui
