#include "ui/roles/member_dialog.h"

#include "backend/identity/core/email_address.h"
#include "ui/console/console.h"
#include "ui/look/retranslate.h"
#include "ui/parts/whole_edit.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field.h"
#include "ui/words/relative_time.h"
#include "ui/words/role_text.h"
#include "ui/words/user_text.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

MemberDialog::MemberDialog(Console& console, access::Role role, std::optional<identity::User> member, QWidget* parent)
    : DialogFrame(u"member"_s, parent, 520), m_console(console), m_role(std::move(role)), m_member(std::move(member)),
      m_user(new QLineEdit(this)), m_end(new QComboBox(this)), m_then(new WholeEdit<QDateTimeEdit>(this)),
      m_failure(new Banner(u"member.failure"_s, this)), m_take(makeButton(ButtonKind::Danger, u"member.take"_s, this)),
      m_cancel(makeButton(ButtonKind::Secondary, u"member.cancel"_s, this)),
      m_save(makeButton(ButtonKind::Primary, u"member.save"_s, this))
{
    m_user->setObjectName(u"member.user"_s);
    m_end->setObjectName(u"member.end"_s);
    m_then->setObjectName(u"member.then"_s);
    m_then->setCalendarPopup(true);
    m_then->setDateTime(localTime(now() + std::chrono::days(7)));
    m_userField = new Field(m_user, this);
    m_endField = new Field(m_end, this);
    m_thenField = new Field(m_then, this);
    m_failure->setTone(Tone::Danger, Icon::Error);
    m_failure->hide();
    for (QWidget* part : std::initializer_list<QWidget*>{m_failure, m_userField, m_endField, m_thenField})
        body()->addWidget(part);
    addLeadingButton(m_take);
    addButton(m_cancel);
    addButton(m_save);
    m_take->setVisible(m_member.has_value());
    m_userField->setVisible(!m_member);
    for (int choice = 0; choice < 5; ++choice)
        m_end->addItem({});
    if (m_member) {
        const auto held = std::ranges::find(m_member->assignments, m_role.name, &identity::RoleAssignment::role);
        if (held != m_member->assignments.end() && held->until) {
            m_then->setDateTime(localTime(*held->until));
            m_end->setCurrentIndex(static_cast<int>(End::Then));
        }
    }
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &MemberDialog::submit);
    connect(m_take, &QPushButton::clicked, this, &MemberDialog::take);
    connect(m_user, &QLineEdit::textEdited, this, [this] {
        m_userField->setError({});
        updateState();
    });
    connect(m_end, &QComboBox::currentIndexChanged, this, &MemberDialog::updateState);
    connect(m_then, &QDateTimeEdit::dateTimeChanged, this, [this] { m_thenField->setError({}); });
    onRetranslate(this, [this] { setTexts(); });
    updateState();
}

UtcTime MemberDialog::now() const
{
    return m_console.clock() ? m_console.clock()->now() : UtcTime{};
}

void MemberDialog::setTexts()
{
    setTitle(m_member ? tr("%1 as %2").arg(text(m_member->name), roleName(m_role))
                      : tr("Add a member to %1").arg(roleName(m_role)));
    m_userField->setLabel(tr("User"));
    m_user->setPlaceholderText(tr("E-mail address"));
    m_endField->setLabel(tr("Ends"));
    m_endField->setHint(
        tr("From then on the role allows nothing, in running sessions, too. The member is told a week and a day before."));
    const QStringList ends{tr("Never"), tr("In a day"), tr("In a week"), tr("In 30 days"), tr("At a time")};
    for (int choice = 0; choice < ends.size(); ++choice)
        m_end->setItemText(choice, ends[choice]);
    m_thenField->setLabel(tr("Date and time (%1)").arg(shownZoneName()));
    m_then->setDisplayFormat(shortDateFormat() + u" HH:mm"_s);
    m_take->setText(tr("Take role"));
    m_cancel->setText(tr("Cancel"));
    m_save->setText(m_member ? tr("Change") : tr("Add member"));
}

void MemberDialog::updateState()
{
    m_thenField->setVisible(m_end->currentIndex() == static_cast<int>(End::Then));
    const bool complete = m_member || !m_user->text().trimmed().isEmpty();
    enableOr(m_save, isButtonBusy(m_save) ? waitReason() : complete ? QString() : incompleteReason());
}

std::optional<UtcTime> MemberDialog::until() const
{
    switch (static_cast<End>(m_end->currentIndex())) {
    case End::Never: return std::nullopt;
    case End::Day: return now() + std::chrono::days(1);
    case End::Week: return now() + std::chrono::days(7);
    case End::Month: return now() + std::chrono::days(30);
    case End::Then: break;
    }
    // What is shown is the clock of the vault's zone.
    const QDate date = m_then->date();
    const UtcTime day = startOfDay(date);
    return day + std::chrono::milliseconds(m_then->time().msecsSinceStartOfDay());
}

void MemberDialog::submit()
{
    m_failure->hide();
    setButtonBusy(m_save, true);
    const identity::WantedRole wanted{m_role.name, until()};
    const std::optional<UserId> known = m_member ? std::optional(m_member->id) : std::nullopt;
    m_console.run(
        this,
        [known, wanted, email = m_user->text().trimmed().toStdString()](Services& services,
                                                                        const access::Actor& actor) -> Result<bool> {
            if (known)
                return services.users.changeRole(actor, *known, wanted, identity::RoleChange::Give);
            identity::UserQuery query;
            query.text = email;
            query.sort = identity::UserQuery::Sort::Email;
            query.limit = 200;
            SALLYPORT_ASSIGN(const auto page, services.users.list(actor, query));
            for (const auto& user : page.users)
                if (identity::isSameEmail(user.email, email))
                    return services.users.changeRole(actor, user.id, wanted, identity::RoleChange::Give);
            Error error(ErrorCode::ValidationFailed, "no such user");
            error.fields.push_back({"user", "There is no such user.", "exists"});
            return error;
        },
        [this](const Result<bool>& given) {
            setButtonBusy(m_save, false);
            updateState();
            if (!given)
                return showFailure(given.error());
            accept();
            Q_EMIT saved();
        });
}

void MemberDialog::take()
{
    m_failure->hide();
    setButtonBusy(m_take, true);
    m_console.run(
        this,
        [id = m_member->id, role = m_role.name](Services& services, const access::Actor& actor) {
            return services.users.changeRole(actor, id, role, identity::RoleChange::Take);
        },
        [this](const Result<bool>& taken) {
            setButtonBusy(m_take, false);
            if (!taken)
                return showFailure(taken.error());
            accept();
            Q_EMIT saved();
        });
}

void MemberDialog::showFailure(const Error& error)
{
    for (const FieldError& field : error.fields) {
        if (field.field == "user")
            return m_userField->setError(tr("Nobody has this e-mail address here"));
        if (field.rule == "future")
            return m_thenField->setError(tr("Must lie ahead"));
    }
    if (error.word == "last_role") {
        m_failure->setTitle(tr("This is the only role"));
        m_failure->setText(tr("Give another one first, or disable the user."));
        return m_failure->show();
    }
    if (error.word == "last_administrator") {
        m_failure->setTitle(tr("The last administrator stays"));
        m_failure->setText(tr("One active administrator keeps a role without an end, so that the vault stays yours."));
        return m_failure->show();
    }
    m_failure->showError(error);
}

} // namespace sallyport::ui
