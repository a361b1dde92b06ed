#pragma once

#include "ui/console/watched_work.h"

#include <QWidget>

#include "backend/alerts/alert_rules.h"

class QLabel;
class QPushButton;

namespace sallyport::ui {

class Console;
class LinesList;

/// `Would have fired 4 times last week`, and when: the rule is tried on the events of the last seven days, by the code that
/// counts new ones. It says how far it is, and can be stopped.
class AlertTrialLine final : public QWidget {
    Q_OBJECT

public:
    AlertTrialLine(Console& console, const QString& objectName, QWidget* parent = nullptr);

    /// Tries this one; what runs is stopped.
    void tryOut(const alerts::AlertDraft& draft);
    /// Nothing is known of what is shown now.
    void forget();

Q_SIGNALS:
    /// The button was pressed: whoever owns the rule calls tryOut.
    void tryRequested();

private:
    void setTexts();
    void show();

    Console& m_console;
    WatchedWork m_work;
    int m_number = 0; ///< of the trial that is wanted
    bool m_failed = false;
    std::optional<alerts::AlertTrial> m_trial;
    QLabel* m_said;
    QPushButton* m_button;
    LinesList* m_firings;
};

} // namespace sallyport::ui
