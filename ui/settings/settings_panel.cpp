#include "ui/settings/settings_panel.h"

#include "ui/settings/passphrase_dialog.h"
#include "ui/settings/setting_groups.h"
#include "ui/settings/setting_inputs.h"
#include "ui/settings/setting_text.h"
#include "ui/settings/signing_key_box.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/confirm_dialog.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_state.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/field.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/relative_time.h"
#include "ui/widgets/retranslate.h"
#include "ui/widgets/small_parts.h"
#include "ui/widgets/state_stack.h"
#include "ui/widgets/surface.h"
#include "ui/widgets/toast.h"

#include <QClipboard>
#include <QDateTime>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLocale>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

namespace sallyport::ui {
namespace {

constexpr int sideWidth = 264;   ///< title and sentence of a group
constexpr int fieldsWidth = 520;

QString qs(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

SettingsPanel::SettingsPanel(Console& console, QWidget* parent)
    : Panel(console, parent)
{
    setObjectName(QStringLiteral("settings"));
    build();
    m_startedAt = console.serverStatus().startedAt;
    connect(&console, &Console::settingsChanged, this, &SettingsPanel::load);
    connect(&console, &Console::serverStatusChanged, this, &SettingsPanel::showServer);
    connect(&console, &Console::operatorChanged, this, &SettingsPanel::load);
    onRetranslate(this, [this] { setTexts(); });
    load();
}

void SettingsPanel::build()
{
    m_header = new PageHeader(this);
    m_toast = new Toast(this);
    auto* page = new Surface(Token::Surface);
    m_column = new QVBoxLayout(page);
    m_column->setContentsMargins(24, 16, 24, 24);
    m_column->setSpacing(0);

    m_restart = new Banner(QStringLiteral("settings.restart"), page);
    m_restart->setTone(Tone::Warning, Icon::Warning);
    m_restartButton = makeButton(ButtonKind::Secondary, QStringLiteral("settings.restart.now"), m_restart, Icon::Refresh);
    m_restart->addAction(m_restartButton);
    m_restart->hide();
    connect(m_restartButton, &QPushButton::clicked, this, &SettingsPanel::restartServer);
    m_column->addWidget(m_restart);

    bool first = true;
    for (const SettingGroup& group : settingGroups()) {
        if (!first)
            m_column->addWidget(makeSeparator(Qt::Horizontal, Token::Border, page));
        m_column->addWidget(makeGroup(group));
        first = false;
    }
    m_column->addStretch(1);

    m_area = new QScrollArea(this);
    m_area->setObjectName(QStringLiteral("settings.page"));
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setWidget(page);
    m_states = new StateStack(QStringLiteral("settings.state"), m_area, this);
    connect(m_states->error(), &ErrorState::retryRequested, this, &SettingsPanel::load);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_states, 1);
    column->addWidget(makeUnsavedBar());
}

QWidget* SettingsPanel::makeGroup(const SettingGroup& group)
{
    auto* region = new QWidget;
    auto* row = new QHBoxLayout(region);
    row->setContentsMargins(0, 24, 0, 24);
    row->setSpacing(32);
    auto* side = new QVBoxLayout;
    side->setSpacing(4);
    QLabel* title = makeLabel(TextStyle::Heading, Tone::Normal, region);
    QLabel* sentence = makeLabel(TextStyle::Small, Tone::Muted, region);
    sentence->setWordWrap(true);
    title->setFixedWidth(scaled(sideWidth, this));
    sentence->setFixedWidth(scaled(sideWidth, this));
    side->addWidget(title);
    side->addWidget(sentence);
    side->addStretch(1);
    m_groupTexts[std::string(group.id)] = {title, sentence};

    auto* fields = new QWidget(region);
    fields->setMaximumWidth(scaled(fieldsWidth, this));
    auto* column = new QVBoxLayout(fields);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(20);
    for (const std::string_view key : group.keys) {
        const settings::Definition* definition = settings::findDefinition(key);
        if (definition == nullptr)
            continue;
        Entry entry;
        entry.input = SettingInput::make(*definition, fields);
        entry.input->setObjectName(QStringLiteral("settings.") + qs(key) + QStringLiteral(".input"));
        entry.input->setFocusProxy(entry.input->editor());
        entry.field = new Field(entry.input, fields);
        column->addWidget(entry.field);
        m_entries[std::string(key)] = entry;
        connect(entry.input, &SettingInput::edited, this, [this, name = std::string(key)] { takeEdit(name); });
    }
    if (group.id == "server")
        column->addWidget(makeCertificate());
    if (group.id == "sign_in") {
        m_signingKey = new SigningKeyBox(console(), m_toast, fields);
        column->addWidget(m_signingKey);
    }
    if (group.id == "vault")
        column->addWidget(makePassphrase());
    row->addLayout(side);
    row->addWidget(fields, 1);
    row->addStretch(0);
    return region;
}

QWidget* SettingsPanel::makeCertificate()
{
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(20);
    auto* line = new QWidget(box);
    line->setObjectName(QStringLiteral("settings.certificate"));
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_fingerprint = new ElideLabel(TextStyle::Mono, Tone::Normal, line);
    m_fingerprint->setObjectName(QStringLiteral("settings.certificate.fingerprint"));
    m_fingerprint->setElideMode(Qt::ElideMiddle);
    m_copyFingerprint = makeIconButton(Icon::Copy, QStringLiteral("settings.certificate.copy"), line);
    row->addWidget(m_fingerprint, 1);
    row->addWidget(m_copyFingerprint);
    m_fingerprintField = new Field(line, box);
    m_expiry = new ElideLabel(TextStyle::Body, Tone::Normal, box);
    m_expiry->setObjectName(QStringLiteral("settings.certificate.expiry"));
    m_expiryField = new Field(m_expiry, box);
    column->addWidget(m_fingerprintField);
    column->addWidget(m_expiryField);
    connect(m_copyFingerprint, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_fingerprint->text()); });
    return box;
}

QWidget* SettingsPanel::makePassphrase()
{
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_changePassphrase = makeButton(ButtonKind::Secondary, QStringLiteral("settings.passphrase"), box, Icon::Key);
    m_passphraseText = makeLabel(TextStyle::Small, Tone::Muted, box);
    m_passphraseText->setWordWrap(true);
    column->addWidget(m_changePassphrase, 0, Qt::AlignLeading);
    column->addWidget(m_passphraseText);
    connect(m_changePassphrase, &QPushButton::clicked, this, [this] {
        auto* dialog = new PassphraseDialog(console(), this);
        connect(dialog, &PassphraseDialog::changed, this,
                [this] { m_toast->say(Tone::Success, tr("The passphrase was changed.")); });
        dialog->open();
    });
    return box;
}

QWidget* SettingsPanel::makeUnsavedBar()
{
    m_bar = new Surface(Token::Raised, this);
    m_bar->setObjectName(QStringLiteral("settings.unsaved"));
    m_bar->setHairlines(Qt::TopEdge);
    m_barText = new ElideLabel(TextStyle::Body, Tone::Normal, m_bar);
    m_discard = makeButton(ButtonKind::Secondary, QStringLiteral("settings.discard"), m_bar);
    m_save = makeButton(ButtonKind::Primary, QStringLiteral("settings.save"), m_bar);
    auto* row = new QHBoxLayout(m_bar);
    row->setContentsMargins(24, 12, 16, 12);
    row->setSpacing(8);
    row->addWidget(m_barText, 1);
    row->addWidget(m_discard);
    row->addWidget(m_save);
    m_bar->hide();
    connect(m_discard, &QPushButton::clicked, this, &SettingsPanel::discard);
    connect(m_save, &QPushButton::clicked, this, &SettingsPanel::askAndSave);
    return m_bar;
}

void SettingsPanel::setTexts()
{
    m_header->setTitle(tr("Settings"));
    for (const SettingGroup& group : settingGroups()) {
        const auto& [title, sentence] = m_groupTexts[std::string(group.id)];
        title->setText(group.title);
        sentence->setText(group.text);
    }
    for (const auto& [key, entry] : m_entries) {
        const settings::Definition& definition = *settings::findDefinition(key);
        entry.field->setLabel(settingTitle(key));
        entry.input->editor()->setAccessibleName(settingTitle(key));
        entry.field->setHint(settingDescription(definition));
    }
    setUnits();
    m_restart->setTitle(tr("The server still runs with the old settings"));
    m_restart->setText(tr("Restart it to use the new ones. Open requests are answered first."));
    m_restartButton->setText(tr("Restart server"));
    m_discard->setText(tr("Discard"));
    m_save->setText(tr("Save changes"));
    m_fingerprintField->setLabel(tr("Certificate, SHA-256"));
    m_expiryField->setLabel(tr("Certificate valid until"));
    setIconButtonText(m_copyFingerprint, tr("Copy fingerprint"));
    m_changePassphrase->setText(tr("Change passphrase…"));
    m_passphraseText->setText(tr("The passphrase opens this vault. The recovery key stays the same."));
    showDraft();
    showServer();
}

void SettingsPanel::setUnits()
{
    const auto unit = [this](const char* key, const QString& text) {
        if (auto* input = qobject_cast<TextInput*>(m_entries[key].input))
            input->setUnit(text);
    };
    unit("audit.retention_days", tr("days"));
    unit("passwords.argon2_memory", tr("KiB"));
    unit("passwords.min_length", tr("characters"));
    unit("passwords.min_length_mfa", tr("characters"));
    if (auto* start = qobject_cast<SwitchInput*>(m_entries["server.start_with_console"].input))
        start->setText(tr("Start the server by itself"));
}

SettingInput* SettingsPanel::input(const std::string& key) const
{
    const auto found = m_entries.find(key);
    return found == m_entries.end() ? nullptr : found->second.input;
}

Field* SettingsPanel::field(const std::string& key) const
{
    const auto found = m_entries.find(key);
    return found == m_entries.end() ? nullptr : found->second.field;
}

bool SettingsPanel::isUnsavedBarVisible() const { return !m_bar->isHidden(); }

bool SettingsPanel::isRestartBannerVisible() const { return !m_restart->isHidden(); }

void SettingsPanel::activate(const QString& argument)
{
    load();
    if (!argument.isEmpty())
        reveal(argument.toStdString());
}

void SettingsPanel::refresh()
{
    load();
    m_signingKey->load();
}

void SettingsPanel::load()
{
    if (!console().may(access::Permission::SettingsRead)) {
        Error error(ErrorCode::PermissionDenied, "settings:read is missing");
        error.required = "settings:read";
        m_states->showError(error);
        m_bar->hide();
        return;
    }
    m_draft.setValues(*console().settings());
    const bool readOnly = !console().may(access::Permission::SettingsUpdate);
    for (const auto& [key, entry] : m_entries) {
        if (!m_draft.isChanged(key))
            entry.input->setValue(QString::fromStdString(m_draft.text(key)));
        entry.input->setReadOnly(readOnly);
    }
    m_changePassphrase->setEnabled(!readOnly);
    m_states->showContent();
    showDraft();
    showServer();
}

void SettingsPanel::takeEdit(const std::string& key)
{
    m_draft.set(key, m_entries[key].input->value().toStdString());
    m_hasSaveError = false;
    showDraft();
}

void SettingsPanel::showDraft()
{
    const auto problems = m_draft.problems();
    for (const auto& [key, entry] : m_entries) {
        const auto problem = problems.find(key);
        const bool wrong = problem != problems.end();
        entry.field->setError(wrong ? settingProblem(*settings::findDefinition(key), problem->second) : QString());
        entry.input->editor()->setProperty("invalid", wrong);
        entry.input->editor()->update();
    }
    const bool opens = m_draft.opensToOthers();
    field("server.address")
        ->setWarning(opens ? tr("Other computers will reach the server at this address.") : QString());
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
}

void SettingsPanel::askAndSave()
{
    if (!m_draft.opensToOthers()) {
        save();
        return;
    }
    const QString address = QString::fromStdString(m_draft.edited().serverAddress);
    Confirmation words;
    words.title = tr("Open the server to other computers?");
    words.text = tr("With the address %1 every computer that reaches this one can send requests to the server. Sign-in, "
                    "roles and limits stay in force.")
                     .arg(address);
    words.verb = tr("Open server");
    words.danger = true;
    askConfirmation(this, QStringLiteral("settings.public"), words, [this] { save(); });
}

void SettingsPanel::save()
{
    if (m_saving || m_draft.hasProblems() || !m_draft.hasChanges())
        return;
    m_saving = true;
    setButtonBusy(m_save, true);
    m_discard->setEnabled(false);
    const bool needsRestart = m_draft.needsRestart();
    console().run(
        this,
        [changes = m_draft.changes()](Services& services, const access::Actor& actor) {
            return services.settings.change(actor, changes);
        },
        [this, needsRestart](const Result<void>& result) { takeSaved(result, needsRestart); });
}

void SettingsPanel::takeSaved(const Result<void>& result, bool needsRestart)
{
    m_saving = false;
    setButtonBusy(m_save, false);
    if (!result) {
        m_saveError = result.error();
        m_hasSaveError = true;
        showDraft();
        // What only the backend could know (another process changed a setting that this one depends on).
        for (const FieldError& wrong : result.error().fields) {
            if (Field* marked = field(wrong.field))
                marked->setError(settingProblem(*settings::findDefinition(wrong.field), wrong));
        }
        return;
    }
    m_hasSaveError = false;
    const auto state = console().serverStatus().state;
    m_restartNeeded = m_restartNeeded || (needsRestart && state == ServerStatus::State::Running);
    m_startedAt = console().serverStatus().startedAt;
    m_draft.discard();
    load();
    m_toast->say(Tone::Success, tr("The settings were saved."));
}

void SettingsPanel::discard()
{
    m_draft.discard();
    m_hasSaveError = false;
    for (const auto& [key, entry] : m_entries)
        entry.input->setValue(QString::fromStdString(m_draft.text(key)));
    showDraft();
}

void SettingsPanel::restartServer()
{
    if (isButtonBusy(m_restartButton))
        return;
    setButtonBusy(m_restartButton, true);
    console().run(
        this,
        [](Services& services, const access::Actor& actor) -> Result<void> {
            SALLYPORT_TRY(services.server.stop(actor));
            return services.server.start(actor);
        },
        [this](const Result<void>& result) {
            setButtonBusy(m_restartButton, false);
            if (result) {
                m_restartNeeded = false;
                m_toast->say(Tone::Success, tr("The server runs with the new settings."));
            } else {
                m_toast->say(Tone::Danger, tr("The server did not start. %1").arg(errorLine(result.error())));
            }
            console().refreshServerStatus();
            showServer();
        });
}

void SettingsPanel::showServer()
{
    const ServerStatus& status = console().serverStatus();
    if (status.state == ServerStatus::State::Stopped || status.startedAt > m_startedAt)
        m_restartNeeded = false;
    m_restart->setVisible(m_restartNeeded);
    const bool known = !status.fingerprint.empty();
    m_fingerprint->setText(known ? QString::fromStdString(status.fingerprint)
                                 : tr("Made when the server first starts"));
    m_copyFingerprint->setVisible(known);
    m_expiryField->setVisible(known);
    if (known) {
        const qint64 millis = status.certificateExpiresAt.time_since_epoch().count() / 1000;
        m_expiry->setText(shortDate(QDateTime::fromMSecsSinceEpoch(millis).date()));
    }
}

void SettingsPanel::reveal(const std::string& key)
{
    if (key == "server.certificate") {
        QTimer::singleShot(0, m_fingerprintField, [this] { m_area->ensureWidgetVisible(m_fingerprintField, 0, 120); });
        return;
    }
    const auto found = m_entries.find(key);
    if (found == m_entries.end())
        return;
    // After the layout: the page may be shown for the first time.
    QTimer::singleShot(0, found->second.field, [this, entry = found->second] {
        m_area->ensureWidgetVisible(entry.field, 0, 120);
        entry.input->editor()->setFocus(Qt::OtherFocusReason);
    });
}

} // namespace sallyport::ui
