#include "ui/coverage/coverage_model.h"

#include "backend/identity/core/mfa_rule.h"
#include "backend/identity/factors/mfa_coverage.h"
#include "ui/console/console.h"
#include "ui/parts/mark_cell.h"
#include "ui/words/relative_time.h"
#include "ui/words/user_text.h"

namespace sallyport::ui {

using identity::UserQuery;

namespace {

std::optional<UserQuery::Sort> sortOf(int column)
{
    switch (column) {
    case CoverageModel::User: return UserQuery::Sort::Name;
    case CoverageModel::Status: return UserQuery::Sort::Status;
    case CoverageModel::LastSignIn: return UserQuery::Sort::LastSignIn;
    default: return {};
    }
}

Mark deadlineMark(const identity::User& user, const settings::Values& values, UtcTime now)
{
    if (user.mfaEnabled)
        return {CoverageModel::tr("Set up"), Icon::ShieldCheck};
    const auto deadline = identity::mfaDeadlineOf(user, values);
    if (!deadline)
        return {CoverageModel::tr("Not required"), Icon::Dash, Tone::Muted};
    if (now >= *deadline)
        return {CoverageModel::tr("Overdue since %1").arg(dayText(*deadline)), Icon::Error, Tone::Danger, Tone::Danger};
    return {CoverageModel::tr("By %1").arg(dayText(*deadline)), Icon::Hourglass, Tone::Warning};
}

QStringList deadlineWords()
{
    QStringList words{CoverageModel::tr("Set up"), CoverageModel::tr("Not required")};
    const QStringList dates = dateWords();
    for (const QString& date : dates)
        words << CoverageModel::tr("Overdue since %1").arg(date) << CoverageModel::tr("By %1").arg(date);
    return words;
}

} // namespace

CoverageModel::CoverageModel(Console& console, QObject* parent) : QueryModel(console, parent)
{
    m_query.mfa = UserQuery::Mfa::Off;
    m_query.status = identity::UserStatus::Active; // whom the figures above the list count
    askWith([](Services& services, const access::Actor& actor, const UserQuery& query) -> Page {
        SALLYPORT_ASSIGN(auto page, services.users.list(actor, query));
        return RowsPage<identity::User>{std::move(page.users), static_cast<int>(page.total)};
    });
}

int CoverageModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CoverageModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case User: return tr("User");
    case Roles: return tr("Roles");
    case Deadline: return tr("Second factor");
    case Codes: return tr("Codes left");
    case Status: return tr("Status");
    case LastSignIn: return tr("Last sign-in");
    default: return {};
    }
}

QList<Column> CoverageModel::columns()
{
    QList<Column> list(ColumnCount);
    list[User] = {QStringLiteral("user"), 200, 0, 6};
    list[Roles] = {QStringLiteral("roles"), 150, 2, 4};
    list[Deadline] = {QStringLiteral("deadline"), 208, 0, 5};
    list[Codes] = {QStringLiteral("codes"), 92, 4, 2};
    list[Status] = {QStringLiteral("status"), 104, 3, 2};
    list[LastSignIn] = {QStringLiteral("last_sign_in"), 116, 1, 3};
    for (const int column : {Roles, Deadline, Codes})
        list[column].sortable = false;
    for (const int column : {Codes, LastSignIn})
        list[column].trailing = true;
    list[Deadline].words = deadlineWords;
    list[Status].words = userStateWords;
    list[LastSignIn].words = relativeTimeWords;
    return list;
}

void CoverageModel::sort(int column, Qt::SortOrder order)
{
    sortBy(sortOf(column), order);
}

bool CoverageModel::same(const UserQuery& a, const UserQuery& b) const
{
    return a.text == b.text && a.role == b.role && a.mfa == b.mfa && a.sort == b.sort && a.descending == b.descending;
}

QVariant CoverageModel::cell(const identity::User& user, int column, int role) const
{
    if (role == RowIdRole)
        return text(user.id.text());
    if (column == Deadline)
        return markCell(deadlineMark(user, *m_console.settings(), now()), role);
    if (column == Status)
        return markCell(userState(user, now()), role);
    switch (role) {
    case CellAvatarRole: return column == User ? QVariant(text(user.name)) : QVariant();
    case CellStrongRole: return column == User;
    case CellToneRole: {
        const bool few = column == Codes && user.mfaEnabled && user.recoveryCodesLeft < identity::fewRecoveryCodes;
        return few              ? QVariant(static_cast<int>(Tone::Warning))
               : column == User ? QVariant()
                                : QVariant(static_cast<int>(Tone::Muted));
    }
    case Qt::ToolTipRole:
        if (column == User)
            return text(user.email);
        return column == LastSignIn && user.lastSignInAt ? QVariant(zonedTime(*user.lastSignInAt)) : QVariant();
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: break;
    default: return {};
    }
    switch (column) {
    case User: return text(user.name);
    case Roles: return rolesText(user.roles);
    case Codes: return user.mfaEnabled ? tr("%L1").arg(user.recoveryCodesLeft) : QString();
    default: return whenText(user.lastSignInAt, now());
    }
}

} // namespace sallyport::ui
