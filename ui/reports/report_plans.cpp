#include "ui/reports/report_plans.h"

#include "backend/reports/reports.h"
#include "ui/console/console.h"
#include "ui/look/retranslate.h"
#include "ui/look/surface.h"
#include "ui/reports/plan_dialog.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/confirm_dialog.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_state.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/small_parts.h"
#include "ui/widgets/state_stack.h"
#include "ui/widgets/tab_order.h"
#include "ui/words/relative_time.h"
#include "ui/words/report_text.h"
#include "ui/words/text_helpers.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace sallyport::ui {

ReportPlans::ReportPlans(Console& console, std::function<reports::PlanFields()> draft, QWidget* parent)
    : QWidget(parent), m_console(console), m_draft(std::move(draft)), m_title(makeLabel(TextStyle::Heading, Tone::Normal, this)),
      m_add(makeButton(ButtonKind::Secondary, QStringLiteral("reports.plans.add"), this, Icon::Plus, ButtonSize::Tool))
{
    setObjectName(QStringLiteral("reports.plans"));
    auto* list = new Surface(Token::Surface);
    m_rows = new QVBoxLayout(list);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
    m_states = new StateStack(QStringLiteral("reports.plans.state"), list, this);
    m_states->empty()->setIcon(Icon::Clock);
    connect(m_states->error(), &ErrorState::retryRequested, this, &ReportPlans::refresh);
    m_problem = new Banner(QStringLiteral("reports.plans.problem"), this);
    m_problem->hide();
    auto* head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addStretch(1);
    head->addWidget(m_add);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(head);
    column->addWidget(m_problem);
    column->addWidget(m_states);
    connect(m_add, &QPushButton::clicked, this, &ReportPlans::ask);
    onRetranslate(this, [this] { setTexts(); });
}

void ReportPlans::setTexts()
{
    m_title->setText(tr("Plans"));
    m_add->setText(tr("New plan…"));
    m_states->empty()->setTexts(tr("No plans yet"), tr("A plan makes a report again and again and keeps the newest."));
    showRows();
}

void ReportPlans::refresh()
{
    if (m_plans.empty())
        m_states->showLoading();
    m_console.run(
        this, [](Services& services, const access::Actor& actor) { return services.reports.plans(actor); },
        [this](Result<std::vector<reports::Plan>> all) {
            if (!all)
                return m_states->showError(all.error());
            m_plans = std::move(*all);
            m_plans.empty() ? m_states->showEmpty() : m_states->showContent();
            showRows();
            Q_EMIT loaded();
        });
}

void ReportPlans::showRows()
{
    rebuildAround(this, [this] {
        while (QLayoutItem* item = m_rows->takeAt(0)) {
            delete item->widget();
            delete item;
        }
        for (const reports::Plan& plan : m_plans)
            addRow(plan);
    });
}

void ReportPlans::addRow(const reports::Plan& plan)
{
    auto* row = new Surface(Token::Surface);
    row->setHairlines(Qt::BottomEdge, Token::Grid);
    auto* name = new ElideLabel(TextStyle::BodyStrong, Tone::Normal, row);
    auto* note = new ElideLabel(TextStyle::Small, plan.lastProblem.empty() ? Tone::Muted : Tone::Danger, row);
    const QString title = toQString(plan.fields.name);
    name->setText(title);
    const QString next = plan.nextAt ? tr("next %1").arg(zonedTime(*plan.nextAt)) : tr("switched off");
    note->setText(plan.lastProblem.empty()
                      ? QStringList{templateTitle(plan.fields.report), reportFrequencyTitle(plan.fields.frequency), next}.join(
                            QStringLiteral(", "))
                      : tr("The last one failed: %1").arg(toQString(plan.lastProblem)));
    auto* texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(name);
    texts->addWidget(note);
    const QString id = QStringLiteral("reports.plans.") + toQString(plan.id.text());
    const bool on = plan.fields.enabled;
    auto* pause = makeIconButton(on ? Icon::Pause : Icon::Play, id + QStringLiteral(".pause"), row);
    setIconButtonText(pause, on ? tr("Switch %1 off").arg(title) : tr("Switch %1 on").arg(title));
    auto* remove = makeIconButton(Icon::Trash, id + QStringLiteral(".delete"), row);
    setIconButtonText(remove, tr("Delete %1").arg(title));
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 8, 0, 9);
    line->setSpacing(8);
    line->addLayout(texts, 1);
    line->addWidget(pause);
    line->addWidget(remove);
    m_rows->addWidget(row);
    connect(pause, &QPushButton::clicked, this, [this, plan] {
        reports::PlanPatch patch;
        patch.enabled = !plan.fields.enabled;
        patch.expectedVersion = plan.version;
        m_console.run(
            this,
            [id = plan.id, patch](Services& services, const access::Actor& actor) {
                return services.reports.changePlan(actor, id, patch);
            },
            [this](const Result<reports::Plan>& done) {
                told(tr("The plan could not be changed"), done ? Result<void>() : Result<void>(done.error()));
            });
    });
    connect(remove, &QPushButton::clicked, this, [this, plan, title] {
        askConfirmation(this, QStringLiteral("reports.plans.delete"),
                        {tr("Delete %1?").arg(title), tr("What it has made stays."), tr("Delete"), true}, [this, plan] {
                            m_console.run(
                                this,
                                [id = plan.id](Services& services, const access::Actor& actor) {
                                    return services.reports.removePlan(actor, id);
                                },
                                [this](const Result<void>& done) { told(tr("The plan could not be deleted"), done); });
                        });
    });
}

void ReportPlans::ask()
{
    askForPlan(this, m_draft(), [this](const reports::PlanFields& fields) { create(fields); });
}

void ReportPlans::create(const reports::PlanFields& fields)
{
    m_console.run(
        this, [fields](Services& services, const access::Actor& actor) { return services.reports.createPlan(actor, fields); },
        [this](const Result<reports::Plan>& done) {
            told(tr("The plan could not be added"), done ? Result<void>() : Result<void>(done.error()));
        });
}

void ReportPlans::told(const QString& title, const Result<void>& done)
{
    m_problem->setVisible(!done);
    if (!done) {
        m_problem->setTone(Tone::Danger, Icon::Error);
        m_problem->setTitle(title);
        m_problem->setText(errorLine(done.error()));
    }
    refresh();
    Q_EMIT changed();
}

} // namespace sallyport::ui
