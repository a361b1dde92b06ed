#include "ui/parts/owner_field.h"

#include "backend/base/limits.h"
#include "backend/identity/core/email_address.h"
#include "backend/identity/core/limits.h"
#include "ui/console/console.h"
#include "ui/look/retranslate.h"
#include "ui/widgets/field.h"
#include "ui/words/user_text.h"

#include <QComboBox>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto typingPause = 300ms;
/// As many as one list answers; the window's own list of accounts finds the others.
constexpr std::uint32_t accountsShown = limits::pageRows;
const QString anotherUser = u"user"_s;

} // namespace

OwnerField::OwnerField(Console& console, QWidget* parent)
    : QWidget(parent), m_console(console), m_choice(new QComboBox(this)), m_choiceField(new Field(m_choice, this)),
      m_email(new QLineEdit(this)), m_emailField(new Field(m_email, this))
{
    m_choice->setObjectName(u"key.owner"_s);
    m_email->setObjectName(u"key.owner_email"_s);
    m_email->setMaxLength(identity::emailLimit);
    m_choiceField->setObjectName(u"key.owner_field"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_choiceField);
    column->addWidget(m_emailField);
    m_emailField->hide();
    m_wait.setSingleShot(true);
    m_wait.setInterval(typingPause);
    connect(&m_wait, &QTimer::timeout, this, &OwnerField::lookUpUser);
    connect(m_choice, &QComboBox::currentIndexChanged, this, &OwnerField::takeChoice);
    connect(m_email, &QLineEdit::textEdited, this, [this] {
        m_emailField->setError({});
        setOwner(std::nullopt, {});
        m_wait.start();
    });
    show({});
    onRetranslate(this, [this] { setTexts(); });
    load();
}

void OwnerField::setTexts()
{
    m_choiceField->setLabel(tr("Owner"));
    m_emailField->setLabel(tr("E-mail of the user"));
    m_choiceField->setHint(tr("The key can do what its scopes and its owner’s roles allow."));
    show(m_accounts);
}

void OwnerField::load()
{
    if (!m_console.may(access::Permission::KeysCreate) || !m_console.may(access::Permission::ServiceAccountsRead))
        return;
    m_console.run(
        this,
        [](Services& services, const access::Actor& actor) {
            identity::ServiceAccountQuery query;
            query.limit = accountsShown;
            return services.serviceAccounts.list(actor, query);
        },
        [this](const Result<identity::ServiceAccountPage>& page) {
            if (!page)
                return Q_EMIT failed(page.error());
            show(page->accounts);
        });
}

void OwnerField::show(const std::vector<identity::ServiceAccount>& accounts)
{
    const QVariant kept = m_wanted.empty() ? m_choice->currentData() : QVariant(text(m_wanted.text()));
    {
        const QSignalBlocker quiet(m_choice);
        m_accounts = accounts;
        m_choice->clear();
        m_choice->addItem(tr("%1 (you)").arg(text(m_console.actor().name)), QString());
        for (const auto& account : m_accounts)
            m_choice->addItem(icon(Icon::Bot, Token::TextMuted), text(account.name), text(account.id.text()));
        if (m_console.may(access::Permission::KeysCreate) && m_console.may(access::Permission::UsersRead))
            m_choice->addItem(tr("Another user…"), anotherUser);
        const int at = m_choice->findData(kept);
        m_choice->setCurrentIndex(std::max(0, at));
        if (at > 0)
            m_wanted = UserId();
    }
    takeChoice();
}

void OwnerField::choose(const UserId& account)
{
    m_wanted = account;
    show(m_accounts);
}

void OwnerField::takeChoice()
{
    const QString id = m_choice->currentData().toString();
    const bool another = id == anotherUser;
    m_emailField->setVisible(another);
    setError({});
    if (another) {
        m_email->setFocus();
        return lookUpUser();
    }
    const auto account = std::ranges::find_if(m_accounts, [&](const auto& each) { return text(each.id.text()) == id; });
    if (account != m_accounts.end())
        return setOwner(account->id, account->roles);
    m_owner = m_console.actor().id;
    Q_EMIT ownerChanged(m_console.actor().permissions);
}

void OwnerField::lookUpUser()
{
    setOwner(std::nullopt, {});
    const auto email = m_email->text().trimmed().toStdString();
    if (email.empty())
        return;
    m_console.run(
        this,
        [email](Services& services, const access::Actor& actor) -> Result<std::optional<identity::User>> {
            identity::UserQuery query;
            query.text = email;
            query.sort = identity::UserQuery::Sort::Email;
            query.limit = accountsShown;
            SALLYPORT_ASSIGN(const identity::UserPage page, services.users.list(actor, query));
            const auto found = std::ranges::find_if(
                page.users, [&](const identity::User& user) { return identity::isSameEmail(user.email, email); });
            return found == page.users.end() ? std::nullopt : std::optional(*found);
        },
        [this, email](const Result<std::optional<identity::User>>& user) {
            if (m_email->text().trimmed().toStdString() != email)
                return;
            if (!user)
                return Q_EMIT failed(user.error());
            if (!*user)
                return m_emailField->setError(tr("No user has this address"));
            m_emailField->setHint(text((*user)->name));
            setOwner((*user)->id, (*user)->roles);
        });
}

void OwnerField::setOwner(std::optional<UserId> owner, const std::vector<std::string>& roles)
{
    m_owner = owner;
    if (!owner)
        return Q_EMIT ownerChanged({});
    m_console.run(
        this,
        [roles](Services& services, const access::Actor& actor) -> Result<access::PermissionSet> {
            access::PermissionSet offered = services.roles.permissionsOf(roles);
            offered.restrictTo(actor.permissions);
            return offered;
        },
        [this, owner](const Result<access::PermissionSet>& offered) {
            if (m_owner != owner)
                return;
            if (!offered)
                return Q_EMIT failed(offered.error());
            Q_EMIT ownerChanged(*offered);
        });
}

void OwnerField::setError(const QString& error)
{
    m_choiceField->setError(error);
}

} // namespace sallyport::ui
