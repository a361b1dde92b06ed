#include "ui/detection/detection_panel.h"

#include "ui/console/permit.h"
#include "ui/detection/classes_model.h"
#include "ui/detection/detection_words.h"
#include "ui/detection/dry_run_dialog.h"
#include "ui/detection/exclusions_dialog.h"
#include "ui/detection/hit_pane.h"
#include "ui/detection/rule_dialog.h"
#include "ui/detection/tester_view.h"
#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/tables/data_table.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/error_state.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/state_stack.h"
#include "ui/widgets/tab_order.h"
#include "ui/widgets/toast.h"
#include "ui/words/filter_suggestions.h"
#include "ui/words/text_helpers.h"

#include <QActionGroup>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QResizeEvent>
#include <QSplitter>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using protection::DetectionClass;
using protection::DetectionOverview;
using settings::ControlMode;

namespace {

constexpr int threeBeside = 900; // below that the three stand one under the other

} // namespace

DetectionPanel::DetectionPanel(Console& console, QWidget* parent)
    : Panel(console, parent), m_header(new PageHeader(this)), m_toast(new Toast(this)),
      m_dryRun(makeButton(ButtonKind::Secondary, u"detection.dry_run"_s, this, Icon::Play)),
      m_add(makeButton(ButtonKind::Secondary, u"detection.add_rule"_s, this, Icon::Plus)), m_classes(new ClassesModel(this)),
      m_tester(new TesterView(console, this)), m_hits(new HitPane(console, this))
{
    setObjectName(u"detection"_s);
    build();
    connectParts();
    refreshAfter({"detection."});
    onRetranslate(this, [this] { setTexts(); });
    m_states->showLoading();
    load();
}

DetectionPanel::~DetectionPanel() = default;

void DetectionPanel::build()
{
    m_header->addAction(m_dryRun);
    m_header->addAction(m_add);
    auto* left = new Surface(Token::Surface, this);
    m_which = new SegmentedControl(u"detection.which"_s, left);
    for (const char* name : {"all", "hits", "observed"})
        m_which->addSegment(QLatin1StringView(name));
    m_table = new DataTable(u"detection.classes"_s, left);
    m_table->setModel(m_classes);
    m_table->setColumns(ClassesModel::columns());
    m_table->setFixedSort(-1, Qt::AscendingOrder);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_states = new StateStack(u"detection.list"_s, m_table, left);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(12, 10, 12, 10);
    bar->addWidget(m_which);
    bar->addStretch(1);
    auto* list = new QVBoxLayout(left);
    list->setContentsMargins(0, 0, 0, 0);
    list->setSpacing(0);
    list->addLayout(bar);
    list->addWidget(makeSeparator(Qt::Horizontal));
    list->addWidget(m_states, 1);

    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->setObjectName(u"detection.splitter"_s);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    for (QWidget* part : {static_cast<QWidget*>(left), static_cast<QWidget*>(m_tester), static_cast<QWidget*>(m_hits)})
        m_splitter->addWidget(part);
    m_splitter->setSizes({300, 424, 348});
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 5);
    m_splitter->setStretchFactor(2, 3);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_splitter, 1);
}

void DetectionPanel::connectParts()
{
    connect(m_which, &SegmentedControl::currentChanged, this, [this](int index) {
        m_classes->show(static_cast<ClassesModel::Show>(index));
        showOverview();
    });
    connect(m_table, &DataTable::currentRowChanged, this, [this](int row) {
        const DetectionClass* const one = m_classes->rowAt(row);
        if (m_filling || one == nullptr)
            return;
        m_chosen = one->attackClass;
        m_hits->showClass(m_chosen);
    });
    connect(m_table, &DataTable::rowActivated, this, &DetectionPanel::openModes);
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex& index) {
        if (index.column() == ClassesModel::Mode)
            openModes(index.row());
    });
    connect(m_table, &QWidget::customContextMenuRequested, this, [this](const QPoint& at) {
        const QModelIndex index = m_table->indexAt(at);
        openModes(index.isValid() ? index.row() : m_table->currentIndex().row());
    });
    connect(m_states->error(), &ErrorState::retryRequested, this, &DetectionPanel::load);
    connect(m_hits, &HitPane::allowed, this, [this](const QString& place) {
        m_toast->say(Tone::Success, tr("Allowed in %1. It holds from the next request on.").arg(place));
        refresh();
    });
    connect(m_hits, &HitPane::eventsRequested, this,
            [this](const QString& request) { Q_EMIT navigate(u"events"_s, filterTerm(u"request"_s, request)); });
    connect(m_hits, &HitPane::exclusionsRequested, this, [this] {
        auto* dialog = new ExclusionsDialog(console(), this);
        connect(dialog, &ExclusionsDialog::changed, this, &DetectionPanel::refresh);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    connect(m_dryRun, &QPushButton::clicked, this, [this] {
        auto* dialog = new DryRunDialog(console(), m_overview.value_or(DetectionOverview()), this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    connect(m_add, &QPushButton::clicked, this, [this] {
        auto* dialog = new RuleDialog(console(), this);
        connect(dialog, &RuleDialog::added, this, [this](const QString& title) {
            m_toast->say(Tone::Success, tr("“%1” observes from the next request on").arg(title));
            refresh();
        });
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
}

void DetectionPanel::setTexts()
{
    m_header->setTitle(tr("Detection"));
    m_dryRun->setText(tr("Dry run"));
    m_add->setText(tr("Add rule"));
    m_which->setAccessibleName(tr("Which classes"));
    m_table->setAccessibleName(tr("Classes of attacks"));
    m_splitter->widget(0)->setMinimumWidth(m_table->leastWidth());
    allow(m_add, lacks(console(), access::Permission::ProtectionUpdate));
    showOverview();
}

void DetectionPanel::load()
{
    console().run(
        this, [](Services& services, const access::Actor& actor) { return services.detectionRules.overview(actor); },
        [this](const Result<DetectionOverview>& overview) {
            if (!overview) {
                if (!m_overview)
                    m_states->showError(overview.error(), tr("Requests go on being looked at."));
                return;
            }
            m_overview = *overview;
            showOverview();
        });
}

void DetectionPanel::showOverview()
{
    using Show = ClassesModel::Show;
    const QLocale locale;
    if (m_overview) {
        m_filling = true;
        m_classes->setOverview(*m_overview);
        m_states->showContent();
        beginHere(this);
        if (!m_chosen)
            m_chosen = protection::detection::AttackClass::Sql;
        const int row = std::max(0, m_classes->rowOf(*m_chosen));
        m_filling = false;
        if (m_classes->rowCount() > 0)
            m_table->selectRow(row);
        m_hits->setExclusions(m_overview->exclusions);
        m_hits->showClass(m_chosen);
        const qint64 hits = m_overview->blocked + m_overview->observed;
        m_header->setCount(tr("%Ln hits in 7 days", nullptr, static_cast<int>(hits)));
        if (m_overview->mode == ControlMode::Enforce)
            m_header->setNote(Icon::None, {}, Tone::Normal);
        else
            m_header->setNote(Icon::Warning, m_overview->mode == ControlMode::Off ? tr("Switched off") : tr("Observes only"),
                              Tone::Warning);
    }
    // No count of what could not be read.
    const auto counted = [&](const QString& words, Show show) {
        return words.arg(m_overview ? locale.toString(m_classes->countOf(show)) : QString()).trimmed();
    };
    m_which->setSegmentText(0, counted(tr("All %1"), Show::All));
    m_which->setSegmentText(1, counted(tr("With hits %1"), Show::WithHits));
    m_which->setSegmentText(2, counted(tr("Observed %1"), Show::Observed));
}

void DetectionPanel::openModes(int row)
{
    if (m_classes->rowAt(row) == nullptr)
        return;
    auto* shown = new QMenu(this);
    shown->setAttribute(Qt::WA_DeleteOnClose);
    fillModes(shown, row);
    const QRect cell = m_table->visualRect(m_classes->index(row, ClassesModel::Mode));
    shown->popup(m_table->viewport()->mapToGlobal(cell.bottomLeft()));
}

void DetectionPanel::fillModes(QMenu* menu, int row)
{
    const DetectionClass one = *m_classes->rowAt(row);
    const QString against = lacks(console(), access::Permission::ProtectionUpdate);
    auto* group = new QActionGroup(menu);
    for (const ControlMode mode : {ControlMode::Enforce, ControlMode::Observe, ControlMode::Off}) {
        QAction* action = menu->addAction(detectionModeTitle(mode));
        action->setCheckable(true);
        action->setChecked(one.mode == mode);
        group->addAction(action);
        allow(action, against);
        connect(action, &QAction::triggered, this,
                [this, mode, id = std::string(protection::detection::classWord(one.attackClass))] { setMode(id, mode); });
    }
}

void DetectionPanel::setMode(const std::string& id, ControlMode mode)
{
    console().run(
        this,
        [id, mode](Services& services, const access::Actor& actor) {
            protection::RulePatch patch;
            patch.mode = mode;
            return services.detectionRules.change(actor, id, patch);
        },
        [this](const Result<void>& done) {
            if (!done)
                return m_toast->say(Tone::Danger, errorLine(done.error()));
            refresh();
            m_tester->askSoon();
        });
}

void DetectionPanel::activate(const QString& argument)
{
    m_table->setFocus();
    if (!argument.isEmpty())
        m_hits->reveal(argument.toStdString());
}

void DetectionPanel::refresh()
{
    load();
    m_hits->refresh();
}

void DetectionPanel::resizeEvent(QResizeEvent* event)
{
    Panel::resizeEvent(event);
    const bool beside = width() >= scaled(threeBeside, this);
    m_splitter->setOrientation(beside ? Qt::Horizontal : Qt::Vertical);
}

} // namespace sallyport::ui
