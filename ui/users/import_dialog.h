#pragma once

#include "ui/console/watched_work.h"
#include "ui/widgets/dialog_frame.h"

#include <QTemporaryFile>

#include <atomic>
#include <memory>

#include "backend/identity/users/user_transfer.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

class QLabel;
class QScrollArea;

namespace sallyport::ui {

class Banner;
class Console;
class LinesList;
class ProgressRow;

/// Adds the users of a CSV file: first it tells what would happen, row by row, then it does it.
class ImportDialog final : public DialogFrame {
    Q_OBJECT

public:
    ImportDialog(Console& console, const QString& file, QWidget* parent);

    /// What became of each row, into a file of its own: line, outcome and reasons, as `sallyportd user import --report` writes
    /// it.
    void saveReportTo(const QString& path);

Q_SIGNALS:
    /// Users were added.
    void imported(qint64 added);

private:
    struct Outcome {
        identity::ImportReport report;
        std::vector<identity::ImportRow> added, notAdded; ///< the first of each
        std::optional<Error> failure;                     ///< that ended it in the middle
        QTemporaryFile rows;                              ///< all, a line each
        bool rowsKept = false;                            ///< the disk took them
    };
    void reject() override;
    void setTexts();
    void start(bool dryRun);
    void finish(const Result<std::shared_ptr<Outcome>>& outcome, bool dryRun);
    void showFailure(const Error& error);
    void showProgress();
    void showOutcome();
    void showButtons();
    void chooseReport();
    QString summary() const;

    Console& m_console;
    QString m_file;
    QLabel* m_what;
    QLabel* m_summary;
    LinesList* m_rows;
    QScrollArea* m_area;
    ProgressRow* m_progress;
    Banner* m_failure;
    QPushButton* m_report;
    QPushButton* m_cancel;
    QPushButton* m_import;
    bool m_adding = false;                                ///< this run changes something
    double m_share = 0;                                   ///< that the bar shows
    qint64 m_rowsTried = 0;                               ///< that the file has, from the dry run
    std::shared_ptr<std::atomic<qint64>> m_added, m_read; ///< users of this run, bytes of the file
    WatchedWork m_work;
    std::shared_ptr<Outcome> m_outcome; ///< of the last run
};

} // namespace sallyport::ui
