#include "ui/reports/accept_damage.h"

#include "ui/look/text_style.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/dialog_frame.h"
#include "ui/widgets/field.h"

#include <QCoreApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace sallyport::ui {

namespace {

constexpr int reasonLimit = 500; // characters

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(AcceptDamage)
};

} // namespace

DialogFrame* askWhyAccepted(QWidget* parent, std::function<void(const QString& why)> accepted)
{
    const QString name = QStringLiteral("reports.accept");
    auto* dialog = new DialogFrame(name, parent, 480);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setTitle(Texts::tr("Accept the damage?"));
    QLabel* text =
        makeLabel(Texts::tr("What is wrong with the journal now is no alarm any more. It is recorded with your name and "
                            "your reason, and stays a note in every verification and report."),
                  TextStyle::Body, Tone::Normal, dialog);
    text->setWordWrap(true);
    dialog->body()->addWidget(text);
    auto* why = new QLineEdit(dialog);
    why->setObjectName(name + QStringLiteral(".why"));
    why->setMaxLength(reasonLimit);
    auto* field = new Field(why, dialog);
    field->setLabel(Texts::tr("Reason"));
    field->setHint(Texts::tr("For example: backup of Sunday put back after a failed disk"));
    dialog->body()->addWidget(field);
    auto* cancel = makeButton(ButtonKind::Secondary, name + QStringLiteral(".cancel"), dialog);
    cancel->setText(DialogFrame::tr("Cancel"));
    auto* confirm = makeButton(ButtonKind::DangerFilled, name + QStringLiteral(".confirm"), dialog);
    confirm->setText(Texts::tr("Accept"));
    enableOr(confirm, incompleteReason());
    dialog->addButton(cancel);
    dialog->addButton(confirm);
    QObject::connect(why, &QLineEdit::textChanged, confirm, [confirm](const QString& typed) {
        enableOr(confirm, typed.trimmed().isEmpty() ? incompleteReason() : QString());
    });
    QObject::connect(cancel, &QPushButton::clicked, dialog, &QDialog::reject);
    QObject::connect(confirm, &QPushButton::clicked, dialog, &QDialog::accept);
    QObject::connect(dialog, &QDialog::accepted, dialog,
                     [why, accepted = std::move(accepted)] { accepted(why->text().trimmed()); });
    why->setFocus();
    dialog->open();
    return dialog;
}

} // namespace sallyport::ui
