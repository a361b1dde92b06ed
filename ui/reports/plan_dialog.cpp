#include "ui/reports/plan_dialog.h"

#include "ui/look/text_style.h"
#include "ui/parts/whole_edit.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/dialog_frame.h"
#include "ui/widgets/field.h"
#include "ui/words/report_text.h"
#include "ui/words/text_helpers.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <utility>

namespace sallyport::ui {

namespace {

struct PlanTexts {
    Q_DECLARE_TR_FUNCTIONS(ReportPlanDialog)
};

Field* addField(DialogFrame* dialog, QWidget* input, const QString& label)
{
    auto* field = new Field(input, dialog);
    field->setLabel(label);
    dialog->body()->addWidget(field);
    return field;
}

QSpinBox* numberBox(DialogFrame* dialog, const char* name, int least, int most, int value)
{
    auto* box = new WholeEdit<QSpinBox>(dialog);
    box->setObjectName(QLatin1StringView(name));
    box->setRange(least, most);
    box->setValue(value);
    return box;
}

} // namespace

DialogFrame* askForPlan(QWidget* parent, const reports::PlanFields& draft, std::function<void(const reports::PlanFields&)> chosen)
{
    const QString name = QStringLiteral("reports.plan");
    auto* dialog = new DialogFrame(name, parent, 480);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setTitle(PlanTexts::tr("New plan"));
    QLabel* about =
        makeLabel(PlanTexts::tr("%1 as %2, with the filter of the form. It is made with your rights as they are then.")
                      .arg(templateTitle(draft.report), reportFormatTitle(draft.format)),
                  TextStyle::Body, Tone::Normal, dialog);
    about->setWordWrap(true);
    dialog->body()->addWidget(about);
    auto* title = new QLineEdit(dialog);
    title->setObjectName(name + QStringLiteral(".name"));
    title->setMaxLength(reports::planNameLimit);
    title->setText(templateTitle(draft.report));
    addField(dialog, title, PlanTexts::tr("Name"));
    auto* often = new QComboBox(dialog);
    often->setObjectName(name + QStringLiteral(".often"));
    for (const auto frequency : {reports::Frequency::Daily, reports::Frequency::Weekly, reports::Frequency::Monthly})
        often->addItem(reportFrequencyTitle(frequency));
    often->setCurrentIndex(static_cast<int>(draft.frequency));
    addField(dialog, often, PlanTexts::tr("How often"));
    QSpinBox* hour = numberBox(dialog, "reports.plan.hour", 0, 23, draft.hour);
    addField(dialog, hour, PlanTexts::tr("Hour of the day"));
    auto* period = new QComboBox(dialog);
    period->setObjectName(name + QStringLiteral(".period"));
    for (const auto one : {reports::Period::Day, reports::Period::Week, reports::Period::Month})
        period->addItem(reportPeriodTitle(one));
    period->setCurrentIndex(static_cast<int>(draft.period));
    Field* periodField = addField(dialog, period, PlanTexts::tr("Period"));
    periodField->setVisible(reports::info(draft.report).hasPeriod);
    QSpinBox* keep = numberBox(dialog, "reports.plan.keep", 1, reports::planKeepMost, draft.keep);
    addField(dialog, keep, PlanTexts::tr("Reports kept"));
    auto* cancel = makeButton(ButtonKind::Secondary, name + QStringLiteral(".cancel"), dialog);
    cancel->setText(DialogFrame::tr("Cancel"));
    auto* confirm = makeButton(ButtonKind::Primary, name + QStringLiteral(".confirm"), dialog);
    confirm->setText(PlanTexts::tr("Add plan"));
    dialog->addButton(cancel);
    dialog->addButton(confirm);
    QObject::connect(title, &QLineEdit::textChanged, confirm, [confirm](const QString& typed) {
        enableOr(confirm, typed.trimmed().isEmpty() ? incompleteReason() : QString());
    });
    QObject::connect(cancel, &QPushButton::clicked, dialog, &QDialog::reject);
    QObject::connect(confirm, &QPushButton::clicked, dialog, &QDialog::accept);
    QObject::connect(dialog, &QDialog::accepted, dialog, [=, chosen = std::move(chosen)] {
        reports::PlanFields fields = draft;
        fields.name = toUtf8(title->text().trimmed());
        fields.frequency = static_cast<reports::Frequency>(often->currentIndex());
        fields.period = static_cast<reports::Period>(period->currentIndex());
        fields.hour = hour->value();
        fields.keep = keep->value();
        chosen(fields);
    });
    title->setFocus();
    dialog->open();
    return dialog;
}

} // namespace sallyport::ui
