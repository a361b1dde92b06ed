#pragma once

#include "ui/simulator/name_picker.h"
#include "ui/simulator/question_draft.h"
#include "ui/widgets/dialog_frame.h"

#include <array>

class QLineEdit;

namespace sallyport::ui {

class Field;

/// What else a question may say: who owns the object, and attributes of one's own (`attr`) of the object, of who asks and of the
/// circumstances, each as a JSON object.
class FactsDialog final : public DialogFrame {
    Q_OBJECT

public:
    /// `owner` is what the owner's id is called; `people` looks for owners.
    FactsDialog(const QuestionDraft& question, const QString& owner, NamePicker::Ask people, QWidget* parent);

Q_SIGNALS:
    void taken(const sallyport::ui::QuestionDraft& question, const QString& owner);

private:
    void setTexts();
    void take();

    QuestionDraft m_question;
    NamePicker* m_owner;
    std::array<QLineEdit*, 3> m_attributes{};
    Field* m_ownerField;
    std::array<Field*, 3> m_attributeFields{};
    QPushButton* m_cancel;
    QPushButton* m_take;
};

} // namespace sallyport::ui
