#include "ui/settings/settings_form.h"

#include "ui/console/permit.h"
#include "ui/look/surface.h"
#include "ui/look/text_style.h"
#include "ui/settings/setting_inputs.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/field.h"
#include "ui/widgets/small_parts.h"
#include "ui/words/setting_text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace sallyport::ui {
namespace {

constexpr int formSideWidth = 264; ///< title and sentence of a region
constexpr int formFieldsWidth = 520;

} // namespace

FormRegion makeFormRegion(QWidget* parent)
{
    FormRegion region;
    region.widget = new QWidget(parent);
    auto* row = new QHBoxLayout(region.widget);
    row->setContentsMargins(0, 24, 0, 24);
    row->setSpacing(32);
    auto* side = new QVBoxLayout;
    side->setSpacing(4);
    region.title = makeLabel(TextStyle::Heading, Tone::Normal, region.widget);
    region.sentence = makeLabel(TextStyle::Small, Tone::Muted, region.widget);
    region.sentence->setWordWrap(true);
    region.title->setFixedWidth(scaled(formSideWidth, parent));
    region.sentence->setFixedWidth(scaled(formSideWidth, parent));
    side->addWidget(region.title);
    side->addWidget(region.sentence);
    side->addStretch(1);
    region.fields = new QWidget(region.widget);
    region.fields->setMaximumWidth(scaled(formFieldsWidth, parent));
    region.column = new QVBoxLayout(region.fields);
    region.column->setContentsMargins(0, 0, 0, 0);
    region.column->setSpacing(20);
    row->addLayout(side);
    row->addWidget(region.fields, 1);
    row->addStretch(0);
    return region;
}

SettingsForm::SettingsForm(Console& console, QString prefix, QWidget* panel)
    : QObject(panel), m_console(console), m_prefix(std::move(prefix))
{
    makeBar(panel);
}

void SettingsForm::makeBar(QWidget* panel)
{
    m_bar = new Surface(Token::Raised, panel);
    m_bar->setObjectName(m_prefix + QStringLiteral(".unsaved"));
    m_bar->setHairlines(Qt::TopEdge);
    m_barText = new ElideLabel(TextStyle::Body, Tone::Normal, m_bar);
    m_discard = makeButton(ButtonKind::Secondary, m_prefix + QStringLiteral(".discard"), m_bar);
    m_save = makeButton(ButtonKind::Primary, m_prefix + QStringLiteral(".save"), m_bar);
    auto* row = new QHBoxLayout(m_bar);
    row->setContentsMargins(24, 12, 16, 12);
    row->setSpacing(8);
    row->addWidget(m_barText, 1);
    row->addWidget(m_discard);
    row->addWidget(m_save);
    m_bar->hide();
    connect(m_discard, &QPushButton::clicked, this, &SettingsForm::discard);
    connect(m_save, &QPushButton::clicked, this, &SettingsForm::saveRequested);
}

void SettingsForm::add(std::string_view key, QWidget* parent, QVBoxLayout* column)
{
    const settings::Definition* definition = settings::findDefinition(key);
    if (definition == nullptr)
        return;
    const QString name = m_prefix + u'.' + QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size()));
    Entry entry;
    entry.input = SettingInput::make(*definition, parent);
    entry.input->editor()->setObjectName(name);
    entry.input->setObjectName(name + QStringLiteral(".input"));
    entry.input->setFocusProxy(entry.input->editor());
    entry.field = new Field(entry.input, parent);
    column->addWidget(entry.field);
    m_entries[std::string(key)] = entry;
    connect(entry.input, &SettingInput::edited, this, [this, setting = std::string(key)] { takeEdit(setting); });
}

void SettingsForm::setTexts()
{
    for (const auto& [key, entry] : m_entries) {
        entry.field->setLabel(settingTitle(key));
        entry.input->editor()->setAccessibleName(settingTitle(key));
        entry.field->setHint(settingDescription(*settings::findDefinition(key)));
    }
    m_discard->setText(tr("Discard"));
    m_save->setText(tr("Save changes"));
    showDraft();
}

void SettingsForm::setUnit(const std::string& key, const QString& unit)
{
    if (auto* text = qobject_cast<TextInput*>(input(key)))
        text->setUnit(unit);
}

SettingInput* SettingsForm::input(const std::string& key) const
{
    const auto found = m_entries.find(key);
    return found == m_entries.end() ? nullptr : found->second.input;
}

Field* SettingsForm::field(const std::string& key) const
{
    const auto found = m_entries.find(key);
    return found == m_entries.end() ? nullptr : found->second.field;
}

std::vector<std::string> SettingsForm::keys() const
{
    std::vector<std::string> all;
    for (const auto& [key, entry] : m_entries)
        all.push_back(key);
    return all;
}

void SettingsForm::load()
{
    m_draft.setValues(*m_console.settings());
    const QString against = lacks(m_console, access::Permission::SettingsUpdate);
    for (const auto& [key, entry] : m_entries) {
        if (!m_draft.isChanged(key))
            entry.input->setValue(QString::fromStdString(m_draft.text(key)));
        entry.input->setReadOnly(!against.isEmpty());
        entry.input->editor()->setToolTip(against);
    }
    showDraft();
}

void SettingsForm::type(const std::string& key, const QString& text)
{
    if (SettingInput* typed = input(key)) {
        typed->setValue(text);
        takeEdit(key);
    }
}

void SettingsForm::takeEdit(const std::string& key)
{
    m_draft.set(key, m_entries[key].input->value().toStdString());
    m_hasSaveError = false;
    showDraft();
}

void SettingsForm::showDraft()
{
    const auto problems = m_draft.problems();
    for (const auto& [key, entry] : m_entries) {
        const auto problem = problems.find(key);
        const bool wrong = problem != problems.end();
        entry.field->setError(wrong ? settingProblem(*settings::findDefinition(key), problem->second) : QString());
        entry.input->editor()->setProperty("invalid", wrong);
        entry.input->editor()->update();
    }
    m_bar->setVisible(m_draft.hasChanges());
    m_barText->setTone(m_hasSaveError ? Tone::Danger : Tone::Normal);
    if (m_hasSaveError)
        m_barText->setText(tr("Not saved. %1").arg(errorLine(m_saveError)));
    else if (!problems.empty())
        m_barText->setText(tr("Correct the marked fields, then save."));
    else
        m_barText->setText(tr("%n unsaved change(s)", nullptr, m_draft.changeCount()));
    m_save->setEnabled(problems.empty() && !m_saving);
    m_discard->setEnabled(!m_saving);
    Q_EMIT changed();
}

void SettingsForm::save()
{
    if (m_saving || m_draft.hasProblems() || !m_draft.hasChanges())
        return;
    m_saving = true;
    setButtonBusy(m_save, true);
    m_discard->setEnabled(false);
    const bool needsRestart = m_draft.needsRestart();
    m_console.run(
        this,
        [changes = m_draft.changes()](Services& services, const access::Actor& actor) {
            return services.settings.change(actor, changes);
        },
        [this, needsRestart](const Result<void>& result) { takeSaved(result, needsRestart); });
}

void SettingsForm::takeSaved(const Result<void>& result, bool needsRestart)
{
    m_saving = false;
    setButtonBusy(m_save, false);
    if (!result) {
        m_saveError = result.error();
        m_hasSaveError = true;
        showDraft();
        // What only the backend could know: another process changed a setting that this one depends on, a file isn't there.
        for (const FieldError& wrong : result.error().fields) {
            if (Field* marked = field(wrong.field))
                marked->setError(settingProblem(*settings::findDefinition(wrong.field), wrong));
        }
        return;
    }
    m_hasSaveError = false;
    m_draft.discard();
    load();
    Q_EMIT saved(needsRestart);
}

void SettingsForm::discard()
{
    m_draft.discard();
    m_hasSaveError = false;
    for (const auto& [key, entry] : m_entries)
        entry.input->setValue(QString::fromStdString(m_draft.text(key)));
    showDraft();
}

} // namespace sallyport::ui
