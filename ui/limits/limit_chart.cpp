#include "ui/limits/limit_chart.h"

#include "ui/charts/column_chart.h"
#include "ui/look/margins.h"
#include "ui/look/retranslate.h"
#include "ui/widgets/small_parts.h"
#include "ui/words/event_text.h"
#include "ui/words/rate_rule_text.h"
#include "ui/words/user_text.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using protection::RateHour;

namespace {

constexpr int limitChartHeight = 184;
constexpr int labelEvery = 6;   // hours
constexpr double highest = 3.0; // a limit farther above the columns would press them flat

double perHour(const protection::RateNumbers& numbers)
{
    return numbers.requests * 3600.0 / std::max<double>(1, static_cast<double>(numbers.window.count()));
}

} // namespace

LimitChart::LimitChart(QWidget* parent)
    : Surface(Token::Surface, parent), m_title(new ElideLabel(TextStyle::Heading, Tone::Normal, this)),
      m_legend(new ChartLegend(u"limits.chart.legend"_s, this)), m_note(new ElideLabel(TextStyle::Small, Tone::Muted, this)),
      m_chart(new ColumnChart(u"limits.chart.hours"_s, this))
{
    setObjectName(u"limits.chart"_s);
    setFixedHeight(scaled(limitChartHeight, this));
    m_title->setObjectName(u"limits.chart.title"_s);
    m_note->setObjectName(u"limits.chart.note"_s);
    m_chart->setWhole(true);
    m_chart->setTight(0);
    auto* head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(m_title);
    head->addWidget(m_legend);
    head->addStretch(1);
    head->addWidget(m_note);
    auto* column = new QVBoxLayout(this);
    setLeadingMargins(this, {24, 14, 16, 4});
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_chart, 1);
    onRetranslate(this, [this] { setTexts(); });
}

void LimitChart::setTexts()
{
    m_chart->setSeries({{tr("Answered"), Token::ChartNormal}, {tr("Refused"), Token::ChartRefused}});
    m_legend->setEntries({{tr("Answered"), Token::ChartNormal, {}}, {tr("Refused"), Token::ChartRefused, {}}});
    showHours();
}

void LimitChart::setRule(const protection::RateRule& rule)
{
    if (!m_rule || m_rule->setting.id != rule.setting.id)
        m_usage.reset();
    m_rule = rule;
    m_numbers = rule.setting.numbers;
    showHours();
}

void LimitChart::setUsage(const protection::RateUsage& usage)
{
    m_usage = usage;
    showHours();
}

void LimitChart::setNumbers(const protection::RateNumbers& numbers)
{
    m_numbers = numbers;
    showLimit();
}

void LimitChart::showHours()
{
    if (!m_rule)
        return;
    m_title->setText(tr("%1, hottest key by hour").arg(rateRuleName(m_rule->setting)));
    QList<ChartColumn> columns;
    QList<QPair<int, QString>> labels;
    QStringList told;
    if (m_usage) {
        const int count = static_cast<int>(m_usage->hours.size());
        for (int at = 0; at < count; ++at) {
            const RateHour& hour = m_usage->hours[static_cast<std::size_t>(at)];
            ChartColumn column;
            column.label = clockMinuteText(hour.begin);
            if (!hour.name.empty())
                column.label += u' ' + text(hour.name);
            column.values = {static_cast<double>(hour.answered), static_cast<double>(hour.refused)};
            told << tr("%1: %2 answered, %3 refused")
                        .arg(column.label, QLocale().toString(static_cast<qlonglong>(hour.answered)),
                             QLocale().toString(static_cast<qlonglong>(hour.refused)));
            columns << column;
            // The last one is going on: its time is now.
            if (at % labelEvery == 0 && at + 2 < count)
                labels << qMakePair(at, clockMinuteText(hour.begin));
        }
        if (count > 0)
            labels << qMakePair(count - 1, clockMinuteText(m_usage->at));
    }
    m_chart->setColumns(columns);
    m_chart->setAxisLabels(labels);
    m_chart->setAccessibleName(m_title->text());
    m_chart->setAccessibleDescription(told.join(u"; "_s));
    showLimit();
}

void LimitChart::showLimit()
{
    if (!m_rule)
        return;
    const bool changed = m_numbers != m_rule->setting.numbers;
    const QString limit = m_numbers.window.count() == 3600 ? QLocale().toString(m_numbers.requests)
                                                           : rateLimitText(m_numbers.requests, m_numbers.window);
    const QString words = changed ? tr("New limit %1").arg(limit) : tr("Limit %1").arg(limit);
    double most = 0;
    for (const ChartColumn& column : m_chart->columns())
        most = std::max(most, column.values.value(0) + column.values.value(1));
    const double line = perHour(m_numbers);
    const bool seen = m_usage && most > 0 && line <= most * highest;
    QList<ChartLevel> levels;
    if (seen)
        levels << ChartLevel{line, words, changed ? Token::Accent : Token::TextMuted};
    m_chart->setLevels(levels);
    QString note = tr("Last 24 hours");
    if (m_usage && m_usage->shortSince)
        note = tr("Counted since %1").arg(clockMinuteText(*m_usage->shortSince));
    if (m_usage && !seen)
        note = most > 0 ? tr("%1 is above what is shown").arg(words) : tr("Nobody has used it in 24 hours");
    m_note->setText(note);
}

} // namespace sallyport::ui
