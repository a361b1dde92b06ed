#include "ui/alert_rules/alert_rules_panel.h"

#include "ui/alert_rules/alert_rule_dialog.h"
#include "ui/alert_rules/alert_rule_pane.h"
#include "ui/alert_rules/alert_rules_model.h"
#include "ui/console/permit.h"
#include "ui/look/retranslate.h"
#include "ui/look/shortcut.h"
#include "ui/parts/step_up_dialog.h"
#include "ui/tables/data_table.h"
#include "ui/tables/list_panel.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/confirm_dialog.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/toast.h"
#include "ui/words/alert_text.h"
#include "ui/words/user_text.h"

#include <QCheckBox>
#include <QMenu>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using access::Permission;
using alerts::AlertPatch;
using alerts::AlertRule;
using alerts::AlertRuleId;

namespace {

constexpr std::chrono::hours mutedFor{24};

} // namespace

AlertRulesPanel::AlertRulesPanel(Console& console, QWidget* parent)
    : Panel(console, parent), m_model(new AlertRulesModel(console, this)), m_header(new PageHeader(this)),
      m_toast(new Toast(this))
{
    setObjectName(u"alert_rules"_s);
    build();
    connectParts();
    refreshAfter({"alert.rule"});
    onRetranslate(this, [this] { setTexts(); });
    m_list->load();
}

AlertRulesPanel::~AlertRulesPanel() = default;

DataTable* AlertRulesPanel::table() const
{
    return m_list->table();
}

void AlertRulesPanel::build()
{
    m_list = new ListPanel({.name = u"alert_rules"_s,
                            .model = m_model,
                            .columns = AlertRulesModel::columns(),
                            .icon = Icon::Siren,
                            .sortedColumn = -1,
                            .oneRow = true,
                            .filtered = [this] { return m_model->isFiltered(); }},
                           m_header, m_toast, this);
    auto* filter = m_list->filter();
    m_onlyOn = new QCheckBox(filter);
    m_onlyOn->setObjectName(u"alert_rules.only_on"_s);
    filter->addWidget(m_onlyOn);
    m_list->addColumnsButton(u"alert_rules.columns"_s);
    m_pane = new AlertRulePane(console(), this);
    m_list->setPane(u"alert_rules.splitter"_s, m_pane);
    m_add = makeButton(ButtonKind::Primary, u"alert_rules.add"_s, this, Icon::Plus);
    m_header->addAction(m_add);
    m_list->setAdd(m_add);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_list, 1);
}

void AlertRulesPanel::connectParts()
{
    connect(m_list, &ListPanel::searched, m_model, &AlertRulesModel::search);
    connect(m_list, &ListPanel::filtersCleared, this, [this] { m_onlyOn->setChecked(false); });
    connect(m_list, &ListPanel::shown, this, &AlertRulesPanel::showState);
    connect(m_list, &ListPanel::menuWanted, this, &AlertRulesPanel::fillMenu);
    connect(m_list, &ListPanel::rowOpened, this, [this](int row) {
        if (const AlertRule* rule = m_model->rowAt(row))
            openPane(*rule);
    });
    connect(m_list, &ListPanel::removalRequested, this, &AlertRulesPanel::removeCurrent);
    connect(m_onlyOn, &QCheckBox::toggled, this, [this](bool on) {
        m_list->change([this, on] { m_model->change([on](AlertRulesQuery& query) { query.onlyOn = on; }); });
    });
    connect(m_add, &QPushButton::clicked, this, [this] { edit({}); });
    connect(m_pane, &AlertRulePane::closeRequested, m_list, &ListPanel::closePane);
    connect(m_pane, &AlertRulePane::vanished, m_list, &ListPanel::closePane);
    connect(m_pane, &AlertRulePane::editRequested, this, [this] { edit(m_pane->rule()); });
    connect(m_pane, &AlertRulePane::switchRequested, this, [this] { toggle(m_pane->rule()); });
    connect(m_pane, &AlertRulePane::muteRequested, this, [this] { mute(m_pane->rule()); });
    connect(m_pane, &AlertRulePane::removeRequested, this, [this] { remove(m_pane->rule()); });
    onKeys(this, QKeySequence(Qt::CTRL | Qt::Key_N), [this] {
        if (m_add->isEnabled())
            m_add->click();
    });
    onKeys(this, QKeySequence(Qt::Key_F2), [this] {
        const AlertRule* rule = m_list->currentRow() >= 0 ? m_model->rowAt(m_list->currentRow()) : nullptr;
        if (rule && lacks(console(), Permission::AlertsUpdate).isEmpty())
            edit(*rule);
    });
}

void AlertRulesPanel::setTexts()
{
    m_header->setTitle(tr("Alert rules"));
    m_onlyOn->setText(tr("Switched on"));
    m_add->setText(tr("Add rule"));
    allow(m_add, lacks(console(), Permission::AlertsUpdate), true, tr("Add an alert rule (Ctrl+N)"));
    m_list->setTexts({.placeholder = tr("Filter rules"),
                      .filter = tr("Filter by name or kind of event"),
                      .table = tr("Alert rules"),
                      .clear = tr("Clear filters"),
                      .loading = tr("Loading rules"),
                      .safe = tr("The rules go on watching: the server doesn’t need this list.")});
}

void AlertRulesPanel::showState()
{
    if (m_model->isFiltered())
        m_list->empty()->setTexts(tr("No rule matches"), tr("No rule has this name, or looks at such events."));
    else
        m_list->empty()->setTexts(tr("No alert rules yet"), tr("A rule opens an incident when events come that are worth it."));
}

void AlertRulesPanel::fillMenu(QMenu* menu, int row)
{
    const AlertRule* found = m_model->rowAt(row);
    if (!found)
        return;
    const AlertRule rule = *found;
    const QString against = lacks(console(), Permission::AlertsUpdate);
    const auto put = [&](const QString& words, auto then) {
        auto* action = menu->addAction(words);
        connect(action, &QAction::triggered, this, then);
        allow(action, against);
        return action;
    };
    put(tr("Edit…"), [this, rule] { edit(rule); });
    put(rule.what.enabled ? tr("Switch off") : tr("Switch on"), [this, rule] { toggle(rule); });
    if (rule.what.enabled)
        put(tr("Mute for 24 h"), [this, rule] { mute(rule); });
    menu->addSeparator();
    if (rule.shipped.empty() || !rule.asShipped)
        put(rule.shipped.empty() ? tr("Delete…") : tr("Reset…"), [this, rule] { remove(rule); });
}

void AlertRulesPanel::activate(const QString& argument)
{
    table()->setFocus();
    if (argument.isEmpty())
        return;
    console().run(
        this,
        [id = AlertRuleId(argument.toStdString())](Services& services, const access::Actor& actor) {
            return services.alertRules.read(actor, id);
        },
        [this](const Result<AlertRule>& rule) {
            if (!rule)
                return;
            openPane(*rule);
            m_list->reveal(text(rule->id.text()));
        });
}

void AlertRulesPanel::refresh()
{
    m_model->refresh();
    if (m_pane->isVisible())
        m_pane->refresh();
}

void AlertRulesPanel::openPane(const AlertRule& rule)
{
    m_pane->setRule(rule);
    m_list->openPane();
}

void AlertRulesPanel::edit(const std::optional<AlertRule>& rule)
{
    auto* dialog = new AlertRuleDialog(console(), rule, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &AlertRuleDialog::saved, this, [this, isNew = !rule.has_value()](const AlertRule& saved) {
        m_toast->say(Tone::Success, isNew ? tr("Rule added") : tr("Rule saved"));
        if (m_pane->hasRule() && m_pane->rule().id == saved.id)
            m_pane->setRule(saved);
        refresh();
        if (isNew)
            m_list->reveal(text(saved.id.text()));
    });
    dialog->open();
}

void AlertRulesPanel::change(const AlertRuleId& id, const AlertPatch& patch, const QString& done)
{
    console().run(
        this,
        [id, patch](Services& services, const access::Actor& actor) { return services.alertRules.change(actor, id, patch); },
        [this, id, patch, done](const Result<AlertRule>& changed) {
            if (!changed && wantsStepUp(changed.error()))
                return askStepUp(console(), this, [this, id, patch, done] { change(id, patch, done); });
            if (changed)
                m_toast->say(Tone::Success, done);
            else
                m_toast->say(Tone::Danger, errorLine(changed.error()));
            refresh();
        });
}

void AlertRulesPanel::toggle(const AlertRule& rule)
{
    AlertPatch patch;
    patch.enabled = !rule.what.enabled;
    change(rule.id, patch, rule.what.enabled ? tr("Switched off") : tr("Switched on", "a rule"));
}

void AlertRulesPanel::mute(const AlertRule& rule)
{
    const auto* clock = console().clock();
    const UtcTime now = clock ? clock->now() : UtcTime{};
    AlertPatch patch;
    const bool muted = rule.mutedUntil && *rule.mutedUntil > now;
    patch.mutedUntil = muted ? std::optional<UtcTime>() : std::optional<UtcTime>(now + mutedFor);
    change(rule.id, patch, muted ? tr("It speaks again") : tr("Muted for 24 h"));
}

void AlertRulesPanel::removeCurrent()
{
    const AlertRule* rule = m_list->currentRow() >= 0 ? m_model->rowAt(m_list->currentRow()) : nullptr;
    if (rule && lacks(console(), Permission::AlertsUpdate).isEmpty() && (rule->shipped.empty() || !rule->asShipped))
        remove(*rule);
}

void AlertRulesPanel::remove(const AlertRule& rule)
{
    Confirmation words;
    const QString name = alertName(rule.what.name, rule.shipped);
    const bool own = rule.shipped.empty();
    words.title = own ? tr("Delete “%1”?").arg(name) : tr("Reset “%1”?").arg(name);
    words.text = own ? tr("Nothing watches for this any more. Its incidents stay.")
                     : tr("The rule is again as it came with Sallyport: name, numbers and actions.");
    words.verb = own ? tr("Delete") : tr("Reset");
    words.danger = own;
    askConfirmation(this, u"alert_remove"_s, words, [this, rule] { removeNow(rule); });
}

void AlertRulesPanel::removeNow(const AlertRule& rule)
{
    console().run(
        this,
        [id = rule.id, own = rule.shipped.empty()](Services& services, const access::Actor& actor) -> Result<void> {
            if (own)
                return services.alertRules.remove(actor, id);
            SALLYPORT_TRY(services.alertRules.reset(actor, id));
            return {};
        },
        [this, rule](const Result<void>& done) {
            if (!done && wantsStepUp(done.error()))
                return askStepUp(console(), this, [this, rule] { removeNow(rule); });
            if (done)
                m_toast->say(Tone::Success, rule.shipped.empty() ? tr("Rule deleted") : tr("Rule reset"));
            else
                m_toast->say(Tone::Danger, errorLine(done.error()));
            refresh();
        });
}

} // namespace sallyport::ui
