#pragma once

#include "ui/widgets/dialog_frame.h"

#include "backend/authorization/policies.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

class QLabel;

namespace sallyport::ui {

class Console;
class DifferencesView;
class LinesList;
class PolicyDraft;
class SegmentedControl;

/// Asks before a policy decides or is observed: what changes, what its tests say, what the replay has found.
class PublishDialog final : public DialogFrame {
    Q_OBJECT

public:
    /// `replayed` is what a replay of this very draft has found, empty if there was none.
    PublishDialog(Console& console, const PolicyDraft& draft, const QString& replayed, QWidget* parent);

Q_SIGNALS:
    void confirmed(sallyport::access::PolicyState state);

private:
    void setTexts();
    void showState();
    void runTests();
    access::PolicyState state() const;

    Console& m_console;
    const PolicyDraft& m_draft;
    QString m_replayed;
    SegmentedControl* m_state;
    QLabel* m_means;
    QLabel* m_changesTitle;
    DifferencesView* m_changes;
    LinesList* m_checks;
    QPushButton* m_cancel;
    QPushButton* m_publish;
    bool m_failing = false; ///< a test of it
    bool m_tested = false;
    QList<QString> m_failed;
    int m_tests = 0;
    QString m_testError;
    void showChecks();
};

} // namespace sallyport::ui
