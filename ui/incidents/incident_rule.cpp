#include "ui/incidents/incident_rule.h"

#include "backend/alerts/alert_rules.h"
#include "ui/console/console.h"
#include "ui/incidents/rule_bar.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/details_pane.h"
#include "ui/words/alert_text.h"
#include "ui/words/relative_time.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using access::Permission;
using alerts::AlertRule;
using alerts::AlertTrial;

namespace {

constexpr int daysTried = 7;

} // namespace

IncidentRule::IncidentRule(Console& console, PaneSection* section)
    : QObject(section), m_console(console), m_section(section), m_edit(section->addLink(u"incidents.details.rule"_s)),
      m_sentence(new ElideLabel(TextStyle::Body, Tone::Normal, section)),
      m_bar(new RuleBar(u"incidents.details.rule.bar"_s, section)),
      m_said(new ElideLabel(TextStyle::Body, Tone::Normal, section)),
      m_days(new FiringDays(u"incidents.details.rule.days"_s, section))
{
    m_sentence->setObjectName(u"incidents.details.rule.sentence"_s);
    m_sentence->setWraps(true);
    m_said->setObjectName(u"incidents.details.rule.said"_s);
    m_said->setWraps(true);
    section->setContent(m_sentence);
    section->body()->addSpacing(4);
    section->setContent(m_bar);
    section->body()->addSpacing(8);
    section->setContent(m_said);
    section->setContent(m_days);
    connect(m_edit, &QPushButton::clicked, this, [this] { Q_EMIT ruleRequested(text(m_incident->rule.text())); });
}

IncidentRule::~IncidentRule()
{
    stop();
}

void IncidentRule::stop()
{
    if (m_stop)
        *m_stop = true;
    m_stop.reset();
}

void IncidentRule::setIncident(const alerts::Incident& incident, std::int64_t addresses)
{
    const bool same = m_incident && m_incident->rule == incident.rule;
    m_incident = incident;
    m_addresses = addresses;
    if (!same) {
        stop();
        m_rule.reset();
        m_trial.reset();
        m_gone = false;
    }
    show();
    readRule();
}

void IncidentRule::retranslate()
{
    m_section->setTitle(tr("Rule that fired"));
    m_edit->setText(m_console.may(Permission::AlertsUpdate) ? tr("Edit rule") : tr("Open rule"));
    m_edit->setVisible(mayOpenPanel(m_console, u"alert_rules"_s) && !m_gone);
    if (m_incident)
        show();
}

void IncidentRule::readRule()
{
    if (!m_console.may(Permission::AlertsRead))
        return;
    m_console.run(
        this,
        [id = m_incident->rule](Services& services, const access::Actor& actor) { return services.alertRules.read(actor, id); },
        [this, id = m_incident->rule](const Result<AlertRule>& rule) {
            if (m_incident->rule != id)
                return;
            m_gone = !rule && rule.error().code == ErrorCode::NotFound;
            const bool same = rule && m_rule && m_rule->version == rule->version;
            if (rule)
                m_rule = *rule;
            retranslate();
            if (rule && !same)
                tryRule();
        });
}

/// Reads the events of a week: once, and not on after somebody else is shown.
void IncidentRule::tryRule()
{
    stop();
    m_trial.reset();
    showTrial();
    if (!m_console.may(Permission::EventsRead))
        return;
    m_stop = std::make_shared<std::atomic<bool>>(false);
    m_console.run(
        this,
        [what = m_rule->what, stop = m_stop](Services& services, const access::Actor& actor, const CancelFlag& locking) {
            const UtcTime now = services.clock.now();
            return services.alertRules.test(actor, what, now - std::chrono::days(daysTried), now,
                                            [&](auto, auto) { return !*stop && !locking; });
        },
        [this, stop = m_stop](const Result<AlertTrial>& trial) {
            if (stop != m_stop)
                return;
            m_stop.reset();
            if (trial)
                m_trial = *trial;
            showTrial();
        });
}

void IncidentRule::show()
{
    m_sentence->setText(m_rule   ? alertSentence(m_rule->what)
                        : m_gone ? tr("%1. This rule is gone.").arg(alertName(m_incident->ruleName, m_incident->shipped))
                                 : alertName(m_incident->ruleName, m_incident->shipped));
    m_bar->setVisible(m_rule && m_rule->what.threshold > 1);
    if (m_rule) {
        const auto counted = m_rule->what.counted;
        m_bar->setNumbers(counted == alerts::Counted::Users       ? m_incident->people
                          : counted == alerts::Counted::Addresses ? m_addresses
                                                                  : m_incident->count,
                          m_rule->what.threshold);
    }
    showTrial();
}

void IncidentRule::showTrial()
{
    m_said->setVisible(m_trial || m_stop);
    m_days->setVisible(m_trial.has_value());
    if (!m_trial)
        return m_said->setText(tr("Trying it over the last week…"));
    QList<FiringDays::Day> days;
    const QDate last = localTime(m_trial->until).date();
    for (int ago = daysTried - 1; ago >= 0; --ago)
        days << FiringDays::Day{last.addDays(-ago), 0};
    for (const AlertTrial::Firing& firing : m_trial->firings)
        if (const auto at = last.daysTo(localTime(firing.at).date()) + daysTried - 1; at >= 0 && at < days.size())
            ++days[at].times;
    m_days->setDays(days);
    const int fired = static_cast<int>(m_trial->fired);
    const bool enough = m_trial->complete && fired <= static_cast<int>(m_trial->firings.size());
    m_said->setText(enough ? tr("Would have fired %Ln times in the last week", nullptr, fired)
                           : tr("Would have fired at least %Ln times in the last week", nullptr, fired));
}

} // namespace sallyport::ui
