#pragma once

#include "ui/widgets/dialog_frame.h"

#include <optional>
#include <vector>

#include "backend/authorization/policies.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

class QLineEdit;

namespace sallyport::ui {

class Banner;
class Console;
class Field;
class LinesList;
class SegmentedControl;

/// A question with its answer, from which a test can be made.
struct TriedQuestion {
    std::string json;
    bool allowed = false;
};

/// The tests of a policy: how each comes out with the draft, another one of the question that was tried, one less.
class TestsDialog final : public DialogFrame {
    Q_OBJECT

public:
    TestsDialog(Console& console, const access::Policy& policy, authorization::NewPolicy draft,
                std::optional<TriedQuestion> tried, QWidget* parent);

Q_SIGNALS:
    /// Other tests were stored.
    void changed();

private:
    void setTexts();
    void run();
    void showResults();
    void add();
    void remove(int index);
    void put(std::vector<authorization::PolicyTest> tests);

    Console& m_console;
    access::Policy m_policy;
    authorization::NewPolicy m_draft;
    std::optional<TriedQuestion> m_tried;
    std::vector<authorization::PolicyTestResult> m_results;
    bool m_loaded = false;
    Banner* m_failure;
    LinesList* m_lines;
    QWidget* m_addBox;
    QLineEdit* m_name;
    Field* m_nameField;
    SegmentedControl* m_expected;
    QPushButton* m_add;
    QPushButton* m_run;
    QPushButton* m_close;
};

} // namespace sallyport::ui
