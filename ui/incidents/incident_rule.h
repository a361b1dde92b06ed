#pragma once

#include <QObject>

#include <atomic>
#include <memory>
#include <optional>

#include "backend/alerts/alert_rule.h" // below Qt: moc 6.4 stumbles over <compare> before <string>
#include "backend/alerts/incident.h"

class QPushButton;

namespace sallyport::ui {

class Console;
class ElideLabel;
class FiringDays;
class PaneSection;
class RuleBar;

/// Why an incident is there: the rule in a sentence, how far the incident is over its number, and on which of the last seven days
/// it would have fired, tried once a rule and version.
class IncidentRule final : public QObject {
    Q_OBJECT

public:
    IncidentRule(Console& console, PaneSection* section);
    ~IncidentRule() override;

    void setIncident(const alerts::Incident& incident, std::int64_t addresses);
    void retranslate();

Q_SIGNALS:
    void ruleRequested(const QString& id);

private:
    void show();
    void showTrial();
    void readRule();
    void tryRule();
    void stop();

    Console& m_console;
    PaneSection* m_section;
    QPushButton* m_edit;
    ElideLabel* m_sentence;
    RuleBar* m_bar;
    ElideLabel* m_said;
    FiringDays* m_days;
    std::optional<alerts::Incident> m_incident;
    std::int64_t m_addresses = 0;
    std::optional<alerts::AlertRule> m_rule;
    std::optional<alerts::AlertTrial> m_trial; ///< of m_rule
    bool m_gone = false;
    std::shared_ptr<std::atomic<bool>> m_stop; ///< of the trial that runs
};

} // namespace sallyport::ui
