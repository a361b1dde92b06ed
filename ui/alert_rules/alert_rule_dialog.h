#pragma once

#include "ui/widgets/dialog_frame.h"

#include <optional>

#include "backend/alerts/alert_rules.h" // below Qt: moc 6.4 stumbles over <compare> before <string>
#include "backend/outputs/destination.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QSpinBox;
class QTimeEdit;

namespace sallyport::ui {

class AlertTrialLine;
class Banner;
class Console;
class Field;

/// A new alert rule, or another one in the place of one that there is.
class AlertRuleDialog final : public DialogFrame {
    Q_OBJECT

public:
    AlertRuleDialog(Console& console, std::optional<alerts::AlertRule> rule, QWidget* parent);

Q_SIGNALS:
    void saved(const alerts::AlertRule& rule);

private:
    struct DestinationRow {
        std::string id;
        QString name;
        QCheckBox* check;
    };
    struct ActionRow {
        alerts::ActionKind kind;
        QCheckBox* check;
        QComboBox* lasts; ///< null: it has no end
    };

    void build();
    QWidget* makeForm();
    QWidget* makeWhen(QWidget* parent);
    QWidget* makeActions(QWidget* parent);
    void setTexts();
    void fillChoices();
    void fillTimes(QComboBox* box) const;
    void show(const alerts::AlertDraft& what);
    void updateState();
    void askForDestinations();
    void showDestinations(const std::vector<outputs::Destination>& destinations);
    alerts::AlertDraft draft() const;
    void save();
    void showFailure(const Error& error);

    Console& m_console;
    const std::optional<alerts::AlertRule> m_rule;
    Banner* m_failure;
    QLineEdit *m_name, *m_kinds, *m_filter;
    QSpinBox* m_threshold;
    QComboBox *m_window, *m_counted, *m_group, *m_severity;
    QCheckBox *m_always, *m_outside;
    QList<QCheckBox*> m_days;
    QTimeEdit *m_from, *m_until;
    QList<ActionRow> m_actions;
    QList<DestinationRow> m_destinations;
    QVBoxLayout* m_actionColumn = nullptr;
    Field *m_nameField = nullptr, *m_kindsField = nullptr, *m_filterField = nullptr, *m_thresholdField = nullptr,
          *m_windowField = nullptr, *m_countedField = nullptr, *m_groupField = nullptr, *m_severityField = nullptr;
    QWidget* m_when = nullptr;
    AlertTrialLine* m_trial;
    QPushButton *m_cancel, *m_save;
};

} // namespace sallyport::ui
