#pragma once

#include <QTimer>
#include <QWidget>

#include <optional>
#include <string>
#include <vector>

#include "backend/authorization/policies.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

class QLabel;
class QPushButton;
class QSplitter;

namespace sallyport::ui {

class Banner;
class CelEditor;
class Console;
class ElideLabel;
class IconLabel;
class PolicyDraft;
class PolicyForm;
class ReplayView;
class TryPane;
struct PolicyPlace;

/// One policy: form and text side by side, which write the same draft. The text is compiled on a worker as it is typed.
class PolicyEditor final : public QWidget {
    Q_OBJECT

public:
    explicit PolicyEditor(Console& console, QWidget* parent = nullptr);

    PolicyDraft* draft() const { return m_draft; }
    CelEditor* text() const { return m_text; }
    PolicyForm* form() const { return m_form; }
    TryPane* trial() const { return m_try; }
    ReplayView* replay() const { return m_replay; }
    /// The text compiles, as far as that is known.
    bool isRight() const { return m_right; }
    /// Why it can't be stored as it is: something is missing in the form, or the text has a mistake. Empty if nothing is known
    /// against it.
    QString missing() const;
    /// A text that hasn't been compiled yet.
    bool isChecking() const { return m_checking; }
    /// Where the operator begins.
    void begin();
    /// Selects this part of the text. False if the condition has changed since.
    bool showPlace(const PolicyPlace& place);
    /// Its tests were changed, or are to be run anew.
    void runTests();
    /// Stores the draft in this state; `saved` or an error in its place follows.
    void store(access::PolicyState state);
    bool isStoring() const { return m_storing; }

Q_SIGNALS:
    void stateChanged();
    void testsRequested();
    void policyRequested(const QString& id);
    /// It was stored; `before` is what it was, nothing if it is new.
    void saved(const sallyport::access::Policy& policy, const std::optional<sallyport::access::Policy>& before);

private:
    QWidget* makeFormSide();
    QWidget* makeTextSide();
    QWidget* makeTestsRow();
    void showTests(const Result<std::vector<authorization::PolicyTestResult>>& results);
    QWidget* makeHead(QLabel* title, QWidget* trailing);
    void setTexts();
    void loadRoles();
    void takeText();
    void check();
    void showError(const Error& error);

    Console& m_console;
    PolicyDraft* m_draft;
    QLabel* m_formTitle;
    QLabel* m_textTitle;
    Banner* m_failure;
    PolicyForm* m_form = nullptr;
    CelEditor* m_text = nullptr;
    IconLabel* m_stepIcon;
    ElideLabel* m_step;
    Banner* m_problem;
    ReplayView* m_replay;
    TryPane* m_try;
    QWidget* m_testsRow = nullptr;
    IconLabel* m_testsIcon = nullptr;
    ElideLabel* m_tests = nullptr;
    QPushButton* m_showTests = nullptr;
    QTimer m_wait;
    std::string m_checked; ///< the text that was compiled last
    bool m_right = true;
    bool m_checking = false;
    bool m_storing = false;
    bool m_inStep = true;
};

} // namespace sallyport::ui
