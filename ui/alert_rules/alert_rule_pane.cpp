#include "ui/alert_rules/alert_rule_pane.h"

#include "ui/alert_rules/alert_trial_line.h"
#include "ui/console/permit.h"
#include "ui/look/retranslate.h"
#include "ui/parts/lines_list.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/details_pane.h"
#include "ui/words/alert_text.h"
#include "ui/words/event_text.h"
#include "ui/words/relative_time.h"

#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using access::Permission;
using alerts::AlertRule;

AlertRulePane::AlertRulePane(Console& console, QWidget* parent)
    : SubjectPane(console, u"alert_rules.details"_s, parent), m_page(m_pane->addPage(u"alert_rules.details.page"_s))
{
    build();
    onRetranslate(this, [this] { setTexts(); });
}

void AlertRulePane::build()
{
    m_pane->setAvatarVisible(false);
    auto* facts = m_pane->addSection(m_page);
    facts->setLineAbove(true);
    m_facts = new KeyValueGrid(this);
    m_fires = m_facts->addRow(u"fires"_s);
    m_kinds = m_facts->addRow(u"kinds"_s);
    m_filter = m_facts->addRow(u"filter"_s, true);
    m_schedule = m_facts->addRow(u"schedule"_s);
    m_author = m_facts->addRow(u"author"_s);
    m_note = m_facts->addRow(u"note"_s);
    facts->body()->addWidget(m_facts);
    m_actionsSection = m_pane->addSection(m_page);
    m_actions = new LinesList(u"alert_rules.details.actions"_s, m_actionsSection);
    m_actionsSection->setContent(m_actions);
    m_trialSection = m_pane->addSection(m_page);
    m_trial = new AlertTrialLine(m_console, u"alert_rules.details.trial"_s, m_trialSection);
    m_trialSection->setContent(m_trial);
    m_edit = makeButton(ButtonKind::Secondary, u"alert_rules.details.edit"_s, this, Icon::Edit);
    m_switch = makeButton(ButtonKind::Secondary, u"alert_rules.details.switch"_s, this);
    m_mute = makeButton(ButtonKind::Secondary, u"alert_rules.details.mute"_s, this);
    m_remove = makeButton(ButtonKind::Danger, u"alert_rules.details.remove"_s, this);
    m_pane->addFooterAction(m_edit);
    m_pane->addFooterAction(m_switch);
    m_pane->addFooterAction(m_mute);
    m_pane->addFooterDanger(m_remove);
    connect(m_edit, &QPushButton::clicked, this, &AlertRulePane::editRequested);
    connect(m_switch, &QPushButton::clicked, this, &AlertRulePane::switchRequested);
    connect(m_mute, &QPushButton::clicked, this, &AlertRulePane::muteRequested);
    connect(m_remove, &QPushButton::clicked, this, &AlertRulePane::removeRequested);
    connect(m_trial, &AlertTrialLine::tryRequested, this, [this] { m_trial->tryOut(m_rule->what); });
}

void AlertRulePane::setTexts()
{
    m_facts->setRowName(u"fires"_s, tr("Fires at"));
    m_facts->setRowName(u"kinds"_s, tr("Events"));
    m_facts->setRowName(u"filter"_s, tr("Filter"));
    m_facts->setRowName(u"schedule"_s, tr("When"));
    m_facts->setRowName(u"author"_s, tr("By", "who made a rule"));
    m_facts->setRowName(u"note"_s, tr("Note"));
    m_actionsSection->setTitle(tr("Does by itself"));
    m_trialSection->setTitle(tr("Last week"));
    m_edit->setText(tr("Edit"));
    if (m_rule)
        showRule();
}

void AlertRulePane::setRule(const AlertRule& rule)
{
    const bool same = m_rule && m_rule->id == rule.id && m_rule->version == rule.version;
    m_rule = rule;
    showRule();
    if (!same)
        m_trial->forget();
}

void AlertRulePane::showRule()
{
    const AlertRule& rule = *m_rule;
    const Mark state = alertRuleState(rule, now());
    m_pane->setTitle(alertName(rule.what.name, rule.shipped));
    m_pane->setSubtitle(severityText(rule.what.severity));
    m_pane->pill()->setContent(state.tone, state.icon,
                               rule.mutedUntil && *rule.mutedUntil > now() && rule.what.enabled
                                   ? tr("Muted until %1").arg(dateTimeText(*rule.mutedUntil))
                                   : state.text);
    m_pane->pill()->show();
    m_fires->setText(alertSentence(rule.what));
    QStringList kinds;
    for (const std::string& kind : rule.what.kinds)
        kinds << kindTitle(kind);
    m_kinds->setText(kinds.isEmpty() ? tr("All that the filter takes") : kinds.join(u", "_s));
    m_filter->setText(text(rule.what.filter));
    m_facts->setRowVisible(u"filter"_s, !rule.what.filter.empty());
    m_schedule->setText(alertScheduleText(rule.what.schedule));
    m_facts->setRowVisible(u"schedule"_s, !rule.what.schedule.always());
    m_author->setText(rule.author.kind == alerts::AlertAuthor::Kind::Product ? tr("Came with Sallyport")
                                                                             : text(rule.author.name));
    m_note->setText(text(rule.what.note));
    m_facts->setRowVisible(u"note"_s, !rule.what.note.empty());
    QList<LinesList::Line> lines;
    for (const alerts::AlertAction& action : rule.what.actions) {
        LinesList::Line line;
        line.icon = action.kind == alerts::ActionKind::Notice ? Icon::Bell : Icon::Zap;
        line.text = alertActionText(action);
        lines << line;
    }
    if (lines.isEmpty())
        m_actions->setNotice(tr("Nothing but the incident"));
    else
        m_actions->setLines(lines);
    m_trialSection->setVisible(m_console.may(Permission::EventsRead));
    const bool muted = rule.mutedUntil && *rule.mutedUntil > now();
    m_switch->setText(rule.what.enabled ? tr("Switch off") : tr("Switch on"));
    m_mute->setText(muted ? tr("Unmute") : tr("Mute for 24 h"));
    m_mute->setVisible(rule.what.enabled);
    m_remove->setText(rule.shipped.empty() ? tr("Delete") : tr("Reset"));
    const QString against = lacks(m_console, Permission::AlertsUpdate);
    allow(m_edit, against);
    allow(m_switch, against);
    allow(m_mute, against);
    allow(m_remove, against, rule.shipped.empty() || !rule.asShipped,
          rule.shipped.empty() ? QString() : tr("As it came with Sallyport"));
}

void AlertRulePane::refresh()
{
    if (!m_rule)
        return;
    readBehind(
        m_actions,
        [id = m_rule->id](Services& services, const access::Actor& actor) { return services.alertRules.read(actor, id); },
        [this, id = m_rule->id] { return m_rule && m_rule->id == id; }, [this](const AlertRule& rule) { setRule(rule); });
}

} // namespace sallyport::ui
