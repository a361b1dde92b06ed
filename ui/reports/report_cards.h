#pragma once

#include "backend/reports/report.h"

#include <QAbstractButton>
#include <QList>
#include <QWidget>

class QGridLayout;

namespace sallyport::ui {

class Console;

/// One kind of report to choose: what it tells, of when, in which formats, how many plans make it and how many are kept.
class ReportCard final : public QAbstractButton {
    Q_OBJECT

public:
    ReportCard(reports::Template report, QWidget* parent);

    reports::Template report() const { return m_report; }
    void setCounts(int plans, int kept);
    /// Why it can't be made by whoever looks at it; empty: it can.
    void setAgainst(const QString& reason);
    void retranslate();

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {120, 40}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QStringList facts() const;

    const reports::Template m_report;
    int m_plans = 0, m_kept = 0;
    QString m_against;
};

/// All kinds of report as cards, of which one is chosen; arrow keys go from one to the next.
class ReportCards final : public QWidget {
    Q_OBJECT

public:
    explicit ReportCards(Console& console, QWidget* parent = nullptr);

    reports::Template chosen() const;
    void choose(reports::Template report);
    void setCounts(const std::vector<reports::Plan>& plans, const std::vector<reports::MadeReport>& kept);
    /// Who may make which has changed, or the language.
    void retranslate();

Q_SIGNALS:
    void chosenChanged();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();

    Console& m_console;
    QGridLayout* m_grid;
    QList<ReportCard*> m_cards;
    int m_columns = 0;
};

} // namespace sallyport::ui
