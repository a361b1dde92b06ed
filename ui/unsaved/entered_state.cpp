#include "ui/unsaved/entered_state.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QHashFunctions>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTextEdit>
#include <QVariant>

namespace sallyport::ui {

namespace {

constexpr const char* leftOut = "leftOutOfEntered";

/// What `before` becomes with this input; the same if it is none.
std::size_t withInput(const QWidget* widget, std::size_t before)
{
    if (widget->property(leftOut).toBool())
        return before;
    if (const auto* line = qobject_cast<const QLineEdit*>(widget)) // of a spin box and an editable list, too
        return line->isReadOnly() ? before : qHash(line->text(), before);
    if (const auto* plain = qobject_cast<const QPlainTextEdit*>(widget))
        return plain->isReadOnly() ? before : qHash(plain->toPlainText(), before);
    if (const auto* rich = qobject_cast<const QTextEdit*>(widget))
        return rich->isReadOnly() ? before : qHash(rich->toPlainText(), before);
    if (const auto* list = qobject_cast<const QComboBox*>(widget))
        return qHash(list->currentIndex(), before);
    if (const auto* check = qobject_cast<const QCheckBox*>(widget))
        return qHash(static_cast<int>(check->checkState()), before);
    // The eye in a password is part of the field.
    if (const auto* button = qobject_cast<const QAbstractButton*>(widget);
        button && button->isCheckable() && !qobject_cast<const QLineEdit*>(button->parentWidget()))
        return qHash(button->isChecked() ? 1 : 0, before);
    return before;
}

} // namespace

std::size_t enteredState(const QWidget* form)
{
    std::size_t state = QHashSeed::globalSeed();
    const auto children = form->findChildren<QWidget*>();
    for (const QWidget* child : children)
        state = withInput(child, state);
    return state;
}

void leaveOutOfEntered(QWidget* input)
{
    input->setProperty(leftOut, true);
}

} // namespace sallyport::ui
