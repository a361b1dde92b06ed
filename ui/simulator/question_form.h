#pragma once

#include "ui/simulator/question_draft.h"

#include <QWidget>

class QComboBox;
class QDateTimeEdit;
class QLineEdit;
class QPushButton;

namespace sallyport::ui {

class Console;
class Field;
class NamePicker;

/// The whole question in one row: who, does what, on what, and in which circumstances. Each edit is told at once.
class QuestionForm final : public QWidget {
    Q_OBJECT

public:
    /// Across: in one row, under their labels. Down: below each other, for a narrow place.
    enum class Lies { Across, Down };
    QuestionForm(Console& console, const QString& name, Lies lies, QWidget* parent = nullptr);

    const QuestionDraft& question() const { return m_question; }
    /// Shows another question without telling.
    void setQuestion(const QuestionDraft& question);
    /// What a question begins with: the operator themselves, now.
    void begin();
    void focusFirst();

Q_SIGNALS:
    void edited();

private:
    void build(Lies lies);
    void connectParts();
    void setTexts();
    void showQuestion();
    void showAges();
    void describe();
    void askMore();

    Console& m_console;
    QString m_name;
    QuestionDraft m_question;
    NamePicker* m_who;
    QComboBox* m_does;
    NamePicker* m_on;
    QDateTimeEdit* m_time;
    QLineEdit* m_address;
    QComboBox* m_mfa;
    QComboBox* m_classification;
    QLineEdit* m_department;
    QPushButton* m_more;
    QString m_ownerName;
    QList<Field*> m_fields; ///< in the order of the members above
    bool m_quiet = false;
};

} // namespace sallyport::ui
