#pragma once

#include "ui/console/watched_work.h"
#include "ui/look/surface.h"

#include "backend/base/error.h" // below Qt: moc 6.4 stumbles over <compare> before <string>
#include "backend/records/record.h"

namespace sallyport::ui {

class Console;
class ProgressRow;
class Toast;

/// Records into a file: asks for the file and writes it behind the window. While it does, a line says how far it is and stops it;
/// a file that was stopped is not there.
class RecordExport final : public Surface {
    Q_OBJECT

public:
    RecordExport(Console& console, Toast* toast, QWidget* panel);

    /// The records that `query` takes in, `total` of them; CSV, or JSON if the chosen name ends so.
    void choose(const records::RecordQuery& query, qint64 total);
    void exportTo(const QString& file, const records::RecordQuery& query, qint64 total, bool byteOrderMark = false);
    bool isRunning() const { return m_work.isRunning(); }

Q_SIGNALS:
    void runningChanged();

private:
    void showProgress();
    void finish(const QString& name, const Result<std::int64_t>& count);

    Console& m_console;
    Toast* m_toast;
    WatchedWork m_work;
    ProgressRow* m_progress;
};

} // namespace sallyport::ui
