#include "ui/drill/drill_panel.h"

#include "backend/services/drill_outcome.h"

#include "ui/console/permit.h"
#include "ui/console/watched_work.h"
#include "ui/drill/drill_model.h"
#include "ui/look/margins.h"
#include "ui/look/retranslate.h"
#include "ui/tables/data_table.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_state.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/loading_state.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/progress_row.h"
#include "ui/widgets/small_parts.h"
#include "ui/widgets/state_stack.h"
#include "ui/words/event_text.h"
#include "ui/words/user_text.h"

#include <QLocale>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

DrillPanel::DrillPanel(Console& console, QWidget* parent)
    : Panel(console, parent), m_model(new DrillModel(this)), m_work(new WatchedWork(this)), m_header(new PageHeader(this))
{
    setObjectName(u"drill"_s);
    build();
    connectParts();
    onRetranslate(this, [this] { setTexts(); });
    showState();
    load();
}

DrillPanel::~DrillPanel() = default;

void DrillPanel::build()
{
    m_run = makeButton(ButtonKind::Primary, u"drill.run"_s, m_header, Icon::Play);
    m_header->addAction(m_run);

    m_progressBar = new Surface(Token::Surface, this);
    m_progressBar->setHairlines(Qt::BottomEdge);
    auto* progressRow = new QVBoxLayout(m_progressBar);
    m_progress = new ProgressRow(u"drill.progress"_s, m_progressBar);
    progressRow->addWidget(m_progress);
    setLeadingMargins(m_progressBar, {24, 12, 16, 12});

    m_bannerRoom = new QWidget(this);
    auto* bannerRow = new QVBoxLayout(m_bannerRoom);
    m_banner = new Banner(u"drill.banner"_s, m_bannerRoom);
    bannerRow->addWidget(m_banner);
    setLeadingMargins(m_bannerRoom, {24, 12, 16, 0});

    m_filter = new FilterBar(u"drill.filter"_s, this);
    m_table = new DataTable(u"drill.table"_s, this);
    m_table->setModel(m_model);
    m_table->setColumns(DrillModel::columns());
    m_table->setFixedSort(DrillModel::Verdict, Qt::AscendingOrder);
    m_states = new StateStack(u"drill.list"_s, m_table, this);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_progressBar);
    column->addWidget(m_bannerRoom);
    column->addWidget(m_filter);
    column->addWidget(m_states, 1);
}

void DrillPanel::connectParts()
{
    connect(m_run, &QPushButton::clicked, this, &DrillPanel::run);
    connect(m_progress, &ProgressRow::cancelRequested, m_work, &WatchedWork::cancel);
    connect(m_work, &WatchedWork::advanced, this, [this] {
        const double share = m_work->total() > 0 ? static_cast<double>(m_work->done()) / static_cast<double>(m_work->total()) : 0;
        m_progress->setProgress(share, m_work->wasCancelled() ? tr("Stopping…")
                                       : m_work->total() == 0
                                           ? tr("Making a copy of the server…")
                                           : tr("%1 of %2 kinds").arg(m_work->done() + 1).arg(m_work->total()));
    });
    connect(m_filter->field(), &FilterField::filterChanged, m_model, &DrillModel::search);
    connect(m_states->error(), &ErrorState::retryRequested, this, &DrillPanel::load);
    connect(m_table, &DataTable::rowActivated, this, &DrillPanel::openSetting);
    connect(m_table, &QAbstractItemView::clicked, this, [this](const QModelIndex& index) {
        if (index.column() == DrillModel::Setting)
            openSetting(index.row());
    });
}

void DrillPanel::setTexts()
{
    m_header->setTitle(tr("Drill"));
    m_run->setText(tr("Run drill"));
    m_filter->field()->setPlaceholderText(tr("Filter checks"));
    m_filter->field()->setAccessibleName(tr("Filter checks by attack, kind or setting"));
    m_table->setAccessibleName(tr("What the drill tried"));
    m_states->loading()->setText(tr("Looking for earlier drills"));
    m_model->retranslate();
    showState();
    showReport();
}

void DrillPanel::load()
{
    if (!m_loaded && m_model->report().checks.empty())
        m_states->showLoading();
    console().run(
        this, [](Services& services, const access::Actor& actor, const CancelFlag&) { return services.drills.list(actor, 1); },
        [this](const Result<std::vector<DrillReport>>& reports) {
            if (!reports)
                return m_states->showError(reports.error(), tr("No drill was run, and nothing was changed."));
            m_loaded = true;
            if (!reports->empty() && !m_work->isRunning())
                m_model->setReport(reports->front());
            showState();
            showReport();
        });
}

void DrillPanel::run()
{
    if (m_work->isRunning())
        return;
    console().run(
        this,
        [shared = m_work->begin()](Services& services, const access::Actor& actor, const CancelFlag& locking) {
            return services.drills.run(actor, [&](std::size_t done, std::size_t total, std::string_view) {
                shared->done = static_cast<std::int64_t>(done);
                shared->total = static_cast<std::int64_t>(total);
                return shared->goesOn(locking);
            });
        },
        [this](const Result<DrillReport>& report) { take(report); });
    m_progress->setProgress(0, tr("Making a copy of the server…"));
    showState();
}

void DrillPanel::take(const Result<DrillReport>& report)
{
    m_work->end();
    m_loaded = true;
    if (report)
        m_model->setReport(*report);
    showState();
    showReport();
    if (!report && report.error().code != ErrorCode::Cancelled)
        m_states->showError(report.error(), tr("The server itself was not touched."));
    else if (report)
        m_table->setFocus();
}

void DrillPanel::showState()
{
    const bool running = m_work->isRunning();
    m_progressBar->setVisible(running);
    allow(m_run, lacks(console(), access::Permission::ProtectionUpdate), !running);
    const bool known = !m_model->report().checks.empty();
    m_filter->setVisible(known);
    if (known)
        return m_states->showContent();
    if (!m_loaded && !running)
        return;
    EmptyState* empty = m_states->empty();
    empty->setIcon(Icon::ShieldCheck);
    empty->setTexts(tr("See what this server withstands"),
                    tr("A copy of it, with its settings and none of its data, is attacked on this machine for half a minute."));
    empty->setSteps({{tr("Attacks"), tr("Guessed passwords, forged tokens, injections, scanners, slow requests, floods")},
                     {tr("Honest traffic beside them"), tr("What is refused of it is refused wrongly")},
                     {tr("What decides"), tr("Each row leads to the setting that would have helped")}});
    m_states->showEmpty();
}

void DrillPanel::showReport()
{
    const DrillReport& report = m_model->report();
    m_bannerRoom->setVisible(!report.checks.empty());
    if (report.checks.empty())
        return m_header->setCount({});
    const QLocale locale;
    m_header->setCount(
        tr("%1, %2 s")
            .arg(dateTimeText(report.startedAt), locale.toString(static_cast<double>(report.took.count()) / 1000, 'f', 0)));
    const auto missed = static_cast<int>(report.attacks() - report.caught());
    const auto wrongly = static_cast<int>(report.wronglyBlocked());
    const auto notRun = static_cast<int>(sallyport::notRun(report));
    const bool fine = missed == 0 && wrongly == 0 && notRun == 0;
    m_banner->setTone(missed > 0 ? Tone::Danger
                      : fine     ? Tone::Success
                                 : Tone::Warning,
                      missed > 0 ? Icon::Critical
                      : fine     ? Icon::CheckCircle
                                 : Icon::Warning);
    m_banner->setTitle(missed > 0    ? tr("%Ln attacks came through", nullptr, missed)
                       : wrongly > 0 ? tr("%Ln honest requests were refused", nullptr, wrongly)
                       : notRun > 0  ? tr("%Ln kinds were not tried: the drill's time was over", nullptr, notRun)
                                     : tr("Everything was as it should be"));
    m_banner->setText(tr("%1 of %2 attacks were caught, %3 of %4 honest requests were answered.")
                          .arg(locale.toString(report.caught()), locale.toString(report.attacks()),
                               locale.toString(report.honest() - report.wronglyBlocked()), locale.toString(report.honest())));
}

void DrillPanel::openSetting(int row)
{
    if (row >= 0 && row < m_model->rowCount() && !m_model->check(row).setting.empty())
        Q_EMIT navigate(u"settings"_s, text(m_model->check(row).setting));
}

} // namespace sallyport::ui
