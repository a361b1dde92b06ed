#include "ui/settings/setting_field.h"

#include "ui/look/margins.h"
#include "ui/look/paint.h"
#include "ui/look/text_style.h"
#include "ui/settings/setting_inputs.h"
#include "ui/settings/setting_value_text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field.h"
#include "ui/widgets/flow_layout.h"
#include "ui/words/setting_text.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace sallyport::ui {

namespace {

constexpr int barWidth = 3;
constexpr int boxIndent = 24; ///< what belongs to a check box stands under its words

} // namespace

SettingField::SettingField(const settings::Definition& definition, SettingInput* input, const QString& name, QWidget* parent)
    : QWidget(parent), m_definition(definition), m_input(input), m_field(new Field(input, this)), m_below(new QWidget(this)),
      m_help(makeLabel(TextStyle::Small, Tone::Muted, m_below)), m_default(makeLabel(TextStyle::Small, Tone::Muted, m_below)),
      m_reset(makeButton(ButtonKind::Link, name + QStringLiteral(".reset"), m_below))
{
    setObjectName(name + QStringLiteral(".field"));
    m_help->setWordWrap(true);
    m_default->setObjectName(name + QStringLiteral(".default"));
    m_reset->setFont(textFont(TextStyle::SmallStrong));
    auto* below = new FlowLayout(m_below, 10);
    below->addWidget(m_help);
    below->addWidget(m_default);
    below->addWidget(m_reset);
    const bool box = definition.type == "boolean";
    below->setContentsMargins(leadingMargins(box ? boxIndent : 0, 0, 0, 0));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(leadingMargins(settingFieldInset, 0, 0, 0));
    column->setSpacing(box ? 2 : 6);
    column->addWidget(m_field);
    column->addWidget(m_below);
    column->addStretch(1);
    connect(m_reset, &QPushButton::clicked, this, &SettingField::resetRequested);
}

bool SettingField::isWide() const
{
    return m_definition.type == "words" || m_definition.type == "path" || m_definition.key == "mfa.required_roles";
}

bool SettingField::matches(const QString& text) const
{
    const auto in = [&](const QString& words) { return words.contains(text, Qt::CaseInsensitive); };
    return in(settingTitle(m_definition.key)) || in(settingHelp(m_definition)) || in(settingDescription(m_definition)) ||
           in(QString::fromUtf8(m_definition.key.data(), static_cast<qsizetype>(m_definition.key.size())));
}

void SettingField::setTexts()
{
    const QString title = settingTitle(m_definition.key);
    if (auto* box = qobject_cast<SwitchInput*>(m_input)) {
        m_field->setLabel({});
        box->setText(title);
    } else {
        m_field->setLabel(title);
    }
    m_input->setAccessibleName(title);
    m_input->editor()->setAccessibleName(title);
    if (const auto* box = qobject_cast<QComboBox*>(m_input->editor()); box && box->lineEdit())
        box->lineEdit()->setAccessibleName(title);
    m_help->setText(settingHelp(m_definition));
    m_input->editor()->setAccessibleDescription(m_help->text());
    m_reset->setText(QCoreApplication::translate("sallyport::ui::SettingField", "Reset"));
    m_reset->setAccessibleName(QCoreApplication::translate("sallyport::ui::SettingField", "Reset “%1”").arg(title));
    fitHelp();
}

void SettingField::showDraft(const SettingsDraft& draft, bool mayChange)
{
    const std::string key(m_definition.key);
    m_changed = draft.isChanged(key);
    const bool differs = differsFromDefault(m_definition, draft.edited());
    m_default->setText(tr("Default %1").arg(settingValueText(m_definition, settingDefault(m_definition))));
    m_default->setVisible(differs);
    const bool focused = m_reset->hasFocus();
    m_reset->setVisible(differs && mayChange);
    if (focused && !m_reset->isVisibleTo(this))
        m_input->editor()->setFocus(Qt::OtherFocusReason);
    m_needsRestart = m_changed && m_definition.needsRestart;
    m_field->setPill(Tone::Warning, Icon::Refresh, m_needsRestart ? tr("Needs a restart") : QString());
    update();
}

void SettingField::paintEvent(QPaintEvent*)
{
    if (!m_changed)
        return;
    QPainter painter(this);
    painter.fillRect(mirrored(this, rect(), QRect(0, 0, barWidth, height())), color(Token::Accent));
}

void SettingField::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitHelp();
}

void SettingField::fitHelp()
{
    // As wide as its words, so that the default stands right after them; on more lines where there is no room.
    const int room = std::max(80, width() - settingFieldInset - (m_definition.type == "boolean" ? boxIndent : 0));
    const int wanted = m_help->fontMetrics().horizontalAdvance(m_help->text()) + 2;
    const int taken = std::min(room, wanted);
    m_help->setFixedSize(taken, std::max(m_help->heightForWidth(taken), m_reset->sizeHint().height()));
}

} // namespace sallyport::ui
