#include "ui/detection/rule_dialog.h"

#include "ui/console/console.h"
#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field.h"
#include "ui/widgets/fitting_area.h"
#include "ui/words/text_helpers.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using protection::detection::OwnRule;

namespace {

constexpr int testLines = 3;

} // namespace

RuleDialog::RuleDialog(Console& console, QWidget* parent)
    : RuleFrame(console, u"detection_rule"_s, parent, 560, u"add"_s), m_title(new QLineEdit(this)),
      m_pattern(new QLineEdit(this)), m_expression(new QCheckBox(this)), m_case(new QCheckBox(this)),
      m_points(new QSpinBox(this)), m_finds(new QPlainTextEdit(this)), m_passes(new QPlainTextEdit(this))
{
    m_title->setObjectName(u"detection_rule.title"_s);
    m_title->setMaxLength(80);
    m_pattern->setObjectName(u"detection_rule.pattern"_s);
    m_pattern->setMaxLength(static_cast<int>(OwnRule::maxPatternBytes));
    m_pattern->setFont(textFont(TextStyle::Mono));
    m_pattern->setLayoutDirection(Qt::LeftToRight);
    m_expression->setObjectName(u"detection_rule.expression"_s);
    m_case->setObjectName(u"detection_rule.case"_s);
    m_points->setObjectName(u"detection_rule.points"_s);
    m_points->setRange(1, 100);
    m_points->setValue(5);
    m_finds->setObjectName(u"detection_rule.finds"_s);
    m_passes->setObjectName(u"detection_rule.passes"_s);
    for (QPlainTextEdit* edit : {m_finds, m_passes}) {
        edit->setFont(textFont(TextStyle::Mono));
        edit->setTabChangesFocus(true);
        edit->setLayoutDirection(Qt::LeftToRight);
        edit->setFixedHeight(testLines * lineHeight(TextStyle::Mono) + 16);
    }
    auto* form = new QWidget(this);
    auto* column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    m_titleField = new Field(m_title, form);
    m_patternField = new Field(m_pattern, form);
    m_pointsField = new Field(m_points, form);
    m_findsField = new Field(m_finds, form);
    m_passesField = new Field(m_passes, form);
    auto* checks = new QHBoxLayout;
    checks->setSpacing(16);
    checks->addWidget(m_expression);
    checks->addWidget(m_case);
    checks->addStretch(1);
    column->addWidget(m_titleField);
    column->addWidget(m_patternField);
    column->addLayout(checks);
    column->addWidget(m_pointsField);
    column->addWidget(m_findsField);
    column->addWidget(m_passesField);
    body()->addWidget(new FittingArea(form, this));
    onRetranslate(this, [this] { setTexts(); });
}

void RuleDialog::setTexts()
{
    setTitle(tr("Add rule"));
    m_titleField->setLabel(tr("What it finds"));
    m_patternField->setLabel(tr("Text"));
    m_expression->setText(tr("Regular expression"));
    m_case->setText(tr("Upper and lower case differ"));
    m_pointsField->setLabel(tr("Points"));
    m_findsField->setLabel(tr("Must find, a line each"));
    m_passesField->setLabel(tr("Must let pass, a line each"));
    m_findsField->setHint(tr("Tried before the rule is saved. It observes until you let it block."));
    setSaveText(tr("Add rule"));
}

OwnRule RuleDialog::rule() const
{
    OwnRule made;
    made.title = m_title->text().trimmed().toStdString();
    made.pattern = m_pattern->text().toStdString();
    made.literal = !m_expression->isChecked();
    made.caseSensitive = m_case->isChecked();
    made.points = static_cast<std::uint8_t>(m_points->value());
    const auto add = [&made](const QPlainTextEdit* edit, bool hits) {
        for (const QString& line : edit->toPlainText().split(u'\n', Qt::SkipEmptyParts))
            made.tests.push_back({line.toStdString(), hits});
    };
    add(m_finds, true);
    add(m_passes, false);
    return made;
}

void RuleDialog::submit()
{
    m_titleField->setError({});
    m_patternField->setError({});
    save(
        [made = rule()](Services& services, const access::Actor& actor) {
            return services.detectionRules.addRule(actor, made, settings::ControlMode::Observe);
        },
        [this](const protection::DetectionRule& made) { Q_EMIT added(toQString(made.title)); });
}

void RuleDialog::showFailure(const Error& error)
{
    bool told = false;
    for (const FieldError& field : error.fields) {
        if (field.field == "title") {
            m_titleField->setError(tr("Give it a name of 1 to 80 characters."));
            told = true;
        } else if (field.field == "pattern") {
            m_patternField->setError(
                tr("This can’t be looked for: an expression that is wrong, too long, or finds the empty text."));
            told = true;
        }
    }
    if (told)
        return;
    if (error.word == "tests_failed") {
        failure()->setTitle(tr("A line does not come out as it shall"));
        failure()->setText(toQString(error.detail));
        failure()->show();
        return;
    }
    failure()->showError(error);
}

} // namespace sallyport::ui
