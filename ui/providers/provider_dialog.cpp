#include "ui/providers/provider_dialog.h"

#include "backend/identity/providers/provider_presets.h"
#include "ui/console/console.h"
#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/parts/role_checks.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field.h"
#include "ui/widgets/password_field.h"
#include "ui/widgets/segmented_control.h"
#include "ui/words/field_text.h"
#include "ui/words/provider_text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using identity::ClientAuthentication;
using identity::FirstLogin;
using identity::ProviderKind;

namespace {

constexpr int customOidc = static_cast<int>(identity::providerPresets.size());
constexpr int publicKeys = 0, sharedSecret = 1;

template <typename Widget>
Widget* named(Widget* widget, const QString& name)
{
    widget->setObjectName(name);
    return widget;
}

QVBoxLayout* pageColumn(QWidget* page)
{
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    return column;
}

} // namespace

ProviderDialog::ProviderDialog(Console& console, std::optional<identity::IdentityProvider> provider, QWidget* parent)
    : DialogFrame(u"provider"_s, parent, 600), m_console(console), m_provider(std::move(provider)),
      m_parts(new SegmentedControl(u"provider.parts"_s, this)), m_pages(new QStackedWidget(this)),
      m_failure(new Banner(u"provider.failure"_s, this)), m_preset(named(new QComboBox(this), u"provider.preset"_s)),
      m_title(named(new QLineEdit(this), u"provider.title"_s)), m_name(named(new QLineEdit(this), u"provider.name"_s)),
      m_issuer(named(new QLineEdit(this), u"provider.issuer"_s)), m_clientId(named(new QLineEdit(this), u"provider.client_id"_s)),
      m_secret(new PasswordField(u"provider.secret"_s, this)),
      m_authentication(named(new QComboBox(this), u"provider.authentication"_s)),
      m_first(named(new QComboBox(this), u"provider.first_login"_s)),
      m_trustEmail(named(new QCheckBox(this), u"provider.trust_email"_s)),
      m_rolesLabel(makeLabel(TextStyle::SmallStrong, Tone::Normal, this)),
      m_roles(new RoleChecks(console, u"provider.roles"_s, this)), m_rules(named(new QPlainTextEdit(this), u"provider.rules"_s)),
      m_eachTime(named(new QCheckBox(this), u"provider.each_time"_s)),
      m_algorithms(named(new QComboBox(this), u"provider.algorithms"_s)), m_amr(named(new QLineEdit(this), u"provider.amr"_s)),
      m_acr(named(new QLineEdit(this), u"provider.acr"_s)),
      m_returnUrls(named(new QPlainTextEdit(this), u"provider.return_urls"_s)),
      m_cancel(makeButton(ButtonKind::Secondary, u"provider.cancel"_s, this)),
      m_save(makeButton(ButtonKind::Primary, u"provider.save"_s, this))
{
    m_failure->setTone(Tone::Danger, Icon::Error);
    m_failure->hide();
    for (const char* part : {"provider", "people", "trust"})
        m_parts->addSegment(QString::fromLatin1(part));
    m_pages->addWidget(makeProviderPage());
    m_pages->addWidget(makePeoplePage());
    m_pages->addWidget(makeTrustPage());
    body()->addWidget(m_parts, 0, Qt::AlignLeading);
    body()->addWidget(m_failure);
    body()->addWidget(m_pages);
    addButton(m_cancel);
    addButton(m_save);
    for (int i = 0; i <= customOidc; ++i)
        m_preset->addItem({});
    for (int i = 0; i < 3; ++i) {
        m_authentication->addItem({});
        m_first->addItem({});
    }
    m_algorithms->addItem({});
    m_algorithms->addItem({});
    setTexts();
    fill();
    connectFields();
    onRetranslate(this, [this] {
        setTexts();
        updateState();
    });
    updateState();
    (m_provider ? static_cast<QWidget*>(m_title) : m_preset)->setFocus();
}

QWidget* ProviderDialog::makeProviderPage()
{
    auto* page = new QWidget(this);
    auto* column = pageColumn(page);
    m_presetField = new Field(m_preset, page);
    m_titleField = new Field(m_title, page);
    m_nameField = new Field(m_name, page);
    m_issuerField = new Field(m_issuer, page);
    m_clientIdField = new Field(m_clientId, page);
    m_secretField = new Field(m_secret, page);
    m_authenticationField = new Field(m_authentication, page);
    auto* names = new QHBoxLayout;
    names->setSpacing(12);
    names->addWidget(m_titleField, 1);
    names->addWidget(m_nameField, 1);
    column->addWidget(m_presetField);
    column->addLayout(names);
    column->addWidget(m_issuerField);
    column->addWidget(m_clientIdField);
    column->addWidget(m_secretField);
    column->addWidget(m_authenticationField);
    column->addStretch(1);
    return page;
}

QWidget* ProviderDialog::makePeoplePage()
{
    auto* page = new QWidget(this);
    auto* column = pageColumn(page);
    m_firstField = new Field(m_first, page);
    m_rules->setFixedHeight(72);
    m_rules->setTabChangesFocus(true);
    m_rulesField = new Field(m_rules, page);
    auto* roles = new QVBoxLayout;
    roles->setSpacing(6);
    roles->addWidget(m_rolesLabel);
    roles->addWidget(m_roles);
    column->addWidget(m_firstField);
    column->addWidget(m_trustEmail);
    column->addLayout(roles);
    column->addWidget(m_rulesField);
    column->addWidget(m_eachTime);
    column->addStretch(1);
    return page;
}

QWidget* ProviderDialog::makeTrustPage()
{
    auto* page = new QWidget(this);
    auto* column = pageColumn(page);
    m_algorithmsField = new Field(m_algorithms, page);
    m_amrField = new Field(m_amr, page);
    m_acrField = new Field(m_acr, page);
    m_returnUrls->setFixedHeight(72);
    m_returnUrls->setTabChangesFocus(true);
    m_returnUrlsField = new Field(m_returnUrls, page);
    column->addWidget(m_algorithmsField);
    column->addWidget(m_amrField);
    column->addWidget(m_acrField);
    column->addWidget(m_returnUrlsField);
    column->addStretch(1);
    return page;
}

void ProviderDialog::fill()
{
    if (!m_provider) {
        m_roles->setChosen({"viewer"});
        m_authentication->setCurrentIndex(static_cast<int>(identity::providerPresets[0].authentication));
        return takePreset(0);
    }
    const auto& fields = m_provider->fields;
    m_presetField->hide();
    m_preset->setCurrentIndex(fields.kind == ProviderKind::GitHub ? 2 : customOidc);
    m_title->setText(text(fields.title));
    m_name->setText(text(fields.name));
    m_issuer->setText(text(fields.issuer));
    m_clientId->setText(text(fields.clientId));
    m_authentication->setCurrentIndex(static_cast<int>(fields.authentication));
    m_first->setCurrentIndex(static_cast<int>(fields.firstLogin));
    m_trustEmail->setChecked(fields.trustEmail);
    m_roles->setChosen(fields.roles);
    m_rules->setPlainText(rulesToLines(fields.roleRules));
    m_eachTime->setChecked(fields.rolesEachTime);
    m_algorithms->setCurrentIndex(fields.algorithms == std::vector<std::string>{"HS256"} ? sharedSecret : publicKeys);
    m_amr->setText(wordsTo(fields.acceptedAmr, u' '));
    m_acr->setText(wordsTo(fields.acceptedAcr, u' '));
    m_returnUrls->setPlainText(wordsTo(fields.returnUrls, u'\n'));
}

void ProviderDialog::takePreset(int index)
{
    const bool known = index >= 0 && index < customOidc;
    const auto* preset = known ? &identity::providerPresets[static_cast<std::size_t>(index)] : nullptr;
    m_title->setText(preset ? QString::fromLatin1(preset->title.data(), static_cast<qsizetype>(preset->title.size()))
                            : QString());
    m_name->setText(preset ? QString::fromLatin1(preset->name.data(), static_cast<qsizetype>(preset->name.size())) : QString());
    m_issuer->setText(preset ? QString::fromLatin1(preset->issuer.data(), static_cast<qsizetype>(preset->issuer.size()))
                             : QString());
    m_authentication->setCurrentIndex(static_cast<int>(preset ? preset->authentication : ClientAuthentication::Basic));
    checkNow();
}

void ProviderDialog::setTexts()
{
    setTitle(m_provider ? tr("Edit %1").arg(text(m_provider->fields.title)) : tr("Add identity provider"));
    m_parts->setSegmentText(0, tr("Provider"));
    m_parts->setSegmentText(1, tr("First sign-in, roles"));
    m_parts->setSegmentText(2, tr("Trust"));
    m_presetField->setLabel(tr("Which"));
    for (int i = 0; i < customOidc; ++i) {
        const auto title = identity::providerPresets[static_cast<std::size_t>(i)].title;
        m_preset->setItemText(i, QString::fromLatin1(title.data(), static_cast<qsizetype>(title.size())));
    }
    m_preset->setItemText(customOidc, tr("Another OpenID Connect provider"));
    m_titleField->setLabel(tr("Title"));
    m_nameField->setLabel(tr("Name in the address"));
    m_issuerField->setLabel(tr("Issuer, or the address of its description"));
    m_clientIdField->setLabel(tr("Client ID"));
    m_secretField->setLabel(tr("Client secret"));
    m_authenticationField->setLabel(tr("How the client shows its secret"));
    m_authentication->setItemText(0, tr("In the Authorization field (basic)"));
    m_authentication->setItemText(1, tr("In the form (post)"));
    m_authentication->setItemText(2, tr("Not at all: a public client"));
    m_firstField->setLabel(tr("Somebody who is linked to no user"));
    m_firstField->setHint(tr("Never linked by e-mail address."));
    for (const auto rule : {FirstLogin::Refuse, FirstLogin::Create, FirstLogin::CreateDisabled})
        m_first->setItemText(static_cast<int>(rule), firstLoginText(rule));
    m_trustEmail->setText(tr("Take e-mail addresses that the provider does not call verified"));
    m_rolesLabel->setText(tr("Roles of new users"));
    m_rulesField->setLabel(tr("Further roles, by what the provider says"));
    m_rulesField->setHint(tr("One a line: claim = value : role. A claim may be a path, such as realm_access.roles."));
    m_rules->setPlaceholderText(u"groups = engineering : editor"_s);
    m_eachTime->setText(tr("Follow the rules at each sign-in, also taking roles away"));
    m_algorithmsField->setLabel(tr("ID tokens are signed with"));
    m_algorithms->setItemText(publicKeys, tr("The provider’s public keys (RS256, PS256, ES256, EdDSA)"));
    m_algorithms->setItemText(sharedSecret, tr("The client secret (HS256), nothing else"));
    m_amrField->setLabel(tr("Second factors there that count here (amr)"));
    m_amrField->setHint(tr("For example: mfa otp hwk. Empty: users show their own second factor here."));
    m_acrField->setLabel(tr("Levels there that count as a second factor (acr)"));
    m_returnUrlsField->setLabel(tr("Where a login may end"));
    m_returnUrlsField->setHint(tr("One address a line, compared to the letter. Empty: the browser shows the code."));
    m_cancel->setText(tr("Cancel"));
    m_save->setText(m_provider ? tr("Save") : tr("Add provider"));
}

void ProviderDialog::connectFields()
{
    connect(m_parts, &SegmentedControl::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(m_preset, &QComboBox::activated, this, &ProviderDialog::takePreset);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &ProviderDialog::submit);
    for (auto* field : {m_titleField, m_nameField, m_issuerField, m_clientIdField, m_secretField, m_amrField, m_acrField})
        connect(qobject_cast<QLineEdit*>(field->input()), &QLineEdit::textChanged, this, [this, field] {
            field->setError({});
            checkNow();
        });
    for (auto* field : {m_rulesField, m_returnUrlsField})
        connect(qobject_cast<QPlainTextEdit*>(field->input()), &QPlainTextEdit::textChanged, this, [this, field] {
            field->setError({});
            checkNow();
        });
    for (auto* box : {m_authentication, m_algorithms, m_first})
        connect(box, &QComboBox::currentIndexChanged, this, &ProviderDialog::checkNow);
    connect(m_roles, &RoleChecks::changed, this, &ProviderDialog::updateState);
    connect(m_roles, &RoleChecks::failed, this, &ProviderDialog::showFailure);
}

/// What can be told before the service is asked.
void ProviderDialog::checkNow()
{
    static const QRegularExpression name(u"^[a-z0-9]([a-z0-9-]{0,30}[a-z0-9])?$"_s);
    const auto say = [](Field* field, bool wrong, const char* fieldName, const char* rule) {
        field->setError(wrong ? providerFieldText({fieldName, {}, rule}) : QString());
    };
    say(m_nameField, !m_name->text().isEmpty() && !name.match(m_name->text()).hasMatch(), "name", "format");
    const auto issuer = m_issuer->text().trimmed();
    const bool here =
        issuer.startsWith(u"http://127.") || issuer.startsWith(u"http://localhost") || issuer.startsWith(u"http://[::1]");
    if (issuer.contains(u'{'))
        say(m_issuerField, true, "issuer", "tenant");
    else
        say(m_issuerField,
            !issuer.isEmpty() && !here && (!issuer.startsWith(u"https://") || issuer.contains(u'?') || issuer.contains(u'#')),
            "issuer", "format");
    say(m_rulesField, !rulesFromLines(m_rules->toPlainText()), "role_rules", "format");
    const bool hmac = m_algorithms->currentIndex() == sharedSecret;
    say(m_secretField, hmac && !m_secret->text().isEmpty() && m_secret->text().size() < 32, "client_secret", "minLength");
    updateState();
}

/// Another issuer doesn't get what is stored for this one.
bool ProviderDialog::wantsSecretAnew() const
{
    return m_provider && m_provider->hasSecret && m_issuer->text().trimmed() != text(m_provider->fields.issuer);
}

void ProviderDialog::updateState()
{
    const bool publicClient = m_authentication->currentIndex() == static_cast<int>(ClientAuthentication::None);
    const bool stored = m_provider && m_provider->hasSecret, anew = wantsSecretAnew();
    const bool secret = !m_secret->text().isEmpty() || (stored && !anew) || publicClient;
    m_secret->setPlaceholderText(anew && !publicClient ? tr("Needed again: it goes elsewhere now")
                                 : stored && !anew     ? tr("Stored; enter another one to change it")
                                                       : QString());
    const bool wrong =
        m_nameField->hasError() || m_issuerField->hasError() || m_rulesField->hasError() || m_secretField->hasError();
    const bool complete = !wrong && secret && !nameText(m_title->text()).isEmpty() && !m_name->text().isEmpty() &&
                          !m_issuer->text().trimmed().isEmpty() && !m_clientId->text().trimmed().isEmpty() &&
                          !m_roles->chosen().empty();
    enableOr(m_save, isButtonBusy(m_save) ? waitReason() : complete ? QString() : incompleteReason());
}

identity::ProviderFields ProviderDialog::fields() const
{
    identity::ProviderFields fields = m_provider ? m_provider->fields : identity::ProviderFields{};
    fields.title = nameText(m_title->text()).toStdString();
    fields.name = m_name->text().toStdString();
    if (!m_provider) {
        const int preset = m_preset->currentIndex();
        fields.kind =
            preset < customOidc ? identity::providerPresets[static_cast<std::size_t>(preset)].kind : ProviderKind::OpenIdConnect;
    }
    fields.issuer = m_issuer->text().trimmed().toStdString();
    fields.clientId = m_clientId->text().trimmed().toStdString();
    fields.authentication = static_cast<ClientAuthentication>(m_authentication->currentIndex());
    fields.firstLogin = static_cast<FirstLogin>(m_first->currentIndex());
    fields.trustEmail = m_trustEmail->isChecked();
    fields.roles = m_roles->chosen();
    fields.roleRules = rulesFromLines(m_rules->toPlainText()).value_or(std::vector<identity::RoleRule>{});
    fields.rolesEachTime = m_eachTime->isChecked();
    const bool hmac = m_algorithms->currentIndex() == sharedSecret;
    const bool wasHmac = fields.algorithms == std::vector<std::string>{"HS256"};
    if (hmac)
        fields.algorithms = {"HS256"};
    else if (wasHmac)
        fields.algorithms.clear(); // the service's own choice
    fields.acceptedAmr = wordsFrom(m_amr->text());
    fields.acceptedAcr = wordsFrom(m_acr->text());
    fields.returnUrls = wordsFrom(m_returnUrls->toPlainText());
    return fields;
}

void ProviderDialog::submit()
{
    m_failure->hide();
    setButtonBusy(m_save, true);
    std::string typed = m_secret->text().toStdString();
    auto secret = std::make_shared<SecretBytes>(SecretBytes::fromText(typed));
    wipe(typed);
    m_console.run(
        this,
        [provider = m_provider, wanted = fields(), secret, anew = wantsSecretAnew()](Services& services,
                                                                                     const access::Actor& actor) {
            std::optional<SecretBytes> clientSecret;
            // What a public client of another issuer doesn't show isn't kept.
            if (!secret->empty() || (anew && wanted.authentication == ClientAuthentication::None))
                clientSecret = std::move(*secret);
            if (!provider)
                return services.identityProviders.create(actor, {wanted, std::move(clientSecret), true});
            identity::ProviderPatch patch;
            patch.fields = wanted;
            patch.clientSecret = std::move(clientSecret);
            patch.expectedVersion = provider->version;
            return services.identityProviders.change(actor, provider->id, std::move(patch));
        },
        [this](const Result<identity::IdentityProvider>& provider) {
            setButtonBusy(m_save, false);
            updateState();
            if (!provider)
                return showFailure(provider.error());
            m_secret->wipe();
            accept();
            Q_EMIT saved(*provider);
        });
}

void ProviderDialog::showFailure(const Error& error)
{
    const std::pair<std::string_view, Field*> places[] = {{"name", m_nameField},
                                                          {"title", m_titleField},
                                                          {"issuer", m_issuerField},
                                                          {"client_id", m_clientIdField},
                                                          {"client_secret", m_secretField},
                                                          {"role_rules", m_rulesField},
                                                          {"roles_each_time", m_rulesField},
                                                          {"algorithms", m_algorithmsField},
                                                          {"accepted_amr", m_amrField},
                                                          {"accepted_acr", m_acrField},
                                                          {"return_urls", m_returnUrlsField}};
    bool placed = !error.fields.empty(), shown = false;
    for (const auto& failed : error.fields) {
        Field* field = nullptr;
        for (const auto& [name, place] : places)
            if (failed.field == name || failed.field.starts_with(std::string(name) + "."))
                field = place;
        placed = placed && field;
        if (!field)
            continue;
        field->setError(providerFieldText(failed));
        if (!shown)
            for (int page = 0; page < m_pages->count(); ++page)
                if (m_pages->widget(page)->isAncestorOf(field))
                    m_parts->setCurrent(page);
        shown = true;
    }
    if (shown)
        m_pages->setCurrentIndex(m_parts->current());
    if (placed)
        return;
    m_failure->showError(error);
}

} // namespace sallyport::ui
