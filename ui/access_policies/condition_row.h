#pragma once

#include <QWidget>

#include "backend/access/policies/condition_form.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

#include <vector>

class QCheckBox;
class QBoxLayout;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QTimeEdit;

namespace sallyport::ui {

/// One condition of a form: `Record department | is not | User department`, and the way to take it away. On two lines or three
/// where it can't be read on one.
class ConditionRow final : public QWidget {
    Q_OBJECT

public:
    using Part = access::policies::ConditionPart;

    explicit ConditionRow(const Part& part, QWidget* parent = nullptr);

    const Part& part() const { return m_part; }
    /// What is still missing of it, said under it as well: `Enter an address or a network`; empty if nothing is.
    QString missing() const;
    /// Roles to choose from.
    void setRoles(const QStringList& roles);

Q_SIGNALS:
    void edited();
    void removeRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    /// Puts the parts on as many lines as they need.
    void arrange();
    void connectParts();
    void setTexts();
    void showPart();
    void takeValues();
    /// Says what is missing, at the input that it is missing in.
    void showMissing();

    Part m_part;
    QComboBox* m_kind;
    QComboBox* m_how;
    QComboBox* m_value; ///< a name, or several with commas
    QLineEdit* m_networks;
    QSpinBox* m_minutes;
    QWidget* m_time;
    QTimeEdit* m_from;
    QTimeEdit* m_until;
    QComboBox* m_zone;
    std::vector<QCheckBox*> m_days; ///< Monday first
    QPushButton* m_remove;
    QWidget* m_errorBox;
    QLabel* m_error;
    std::vector<QBoxLayout*> m_lines;
    std::vector<QBoxLayout*> m_timeLines;
    std::vector<int> m_arranged; ///< the line of each part
    QStringList m_roles;
    bool m_quiet = false;
};

/// The title of a kind: `Record owner`.
QString conditionKindTitle(access::policies::ConditionPart::Kind kind);
/// One of it to begin with.
access::policies::ConditionPart firstPart(access::policies::ConditionPart::Kind kind);

} // namespace sallyport::ui
