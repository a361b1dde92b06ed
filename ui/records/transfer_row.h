#pragma once

#include "ui/console/watched_work.h"

#include <QElapsedTimer>

#include "backend/base/error.h" // below Qt: moc 6.4 stumbles over <compare> before <string>
#include "backend/base/result.h"
#include "backend/records/files.h"

class QPushButton;

namespace sallyport::ui {

class Console;
class ElideLabel;
class IconLabel;
class MeterBar;

/// A file on its way to a record or from it: how far it is, how long it takes, a cross that stops it. A refused one stays with
/// its reason until somebody takes it away. Runs once.
class TransferRow final : public QWidget {
    Q_OBJECT

public:
    /// To a record.
    static TransferRow* upload(Console& console, const records::RecordId& record, const QString& path, QWidget* parent);
    /// From a record, into `path`, which may be there.
    static TransferRow* download(Console& console, const records::StoredFile& file, const QString& path, QWidget* parent);

    const records::RecordId& record() const { return m_record; }
    void start();
    bool isRunning() const { return m_work.isRunning(); }
    bool isWaiting() const { return !m_started; }

Q_SIGNALS:
    /// Once: it is there.
    void arrived(const QString& name);
    /// Once: it is over, well or not.
    void ended();
    /// It may go.
    void dismissed();

private:
    TransferRow(Console& console, records::RecordId record, QString name, QString path, QWidget* parent);
    void setTexts();
    void showProgress();
    void finish(const Result<records::StoredFile>& file);

    Console& m_console;
    records::RecordId m_record;
    std::optional<records::StoredFile> m_file; ///< that is downloaded
    QString m_name;
    QString m_path;
    WatchedWork m_work;
    QElapsedTimer m_since;
    IconLabel* m_icon;
    ElideLabel* m_title;
    ElideLabel* m_state;
    MeterBar* m_bar;
    QPushButton* m_stop;
    bool m_started = false;
    bool m_refused = false;
};

} // namespace sallyport::ui
