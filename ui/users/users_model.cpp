#include "ui/users/users_model.h"

#include "ui/console/console.h"
#include "ui/parts/mark_cell.h"
#include "ui/words/relative_time.h"

#include <array>

namespace sallyport::ui {

using identity::User;
using identity::UserQuery;

namespace {

std::optional<UserQuery::Sort> sortOf(int column)
{
    switch (column) {
    case UsersModel::Name: return UserQuery::Sort::Name;
    case UsersModel::Email: return UserQuery::Sort::Email;
    case UsersModel::Department: return UserQuery::Sort::Department;
    case UsersModel::Mfa: return UserQuery::Sort::Mfa;
    case UsersModel::State: return UserQuery::Sort::Status;
    case UsersModel::LastSignIn: return UserQuery::Sort::LastSignIn;
    default: return {};
    }
}

QVariant tone(Tone value)
{
    return static_cast<int>(value);
}

} // namespace

UsersModel::UsersModel(Console& console, QObject* parent) : QueryModel(console, parent)
{
    askWith([](Services& services, const access::Actor& actor, const UserQuery& query) -> Page {
        SALLYPORT_ASSIGN(auto page, services.users.list(actor, query));
        return RowsPage<User>{std::move(page.users), static_cast<int>(page.total)};
    });
}

int UsersModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant UsersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return tr("Name");
    case Email: return tr("E-mail");
    case Department: return tr("Department");
    case Roles: return tr("Roles");
    case Mfa: return tr("MFA");
    case State: return tr("State");
    case LastSignIn: return tr("Last sign-in");
    default: return {};
    }
}

QList<Column> UsersModel::columns()
{
    // Widths and shares of the picture, with the pane open (680 px) and closed (1,032 px); the e-mail goes first.
    QList<Column> list(ColumnCount);
    list[Name] = {QStringLiteral("name"), 184, 0, 4};
    list[Email] = {QStringLiteral("email"), 204, 6, 8};
    list[Department] = {QStringLiteral("department"), 104, 5, 7};
    list[Roles] = {QStringLiteral("roles"), 108, 4, 10};
    list[Mfa] = {QStringLiteral("mfa"), 96, 2, 6};
    list[State] = {QStringLiteral("state"), 96, 1, 6};
    list[State].words = userStateWords;
    list[Mfa].words = userMfaWords;
    list[LastSignIn] = {QStringLiteral("last_sign_in"), 92, 3, 4};
    list[Roles].sortable = false;
    list[LastSignIn].trailing = true;
    list[LastSignIn].words = relativeTimeWords;
    return list;
}

void UsersModel::sort(int column, Qt::SortOrder order)
{
    sortBy(sortOf(column), order);
}

bool UsersModel::same(const UserQuery& a, const UserQuery& b) const
{
    return a.text == b.text && a.role == b.role && a.status == b.status && a.lockedOnly == b.lockedOnly && a.mfa == b.mfa &&
           a.inactiveDays == b.inactiveDays && a.sort == b.sort && a.descending == b.descending;
}

QVariant UsersModel::cell(const User& user, int column, int role) const
{
    if (role == RowIdRole)
        return text(user.id.text());
    switch (column) {
    case Name:
        if (role == CellAvatarRole)
            return text(user.name);
        if (role == CellStrongRole)
            return true;
        break;
    case Mfa: return markCell(userMfa(user), role);
    case State: return markCell(userState(user, now()), role);
    default: break;
    }
    if (role == CellToneRole && (column == Email || column == LastSignIn))
        return tone(Tone::Muted);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::ToolTipRole)
        return {};
    switch (column) {
    case Name: return text(user.name);
    case Email: return text(user.email);
    case Department: return text(user.department);
    case Roles: return rolesText(user.roles);
    case LastSignIn: return whenText(user.lastSignInAt, now());
    default: return {};
    }
}

} // namespace sallyport::ui
