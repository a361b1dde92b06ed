#pragma once

#include "backend/reports/report.h"
#include "ui/console/console.h"
#include "ui/parts/long_work.h"
#include "ui/reports/report_period.h"
#include "ui/reports/reports_panel.h"

#include <QWidget>

class QCheckBox;
class QDateEdit;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace sallyport::ui {

class Banner;
class ElideLabel;
class Field;
class ProgressRow;
class ReportCards;
class SegmentedControl;

/// What goes into a report, how much that is, and the file being written.
class ReportForm final : public QWidget {
    Q_OBJECT

public:
    ReportForm(Console& console, ReportHost host, QWidget* parent = nullptr);

    /// A filter as in Live events; `since:` and `until:` in it become a period of their own.
    void setFilter(const QString& filter);
    QString filter() const;
    void setPeriod(PeriodChoice choice);
    void setDates(const QDate& first, const QDate& last);
    void setFormat(audit::ReportFormat format);
    void setTemplate(reports::Template report);
    reports::Template chosenTemplate() const;
    /// What a plan would begin with.
    reports::PlanFields draft() const;
    /// Counts again what the report would hold.
    void refresh();
    /// Writes the report into a file.
    void create(const QString& file);
    /// Makes the report and keeps it in the vault.
    void keep();
    /// Shows its first rows.
    void preview();
    void cancel() { m_work.cancel(); }
    bool isRunning() const { return m_work.isRunning(); }
    ReportCards* cards() const { return m_cards; }
    /// What is to be put below the page: what will be made, its buttons, how far it is and what came of it.
    QWidget* doing() const { return m_doing; }
    /// Events that the report would hold; -1 while unknown.
    std::int64_t count() const { return m_count; }

Q_SIGNALS:
    /// A report was written, cancelled or failed: the journal has a new entry.
    void reported();
    void counted();
    /// A report was kept.
    void kept();
    /// The preview is there, or why there is none.
    void previewed();

private:
    void build();
    QWidget* makePeriod();
    QWidget* makeDoing();
    QWidget* makeResult(QWidget* parent);
    void setTexts();
    void offerFormats(std::size_t count);
    void nameFormats();
    void showPreview();
    void showWork();
    void check();
    std::optional<audit::EventQuery> query() const;
    std::optional<reports::ReportQuery> reportQuery() const;
    std::optional<reports::Format> keptFormat() const;
    audit::ReportFormat format() const;
    void createTemplate(const QString& file);
    void tellWork(Tone tone, Icon icon, std::function<QString()> title, std::function<QString()> text);
    QString suggestedName() const;
    QString nameFilter() const;
    void takeResult(const Result<audit::ReportResult>& result, const QString& file);
    UtcTime now() const;

    Console& m_console;
    ReportHost m_host;
    LongWork m_work;
    QTimer m_wait;
    ReportCards* m_cards = nullptr;
    SegmentedControl* m_period = nullptr;
    Field* m_periodField = nullptr;
    QWidget* m_dates = nullptr;
    QLabel* m_to = nullptr;
    QDateEdit* m_first = nullptr;
    QDateEdit* m_last = nullptr;
    QLineEdit* m_filter = nullptr;
    Field* m_filterField = nullptr;
    QCheckBox* m_mark = nullptr;
    QCheckBox* m_pseudonyms = nullptr;
    SegmentedControl* m_format = nullptr; ///< made anew when other formats are to be had
    QHBoxLayout* m_formatRow = nullptr;
    Field* m_formatField = nullptr;
    QWidget* m_doing = nullptr;
    ElideLabel* m_preview = nullptr;
    ElideLabel* m_head = nullptr;
    QPushButton* m_create = nullptr;
    QPushButton* m_keep = nullptr;
    QPushButton* m_show = nullptr;
    ProgressRow* m_progress = nullptr;
    Banner* m_result = nullptr;
    QPushButton* m_open = nullptr;
    QPushButton* m_openFolder = nullptr;
    std::function<void()> m_resultTexts; ///< says the last result again in another language
    QString m_file;
    std::int64_t m_count = -1;
    bool m_countFailed = false;
    bool m_ofEvents = true; ///< the last result is
    std::uint64_t m_generation = 0;
};

} // namespace sallyport::ui
