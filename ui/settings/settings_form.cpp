#include "ui/settings/settings_form.h"

#include "ui/console/permit.h"
#include "ui/look/margins.h"
#include "ui/look/surface.h"
#include "ui/look/text_style.h"
#include "ui/settings/roles_input.h"
#include "ui/settings/setting_field.h"
#include "ui/settings/setting_inputs.h"
#include "ui/settings/setting_value_text.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/field.h"
#include "ui/widgets/small_parts.h"
#include "ui/widgets/tab_order.h"
#include "ui/words/setting_text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace sallyport::ui {
namespace {

constexpr int formSideWidth = 248; ///< title and sentence of a region
constexpr int formFieldsWidth = 520;

Result<void> change(settings::Settings& settings, const access::Actor& actor,
                    const std::vector<std::pair<std::string, std::string>>& changes)
{
    return settings.change(actor, changes);
}

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
    : QObject(panel), m_console(console), m_prefix(std::move(prefix)), m_saveBy(change)
{
    makeBar(panel);
}

void SettingsForm::makeBar(QWidget* panel)
{
    m_bar = new Surface(Token::Raised, panel);
    m_bar->setObjectName(m_prefix + QStringLiteral(".unsaved"));
    m_bar->setHairlines(Qt::TopEdge);
    m_barState = new Surface(Token::Accent, m_bar);
    m_barState->setFixedWidth(3);
    m_barIcon = new IconLabel(Icon::Edit, Tone::Muted, 16, m_bar);
    m_barText = new ElideLabel(TextStyle::Heading, Tone::Normal, m_bar);
    m_barText->setObjectName(m_prefix + QStringLiteral(".unsaved.title"));
    m_barDetail = makeLabel(TextStyle::Small, Tone::Muted, m_bar);
    m_barDetail->setObjectName(m_prefix + QStringLiteral(".unsaved.changes"));
    m_barDetail->setWordWrap(true);
    m_discard = makeButton(ButtonKind::Secondary, m_prefix + QStringLiteral(".discard"), m_bar);
    m_save = makeButton(ButtonKind::Primary, m_prefix + QStringLiteral(".save"), m_bar);
    auto* words = new QVBoxLayout;
    words->setContentsMargins(0, 8, 0, 8);
    words->setSpacing(2);
    words->addWidget(m_barText);
    words->addWidget(m_barDetail);
    auto* row = new QHBoxLayout(m_bar);
    row->setContentsMargins(leadingMargins(0, 1, 16, 0));
    row->setSpacing(8);
    row->addWidget(m_barState);
    row->addSpacing(13);
    row->addWidget(m_barIcon);
    row->addSpacing(4);
    row->addLayout(words, 1);
    row->addWidget(m_discard);
    row->addWidget(m_save);
    m_bar->hide();
    connect(m_discard, &QPushButton::clicked, this, &SettingsForm::discard);
    connect(m_save, &QPushButton::clicked, this, &SettingsForm::saveRequested);
}

void SettingsForm::setSave(access::Permission permission, Save saveBy)
{
    m_permission = permission;
    m_saveBy = saveBy;
}

bool SettingsForm::mayChange() const
{
    return m_console.may(access::Permission::SettingsUpdate) || m_console.may(m_permission);
}

SettingField* SettingsForm::add(std::string_view key, QWidget* parent)
{
    const settings::Definition* definition = settings::findDefinition(key);
    if (definition == nullptr)
        return nullptr;
    const QString name = m_prefix + u'.' + QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size()));
    Entry entry;
    if (key == "mfa.required_roles") {
        entry.input = new RolesInput(m_console, name, parent);
    } else {
        entry.input = SettingInput::make(*definition, parent);
        entry.input->editor()->setObjectName(name);
        entry.input->setObjectName(name + QStringLiteral(".input"));
        entry.input->setFocusProxy(entry.input->editor());
    }
    entry.row = new SettingField(*definition, entry.input, name, parent);
    entry.field = entry.row->field();
    m_entries[std::string(key)] = entry;
    connect(entry.input, &SettingInput::edited, this, [this, setting = std::string(key)] { takeEdit(setting); });
    connect(entry.row, &SettingField::resetRequested, this, [this, setting = std::string(key)] { reset(setting); });
    if (m_hasTexts)
        entry.row->setTexts();
    if (m_loaded) {
        loadEntry(std::string(key), entry);
        showEntry(std::string(key), entry, m_draft.problems());
    }
    return entry.row;
}

void SettingsForm::setTexts()
{
    for (const auto& [key, entry] : m_entries)
        entry.row->setTexts();
    m_hasTexts = true;
    m_discard->setText(tr("Discard"));
    m_save->setText(tr("Apply"));
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

SettingField* SettingsForm::row(const std::string& key) const
{
    const auto found = m_entries.find(key);
    return found == m_entries.end() ? nullptr : found->second.row;
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
    m_loaded = true;
    for (const auto& [key, entry] : m_entries)
        loadEntry(key, entry);
    showDraft();
}

void SettingsForm::loadEntry(const std::string& key, const Entry& entry)
{
    const QString against = mayChange() ? QString() : lacks(m_console, m_permission);
    if (!m_draft.isChanged(key))
        entry.input->setValue(QString::fromStdString(m_draft.text(key)));
    entry.input->setReadOnly(!against.isEmpty());
    entry.input->editor()->setToolTip(against);
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
    m_lastEdited = key;
    m_hasSaveError = false;
    showDraft();
}

void SettingsForm::showDraft()
{
    const auto problems = m_draft.problems();
    for (const auto& [key, entry] : m_entries)
        showEntry(key, entry, problems);
    showBar(!problems.empty());
    const QString busy = m_saving ? waitReason() : QString();
    enableOr(m_save, busy.isEmpty() && !problems.empty() ? tr("Correct what is marked first") : busy);
    enableOr(m_discard, busy);
    Q_EMIT changed();
}

void SettingsForm::showEntry(const std::string& key, const Entry& entry, const std::map<std::string, FieldError>& problems)
{
    entry.row->showDraft(m_draft, mayChange());
    const auto problem = problems.find(key);
    const bool wrong = problem != problems.end();
    entry.field->setError(wrong ? settingProblem(*settings::findDefinition(key), problem->second) : QString());
    entry.input->editor()->setProperty("invalid", wrong);
    entry.input->editor()->update();
}

void SettingsForm::showBar(bool problems)
{
    // Applied or taken back: the keyboard goes from the bar, which goes, to what was edited.
    const QWidget* focused = m_bar->window()->focusWidget();
    const bool leaves = !m_draft.hasChanges() && focused && (m_bar->isAncestorOf(focused) || isStandIn(focused));
    if (SettingInput* edited = input(m_lastEdited); leaves && m_bar->isVisible() && edited && edited->editor()->isVisible())
        edited->editor()->setFocus(Qt::OtherFocusReason);
    m_bar->setVisible(m_draft.hasChanges());
    const bool restart = m_draft.needsRestart();
    const Tone tone = m_hasSaveError || problems ? Tone::Danger : restart ? Tone::Warning : Tone::Muted;
    m_barIcon->setIcon(m_hasSaveError || problems ? Icon::Error : restart ? Icon::Refresh : Icon::Edit, tone);
    m_barState->setFill(tone == Tone::Danger ? Token::Danger : tone == Tone::Warning ? Token::Warning : Token::Accent);
    m_barText->setTone(m_hasSaveError ? Tone::Danger : Tone::Normal);
    int waiting = 0;
    for (const auto& [key, value] : m_draft.changes())
        waiting += settings::findDefinition(key)->needsRestart ? 1 : 0;
    const QString count = tr("%Ln change(s)", nullptr, m_draft.changeCount());
    if (m_hasSaveError)
        m_barText->setText(tr("Not saved. %1").arg(errorLine(m_saveError)));
    else if (problems)
        m_barText->setText(tr("Correct the marked fields, then apply."));
    else
        //: %1: “2 changes”
        m_barText->setText(waiting > 0 ? tr("%1, %Ln need(s) a restart", nullptr, waiting).arg(count) : count);
    m_barDetail->setText(changesText());
}

QString SettingsForm::unsavedWork() const
{
    return m_draft.hasChanges() ? tr("%Ln change(s)", nullptr, m_draft.changeCount()) : QString();
}

QString SettingsForm::changesText() const
{
    constexpr std::size_t named = 4;
    QStringList sentences;
    const auto changes = m_draft.changes();
    for (std::size_t i = 0; i < changes.size() && i < named; ++i) {
        const settings::Definition& definition = *settings::findDefinition(changes[i].first);
        //: %1: a setting, %2: its new value, %3: its old one
        const QString words = tr("%1: %2 instead of %3")
                                  .arg(settingTitle(definition.key), settingValueText(definition, changes[i].second),
                                       settingValueText(definition, definition.get(m_draft.values())));
        sentences << (definition.needsRestart ? tr("%1, with a restart").arg(words) : words);
    }
    QString all = sentences.join(QStringLiteral(". "));
    if (changes.size() > named)
        all += QStringLiteral(". ") + tr("%Ln more", nullptr, static_cast<int>(changes.size() - named));
    return all;
}

int SettingsForm::differing(const std::vector<std::string_view>& keys) const
{
    const settings::Values values = m_draft.edited();
    return static_cast<int>(std::ranges::count_if(
        keys, [&](std::string_view key) { return differsFromDefault(*settings::findDefinition(key), values); }));
}

void SettingsForm::reset(const std::string& key)
{
    type(key, QString::fromStdString(settingDefault(*settings::findDefinition(key))));
    m_entries[key].input->editor()->setFocus(Qt::OtherFocusReason);
}

void SettingsForm::save()
{
    if (m_saving || m_draft.hasProblems() || !m_draft.hasChanges())
        return;
    m_saving = true;
    setButtonBusy(m_save, true);
    enableOr(m_discard, waitReason());
    const bool needsRestart = m_draft.needsRestart();
    m_undo.clear();
    for (const auto& [key, value] : m_draft.changes())
        m_undo.emplace_back(key, settings::findDefinition(key)->get(m_draft.values()));
    m_console.run(
        this,
        [saveBy = m_saveBy, changes = m_draft.changes()](Services& services, const access::Actor& actor) {
            return saveBy(services.settings, actor, changes);
        },
        [this, needsRestart](const Result<void>& result) { takeSaved(result, needsRestart); });
}

void SettingsForm::takeSaved(const Result<void>& result, bool needsRestart)
{
    m_saving = false;
    setButtonBusy(m_save, false);
    if (!result) {
        m_undo.clear();
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

void SettingsForm::undo()
{
    if (m_undo.empty())
        return;
    m_console.run(
        this,
        [saveBy = m_saveBy, changes = std::exchange(m_undo, {})](Services& services, const access::Actor& actor) {
            return saveBy(services.settings, actor, changes);
        },
        [this](const Result<void>& result) {
            load();
            if (result)
                Q_EMIT undone();
            else
                Q_EMIT undoFailed(result.error());
        });
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
