#include "ui/access_policies/replay_view.h"

#include "ui/access_policies/policy_draft.h"
#include "ui/console/console.h"
#include "ui/console/permit.h"
#include "ui/look/margins.h"
#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/tables/data_table.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/progress_row.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/small_parts.h"
#include "ui/words/access_text.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using access::Permission;

namespace {

constexpr std::array periods{1, 7, 30};
enum ReplayPage { WordsPage, ProgressPage, FailurePage, TablePage };

QString grouped(std::int64_t number)
{
    return QLocale().toString(static_cast<qlonglong>(number));
}

} // namespace

void ReplayModel::setFound(const ReplayFound& found, By by)
{
    beginResetModel();
    m_by = by;
    m_rows.clear();
    const auto& counts = by == By::Person  ? found.replay.bySubject
                         : by == By::Route ? found.replay.byRoute
                                           : found.replay.byObject;
    for (const auto& count : counts)
        for (const bool allows : {false, true}) {
            const std::int64_t times = allows ? count.allowed : count.denied;
            if (times == 0)
                continue;
            Row row{allows, text(count.name), {}, times};
            QStringList actions;
            for (const auto& flip : found.replay.flips) {
                const bool same = by == By::Person  ? flip.subjectId == count.key
                                  : by == By::Route ? flip.route == count.key
                                                    : flip.kind + ' ' + flip.objectId == count.key;
                if (same && flip.then == allows && !actions.contains(actionText(flip.action)))
                    actions << actionText(flip.action);
            }
            row.what = actions.join(u", "_s);
            if (by == By::Record)
                if (const auto title = found.titles.find(count.name); title != found.titles.end())
                    row.name = text(title->second);
            if (row.name.isEmpty())
                row.name = tr("Nobody signed in");
            m_rows.push_back(std::move(row));
        }
    endResetModel();
}

int ReplayModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ReplayModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ReplayModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case RowIdRole: return QString(row.name + QString::number(index.row()));
    case CellIconRole:
        return index.column() == Change ? QVariant(static_cast<int>(row.allows ? Icon::Check : Icon::Cross)) : QVariant();
    case CellIconToneRole:
        return index.column() == Change ? QVariant(static_cast<int>(row.allows ? Tone::Success : Tone::Danger)) : QVariant();
    case CellStrongRole: return index.column() == Name;
    case CellToneRole: return index.column() == What ? QVariant(static_cast<int>(Tone::Muted)) : QVariant();
    case Qt::ToolTipRole: return index.column() == What || index.column() == Name ? data(index, Qt::DisplayRole) : QVariant();
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: break;
    default: return {};
    }
    switch (index.column()) {
    case Change: return row.allows ? tr("Deny to allow") : tr("Allow to deny");
    case Name: return row.name;
    case What: return row.what;
    default: return grouped(row.times);
    }
}

QVariant ReplayModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Change: return tr("Change");
    case Name: return m_by == By::Person ? tr("Who") : m_by == By::Route ? tr("Route") : tr("Record");
    case What: return tr("What");
    case Times: return tr("Times");
    default: return {};
    }
}

QList<Column> ReplayModel::columns()
{
    QList<Column> list(ColumnCount);
    list[Change] = {QStringLiteral("change"), 132, 0, 1};
    list[Change].words = [] { return QStringList{tr("Deny to allow"), tr("Allow to deny")}; };
    list[Name] = {QStringLiteral("name"), 150, 0, 4};
    list[What] = {QStringLiteral("what"), 150, 1, 5};
    list[Times] = {QStringLiteral("times"), 64, 0, 1};
    list[Times].trailing = true;
    for (Column& column : list)
        column.sortable = false; // the most often first
    return list;
}

ReplayView::ReplayView(Console& console, PolicyDraft* draft, QWidget* parent)
    : Surface(Token::Surface, parent), m_console(console), m_draft(draft), m_model(new ReplayModel(this)),
      m_title(new ElideLabel(TextStyle::Heading, Tone::Normal, this)),
      m_note(new ElideLabel(TextStyle::Small, Tone::Muted, this)), m_pill(new Pill(this)),
      m_by(new SegmentedControl(u"policy.replay.by"_s, this)), m_period(new FilterChip(u"policy.replay.period"_s, this)),
      m_run(makeButton(ButtonKind::Secondary, u"policy.replay.run"_s, this, Icon::Refresh, ButtonSize::Tool)),
      m_pages(new QStackedWidget(this)), m_words(new ElideLabel(TextStyle::Body, Tone::Muted, this)),
      m_progress(new ProgressRow(u"policy.replay.progress"_s, this)), m_failure(new Banner(u"policy.replay.failure"_s, this)),
      m_table(new DataTable(u"policy.replay.rows"_s, this))
{
    setObjectName(u"policy.replay"_s);
    setHairlines(Qt::TopEdge);
    for (const char* name : {"person", "route", "record"})
        m_by->addSegment(QLatin1StringView(name));
    m_failure->setTone(Tone::Danger, Icon::Error);
    m_words->setWraps(true);
    m_table->setCompact(true);
    m_table->setColumns(ReplayModel::columns());
    m_table->setModel(m_model);
    m_table->setFixedSort(-1, Qt::DescendingOrder); // the most often first
    m_pill->hide();
    auto* head = new QHBoxLayout;
    head->setContentsMargins(leadingMargins(24, 8, 16, 8));
    head->setSpacing(8);
    head->addWidget(m_title);
    head->addWidget(m_note, 1);
    head->addWidget(m_pill);
    head->addWidget(m_by);
    head->addWidget(m_period);
    head->addWidget(m_run);
    const auto page = [this](QWidget* content, const QMargins& margins) {
        auto* one = new QWidget(m_pages);
        auto* column = new QVBoxLayout(one);
        column->setContentsMargins(margins);
        column->addWidget(content);
        if (content != m_table)
            column->addStretch(1);
        m_pages->addWidget(one);
    };
    page(m_words, leadingMargins(24, 4, 16, 8));
    page(m_progress, leadingMargins(24, 4, 16, 8));
    page(m_failure, leadingMargins(24, 4, 16, 8));
    page(m_table, {});
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 1, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_pages, 1);
    connect(m_run, &QPushButton::clicked, this, &ReplayView::run);
    connect(m_by, &SegmentedControl::currentChanged, this, &ReplayView::showState);
    connect(m_progress, &ProgressRow::cancelRequested, this, [this] {
        m_work.cancel();
        showState();
    });
    connect(&m_work, &WatchedWork::advanced, this, &ReplayView::showState);
    connect(m_draft, &PolicyDraft::begun, this, [this] {
        m_work.cancel();
        m_found.reset();
        m_error.reset();
        showState();
    });
    connect(m_draft, &PolicyDraft::changed, this, [this] {
        m_changed = true;
        showState();
    });
    onRetranslate(this, [this] { setTexts(); });
}

void ReplayView::setTexts()
{
    m_title->setText(tr("Replay"));
    m_by->setAccessibleName(tr("Grouped by"));
    m_by->setSegmentText(0, tr("People"));
    m_by->setSegmentText(1, tr("Routes"));
    m_by->setSegmentText(2, tr("Records"));
    m_period->setAccessibleName(tr("Period"));
    const QVariant chosen = m_period->value().isValid() ? m_period->value() : QVariant(m_days);
    QList<FilterOption> options;
    for (const int days : periods)
        options << FilterOption{days, tr("%Ln days", nullptr, days)};
    m_period->setOptions(options);
    m_period->setValue(chosen);
    m_table->setAccessibleName(tr("What would change"));
    m_failure->setTitle(tr("Could not be replayed"));
    showState();
}

QString ReplayView::summary() const
{
    if (!m_found || m_changed)
        return {};
    return tr("%1 of %2 decisions of the last %Ln days would change", nullptr, m_days)
        .arg(grouped(m_found->replay.flipped), grouped(m_found->replay.replayed));
}

void ReplayView::showState()
{
    const bool running = m_work.isRunning() && !m_work.wasCancelled();
    QString against = lacks(m_console, Permission::DecisionsRead);
    allow(m_run, against, !running && !m_work.isRunning());
    m_run->setText(m_found ? tr("Run again") : tr("Run"));
    m_by->setVisible(m_found.has_value() && !running);
    m_pill->setVisible(m_found.has_value() && !running);
    m_note->setText({});
    if (running) {
        m_progress->setProgress(m_work.total() > 0 ? static_cast<double>(m_work.done()) / static_cast<double>(m_work.total()) : 0,
                                tr("Day %1 of %2")
                                    .arg(std::min(m_work.done() + 1, std::max<qint64>(1, m_work.total())))
                                    .arg(std::max<qint64>(1, m_work.total())));
        return m_pages->setCurrentIndex(ProgressPage);
    }
    if (m_error) {
        m_failure->showError(*m_error);
        return m_pages->setCurrentIndex(FailurePage);
    }
    if (!m_found) {
        m_words->setText(
            m_work.wasCancelled()
                ? tr("Stopped. Nothing was changed.")
                : tr("Runs what stands above over the recorded decisions, as if it were enforced, and lists what would "
                     "flip. Nothing changes by that."));
        return m_pages->setCurrentIndex(WordsPage);
    }
    const authorization::Replay& replay = m_found->replay;
    m_note->setText(m_changed ? tr("Before the last edit")
                              : tr("%1 decisions of the last %Ln days", nullptr, m_days).arg(grouped(replay.replayed)) +
                                    (replay.all ? QString() : u", "_s + tr("not all of them")));
    m_pill->setContent(replay.flipped > 0 ? Tone::Warning : Tone::Success, replay.flipped > 0 ? Icon::Warning : Icon::Check,
                       replay.flipped > 0 ? tr("%Ln would change", nullptr, static_cast<int>(replay.flipped))
                                          : tr("Nothing would change"));
    m_model->setFound(*m_found, static_cast<ReplayModel::By>(m_by->current()));
    if (replay.flipped > 0)
        return m_pages->setCurrentIndex(TablePage);
    m_words->setText(replay.replayed == 0 ? tr("No decision about records was recorded in this time.")
                                          : tr("Every decision would come out as it does now."));
    m_pages->setCurrentIndex(WordsPage);
}

void ReplayView::run()
{
    m_error.reset();
    m_changed = false;
    const int days = m_period->value().toInt();
    ReplayWanted wanted{m_draft->saved() ? m_draft->saved()->id.text() : std::string(), m_draft->patch(), days};
    wanted.draft.expectedVersion.reset();
    const auto watched = m_work.begin();
    showState();
    m_console.run(
        this,
        [wanted, watched](Services& services, const access::Actor& actor, const CancelFlag& locking) {
            return replayDays(services, actor, wanted, watched, locking);
        },
        [this, days](const Result<ReplayFound>& found) {
            const bool cancelled = m_work.wasCancelled();
            m_work.end();
            if (found && !cancelled) {
                m_found = *found;
                m_days = days;
            } else if (!found && found.error().code != ErrorCode::Cancelled) {
                m_error = found.error();
            }
            showState();
        });
}

} // namespace sallyport::ui
