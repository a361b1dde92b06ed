// What DashboardPanel shows of the figures it has; how it is laid out stands in dashboard_panel.cpp.

#include "ui/dashboard/dashboard_panel.h"

#include "backend/base/time_format.h"
#include "ui/charts/bar_list.h"
#include "ui/charts/column_chart.h"
#include "ui/charts/sparkline.h"
#include "ui/console/permit.h"
#include "ui/dashboard/first_steps.h"
#include "ui/dashboard/needs_list.h"
#include "ui/dashboard/traffic_texts.h"
#include "ui/dashboard/warnings_list.h"
#include "ui/parts/figure_cell.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/loading_state.h"
#include "ui/widgets/meter_bar.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/small_parts.h"
#include "ui/widgets/state_stack.h"
#include "ui/words/event_text.h"
#include "ui/words/rate_text.h"
#include "ui/words/relative_time.h"
#include "ui/words/text_helpers.h"

#include <QLocale>

#include <algorithm>

using namespace std::chrono_literals;

namespace sallyport::ui {

using protection::Traffic;
using protection::TrafficSample;
using protection::TrafficStage;

namespace {

QString number(std::uint64_t value)
{
    return QLocale().toString(static_cast<qulonglong>(value));
}

int asInt(std::int64_t count)
{
    return static_cast<int>(std::min<std::int64_t>(count, 1'000'000'000));
}

std::uint64_t sum(const journal::EventColumn& column)
{
    return std::uint64_t{column.info} + column.notice + column.warning + column.critical;
}

/// The part of the last column that has passed.
double filledPart(const std::vector<TrafficSample>& series, Traffic::Span span, UtcTime now)
{
    if (series.empty())
        return 1;
    const double passed = static_cast<double>((now - series.back().start).count()) / 1e6;
    return passed / secondsOf(span);
}

QString axisText(UtcTime time, Traffic::Span span)
{
    if (span != Traffic::Span::Week)
        return clockMinuteText(time);
    return QLocale().toString(localTime(time).date(), QStringLiteral("d MMM"));
}

/// `14:31`, with the day if it is another.
QString sinceText(UtcTime since, UtcTime now)
{
    return sameDay(since, now) ? clockMinuteText(since) : axisText(since, Traffic::Span::Week) + u' ' + clockMinuteText(since);
}

constexpr double unusualFactor = 3;
constexpr std::int64_t unusualLeast = 20;

} // namespace

void DashboardPanel::setTexts()
{
    m_header->setTitle(tr("Dashboard"));
    m_newReport->setText(tr("New report"));
    m_states->loading()->setText(tr("Reading the figures"));
    m_requests->setTitle(tr("Requests now"));
    m_refused->setTitle(tr("Refused or blocked, last hour"));
    m_failures->setTitle(tr("Failed sign-ins, 24 h"));
    m_users->setTitle(tr("Users with MFA"));
    m_chartTitle->setText(tr("Requests per second"));
    m_span->setSegmentText(0, tr("1 hour"));
    m_span->setSegmentText(1, tr("24 hours"));
    m_span->setSegmentText(2, tr("7 days"));
    m_refusalsTitle->setText(tr("Refusals by stage"));
    m_signInsTitle->setText(tr("Sign-ins"));
    m_unusual->setContent(Tone::Warning, Icon::Warning, tr("Unusual"));
    m_chart->setAccessibleName(tr("Requests per second"));
    m_signIns->setAccessibleName(tr("Sign-ins by hour"));
    m_refusals->setAccessibleName(tr("Refusals by stage"));
    showTraffic();
    showData();
}

void DashboardPanel::showTraffic()
{
    showFigures();
    showChart();
    showRefusals();
}

void DashboardPanel::showFigures()
{
    const Traffic* traffic = console().traffic();
    if (traffic == nullptr)
        return;
    const auto hourSince = traffic->shortSince(Traffic::Span::Hour);
    const double rate = traffic->requestsPerSecond();
    const auto hour = traffic->series(Traffic::Span::Hour);
    const auto totals = totalsOf(hour);
    m_requests->setFigure(rateText(rate), tr("/s"));
    int percent = 0;
    const bool wholeDay = !traffic->shortSince(Traffic::Span::Day);
    if (!wholeDay || !comparedWithYesterday(traffic->series(Traffic::Span::Day), rate, percent))
        m_requests->setNote(hourSince ? tr("%1 since %2").arg(number(totals.all()), sinceText(*hourSince, now()))
                                      : tr("%Ln in the last hour", nullptr, asInt(static_cast<std::int64_t>(totals.all()))));
    else if (percent >= 0)
        m_requests->setNote(tr("%1% more than yesterday").arg(percent));
    else
        m_requests->setNote(tr("%1% less than yesterday").arg(-percent));

    QList<double> requests;
    QList<double> refusedShare;
    // Without the minute that is not over: it would look like a drop.
    const std::size_t complete = hour.empty() ? 0 : hour.size() - 1;
    const std::size_t from = complete > 12 ? complete - 12 : 0;
    for (std::size_t i = from; i < complete; ++i) {
        const double all = static_cast<double>(hour[i].answered) + hour[i].refused + hour[i].blocked + hour[i].failed;
        requests << all;
        refusedShare << (all > 0 ? (hour[i].refused + hour[i].blocked) / all : 0);
    }
    m_requestsLine->setValues(requests);
    m_refusedLine->setValues(refusedShare);

    const auto stopped = totals.refused + totals.blocked;
    const double share = totals.all() == 0 ? 0 : 100.0 * static_cast<double>(stopped) / static_cast<double>(totals.all());
    m_refused->setFigure(QLocale().toString(share, 'f', share < 10 ? 1 : 0), tr("%"));
    m_refused->setNote(totals.all() == 0 ? hourSince ? tr("No requests since %1").arg(sinceText(*hourSince, now()))
                                                     : tr("No requests in the last hour")
                                         : tr("%1 of %2 requests").arg(number(stopped), number(totals.all())));
}

void DashboardPanel::showEventsOfRange(int first, int last)
{
    const auto at = [this](int column) { return m_chartStarts[static_cast<std::size_t>(column)]; };
    if (first < 0 || last < first || static_cast<std::size_t>(last) >= m_chartStarts.size())
        return;
    QString filter = QStringLiteral("since:") + toQString(toRfc3339(at(first)));
    if (static_cast<std::size_t>(last) + 1 < m_chartStarts.size()) // the last column ends now
        filter += QStringLiteral(" until:") + toQString(toRfc3339(at(last + 1)));
    Q_EMIT navigate(QStringLiteral("events"), filter);
}

void DashboardPanel::showChart()
{
    const Traffic* traffic = console().traffic();
    if (traffic == nullptr)
        return;
    const auto span = static_cast<Traffic::Span>(m_span->current());
    const auto series = traffic->series(span);
    const auto totals = totalsOf(series);
    QList<ChartSeries> parts{
        {tr("Answered"), Token::ChartNormal}, {tr("Refused"), Token::ChartRefused}, {tr("Blocked"), Token::ChartBlocked}};
    // Where room is short what goes well gives way to what doesn't.
    QList<ChartLegend::Entry> legend{{parts[0].name, parts[0].fill, number(totals.answered), 0},
                                     {parts[1].name, parts[1].fill, number(totals.refused), 1},
                                     {parts[2].name, parts[2].fill, number(totals.blocked), 2}};
    if (totals.failed > 0) {
        parts << ChartSeries{tr("Failed"), Token::ChartOther};
        legend << ChartLegend::Entry{parts[3].name, parts[3].fill, number(totals.failed), 3};
    }
    QList<ChartColumn> columns;
    QList<QPair<int, QString>> labels;
    const int count = static_cast<int>(series.size());
    m_chartStarts.clear();
    for (const TrafficSample& sample : series)
        m_chartStarts.push_back(sample.start);
    const double filled = filledPart(series, span, now());
    for (int i = 0; i < count; ++i) {
        const TrafficSample& sample = series[static_cast<std::size_t>(i)];
        const double seconds = secondsOf(span) * (i == count - 1 ? std::clamp(filled, 0.05, 1.0) : 1.0);
        ChartColumn column{axisText(sample.start, span),
                           {sample.answered / seconds, sample.refused / seconds, sample.blocked / seconds}};
        if (totals.failed > 0)
            column.values << sample.failed / seconds;
        columns << column;
    }
    for (int tick = 0; tick <= 4 && count > 4; ++tick) {
        const int at = tick * (count - 1) / 4;
        labels << qMakePair(at, axisText(series[static_cast<std::size_t>(at)].start, span));
    }
    const auto since = traffic->shortSince(span);
    m_chartSince->setText(since ? tr("Since %1").arg(sinceText(*since, now())) : QString());
    m_chartSince->setVisible(since.has_value());
    m_chartLegend->setEntries(legend);
    m_chart->setSeries(parts);
    m_chart->setColumns(columns);
    m_chart->setAxisLabels(labels);
    annotate();
}

void DashboardPanel::annotate()
{
    m_chart->setAnnotation(-1, Icon::None, {}, {});
    const Traffic* traffic = console().traffic();
    const auto critical = std::find_if(m_data.warnings.begin(), m_data.warnings.end(),
                                       [](const audit::Event& event) { return event.severity == audit::Severity::Critical; });
    if (traffic == nullptr || critical == m_data.warnings.end())
        return;
    const auto series = traffic->series(static_cast<Traffic::Span>(m_span->current()));
    for (int i = static_cast<int>(series.size()) - 1; i >= 0; --i) {
        const UtcTime start = series[static_cast<std::size_t>(i)].start;
        if (critical->time < start)
            continue;
        if (i + 1 < static_cast<int>(series.size()) || critical->time <= now())
            m_chart->setAnnotation(i, Icon::Critical, eventHeadline(*critical), clockMinuteText(critical->time));
        return;
    }
}

void DashboardPanel::showRefusals()
{
    const Traffic* traffic = console().traffic();
    if (traffic == nullptr)
        return;
    const auto stages = traffic->refusalsByStage();
    QList<BarList::Entry> entries;
    std::uint64_t total = 0;
    for (std::size_t i = 0; i < stages.size(); ++i) {
        total += stages[i];
        const auto stage = static_cast<TrafficStage>(i);
        if (stages[i] > 0)
            entries << BarList::Entry{trafficStageText(stage), static_cast<double>(stages[i]),
                                      stage == TrafficStage::Address ? Token::ChartBlocked : Token::ChartRefused};
    }
    std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.value > b.value; });
    const auto since = traffic->shortSince(Traffic::Span::Day);
    m_refusalsSpan->setText(since ? tr("Since %1").arg(sinceText(*since, now())) : tr("24 h"));
    m_refusalsQuiet->setText(since ? tr("Nothing was refused since then") : tr("Nothing was refused"));
    m_refusals->setEntries(entries);
    m_refusals->setVisible(total > 0);
    m_refusalsQuiet->setVisible(total == 0);
    m_refusalsTotal->setText(total == 0 ? QString() : tr("%1 in all").arg(number(total)));
}

void DashboardPanel::showData()
{
    if (!m_hasData)
        return;
    m_failures->setFigure(number(static_cast<std::uint64_t>(m_data.failedSignIns)), {});
    const bool fromOne = m_data.fromBusiestAddress >= 5 && m_data.fromBusiestAddress * 2 >= m_data.failedSignIns;
    m_failures->setNote(fromOne ? tr("%Ln of them from one address", nullptr, asInt(m_data.fromBusiestAddress))
                                : tr("%Ln in the 24 hours before", nullptr, asInt(m_data.failedSignInsBefore)));
    m_unusual->setVisible(m_data.failedSignIns >= unusualLeast &&
                          static_cast<double>(m_data.failedSignIns) >
                              unusualFactor * static_cast<double>(m_data.failedSignInsBefore));

    const identity::MfaFigures& all = m_data.coverage.all;
    m_users->setFigure(QLocale().toString(identity::coveredPercent(all)), tr("%"));
    const QString ofAll =
        tr("%1 of %2 active")
            .arg(number(static_cast<std::uint64_t>(all.withFactor)), number(static_cast<std::uint64_t>(all.users)));
    m_users->setNote(all.inGrace == 0 ? ofAll
                                      //: %1: “1,117 of 1,284 active”
                                      : tr("%1; %Ln in grace period", nullptr, asInt(all.inGrace)).arg(ofAll));
    m_mfaBar->setShare(identity::coveredShare(all));
    m_warnings->setEvents(m_data.warnings, now());
    showSignIns();
    showNeeds();
    showFirstSteps();
    annotate();
}

void DashboardPanel::showSignIns()
{
    QList<ChartColumn> columns;
    QList<QPair<int, QString>> labels;
    std::uint64_t succeeded = 0, failed = 0;
    const std::size_t count = std::min(m_data.succeeded.size(), m_data.failed.size());
    for (std::size_t i = 0; i < count; ++i) {
        const auto good = sum(m_data.succeeded[i]), bad = sum(m_data.failed[i]);
        succeeded += good;
        failed += bad;
        const QString label = clockMinuteText(m_data.succeeded[i].start);
        columns << ChartColumn{label, {static_cast<double>(good), static_cast<double>(bad)}};
        if (i % 8 == 0 || i + 1 == count)
            labels << qMakePair(static_cast<int>(i), label);
    }
    // The last two would touch.
    if (labels.size() > 2 && labels.last().first - labels[labels.size() - 2].first < 5)
        labels.removeAt(labels.size() - 2);
    const QList<ChartSeries> parts{{tr("Succeeded"), Token::ChartNormal}, {tr("Failed"), Token::ChartBlocked}};
    m_signInsLegend->setEntries(
        {{parts[0].name, parts[0].fill, number(succeeded), 0}, {parts[1].name, parts[1].fill, number(failed), 1}});
    m_signIns->setSeries(parts);
    m_signIns->setColumns(columns);
    m_signIns->setAxisLabels(labels);
}

void DashboardPanel::showNeeds()
{
    if (!m_hasData)
        return;
    const auto needs = needsFor(console(), m_data, now());
    m_countedElsewhere = ui::countedElsewhere(needs);
    m_needs->setNeeds(needs);
    Q_EMIT countChanged(m_needs->count());
}

void DashboardPanel::showFirstSteps()
{
    const Traffic* traffic = console().traffic();
    if (!m_hasData || traffic == nullptr)
        return;
    const bool running = console().serverStatus().state == ServerStatus::State::Running;
    m_firstSteps->setSteps(firstStepsOf(m_data, running, totalsOf(traffic->series(Traffic::Span::Week)).answered > 0,
                                        traffic->shortSince(Traffic::Span::Week).has_value()));
}

void DashboardPanel::takeStep(int step)
{
    switch (static_cast<FirstStep::What>(step)) {
    case FirstStep::What::StartServer: return console().startServer();
    case FirstStep::What::OwnFactor:
        Q_EMIT navigate(QStringLiteral("users"), QString::fromStdString(console().actor().id.text()));
        return;
    case FirstStep::What::AddUser: Q_EMIT navigate(QStringLiteral("users"), {}); return;
    case FirstStep::What::LetIn: Q_EMIT navigate(QStringLiteral("keys"), {}); return;
    }
}

void DashboardPanel::takeNeed(const Need& need)
{
    if (need.panel.isEmpty())
        console().startServer();
    else
        Q_EMIT navigate(need.panel, need.argument);
}

} // namespace sallyport::ui
