#include "ui/settings/settings_panel.h"

#include "ui/console/permit.h"
#include "ui/look/retranslate.h"
#include "ui/look/surface.h"
#include "ui/settings/passphrase_dialog.h"
#include "ui/settings/setting_groups.h"
#include "ui/settings/setting_inputs.h"
#include "ui/settings/settings_form.h"
#include "ui/settings/signing_key_box.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/confirm_dialog.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_state.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/field.h"
#include "ui/widgets/overlay_scroll.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/small_parts.h"
#include "ui/widgets/state_stack.h"
#include "ui/widgets/toast.h"
#include "ui/words/relative_time.h"

#include <QClipboard>
#include <QDateTime>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLocale>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

namespace sallyport::ui {

SettingsPanel::SettingsPanel(Console& console, QWidget* parent) : Panel(console, parent)
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
    m_form = new SettingsForm(console(), QStringLiteral("settings"), this);
    connect(m_form, &SettingsForm::changed, this, &SettingsPanel::showWarning);
    connect(m_form, &SettingsForm::saveRequested, this, &SettingsPanel::askAndSave);
    connect(m_form, &SettingsForm::saved, this, &SettingsPanel::takeSaved);
    auto* page = new Surface(Token::Surface);
    m_column = new QVBoxLayout(page);
    m_column->setContentsMargins(24, 0, 24, 24);
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

    m_area = makeScrollArea(page, this, QStringLiteral("settings.page"));
    m_states = new StateStack(QStringLiteral("settings.state"), m_area, this);
    connect(m_states->error(), &ErrorState::retryRequested, this, &SettingsPanel::load);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_states, 1);
    column->addWidget(m_form->bar());
}

QWidget* SettingsPanel::makeGroup(const SettingGroup& group)
{
    const FormRegion region = makeFormRegion(this);
    m_groupTexts[std::string(group.id)] = {region.title, region.sentence};
    for (const std::string_view key : group.keys)
        m_form->add(key, region.fields, region.column);
    if (group.id == "server")
        region.column->addWidget(makeCertificate());
    if (group.id == "sign_in") {
        m_signingKey = new SigningKeyBox(console(), m_toast, region.fields);
        region.column->addWidget(m_signingKey);
    }
    if (group.id == "vault")
        region.column->addWidget(makePassphrase());
    return region.widget;
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
    connect(m_copyFingerprint, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_fingerprint->text()); });
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

void SettingsPanel::setTexts()
{
    m_header->setTitle(tr("Settings"));
    for (const SettingGroup& group : settingGroups()) {
        const auto& [title, sentence] = m_groupTexts[std::string(group.id)];
        title->setText(group.title);
        sentence->setText(group.text);
    }
    m_form->setTexts();
    setUnits();
    m_restart->setTitle(tr("The server still runs with the old settings"));
    m_restart->setText(tr("Restart it to use the new ones. Open requests are answered first."));
    m_restartButton->setText(tr("Restart server"));
    m_fingerprintField->setLabel(tr("Certificate, SHA-256"));
    m_expiryField->setLabel(tr("Certificate valid until"));
    setIconButtonText(m_copyFingerprint, tr("Copy fingerprint"));
    m_changePassphrase->setText(tr("Change passphrase…"));
    m_passphraseText->setText(tr("The passphrase opens this vault. The recovery key stays the same."));
    showServer();
}

void SettingsPanel::setUnits()
{
    m_form->setUnit("audit.retention_days", tr("days"));
    if (auto* start = qobject_cast<SwitchInput*>(m_form->input("server.start_with_console")))
        start->setText(tr("Start the server by itself"));
}

const SettingsDraft& SettingsPanel::draft() const
{
    return m_form->draft();
}

SettingInput* SettingsPanel::input(const std::string& key) const
{
    return m_form->input(key);
}

Field* SettingsPanel::field(const std::string& key) const
{
    return m_form->field(key);
}

bool SettingsPanel::isUnsavedBarVisible() const
{
    return !m_form->bar()->isHidden();
}

bool SettingsPanel::isRestartBannerVisible() const
{
    return !m_restart->isHidden();
}

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
        m_form->bar()->hide();
        return;
    }
    m_form->load();
    allow(m_changePassphrase, lacks(console(), access::Permission::SettingsUpdate));
    allow(m_restartButton, lacks(console(), access::Permission::ServerControl));
    m_states->showContent();
    showServer();
}

void SettingsPanel::showWarning()
{
    if (Field* address = field("server.address")) {
        const bool opens = m_form->draft().opensToOthers();
        address->setWarning(opens ? tr("Other computers will reach the server at this address.") : QString());
    }
}

void SettingsPanel::askAndSave()
{
    if (!m_form->draft().opensToOthers()) {
        m_form->save();
        return;
    }
    const QString address = QString::fromStdString(m_form->draft().edited().serverAddress);
    Confirmation words;
    words.title = tr("Open the server to other computers?");
    words.text = tr("With the address %1 every computer that reaches this one can send requests to the server. Sign-in, "
                    "roles and limits stay in force.")
                     .arg(address);
    words.verb = tr("Open server");
    words.danger = true;
    askConfirmation(this, QStringLiteral("settings.public"), words, [this] { m_form->save(); });
}

void SettingsPanel::takeSaved(bool needsRestart)
{
    const auto state = console().serverStatus().state;
    m_restartNeeded = m_restartNeeded || (needsRestart && state == ServerStatus::State::Running);
    m_startedAt = console().serverStatus().startedAt;
    showServer();
    m_signingKey->load(); // another algorithm has made one
    m_toast->say(Tone::Success, tr("The settings were saved."));
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
    m_column->setContentsMargins(24, m_restartNeeded ? 16 : 0, 24, 24);
    const bool known = !status.fingerprint.empty();
    m_fingerprint->setText(known ? QString::fromStdString(status.fingerprint) : tr("Made when the server first starts"));
    m_copyFingerprint->setVisible(known);
    m_expiryField->setVisible(known);
    if (known) {
        m_expiry->setText(shortDate(localTime(status.certificateExpiresAt).date()));
    }
}

void SettingsPanel::reveal(const std::string& key)
{
    if (key == "server.certificate") {
        QTimer::singleShot(0, m_fingerprintField, [this] { m_area->ensureWidgetVisible(m_fingerprintField, 0, 120); });
        return;
    }
    SettingInput* shown = m_form->input(key);
    if (shown == nullptr) {
        if (settings::findDefinition(key) == nullptr)
            return;
        // What passwords and sessions must be has a page of its own.
        Q_EMIT navigate(QStringLiteral("policy"), QString::fromStdString(key));
        return;
    }
    // After the layout: the page may be shown for the first time.
    QTimer::singleShot(0, shown, [this, shown, shownField = m_form->field(key)] {
        m_area->ensureWidgetVisible(shownField, 0, 120);
        shown->editor()->setFocus(Qt::OtherFocusReason);
    });
}

} // namespace sallyport::ui
