#include "ui/retention/retention_panel.h"

#include "ui/console/permit.h"
#include "ui/look/retranslate.h"
#include "ui/look/surface.h"
#include "ui/look/text_style.h"
#include "ui/parts/fact_rows.h"
#include "ui/parts/step_up_dialog.h"
#include "ui/retention/hold_dialog.h"
#include "ui/retention/retention_text.h"
#include "ui/retention/rule_authors.h"
#include "ui/retention/rules_dialog.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/confirm_dialog.h"
#include "ui/widgets/details_pane.h"
#include "ui/widgets/error_state.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/loading_state.h"
#include "ui/widgets/overlay_scroll.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/state_stack.h"
#include "ui/widgets/tab_order.h"
#include "ui/widgets/toast.h"
#include "ui/words/record_text.h"
#include "ui/words/user_text.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QScrollArea>
#include <QVBoxLayout>

#include <utility>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using access::Permission;
using retention::LegalHold;
using retention::RetentionState;

namespace {

constexpr int pageWidth = 760; ///< pixels at 100 %: longer lines are hard to read
constexpr int daysWidth = 110, byWidth = 220;

} // namespace

RetentionPanel::RetentionPanel(Console& console, QWidget* parent)
    : Panel(console, parent), m_header(new PageHeader(this)), m_toast(new Toast(this))
{
    setObjectName(u"retention"_s);
    build();
    connectParts();
    refreshAfter({"retention.", "audit.events_", "setting.changed"});
    onRetranslate(this, [this] { setTexts(); });
    load();
}

RetentionPanel::~RetentionPanel() = default;

void RetentionPanel::build()
{
    auto* page = new Surface(Token::Surface);
    auto* outer = new QHBoxLayout(page);
    outer->setContentsMargins(8, 0, 8, 24);
    auto* narrow = new QWidget(page);
    narrow->setMaximumWidth(scaled(pageWidth, this));
    auto* parts = new QVBoxLayout(narrow);
    parts->setContentsMargins(0, 0, 0, 0);
    parts->setSpacing(0);
    outer->addWidget(narrow, 1);
    outer->addStretch(0);

    m_nextPart = new PaneSection(narrow);
    m_nextPart->setLineAbove(false);
    m_next = new KeyValueGrid(m_nextPart);
    for (const char* id : {"next", "held", "last", "stored", "removed", "replaced"})
        m_values.insert(QString::fromLatin1(id), m_next->addRow(QString::fromLatin1(id)));
    m_nextPart->setContent(m_next);
    parts->addWidget(m_nextPart);

    m_rulesPart = new PaneSection(narrow);
    m_change = makeButton(ButtonKind::Secondary, u"retention.change"_s, m_rulesPart, Icon::Edit, ButtonSize::Tool);
    m_rulesPart->addTool(m_change);
    m_rules = new FactRows(u"retention.rules"_s, {{0, false}, {daysWidth, true}, {byWidth, true}}, 28, m_rulesPart);
    m_rulesPart->setContent(m_rules);
    parts->addWidget(m_rulesPart);

    m_holdsPart = new PaneSection(narrow);
    m_place = makeButton(ButtonKind::Secondary, u"retention.place"_s, m_holdsPart, Icon::Plus, ButtonSize::Tool);
    m_holdsPart->addTool(m_place);
    m_holds = new QWidget(m_holdsPart);
    m_holdLines = new QVBoxLayout(m_holds);
    m_holdLines->setContentsMargins(0, 0, 0, 0);
    m_holdLines->setSpacing(12);
    m_holdsPart->setContent(m_holds);
    m_noHolds = makeLabel(TextStyle::Body, Tone::Muted, m_holdsPart);
    m_noHolds->setWordWrap(true);
    m_holdsPart->body()->addWidget(m_noHolds);
    parts->addWidget(m_holdsPart);
    parts->addStretch(1);

    m_states = new StateStack(u"retention.state"_s, makeScrollArea(page, this, u"retention.page"_s), this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_states, 1);
}

void RetentionPanel::connectParts()
{
    connect(m_change, &QPushButton::clicked, this, &RetentionPanel::changeRules);
    connect(m_toast, &Toast::actionRequested, this, [this] {
        if (const auto rules = std::exchange(m_undo, std::nullopt))
            takeBack(*rules);
    });
    connect(m_place, &QPushButton::clicked, this, &RetentionPanel::placeHold);
    connect(m_states->error(), &ErrorState::retryRequested, this, &RetentionPanel::load);
    connect(&console(), &Console::operatorChanged, this, [this] { showHolds(); });
}

void RetentionPanel::setTexts()
{
    m_header->setTitle(tr("Retention"));
    m_nextPart->setTitle(tr("What goes"));
    m_next->setRowName(u"next"_s, tr("Next run"));
    m_next->setRowName(u"held"_s, tr("Kept by holds"));
    m_next->setRowName(u"last"_s, tr("Last run"));
    m_next->setRowName(u"stored"_s, tr("In the journal"));
    m_next->setRowName(u"removed"_s, tr("Contents removed"));
    m_next->setRowName(u"replaced"_s, tr("Under a pseudonym"));
    m_rulesPart->setTitle(tr("How long events are kept"));
    m_change->setText(tr("Change"));
    m_change->setAccessibleName(tr("Change how long events are kept"));
    m_holdsPart->setTitle(tr("Legal holds"));
    m_place->setText(tr("Place a hold"));
    m_noHolds->setText(tr("No hold is placed: everything goes when its time is over."));
    m_states->loading()->setText(tr("Reading what is kept"));
    if (m_loaded)
        show(m_state);
}

void RetentionPanel::activate(const QString&)
{
    if (m_loaded)
        load();
}

void RetentionPanel::refresh()
{
    load();
}

void RetentionPanel::load()
{
    if (!m_loaded)
        m_states->showLoading();
    console().run(
        this,
        [](Services& services, const access::Actor& actor) -> Result<Read> {
            SALLYPORT_ASSIGN(auto state, services.retention.state(actor));
            auto authors = ruleAuthors(services, actor, state.rules);
            return Read{std::move(state), std::move(authors)};
        },
        [this](const Result<Read>& read) {
            if (!read)
                return m_states->showError(read.error(), tr("Nothing was removed or changed."));
            m_loaded = true;
            m_authors = read->authors;
            show(read->state);
            beginHere(this);
        });
}

void RetentionPanel::show(const RetentionState& state)
{
    m_state = state;
    showNext();
    showRules();
    showHolds();
    m_states->showContent();
}

void RetentionPanel::showNext()
{
    const QLocale locale;
    const auto count = [&](std::int64_t number) { return locale.toString(static_cast<qlonglong>(number)); };
    m_values[u"next"_s]->setText(dueText(m_state.next));
    m_values[u"held"_s]->setText(count(m_state.next.held));
    const UtcTime now = console().clock() != nullptr ? console().clock()->now() : UtcTime{};
    m_values[u"last"_s]->setText(
        m_state.lastRun ? tr("%1, %2 removed").arg(whenText(*m_state.lastRun, now), count(m_state.lastRemoved)) : tr("None yet"));
    const QString bytes = sizeText(static_cast<qint64>(m_state.storedBytes));
    //: %1: a number of events, %2: their size, such as 1.2 GB
    m_values[u"stored"_s]->setText((m_state.bytesAbout ? tr("%1, about %2") : tr("%1, %2")).arg(count(m_state.stored), bytes));
    m_values[u"removed"_s]->setText(tr("%1; their hashes stay").arg(count(m_state.removed)));
    m_values[u"replaced"_s]->setText(count(m_state.replaced));
}

void RetentionPanel::showRules()
{
    QList<FactRows::Row> rows;
    const UtcTime now = console().clock() != nullptr ? console().clock()->now() : UtcTime{};
    const auto add = [&](const QString& what, const QString& kept, const std::string& rule) {
        rows.append({{what, TextStyle::Body, Tone::Normal},
                     {kept, TextStyle::Body, Tone::Normal},
                     {authorText(m_authors, rule, now), TextStyle::Small, Tone::Muted}});
    };
    add(tr("What no rule is for"), daysText(m_state.rules.days), defaultRule);
    for (const retention::KindRule& rule : m_state.rules.kinds)
        add(kindRuleText(rule.kind), daysText(rule.days), rule.kind);
    add(tr("Most events"),
        m_state.rules.mostEvents == 0 ? tr("No cap") : QLocale().toString(static_cast<qlonglong>(m_state.rules.mostEvents)),
        capRule);
    add(tr("Most that they hold"),
        m_state.rules.mostBytes == 0 ? tr("No cap") : sizeText(static_cast<qint64>(m_state.rules.mostBytes)), bytesRule);
    m_rules->setRows(rows);
    allow(m_change, lacks(console(), Permission::RetentionUpdate));
}

void RetentionPanel::showHolds()
{
    m_holdsPart->setCount(m_state.holds.empty() ? QString() : QLocale().toString(static_cast<int>(m_state.holds.size())));
    m_noHolds->setVisible(m_state.holds.empty());
    m_holds->setVisible(!m_state.holds.empty());
    const QString against = lacks(console(), Permission::RetentionUpdate);
    allow(m_place, against);
    rebuildAround(m_holds, [this, against] {
        while (QLayoutItem* item = m_holdLines->takeAt(0)) {
            delete item->widget();
            delete item;
        }
        for (const LegalHold& hold : m_state.holds) {
            auto* line = new QWidget(m_holds);
            auto* row = new QHBoxLayout(line);
            row->setContentsMargins(0, 0, 0, 0);
            row->setSpacing(12);
            auto* words = new QVBoxLayout;
            words->setSpacing(0);
            auto* why = new ElideLabel(TextStyle::BodyStrong, Tone::Normal, line);
            why->setText(text(hold.reason));
            auto* what = new ElideLabel(TextStyle::Small, Tone::Muted, line);
            what->setText(tr("%1 · %2 · since %3").arg(heldText(hold), text(hold.placedBy), dayText(hold.placedAt)));
            words->addWidget(why);
            words->addWidget(what);
            row->addLayout(words, 1);
            auto* button =
                makeButton(ButtonKind::Secondary, u"retention.lift.%1"_s.arg(text(hold.id)), line, Icon::None, ButtonSize::Tool);
            button->setText(tr("Lift"));
            button->setAccessibleName(tr("Lift the hold “%1”").arg(text(hold.reason)));
            allow(button, against);
            connect(button, &QPushButton::clicked, this, [this, hold] { askToLift(hold); });
            row->addWidget(button);
            m_holdLines->addWidget(line);
        }
    });
}

void RetentionPanel::changeRules()
{
    auto* dialog = new RulesDialog(console(), m_state.rules, m_authors, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &RulesDialog::saved, this, [this](const retention::RetentionRules& before) {
        m_undo = before;
        m_toast->say(Tone::Success, tr("The next run, within the hour, goes by the new rules"), tr("Undo"));
        load();
    });
    dialog->open();
}

void RetentionPanel::takeBack(const retention::RetentionRules& rules)
{
    console().run(
        this, [rules](Services& services, const access::Actor& actor) { return services.retention.change(actor, rules); },
        [this, rules](const Result<void>& changed) {
            if (!changed && wantsStepUp(changed.error()))
                return askStepUp(console(), this, [this, rules] { takeBack(rules); });
            if (!changed && changed.error().code != ErrorCode::Cancelled)
                m_toast->say(Tone::Danger, errorLine(changed.error()));
            else if (changed)
                m_toast->say(Tone::Success, tr("The rules are as they were"));
            load();
        });
}

void RetentionPanel::placeHold()
{
    auto* dialog = new HoldDialog(console(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &HoldDialog::placed, this, [this] {
        m_toast->say(Tone::Success, tr("The hold is placed"));
        load();
    });
    dialog->open();
}

void RetentionPanel::askToLift(const LegalHold& hold)
{
    askConfirmation(this, u"lift_hold"_s,
                    {tr("Lift the hold “%1”?").arg(text(hold.reason)),
                     tr("What it kept and is older than it is kept goes with the next run, within the hour."), tr("Lift"), true},
                    [this, id = hold.id] { lift(id); });
}

void RetentionPanel::lift(const std::string& id)
{
    console().run(
        this, [id](Services& services, const access::Actor& actor) { return services.retention.liftHold(actor, id); },
        [this, id](const Result<void>& lifted) {
            if (!lifted && wantsStepUp(lifted.error()))
                return askStepUp(console(), this, [this, id] { lift(id); });
            if (!lifted && lifted.error().code != ErrorCode::Cancelled)
                m_toast->say(Tone::Danger, errorLine(lifted.error()));
            else if (lifted)
                m_toast->say(Tone::Success, tr("The hold is lifted"));
            load();
        });
}

} // namespace sallyport::ui
