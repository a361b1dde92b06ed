#include "ui/sessions/sessions_model.h"

#include "ui/console/console.h"
#include "ui/parts/mark_cell.h"
#include "ui/words/program_text.h"
#include "ui/words/relative_time.h"

#include <optional>

namespace sallyport::ui {

using identity::Session;
using identity::SessionQuery;

namespace {

std::optional<SessionQuery::Sort> sortOf(int column)
{
    switch (column) {
    case SessionsModel::User: return SessionQuery::Sort::User;
    case SessionsModel::SignedIn: return SessionQuery::Sort::Created;
    case SessionsModel::LastUsed: return SessionQuery::Sort::LastUsed;
    case SessionsModel::Expires: return SessionQuery::Sort::Expires;
    default: return {};
    }
}

UtcTime timeIn(const Session& session, int column)
{
    if (column == SessionsModel::SignedIn)
        return session.createdAt;
    return column == SessionsModel::LastUsed ? session.lastUsedAt : session.expiresAt;
}

Mark mfaMark(const Session& session)
{
    return session.mfa ? Mark{SessionsModel::tr("Shown"), Icon::ShieldCheck}
                       : Mark{SessionsModel::tr("Not shown"), Icon::ShieldOff, Tone::Muted};
}

QStringList mfaWords()
{
    Session with, without;
    with.mfa = true;
    return {mfaMark(with).text, mfaMark(without).text};
}

} // namespace

SessionsModel::SessionsModel(Console& console, QObject* parent) : QueryModel(console, parent)
{
    askWith([](Services& services, const access::Actor& actor, const SessionQuery& query) -> Page {
        SALLYPORT_ASSIGN(auto page, services.sessions.listAll(actor, query));
        return RowsPage<Session>{std::move(page.sessions), static_cast<int>(page.total)};
    });
}

int SessionsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SessionsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case User: return tr("User");
    case Program: return tr("Program");
    case Address: return tr("Address");
    case Mfa: return tr("MFA");
    case SignedIn: return tr("Signed in");
    case LastUsed: return tr("Last used");
    case Expires: return tr("Ends");
    default: return {};
    }
}

QList<Column> SessionsModel::columns()
{
    QList<Column> list(ColumnCount);
    list[User] = {QStringLiteral("user"), 184, 0, 6};
    list[Program] = {QStringLiteral("program"), 180, 3, 8};
    list[Address] = {QStringLiteral("address"), 140, 1, 4};
    list[Mfa] = {QStringLiteral("mfa"), 104, 4, 2};
    list[SignedIn] = {QStringLiteral("signed_in"), 116, 5, 3};
    list[LastUsed] = {QStringLiteral("last_used"), 116, 0, 3};
    list[Expires] = {QStringLiteral("expires"), 116, 6, 3};
    for (const int column : {Program, Address, Mfa})
        list[column].sortable = false;
    for (const int column : {SignedIn, LastUsed, Expires}) {
        list[column].trailing = true;
        list[column].words = relativeTimeWords;
    }
    list[Mfa].words = mfaWords;
    return list;
}

void SessionsModel::sort(int column, Qt::SortOrder order)
{
    sortBy(sortOf(column), order);
}

bool SessionsModel::same(const SessionQuery& a, const SessionQuery& b) const
{
    return a.text == b.text && a.sort == b.sort && a.descending == b.descending;
}

QVariant SessionsModel::cell(const Session& session, int column, int role) const
{
    if (role == RowIdRole)
        return text(session.id.text());
    if (column == Mfa)
        return markCell(mfaMark(session), role);
    const bool isTime = column == SignedIn || column == LastUsed || column == Expires;
    switch (role) {
    case CellAvatarRole: return column == User ? QVariant(text(session.userName)) : QVariant();
    case CellStrongRole: return column == User;
    case CellMonoRole: return column == Address;
    case CellSecondaryRole: return column == User && session.current ? QVariant(tr("This window")) : QVariant();
    case CellToneRole: return isTime || column == Address ? QVariant(static_cast<int>(Tone::Muted)) : QVariant();
    case Qt::ToolTipRole:
        if (column == User)
            return text(session.userEmail);
        if (column == Program)
            return text(session.userAgent);
        return isTime ? QVariant(zonedTime(timeIn(session, column))) : QVariant();
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: break;
    default: return {};
    }
    switch (column) {
    case User: return text(session.userName);
    case Program: return session.console ? tr("Console") : programText(text(session.userAgent));
    case Address: return session.console ? tr("This computer") : text(session.address);
    default: break;
    }
    return whenText(timeIn(session, column), now());
}

} // namespace sallyport::ui
