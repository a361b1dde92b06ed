#include "ui/threats/threat_pane.h"

#include "ui/charts/column_chart.h"
#include "ui/console/permit.h"
#include "ui/look/retranslate.h"
#include "ui/parts/address_actions.h"
#include "ui/parts/fact_rows.h"
#include "ui/parts/lines_list.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/details_pane.h"
#include "ui/words/event_text.h"
#include "ui/words/relative_time.h"
#include "ui/words/threat_text.h"

#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using protection::ThreatGroup;
using protection::ThreatMinute;
using protection::ThreatRequest;
using protection::ThreatSignal;

namespace {

constexpr int leastMinutes = 15, mostMinutes = 60, threatChartHeight = 132, scoreTop = 100;
constexpr std::chrono::seconds silentAfter{60};

/// In the order in which they are stacked: what is harmless below.
std::vector<ThreatSignal> stackedSignals()
{
    std::vector<ThreatSignal> all;
    for (const ThreatGroup group : {ThreatGroup::Other, ThreatGroup::Volume, ThreatGroup::Probing, ThreatGroup::Attack})
        for (std::size_t at = 0; at < protection::threatSignals; ++at)
            if (protection::threatSignalInfo[at].group == group)
                all.push_back(static_cast<ThreatSignal>(at));
    return all;
}

/// What a request counted as is told where the status alone doesn't say it.
bool isTold(ThreatSignal signal)
{
    return signal == ThreatSignal::Trap || signal == ThreatSignal::FailedSignIns || signal == ThreatSignal::BadSignatures ||
           signal == ThreatSignal::Detection;
}

} // namespace

ThreatPane::ThreatPane(Console& console, AddressActions& actions, QWidget* parent)
    : SubjectPane(console, u"threats.details"_s, parent), m_actions(actions), m_page(m_pane->addPage(u"threats.details.page"_s))
{
    build();
    onRetranslate(this, [this] { setTexts(); });
}

void ThreatPane::build()
{
    m_pane->setAvatarVisible(false);
    m_pane->setCodeTitle();
    auto* facts = m_pane->addSection(m_page);
    facts->setLineAbove(true);
    m_facts = new KeyValueGrid(this);
    m_first = m_facts->addRow(u"first"_s);
    m_network = m_facts->addRow(u"network"_s);
    m_earlier = m_facts->addRow(u"earlier"_s);
    m_notice = new LinesList(u"threats.details.notice"_s, facts);
    m_notice->hide();
    facts->body()->addWidget(m_facts);
    facts->body()->addWidget(m_notice);
    m_chartSection = m_pane->addSection(m_page);
    m_chart = new ColumnChart(u"threats.details.chart"_s, m_chartSection);
    m_chart->setFixedHeight(scaled(threatChartHeight, this));
    m_chart->setWhole(true);
    m_chart->setTight(scoreTop);
    m_chart->setParted(true);
    m_chartSection->setContent(m_chart);
    m_signalsSection = m_pane->addSection(m_page);
    m_signals = new FactRows(u"threats.details.signals"_s, {{8}, {28, true}, {}, {60, true}}, 26, m_signalsSection);
    m_signalsSection->setContent(m_signals);
    m_requestsSection = m_pane->addSection(m_page);
    m_requests = new FactRows(u"threats.details.requests"_s, {{62}, {46}, {}, {24, true}}, 24, m_requestsSection);
    m_requestsSection->setContent(m_requests);
    m_ban = makeButton(ButtonKind::Danger, u"threats.details.ban"_s, this, Icon::Ban);
    m_allow = makeButton(ButtonKind::Secondary, u"threats.details.allow"_s, this);
    m_events = makeButton(ButtonKind::Secondary, u"threats.details.events"_s, this);
    m_pane->addFooterAction(m_ban);
    m_pane->addFooterAction(m_allow);
    m_pane->addFooterDanger(m_events); // no danger: it stands apart from what acts
    connect(m_ban, &QPushButton::clicked, this, [this] {
        if (isBanned())
            Q_EMIT unbanRequested();
        else
            Q_EMIT banRequested();
    });
    connect(m_allow, &QPushButton::clicked, this, &ThreatPane::allowRequested);
    connect(m_events, &QPushButton::clicked, this, &ThreatPane::eventsRequested);
}

void ThreatPane::setTexts()
{
    m_facts->setRowName(u"first"_s, tr("Seen first"));
    m_facts->setRowName(u"network"_s, tr("Network"));
    m_facts->setRowName(u"earlier"_s, tr("Earlier bans"));
    m_chartSection->setTitle(tr("Signals over time"));
    m_requestsSection->setTitle(tr("Recent requests"));
    m_allow->setText(tr("Allow", "an address"));
    m_events->setText(tr("Open events"));
    m_events->setVisible(mayOpenPanel(m_console, u"events"_s));
    if (m_address) {
        showHead();
        showDetail();
    }
}

void ThreatPane::setAddress(const protection::ThreatAddress& address)
{
    const bool same = m_address && m_address->text == address.text;
    m_address = address;
    if (!same)
        m_detail.reset();
    showHead();
    showDetail();
    refresh();
}

void ThreatPane::setThresholds(int wanted, int inForce)
{
    m_wanted = wanted;
    m_inForce = inForce;
    showLevels();
    if (m_address)
        showHead();
}

void ThreatPane::showHead()
{
    const protection::ThreatAddress& address = *m_address;
    m_pane->setTitle(text(address.text));
    const QString score = QLocale().toString(address.score);
    const int points = static_cast<int>(address.score);
    if (isBanned())
        m_pane->pill()->setContent(Tone::Danger, Icon::Ban,
                                   address.bannedUntil
                                       ? tr("%1, banned until %2").arg(score, clockMinuteText(*address.bannedUntil))
                                       : tr("%1, banned").arg(score));
    else if (address.neverBanned)
        m_pane->pill()->setContent(Tone::Muted, Icon::ShieldCheck, tr("%1, never banned").arg(score));
    else
        m_pane->pill()->setContent(points >= std::min(m_wanted, m_inForce) ? Tone::Warning : Tone::Muted,
                                   points >= std::min(m_wanted, m_inForce) ? Icon::Warning : Icon::None,
                                   tr("%1, not banned").arg(score));
    m_pane->pill()->show();
    QStringList names;
    for (const std::string& name : address.signedIn)
        names << text(name);
    m_pane->setSubtitle(names.isEmpty() ? tr("Nobody signed in") : names.join(u", "_s));
    m_first->setText(sameDay(address.seenFirst, now()) ? tr("Today %1").arg(clockText(address.seenFirst))
                                                       : exactTime(localTime(address.seenFirst)));
    QList<FactRows::Row> rows;
    for (const protection::ThreatPart& part : address.parts) {
        FactRows::Cell mark;
        mark.mark = threatGroupFill(protection::infoOf(part.signal).group);
        rows << FactRows::Row{mark,
                              {u"+%1"_s.arg(QLocale().toString(part.points)), TextStyle::BodyStrong},
                              {threatSignalTitle(part.signal)},
                              {threatSignalFacts(part), TextStyle::Small, Tone::Muted}};
    }
    m_signals->setRows(rows);
    m_ban->setText(isBanned() ? tr("Unban") : tr("Ban 1 h"));
    const QString unban = lacks(m_console, access::Permission::BansDelete);
    allow(m_ban, isBanned() ? unban : m_actions.againstBan(), !address.neverBanned || isBanned(), {},
          tr("It is on the allow list, a trusted proxy, or where an operator works"));
    allow(m_allow, m_actions.againstAllow(), !address.neverBanned, {},
          tr("It is on the allow list, a trusted proxy, or where an operator works"));
}

void ThreatPane::showDetail()
{
    const bool known = m_detail.has_value();
    m_network->setText(known ? text(m_detail->network) : QString());
    m_facts->setRowVisible(u"network"_s, known && !m_detail->network.empty());
    QString earlier = u"…"_s;
    if (known) {
        const int bans = static_cast<int>(m_detail->bans.size());
        earlier = bans == 0 ? tr("None in 90 days") : tr("%Ln in 90 days", nullptr, bans);
        if (bans > 0 && !m_detail->bans.front().reason.empty())
            earlier += u": "_s + text(m_detail->bans.front().reason);
    }
    m_earlier->setText(earlier);
    showChart();
    showRequests();
}

void ThreatPane::showChart()
{
    const auto stacked = stackedSignals();
    QList<ChartSeries> series;
    for (const ThreatSignal signal : stacked)
        series << ChartSeries{threatSignalTitle(signal), threatGroupFill(protection::infoOf(signal).group)};
    m_chart->setSeries(series);
    QList<ChartColumn> columns;
    QStringList told;
    if (m_detail) {
        const auto& minutes = m_detail->minutes;
        const int count = std::clamp(static_cast<int>(minutes.size()) + 1, leastMinutes, mostMinutes);
        const UtcTime last = minutes.empty() ? std::chrono::floor<std::chrono::minutes>(now()) : minutes.back().start;
        for (int back = count - 1; back >= 0; --back) {
            const UtcTime start = last - std::chrono::minutes(back);
            const auto found = std::ranges::find(minutes, start, &ThreatMinute::start);
            ChartColumn column;
            column.label = clockMinuteText(start);
            int sum = 0;
            for (const ThreatSignal signal : stacked) {
                const int points = found == minutes.end() ? 0 : found->points[static_cast<std::size_t>(signal)];
                column.values << points;
                sum += points;
            }
            told << u"%1 %2"_s.arg(column.label, QLocale().toString(sum));
            columns << column;
        }
    }
    m_chart->setColumns(columns);
    m_chart->setAccessibleName(tr("Signals over time"));
    m_chart->setAccessibleDescription(told.join(u", "_s));
    const int end = static_cast<int>(columns.size()) - 1;
    m_chart->setAxisLabels(columns.isEmpty()
                               ? QList<QPair<int, QString>>{}
                               : QList<QPair<int, QString>>{{0, columns.front().label}, {end, columns.back().label}});
    m_chartSection->setAside(
        columns.isEmpty() ? QString() : tr("%1 to %2", "14:17 to 14:32").arg(columns.front().label, columns.back().label));
    showLevels();
}

void ThreatPane::showLevels()
{
    const QString inForce = QLocale().toString(m_inForce);
    if (m_wanted == m_inForce)
        return m_chart->setLevels({{static_cast<double>(m_inForce), tr("In force %1").arg(inForce), Token::TextMuted}});
    const bool lower = m_wanted < m_inForce;
    m_chart->setLevels(
        {{static_cast<double>(m_inForce), tr("In force %1").arg(inForce), Token::TextMuted, true, !lower},
         {static_cast<double>(m_wanted), tr("New %1").arg(QLocale().toString(m_wanted)), Token::Accent, false, lower}});
}

void ThreatPane::showRequests()
{
    m_requestsSection->setVisible(m_detail && !m_detail->recent.empty());
    if (!m_detail || m_detail->recent.empty())
        return;
    const auto& recent = m_detail->recent;
    QList<FactRows::Row> rows;
    for (const ThreatRequest& request : recent) {
        const QString status = QString::number(request.status);
        const bool told = request.signal && isTold(*request.signal);
        rows << FactRows::Row{{clockText(request.at), TextStyle::Mono, Tone::Muted},
                              {text(request.method), TextStyle::Mono, Tone::Muted},
                              {text(request.path), TextStyle::Mono},
                              {told ? u"%1, %2"_s.arg(threatSignalTitle(*request.signal), status) : status, TextStyle::Small,
                               told ? Tone::Warning : Tone::Muted}};
    }
    m_requests->setRows(rows);
    m_requestsSection->setCount(QLocale().toString(static_cast<qlonglong>(recent.size())));
    const qint64 seconds = std::chrono::duration_cast<std::chrono::seconds>(recent.front().at - recent.back().at).count();
    const QString length = durationText(std::max<qint64>(1, seconds));
    m_requestsSection->setAside(now() - recent.front().at > silentAfter
                                    ? tr("In %1, then silent").arg(length)
                                    : tr("In %1", "so many requests in this time").arg(length));
}

void ThreatPane::refresh()
{
    if (!m_address)
        return;
    readBehind(
        m_notice,
        [address = m_address->address](Services& services, const access::Actor& actor) {
            return services.threats.read(actor, address);
        },
        [this, address = m_address->text] { return m_address && m_address->text == address; },
        [this](const protection::ThreatDetail& found) {
            m_detail = found;
            m_address = found.now;
            showHead();
            showDetail();
        });
}

} // namespace sallyport::ui
