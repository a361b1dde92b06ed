#include "ui/widgets/confirm_dialog.h"

#include "ui/look/text_style.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field.h"

#include <QLineEdit>
#include <QVBoxLayout>

#include <utility>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

DialogFrame* askConfirmation(QWidget* parent, const QString& objectName, const Confirmation& words,
                             std::function<void()> confirmed)
{
    auto* dialog = new DialogFrame(objectName, parent, 480);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setTitle(words.title);
    QLabel* text = makeLabel(words.text, TextStyle::Body, Tone::Normal, dialog);
    text->setWordWrap(true);
    dialog->body()->addWidget(text);
    auto* cancel = makeButton(ButtonKind::Secondary, objectName + u".cancel"_s, dialog);
    cancel->setText(DialogFrame::tr("Cancel"));
    auto* confirm = makeButton(words.danger ? ButtonKind::DangerFilled : ButtonKind::Primary, objectName + u".confirm"_s, dialog);
    confirm->setText(words.verb);
    dialog->addButton(cancel);
    dialog->addButton(confirm);
    QObject::connect(cancel, &QPushButton::clicked, dialog, &QDialog::reject);
    QObject::connect(confirm, &QPushButton::clicked, dialog, &QDialog::accept);
    QObject::connect(dialog, &QDialog::accepted, dialog, std::move(confirmed));
    // A danger must not happen by an Enter that was meant for something else.
    (words.danger ? cancel : confirm)->setFocus();
    dialog->open();
    return dialog;
}

DialogFrame* askTyped(QWidget* parent, const QString& objectName, const Confirmation& words, const QString& word,
                      const QString& label, std::function<void()> confirmed)
{
    DialogFrame* dialog = askConfirmation(parent, objectName, words, std::move(confirmed));
    dialog->setAsksToDiscard(false);
    auto* typed = new QLineEdit(dialog);
    typed->setObjectName(objectName + u".typed"_s);
    auto* field = new Field(typed, dialog);
    field->setLabel(label);
    dialog->body()->addWidget(field);
    auto* confirm = dialog->findChild<QPushButton*>(objectName + u".confirm"_s);
    enableOr(confirm, label);
    QObject::connect(typed, &QLineEdit::textChanged, confirm, [confirm, word, label](const QString& text) {
        enableOr(confirm, text.trimmed().compare(word, Qt::CaseInsensitive) == 0 ? QString() : label);
    });
    typed->setFocus();
    return dialog;
}

} // namespace sallyport::ui
