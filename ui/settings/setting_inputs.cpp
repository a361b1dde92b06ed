#include "ui/settings/setting_inputs.h"

#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/words/setting_text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QTimeZone>

#include <array>

namespace sallyport::ui {
namespace {

constexpr int numberWidth = 96;
constexpr int textWidth = 320;
constexpr int longest = 255; ///< characters of any setting

constexpr std::array<std::int64_t, 4> unitSeconds{1, 60, 3600, 86400};

QString nameOf(const settings::Definition& definition)
{
    return QStringLiteral("settings.") + QString::fromUtf8(definition.key.data(), static_cast<qsizetype>(definition.key.size()));
}

QHBoxLayout* rowIn(QWidget* widget)
{
    auto* row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    return row;
}

} // namespace

SettingInput* SettingInput::make(const settings::Definition& definition, QWidget* parent)
{
    const QString name = nameOf(definition);
    if (definition.type == "boolean")
        return new SwitchInput(name, parent);
    if (definition.type == "choice")
        return new ChoiceInput(definition, parent);
    if (definition.type == "zone")
        return new ZoneInput(definition, parent);
    if (definition.type == "seconds")
        return new DurationInput(name, parent);
    if (definition.type == "rate")
        return new RateInput(name, parent);
    const bool number = definition.type == "integer";
    auto* input = new TextInput(name, number ? numberWidth : textWidth, definition.type == "address", parent);
    if (definition.type == "words" || definition.type == "path")
        input->setMaxLength(static_cast<int>(definition.maximum));
    return input;
}

// TextInput

TextInput::TextInput(const QString& objectName, int width, bool mono, QWidget* parent)
    : SettingInput(parent), m_edit(new QLineEdit(this)), m_unit(makeLabel(TextStyle::Body, Tone::Muted, this))
{
    m_edit->setObjectName(objectName);
    m_edit->setMaxLength(longest);
    m_edit->setFixedWidth(scaled(width, this));
    if (mono)
        m_edit->setFont(textFont(TextStyle::Mono));
    m_unit->hide();
    auto* row = rowIn(this);
    row->addWidget(m_edit);
    row->addWidget(m_unit);
    row->addStretch(1);
    connect(m_edit, &QLineEdit::textEdited, this, &SettingInput::edited);
}

QString TextInput::value() const
{
    return m_edit->text().trimmed();
}

void TextInput::setValue(const QString& value)
{
    if (value == this->value())
        return;
    m_edit->setText(value);
    m_edit->setCursorPosition(0); // its beginning is what one reads
}

void TextInput::setReadOnly(bool readOnly)
{
    m_edit->setEnabled(!readOnly);
}

QWidget* TextInput::editor() const
{
    return m_edit;
}

void TextInput::setMaxLength(int characters)
{
    m_edit->setMaxLength(characters);
}

void TextInput::setUnit(const QString& unit)
{
    m_unit->setText(unit);
    m_unit->setVisible(!unit.isEmpty());
}

// SwitchInput

SwitchInput::SwitchInput(const QString& objectName, QWidget* parent) : SettingInput(parent), m_box(new QCheckBox(this))
{
    m_box->setObjectName(objectName);
    auto* row = rowIn(this);
    row->addWidget(m_box);
    row->addStretch(1);
    connect(m_box, &QCheckBox::clicked, this, &SettingInput::edited);
}

QString SwitchInput::value() const
{
    return m_box->isChecked() ? QStringLiteral("true") : QStringLiteral("false");
}

void SwitchInput::setValue(const QString& value)
{
    m_box->setChecked(value == u"true");
}

void SwitchInput::setReadOnly(bool readOnly)
{
    m_box->setEnabled(!readOnly);
}

QWidget* SwitchInput::editor() const
{
    return m_box;
}

void SwitchInput::setText(const QString& text)
{
    m_box->setText(text);
}

// ChoiceInput

ChoiceInput::ChoiceInput(const settings::Definition& definition, QWidget* parent)
    : SettingInput(parent), m_definition(definition), m_box(new QComboBox(this))
{
    m_box->setObjectName(nameOf(definition));
    m_box->setMinimumWidth(scaled(200, this));
    const QStringList words =
        QString::fromUtf8(definition.choices.data(), static_cast<qsizetype>(definition.choices.size())).split(u'|');
    for (const QString& word : words)
        m_box->addItem(word, word);
    onRetranslate(this, [this] {
        for (int i = 0; i < m_box->count(); ++i)
            m_box->setItemText(i, choiceText(m_definition.key, m_box->itemData(i).toString().toStdString()));
    });
    auto* row = rowIn(this);
    row->addWidget(m_box);
    row->addStretch(1);
    connect(m_box, &QComboBox::activated, this, &SettingInput::edited);
}

QString ChoiceInput::value() const
{
    return m_box->currentData().toString();
}

void ChoiceInput::setValue(const QString& value)
{
    m_box->setCurrentIndex(m_box->findData(value));
}

void ChoiceInput::setReadOnly(bool readOnly)
{
    m_box->setEnabled(!readOnly);
}

QWidget* ChoiceInput::editor() const
{
    return m_box;
}

// ZoneInput

ZoneInput::ZoneInput(const settings::Definition& definition, QWidget* parent)
    : SettingInput(parent), m_definition(definition), m_box(new QComboBox(this))
{
    m_box->setObjectName(nameOf(definition));
    m_box->setMinimumWidth(scaled(textWidth, this));
    m_box->setEditable(true);
    m_box->setInsertPolicy(QComboBox::NoInsert);
    m_box->lineEdit()->setMaxLength(static_cast<int>(definition.maximum));
    m_box->addItem(QString(), QStringLiteral("system"));
    m_box->addItem(QStringLiteral("UTC"), QStringLiteral("UTC"));
    for (const QByteArray& id : QTimeZone::availableTimeZoneIds()) {
        if (id.contains('/')) // the others are abbreviations and old names
            m_box->addItem(QString::fromLatin1(id), QString::fromLatin1(id));
    }
    m_box->completer()->setFilterMode(Qt::MatchContains);
    m_box->completer()->setCompletionMode(QCompleter::PopupCompletion);
    onRetranslate(this, [this] {
        const bool shown = m_box->currentIndex() == 0 && m_box->currentText() == m_box->itemText(0);
        m_box->setItemText(0, choiceText(m_definition.key, "system"));
        if (shown)
            m_box->setEditText(m_box->itemText(0));
    });
    auto* row = rowIn(this);
    row->addWidget(m_box);
    row->addStretch(1);
    connect(m_box, &QComboBox::activated, this, &SettingInput::edited);
    connect(m_box->lineEdit(), &QLineEdit::textEdited, this, &SettingInput::edited);
}

QString ZoneInput::value() const
{
    const QString text = m_box->currentText().trimmed();
    const int known = m_box->findText(text, Qt::MatchFixedString); // however it is typed
    return known >= 0 ? m_box->itemData(known).toString() : text;
}

void ZoneInput::setValue(const QString& value)
{
    if (value == this->value())
        return;
    const int known = m_box->findData(value);
    m_box->setCurrentIndex(known);
    m_box->setEditText(known >= 0 ? m_box->itemText(known) : value);
}

void ZoneInput::setReadOnly(bool readOnly)
{
    m_box->setEnabled(!readOnly);
}

QWidget* ZoneInput::editor() const
{
    return m_box;
}

// DurationInput

DurationInput::DurationInput(const QString& objectName, QWidget* parent)
    : SettingInput(parent), m_number(new QLineEdit(this)), m_unit(new QComboBox(this))
{
    m_number->setObjectName(objectName);
    m_number->setMaxLength(10);
    m_number->setFixedWidth(scaled(numberWidth, this));
    m_unit->setObjectName(objectName + QStringLiteral(".unit"));
    for (const std::int64_t seconds : unitSeconds)
        m_unit->addItem(QString(), static_cast<qlonglong>(seconds));
    onRetranslate(this, [this] {
        nameUnits();
        m_unit->setAccessibleName(tr("Unit of time"));
    });
    connect(m_number, &QLineEdit::textChanged, this, &DurationInput::nameUnits);
    auto* row = rowIn(this);
    row->addWidget(m_number);
    row->addWidget(m_unit);
    row->addStretch(1);
    connect(m_number, &QLineEdit::textEdited, this, &SettingInput::edited);
    connect(m_unit, &QComboBox::activated, this, &SettingInput::edited);
}

/// `1 hour`, `2 hours`: as many as stand in the field.
void DurationInput::nameUnits()
{
    const int count = std::clamp(m_number->text().trimmed().toInt(), 0, 1'000'000);
    const std::array<QString, 4> names{tr("seconds", "unit after a number", count), tr("minutes", "unit after a number", count),
                                       tr("hours", "unit after a number", count), tr("days", "unit after a number", count)};
    for (int i = 0; i < m_unit->count(); ++i)
        m_unit->setItemText(i, names[static_cast<std::size_t>(i)]);
}

QString DurationInput::value() const
{
    bool isNumber = false;
    const qlonglong number = m_number->text().trimmed().toLongLong(&isNumber);
    const qlonglong unit = m_unit->currentData().toLongLong();
    if (!isNumber || number < 0 || number > 1'000'000'000)
        return m_number->text().trimmed().isEmpty() ? QStringLiteral("?") : QString(m_number->text().trimmed() + u'?');
    return QString::number(number * unit);
}

void DurationInput::setValue(const QString& value)
{
    if (value == this->value())
        return;
    bool isNumber = false;
    const qlonglong seconds = value.toLongLong(&isNumber);
    if (!isNumber)
        return;
    // The largest unit that gives a whole number.
    int unit = 0;
    for (int i = 0; i < static_cast<int>(unitSeconds.size()); ++i) {
        if (seconds != 0 && seconds % unitSeconds[static_cast<std::size_t>(i)] == 0)
            unit = i;
    }
    m_unit->setCurrentIndex(seconds == 0 ? 1 : unit);
    m_number->setText(QString::number(seconds / unitSeconds[static_cast<std::size_t>(unit)]));
}

void DurationInput::setReadOnly(bool readOnly)
{
    m_number->setEnabled(!readOnly);
    m_unit->setEnabled(!readOnly);
}

QWidget* DurationInput::editor() const
{
    return m_number;
}

// RateInput

RateInput::RateInput(const QString& objectName, QWidget* parent)
    : SettingInput(parent), m_requests(new QLineEdit(this)),
      m_window(new DurationInput(objectName + QStringLiteral(".window"), this))
{
    m_requests->setObjectName(objectName);
    m_requests->setMaxLength(10);
    m_requests->setFixedWidth(scaled(numberWidth, this));
    QLabel* in = makeLabel(TextStyle::Body, Tone::Muted, this);
    onRetranslate(in, [in, window = m_window->editor()] {
        //: Between two inputs: “1000 requests in 1 hour”
        in->setText(RateInput::tr("requests in"));
        window->setAccessibleName(RateInput::tr("Time in which the requests are counted"));
    });
    auto* row = rowIn(this);
    row->addWidget(m_requests);
    row->addWidget(in);
    row->addWidget(m_window);
    row->addStretch(1);
    connect(m_requests, &QLineEdit::textEdited, this, &SettingInput::edited);
    connect(m_window, &SettingInput::edited, this, &SettingInput::edited);
}

QString RateInput::value() const
{
    return QString(m_requests->text().trimmed() + u'/' + m_window->value());
}

void RateInput::setValue(const QString& value)
{
    if (value == this->value())
        return;
    const QStringList parts = value.split(u'/');
    if (parts.size() != 2)
        return;
    m_requests->setText(parts[0]);
    m_window->setValue(parts[1]);
}

void RateInput::setReadOnly(bool readOnly)
{
    m_requests->setEnabled(!readOnly);
    m_window->setReadOnly(readOnly);
}

QWidget* RateInput::editor() const
{
    return m_requests;
}

} // namespace sallyport::ui
