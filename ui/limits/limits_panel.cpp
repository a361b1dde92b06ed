#include "ui/limits/limits_panel.h"

#include "ui/console/permit.h"
#include "ui/limits/exempt_dialog.h"
#include "ui/limits/limit_chart.h"
#include "ui/limits/limit_pane.h"
#include "ui/limits/limits_legend.h"
#include "ui/limits/limits_model.h"
#include "ui/limits/limits_table.h"
#include "ui/limits/rate_rule_dialog.h"
#include "ui/look/retranslate.h"
#include "ui/look/shortcut.h"
#include "ui/parts/step_up_dialog.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/confirm_dialog.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_state.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/loading_state.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/side_splitter.h"
#include "ui/widgets/state_stack.h"
#include "ui/widgets/toast.h"
#include "ui/words/rate_rule_text.h"
#include "ui/words/user_text.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
#include <QVBoxLayout>

#include <array>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using access::Permission;
using protection::RateRule;
using Show = LimitsModel::Show;

namespace {

constexpr std::size_t hottestShown = 5;
constexpr int filterWidth = 168, paneWidth = 367;
constexpr int readEvery = 3000; // ms

} // namespace

LimitsPanel::LimitsPanel(Console& console, QWidget* parent)
    : Panel(console, parent), m_model(new LimitsModel(this)), m_header(new PageHeader(this)), m_toast(new Toast(this))
{
    setObjectName(u"limits"_s);
    build();
    connectParts();
    refreshAfter({"limit.", "setting."});
    m_timer.setInterval(readEvery);
    connect(&m_timer, &QTimer::timeout, this, &LimitsPanel::read);
    onRetranslate(this, [this] { setTexts(); });
    m_states->showLoading();
    read();
}

LimitsPanel::~LimitsPanel() = default;

void LimitsPanel::build()
{
    m_exempt = makeButton(ButtonKind::Secondary, u"limits.exempt"_s, this);
    m_add = makeButton(ButtonKind::Secondary, u"limits.add"_s, this, Icon::Plus);
    m_header->addAction(m_exempt);
    m_header->addAction(m_add);
    auto* list = new QWidget(this);
    m_filter = makeToolbar();
    m_table = new LimitsTable(u"limits.table"_s, m_model, list);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_states = new StateStack(u"limits.list"_s, m_table, list);
    m_states->empty()->setIcon(Icon::Gauge);
    m_clear = makeButton(ButtonKind::Secondary, u"limits.clear_filters"_s, m_states->empty());
    m_states->empty()->addAction(m_clear);
    m_chart = new LimitChart(list);
    m_chart->hide();
    auto* rows = new QVBoxLayout(list);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(m_filter);
    rows->addWidget(m_states, 1);
    rows->addWidget(m_chart);
    m_pane = new LimitPane(console(), this);
    m_splitter = new SideSplitter(u"limits.splitter"_s, this);
    m_splitter->setUsualWidth(paneWidth);
    m_splitter->setParts(list, m_pane);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_splitter, 1);
}

FilterBar* LimitsPanel::makeToolbar()
{
    auto* bar = new FilterBar(u"limits.filter"_s, this);
    bar->field()->setFixedWidth(scaled(filterWidth, this));
    m_which = new SegmentedControl(u"limits.which"_s, bar);
    for (const char* name : {"all", "observed", "refusing"})
        m_which->addSegment(QLatin1StringView(name));
    bar->addWidget(m_which);
    m_legend = new LimitsLegend(u"limits.legend"_s, bar);
    bar->addTool(m_legend);
    return bar;
}

void LimitsPanel::connectParts()
{
    connect(m_filter->field(), &FilterField::filterChanged, this, [this](const QString& text) {
        m_model->setFilter(text);
        showState();
    });
    connect(m_which, &SegmentedControl::currentChanged, this, [this](int index) {
        m_model->setShown(static_cast<Show>(index));
        showState();
    });
    connect(m_clear, &QPushButton::clicked, this, [this] {
        m_filter->field()->clear();
        m_which->setCurrent(0);
        m_model->setFilter({});
        showState();
        m_filter->field()->setFocus();
    });
    connect(m_states->error(), &ErrorState::retryRequested, this, [this] {
        m_states->showLoading();
        read();
    });
    connect(m_table, &LimitsTable::ruleChanged, this, &LimitsPanel::showRule);
    connect(m_table, &LimitsTable::ruleOpened, this, &LimitsPanel::openRule);
    connect(m_table, &QWidget::customContextMenuRequested, this, [this](const QPoint& at) {
        if (const RateRule* rule = m_model->ruleAt(m_table->rowAt(at.y()))) {
            auto* menu = new QMenu(m_table);
            menu->setObjectName(u"limits.menu"_s);
            menu->setAttribute(Qt::WA_DeleteOnClose);
            fillMenu(menu, *rule);
            menu->popup(m_table->viewport()->mapToGlobal(at));
        }
    });
    connect(m_pane, &LimitPane::closeRequested, this, &LimitsPanel::closePane);
    connect(m_pane, &LimitPane::numbersChanged, m_chart, &LimitChart::setNumbers);
    connect(m_pane, &LimitPane::saveRequested, this, &LimitsPanel::save);
    connect(m_pane, &LimitPane::resetRequested, this, &LimitsPanel::reset);
    connect(m_pane, &LimitPane::eventsRequested, this, &LimitsPanel::openEvents);
    connect(m_pane, &LimitPane::editRequested, this, [this] { editRule(&m_pane->rule()); });
    connect(m_pane, &LimitPane::removeRequested, this, [this] { removeRule(m_pane->rule()); });
    connect(m_pane, &LimitPane::addOverrideRequested, this, &LimitsPanel::addOverride);
    connect(m_pane, &LimitPane::removeOverrideRequested, this, &LimitsPanel::removeOverride);
    connect(m_exempt, &QPushButton::clicked, this, &LimitsPanel::openExempt);
    connect(m_add, &QPushButton::clicked, this, [this] { editRule(nullptr); });
    connect(m_toast, &Toast::actionRequested, this, [this] {
        if (const auto undo = std::exchange(m_undo, {}))
            undo();
    });
    onKeys(this, QKeySequence(Qt::CTRL | Qt::Key_F), [this] {
        m_filter->field()->setFocus();
        m_filter->field()->selectAll();
    });
    onKeys(this, QKeySequence(Qt::CTRL | Qt::Key_N), [this] {
        if (m_add->isEnabled())
            editRule(nullptr);
    });
}

void LimitsPanel::setTexts()
{
    m_header->setTitle(tr("Rate limits"));
    m_exempt->setText(tr("Exempt addresses"));
    m_add->setText(tr("Add rule"));
    allow(m_add, lacks(console(), Permission::ProtectionUpdate), true,
          tr("A limit for some routes, on top of their class (Ctrl+N)"));
    m_exempt->setToolTip(tr("Networks that no limit by address holds for"));
    m_filter->field()->setPlaceholderText(tr("Filter rules"));
    m_filter->field()->setAccessibleName(tr("Filter rules by name or route"));
    m_which->setAccessibleName(tr("Which rules"));
    m_table->setAccessibleName(tr("Rate limits"));
    m_clear->setText(tr("Clear filters"));
    m_states->loading()->setText(tr("Loading rate limits"));
    m_table->setColumns(LimitsModel::columns());
    m_model->retranslate();
    showState();
}

bool LimitsPanel::event(QEvent* event)
{
    // What nobody sees isn't read.
    if (event->type() == QEvent::Show) {
        m_timer.start();
        if (m_model->hasRules())
            read();
    } else if (event->type() == QEvent::Hide) {
        m_timer.stop();
    }
    return Panel::event(event);
}

void LimitsPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_splitter->isPaneOpen())
        return closePane();
    if (event->key() == Qt::Key_Delete && m_table->hasFocus()) {
        const RateRule* rule = m_model->ruleAt(m_table->currentIndex().row());
        if (rule && !rule->setting.builtIn && console().may(Permission::ProtectionUpdate))
            removeRule(*rule);
        return;
    }
    Panel::keyPressEvent(event);
}

void LimitsPanel::activate(const QString& argument)
{
    m_table->setFocus();
    if (argument.isEmpty())
        return;
    if (const int which = m_which->indexOf(argument); which >= 0)
        return m_which->setCurrent(which);
    if (const int row = m_model->rowOf(argument.toStdString()); row >= 0) {
        m_table->selectRule(row);
        return openRule(row);
    }
    m_wanted = argument;
}

void LimitsPanel::refresh()
{
    read();
}

void LimitsPanel::read()
{
    if (m_reading)
        return;
    m_reading = true;
    console().run(
        this, [](Services& services, const access::Actor& actor) { return services.rateLimits.list(actor); },
        [this](const Result<std::vector<RateRule>>& rules) {
            m_reading = false;
            take(rules);
        });
}

void LimitsPanel::take(const Result<std::vector<RateRule>>& rules)
{
    if (!rules) {
        if (rules.error().code != ErrorCode::Cancelled && !m_model->hasRules())
            m_states->showError(rules.error(), tr("The limits hold: the server doesn’t need this list."));
        return;
    }
    const std::string current = m_shown;
    m_model->setRules(*rules);
    showState();
    if (!m_wanted.isEmpty()) {
        const int row = m_model->rowOf(std::exchange(m_wanted, {}).toStdString());
        if (row >= 0) {
            m_table->selectRule(row);
            return openRule(row);
        }
    }
    const int row = m_model->rowOf(current);
    if (row >= 0 && m_table->currentIndex().row() != row)
        m_table->selectRule(row);
    showRule(m_table->currentIndex().row());
}

void LimitsPanel::showState()
{
    const QLocale locale;
    const auto counted = [&](const QString& words, Show which) {
        return m_model->hasRules() ? QString(words + u' ' + locale.toString(m_model->count(which))) : words;
    };
    m_which->setSegmentText(0, counted(tr("All"), Show::All));
    m_which->setSegmentText(1, counted(tr("Observed"), Show::Observed));
    m_which->setSegmentText(2, counted(tr("Refusing"), Show::Refusing));
    m_header->setCount(m_model->hasRules() ? locale.toString(m_model->count(Show::All)) : QString());
    m_clear->setVisible(m_model->isFiltered());
    if (!m_model->hasRules())
        return;
    m_states->empty()->setTexts(tr("No rule matches"), tr("No rule has this name or route, or is of this kind."));
    if (m_model->rowCount() > 0)
        m_states->showContent();
    else
        m_states->showEmpty();
    if (m_model->rowOf(m_shown) < 0)
        m_chart->hide();
}

/// The chart below and the pane beside show the rule that is chosen.
void LimitsPanel::showRule(int row)
{
    const RateRule* rule = m_model->ruleAt(row);
    if (!rule)
        return;
    const bool other = m_shown != rule->setting.id;
    m_shown = rule->setting.id;
    m_chart->setRule(*rule);
    m_chart->show();
    m_pane->setRule(*rule);
    m_chart->setNumbers(m_pane->numbers());
    if (other)
        m_table->scrollTo(m_table->currentIndex());
    readUsage();
}

void LimitsPanel::readUsage()
{
    console().run(
        this,
        [id = m_shown](Services& services, const access::Actor& actor) {
            return services.rateLimits.usage(actor, id, hottestShown);
        },
        [this, id = m_shown](const Result<protection::RateUsage>& usage) {
            if (id != m_shown)
                return;
            if (!usage)
                return m_pane->setUsageError(usage.error());
            m_chart->setUsage(*usage);
            m_pane->setUsage(*usage);
        });
}

void LimitsPanel::openRule(int row)
{
    const RateRule* rule = m_model->ruleAt(row);
    if (!rule)
        return;
    if (m_shown != rule->setting.id)
        showRule(row);
    m_splitter->openPane();
}

void LimitsPanel::closePane()
{
    const auto* focus = window()->focusWidget();
    const bool inside = focus && m_pane->isAncestorOf(focus);
    m_splitter->closePane();
    if (inside)
        m_table->setFocus();
}

void LimitsPanel::fillMenu(QMenu* menu, const RateRule& rule)
{
    const auto put = [&](const QString& words, auto then) {
        auto* action = menu->addAction(words);
        connect(action, &QAction::triggered, this, then);
        return action;
    };
    put(tr("Show details"), [this, id = rule.setting.id] { openRule(m_model->rowOf(id)); });
    if (mayOpenPanel(console(), u"events"_s))
        put(tr("Open events"), [this] { openEvents(); });
    if (rule.setting.builtIn)
        return;
    menu->addSeparator();
    const QString against = lacks(console(), Permission::ProtectionUpdate);
    allow(put(tr("Edit rule…"), [this, rule] { editRule(&rule); }), against);
    allow(put(tr("Delete rule…"), [this, rule] { removeRule(rule); }), against);
}

void LimitsPanel::openEvents()
{
    Q_EMIT navigate(u"events"_s, u"kind:limit."_s);
}

void LimitsPanel::save(const protection::RateRulePatch& patch)
{
    m_pane->setSaving(true);
    const std::string id = m_pane->rule().setting.id;
    console().run(
        this,
        [id, patch](Services& services, const access::Actor& actor) { return services.rateLimits.change(actor, id, patch); },
        [this, patch, before = m_pane->rule().setting](const Result<RateRule>& saved) {
            m_pane->setSaving(false);
            if (!saved && wantsStepUp(saved.error()))
                return askStepUp(console(), this, [this, patch] { save(patch); });
            if (!saved) {
                m_pane->showFailure(saved.error());
                return m_toast->say(Tone::Danger, errorLine(saved.error()));
            }
            m_model->takeRule(*saved);
            m_pane->takeSaved(*saved);
            m_chart->setRule(*saved);
            m_undo = {};
            m_toast->say(Tone::Success, tr("%1: %2, from the next request on")
                                            .arg(rateRuleName(saved->setting),
                                                 rateLimitText(saved->setting.numbers.requests, saved->setting.numbers.window)));
            read();
        });
}

void LimitsPanel::reset(const protection::RateCaller& caller)
{
    const QString name = rateCallerText(caller);
    console().run(
        this,
        [id = m_shown, key = caller.key](Services& services, const access::Actor& actor) {
            return services.rateLimits.reset(actor, id, key);
        },
        [this, id = m_shown, caller, name](const Result<std::uint32_t>& used) {
            m_undo = {};
            if (!used && wantsStepUp(used.error()))
                return askStepUp(console(), this, [this, caller] { reset(caller); });
            if (!used) {
                m_toast->say(Tone::Danger, u"%1: %2"_s.arg(name, errorLine(used.error())));
            } else {
                m_undo = [this, id, key = caller.key, count = *used, name] { putBack(id, key, count, name); };
                m_toast->say(Tone::Success, tr("%1 begins anew").arg(name), tr("Undo"));
            }
            read();
        });
}

void LimitsPanel::putBack(const std::string& rule, const std::string& key, std::uint32_t used, const QString& name)
{
    console().run(
        this,
        [rule, key, used](Services& services, const access::Actor& actor) {
            return services.rateLimits.putBack(actor, rule, key, used);
        },
        [this, used, name](const Result<void>& done) {
            if (done)
                m_toast->say(Tone::Success, tr("%1 of %2 count again").arg(QLocale().toString(used), name));
            else
                m_toast->say(Tone::Danger, u"%1: %2"_s.arg(name, errorLine(done.error())));
            read();
        });
}

void LimitsPanel::editRule(const RateRule* rule)
{
    auto* dialog = new RateRuleDialog(console(), rule ? std::optional(rule->setting) : std::nullopt, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &RateRuleDialog::saved, this, [this](const RateRule& saved) {
        m_pane->takeSaved(saved);
        m_wanted = text(saved.setting.id);
        m_undo = {};
        m_toast->say(Tone::Success, tr("“%1” holds from the next request on").arg(rateRuleName(saved.setting)));
        m_reading = false; // one that is under way doesn't know of it
        read();
    });
    dialog->open();
}

void LimitsPanel::removeRule(const RateRule& rule)
{
    const QString name = rateRuleName(rule.setting);
    askConfirmation(
        this, u"delete_rule"_s,
        {tr("Delete “%1”?").arg(name),
         tr("Its routes are limited by their class alone from the next request on. What it has counted is forgotten."),
         tr("Delete"), true},
        [this, id = rule.setting.id, name] {
            console().run(
                this, [id](Services& services, const access::Actor& actor) { return services.rateLimits.remove(actor, id); },
                [this, name](const Result<void>& removed) {
                    m_undo = {};
                    if (!removed)
                        return m_toast->say(Tone::Danger, errorLine(removed.error()));
                    closePane();
                    m_shown.clear();
                    m_chart->hide();
                    m_toast->say(Tone::Success, tr("“%1” deleted").arg(name));
                    read();
                });
        });
}

void LimitsPanel::openExempt()
{
    auto* dialog = new ExemptDialog(console(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ExemptDialog::saved, this, [this](int count) {
        m_undo = {};
        m_toast->say(Tone::Success, count == 0 ? tr("No address is exempt any more")
                                               : tr("%Ln networks are exempt from limits by address", nullptr, count));
    });
    dialog->open();
}

} // namespace sallyport::ui
