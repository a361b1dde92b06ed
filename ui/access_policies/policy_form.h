#pragma once

#include <QWidget>

#include <optional>
#include <vector>

#include "backend/access/policies/condition_form.h" // below Qt: moc 6.4 stumbles over <compare> before <string>
#include "backend/base/error.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace sallyport::ui {

class Banner;
class ConditionRow;
class Field;
class FlowLayout;
class PolicyDraft;
class SegmentedControl;

/// A policy as a form: what it is called, what it does, on what, and when all of some conditions hold. Writes the draft and shows
/// what the text has made of it; a condition that says more than the form can is only text, and the form says so.
class PolicyForm final : public QWidget {
    Q_OBJECT

public:
    explicit PolicyForm(PolicyDraft* draft, QWidget* parent = nullptr);

    /// What the text says: its conditions, or nothing where it says more than a form can.
    void setConditions(const std::optional<access::policies::ConditionForm>& form);
    void setRoles(const QStringList& roles);
    /// Why its fields may not be changed, which they then tell; empty if they may.
    void setAgainst(const QString& against);
    /// Marks the fields that an error names; true if every one of its fields is ours or the text's.
    bool showErrors(const Error& error);
    QLineEdit* nameInput() const { return m_name; }
    /// What the form still needs before it says a whole policy; empty if nothing is missing. The fields say it as well.
    QString missing() const;

Q_SIGNALS:
    /// The conditions were changed here: the text follows.
    void conditionsEdited(const QString& text);

private:
    QWidget* makeTarget();
    void connectParts();
    void setTexts();
    void showDraft();
    void showActions();
    void fillActionMenu();
    void fillConditionMenu();
    void setActions(std::vector<std::string> actions);
    void addRow(const access::policies::ConditionPart& part);
    void removeRow(ConditionRow* row);
    void clearRows();
    /// The condition that the lines say together.
    std::string written() const;
    void writeConditions();
    /// Says what is missing of actions and kinds, once something was written.
    void showTarget();

    PolicyDraft* m_draft;
    QLineEdit* m_name;
    Field* m_nameField;
    SegmentedControl* m_effect;
    SegmentedControl* m_state;
    QLabel* m_effectLabel;
    QLabel* m_stateLabel;
    QWidget* m_actions = nullptr;
    FlowLayout* m_actionsFlow = nullptr;
    QPushButton* m_addAction = nullptr;
    std::optional<std::vector<std::string>> m_shownActions; ///< as chips
    QLabel* m_targetLabel;
    QLabel* m_targetError;
    std::vector<QCheckBox*> m_kinds;
    QLabel* m_conditionsLabel;
    QVBoxLayout* m_rowsColumn;
    std::vector<ConditionRow*> m_rows;
    Banner* m_textOnly;
    QPushButton* m_addCondition;
    QLineEdit* m_note;
    Field* m_noteField;
    QStringList m_roles;
    QString m_against; ///< the fields are for reading only
    bool m_onlyText = false;
    bool m_quiet = false;
};

} // namespace sallyport::ui
