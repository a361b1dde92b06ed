#include "ui/keys/key_dialog.h"

#include "backend/identity/core/limits.h"
#include "ui/console/console.h"
#include "ui/keys/public_key_field.h"
#include "ui/keys/scope_checks.h"
#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/parts/owner_field.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field.h"
#include "ui/widgets/fitting_area.h"
#include "ui/words/field_text.h"
#include "ui/words/key_text.h"
#include "ui/words/relative_time.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QIntValidator>
#include <QLineEdit>
#include <QRegularExpression>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <vector>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 secondsInDay = 86'400;
constexpr std::array<qint64, 5> endChoices{7 * secondsInDay, 30 * secondsInDay, 90 * secondsInDay, 180 * secondsInDay,
                                           365 * secondsInDay};
constexpr std::array<qint64, 3> windowChoices{60, 3'600, secondsInDay};
constexpr qint64 windowAtFirst = 3'600;
/// Room at the edges of what scrolls, for the focus ring.
constexpr int formInset = 4;
/// What a program proves itself by, in the order of the choice; the first is its text alone.
constexpr int bySecret = 1, byPublicKey = 2;

QWidget* inARow(std::initializer_list<QWidget*> widgets)
{
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    for (auto* widget : widgets)
        row->addWidget(widget, 1);
    return box;
}

} // namespace

KeyDialog::KeyDialog(Console& console, const UserId& owner, QWidget* parent)
    : DialogFrame(u"key"_s, parent, 560), m_console(console)
{
    m_owner = new OwnerField(console, this);
    build();
    connect(m_owner, &OwnerField::ownerChanged, this, [this](const access::PermissionSet& offered) {
        m_scopes->setOffered(offered);
        updateState();
    });
    connect(m_owner, &OwnerField::failed, this, &KeyDialog::showFailure);
    m_owner->choose(owner);
    updateState();
}

KeyDialog::KeyDialog(Console& console, identity::ApiKey key, QWidget* parent)
    : DialogFrame(u"key"_s, parent, 560), m_console(console), m_key(std::move(key))
{
    build();
    showKey();
    loadOwner();
    updateState();
}

void KeyDialog::build()
{
    m_name = new QLineEdit(this);
    m_name->setObjectName(u"key.name"_s);
    m_name->setMaxLength(identity::nameLimit);
    m_nameField = new Field(m_name, this);
    m_scopesLabel = makeLabel(TextStyle::SmallStrong, Tone::Normal, this);
    m_scopes = new ScopeChecks(u"key.scopes"_s, this);
    m_scopesError = makeLabel(TextStyle::Small, Tone::Danger, this);
    m_scopesError->hide();
    m_end = new QComboBox(this);
    m_end->setObjectName(u"key.end"_s);
    m_endField = new Field(m_end, this);
    m_requests = new QLineEdit(this);
    m_requests->setObjectName(u"key.requests"_s);
    m_requests->setValidator(new QIntValidator(1, identity::keyRateMaximum, m_requests));
    m_window = new QComboBox(this);
    m_window->setObjectName(u"key.window"_s);
    auto* limit = inARow({m_requests, m_window});
    limit->setObjectName(u"key.limit"_s);
    m_limitField = new Field(limit, this);
    m_addresses = new QLineEdit(this);
    m_addresses->setObjectName(u"key.addresses"_s);
    m_addresses->setFont(textFont(TextStyle::Mono));
    m_addressesField = new Field(m_addresses, this);
    m_proof = new QComboBox(this);
    m_proof->setObjectName(u"key.proof"_s);
    m_proofField = new Field(m_proof, this);
    m_proofField->setVisible(!m_key);
    m_publicKey = new PublicKeyField(u"key.public_key"_s, this);
    m_publicKey->hide();
    m_failure = new Banner(u"key.failure"_s, this);
    m_failure->setTone(Tone::Danger, Icon::Error);
    m_failure->hide();
    m_cancel = makeButton(ButtonKind::Secondary, u"key.cancel"_s, this);
    m_save = makeButton(ButtonKind::Primary, u"key.save"_s, this);

    auto* form = new QWidget;
    auto* column = new QVBoxLayout(form);
    column->setContentsMargins(formInset, 0, formInset, formInset);
    column->setSpacing(body()->spacing());
    column->addWidget(m_failure);
    column->addWidget(m_nameField);
    if (m_owner)
        column->addWidget(m_owner);
    auto* scopes = new QVBoxLayout;
    scopes->setSpacing(6);
    scopes->addWidget(m_scopesLabel);
    scopes->addWidget(m_scopes);
    scopes->addWidget(m_scopesError);
    column->addLayout(scopes);
    auto* row = new QHBoxLayout;
    row->setSpacing(16);
    row->addWidget(m_endField, 1);
    row->addWidget(m_limitField, 1);
    column->addLayout(row);
    column->addWidget(m_addressesField);
    column->addWidget(m_proofField);
    column->addWidget(m_publicKey);
    body()->setContentsMargins(body()->contentsMargins() - QMargins(formInset, 0, formInset, formInset));
    m_form = new FittingArea(form, this);
    body()->addWidget(m_form);
    addButton(m_cancel);
    addButton(m_save);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &KeyDialog::submit);
    for (auto* field : {m_name, m_requests, m_addresses})
        connect(field, &QLineEdit::textEdited, this, [this] {
            m_nameField->setError({});
            m_limitField->setError({});
            m_addressesField->setError({});
            updateState();
        });
    connect(m_scopes, &ScopeChecks::changed, this, [this] {
        m_scopesError->hide();
        updateState();
    });
    connect(m_end, &QComboBox::currentIndexChanged, this, [this] { m_endField->setError({}); });
    connect(m_proof, &QComboBox::currentIndexChanged, this, [this](int proof) {
        m_publicKey->setVisible(proof == byPublicKey);
        updateState();
        showPublicKeyField();
    });
    connect(m_publicKey, &PublicKeyField::changed, this, &KeyDialog::updateState);
    onRetranslate(this, [this] { setTexts(); });
    m_name->setFocus();
}

void KeyDialog::setTexts()
{
    setTitle(m_key ? tr("Edit %1").arg(text(m_key->name)) : tr("Create API key"));
    m_nameField->setLabel(tr("Name"));
    m_name->setPlaceholderText(tr("What it is for"));
    m_scopesLabel->setText(tr("Scopes"));
    m_scopes->setAccessibleName(tr("Scopes"));
    m_endField->setLabel(tr("Expires"));
    m_limitField->setLabel(tr("Limit"));
    m_requests->setPlaceholderText(tr("Requests"));
    m_requests->setAccessibleName(tr("Requests"));
    m_window->setAccessibleName(tr("In which time"));
    m_limitField->setHint(tr("Empty: its owner’s limits"));
    m_addressesField->setLabel(tr("Addresses"));
    m_addresses->setPlaceholderText(tr("Any"));
    m_addressesField->setHint(tr("Addresses or networks that it may be used from, with commas between them"));
    m_proofField->setLabel(tr("Sends"));
    m_publicKey->setLabel(tr("Public key of the program"));
    m_cancel->setText(tr("Cancel"));
    m_save->setText(m_key ? tr("Save") : tr("Create key"));
    fillEnds();
    fillWindows();
    fillProofs();
}

void KeyDialog::fillProofs()
{
    const int kept = std::max(0, m_proof->currentIndex());
    const QSignalBlocker quiet(m_proof);
    m_proof->clear();
    m_proof->addItem(tr("The key, with each request"));
    m_proof->addItem(tr("The key, or requests signed with a secret"));
    m_proof->addItem(tr("Requests signed with a key pair of its own"));
    m_proof->setCurrentIndex(kept);
}

void KeyDialog::fillEnds()
{
    const auto values = m_console.settings();
    const qint64 usual = values->keysDefaultLifetime.count();
    const QVariant kept = m_end->count() > 0 ? m_end->currentData() : QVariant(m_key ? qint64{0} : usual);
    const QSignalBlocker quiet(m_end);
    m_end->clear();
    if (m_key)
        m_end->addItem(tr("As it is: %1").arg(dayText(m_key->expiresAt)), qint64{0});
    std::vector<qint64> ends(endChoices.begin(), endChoices.end());
    ends.push_back(usual);
    std::ranges::sort(ends);
    ends.erase(std::ranges::unique(ends).begin(), ends.end());
    for (const qint64 seconds : ends)
        if (seconds <= values->keysMaxLifetime.count())
            m_end->addItem(endsInText(seconds), seconds);
    m_end->setCurrentIndex(std::max(0, m_end->findData(kept)));
}

void KeyDialog::fillWindows()
{
    const QVariant kept = m_window->count() > 0  ? m_window->currentData()
                          : m_key && m_key->rate ? QVariant(static_cast<qint64>(m_key->rate->window.count()))
                                                 : QVariant(windowAtFirst);
    const QSignalBlocker quiet(m_window);
    m_window->clear();
    const QStringList names{tr("a minute"), tr("an hour"), tr("a day")};
    for (std::size_t i = 0; i < windowChoices.size(); ++i)
        m_window->addItem(names.at(static_cast<qsizetype>(i)), windowChoices.at(i));
    if (m_window->findData(kept) < 0)
        m_window->addItem(tr("in %1", "so many requests in this time").arg(durationText(kept.toLongLong())), kept);
    m_window->setCurrentIndex(m_window->findData(kept));
}

void KeyDialog::showPublicKeyField()
{
    // Once the form has room for it.
    QMetaObject::invokeMethod(
        this, [this] { m_form->ensureWidgetVisible(m_publicKey); }, Qt::QueuedConnection);
}

void KeyDialog::showKey()
{
    m_name->setText(text(m_key->name));
    m_name->selectAll();
    m_scopes->setChosen(m_key->scopes);
    if (m_key->rate)
        m_requests->setText(QString::number(m_key->rate->requests));
    QStringList networks;
    for (const auto& network : m_key->addresses)
        networks << text(network);
    m_addresses->setText(networks.join(u", "_s));
}

void KeyDialog::loadOwner()
{
    m_console.run(
        this,
        [owner = m_key->owner](Services& services, const access::Actor& actor) -> Result<access::PermissionSet> {
            access::PermissionSet offered = actor.permissions;
            if (owner.id == actor.id)
                return offered;
            std::vector<std::string> roles;
            if (owner.service) {
                SALLYPORT_ASSIGN(const identity::ServiceAccount account, services.serviceAccounts.read(actor, owner.id));
                roles = account.roles;
            } else {
                SALLYPORT_ASSIGN(const identity::User user, services.users.read(actor, owner.id));
                roles = user.roles;
            }
            offered.restrictTo(services.roles.permissionsOf(roles));
            return offered;
        },
        [this](const Result<access::PermissionSet>& offered) {
            if (!offered)
                return showFailure(offered.error());
            m_scopes->setOffered(*offered);
        });
}

void KeyDialog::updateState()
{
    const bool limited = m_requests->text().isEmpty() || m_requests->hasAcceptableInput();
    const bool complete = !nameText(m_name->text()).isEmpty() && !m_scopes->chosen().empty() && limited &&
                          (!m_owner || m_owner->owner()) &&
                          (m_proof->currentIndex() != byPublicKey || !m_publicKey->key().empty());
    enableOr(m_save, isButtonBusy(m_save) ? waitReason() : complete ? QString() : incompleteReason());
}

std::optional<settings::RateLimit> KeyDialog::rate() const
{
    if (m_requests->text().isEmpty())
        return {};
    return settings::RateLimit{m_requests->text().toUInt(), std::chrono::seconds(m_window->currentData().toLongLong())};
}

std::vector<std::string> KeyDialog::addresses() const
{
    std::vector<std::string> networks;
    static const QRegularExpression between(u"[,;\\s]+"_s);
    for (const auto& network : m_addresses->text().split(between, Qt::SkipEmptyParts))
        networks.push_back(network.toStdString());
    return networks;
}

void KeyDialog::submit()
{
    m_failure->hide();
    m_key ? change() : create();
}

void KeyDialog::create()
{
    identity::NewApiKey key;
    key.name = nameText(m_name->text()).toStdString();
    key.owner = m_owner->owner();
    key.scopes = m_scopes->chosen();
    key.expiresIn = std::chrono::seconds(m_end->currentData().toLongLong());
    key.rate = rate();
    key.addresses = addresses();
    key.signing = m_proof->currentIndex() == bySecret;
    if (m_proof->currentIndex() == byPublicKey)
        key.publicKey = m_publicKey->key();
    setButtonBusy(m_save, true);
    m_console.run(
        this,
        [key = std::move(key)](Services& services, const access::Actor& actor) mutable {
            return services.apiKeys.create(actor, std::move(key));
        },
        [this](Result<identity::IssuedKey> issued) {
            setButtonBusy(m_save, false);
            updateState();
            if (!issued)
                return showFailure(issued.error());
            accept();
            Q_EMIT created(*issued);
        });
}

void KeyDialog::change()
{
    identity::ApiKeyPatch patch;
    patch.name = nameText(m_name->text()).toStdString();
    patch.scopes = m_scopes->chosen();
    patch.addresses = addresses();
    patch.rate = rate();
    patch.expectedVersion = m_key->version;
    if (const qint64 seconds = m_end->currentData().toLongLong(); seconds > 0)
        patch.expiresIn = std::chrono::seconds(seconds);
    setButtonBusy(m_save, true);
    m_console.run(
        this,
        [id = m_key->id, patch = std::move(patch)](Services& services, const access::Actor& actor) {
            return services.apiKeys.change(actor, id, patch);
        },
        [this](const Result<identity::ApiKey>& key) {
            setButtonBusy(m_save, false);
            updateState();
            if (!key)
                return showFailure(key.error());
            accept();
            Q_EMIT saved(*key);
        });
}

void KeyDialog::showFailure(const Error& error)
{
    bool placed = !error.fields.empty();
    for (const auto& failed : error.fields) {
        if (failed.field == "name")
            m_nameField->setError(fieldErrorText(failed));
        else if (failed.field.starts_with("addresses"))
            m_addressesField->setError(failed.rule == "maxItems" ? tr("At most 32")
                                                                 : tr("One of these is no address or network"));
        else if (failed.field.starts_with("rate"))
            m_limitField->setError(failed.field == "rate" ? tr("More than you may give") : tr("This is not accepted"));
        else if (failed.field == "expires_in")
            m_endField->setError(tr("Longer than the settings allow"));
        else if (failed.field == "public_key") {
            m_publicKey->refuse();
            showPublicKeyField();
        } else if (failed.field == "owner" && m_owner)
            m_owner->setError(tr("The owner is gone"));
        else if (failed.field.starts_with("scopes")) {
            m_scopesError->setText(tr("The owner does not hold all of these now"));
            m_scopesError->show();
        } else
            placed = false;
    }
    if (placed)
        return;
    m_failure->showError(error);
}

} // namespace sallyport::ui
