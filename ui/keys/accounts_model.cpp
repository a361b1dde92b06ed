#include "ui/keys/accounts_model.h"

#include "ui/console/console.h"
#include "ui/parts/mark_cell.h"
#include "ui/words/account_text.h"
#include "ui/words/key_text.h"
#include "ui/words/relative_time.h"

#include <QLocale>

namespace sallyport::ui {

using identity::ServiceAccount;
using identity::ServiceAccountQuery;

AccountsModel::AccountsModel(Console& console, QObject* parent) : QueryModel(console, parent)
{
    askWith([](Services& services, const access::Actor& actor, const ServiceAccountQuery& query) -> Page {
        SALLYPORT_ASSIGN(auto page, services.serviceAccounts.list(actor, query));
        return RowsPage<ServiceAccount>{std::move(page.accounts), static_cast<int>(page.total)};
    });
}

int AccountsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant AccountsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return tr("Name");
    case Description: return tr("What it does");
    case Roles: return tr("Roles");
    case Keys: return tr("Keys");
    case LastUsed: return tr("Last used");
    case Added: return tr("Added");
    case State: return tr("State");
    default: return {};
    }
}

QList<Column> AccountsModel::columns()
{
    QList<Column> list(ColumnCount);
    list[Name] = {QStringLiteral("name"), 184, 0, 4};
    list[Description] = {QStringLiteral("description"), 300, 6, 8};
    list[Roles] = {QStringLiteral("roles"), 128, 2, 3};
    list[Keys] = {QStringLiteral("keys"), 64, 3, 1};
    list[LastUsed] = {QStringLiteral("last_used"), 112, 4, 1};
    list[Added] = {QStringLiteral("added"), 112, 5, 1};
    list[State] = {QStringLiteral("state"), 104, 1, 1};
    list[State].words = accountStateWords;
    list[LastUsed].words = relativeTimeWords;
    list[Added].words = dateWords;
    for (const int column : {Description, Roles, Keys, LastUsed, Added, State})
        list[column].sortable = false;
    list[Keys].trailing = list[LastUsed].trailing = true;
    return list;
}

void AccountsModel::sort(int column, Qt::SortOrder order)
{
    if (column == Name)
        change([&](ServiceAccountQuery& query) { query.descending = order == Qt::DescendingOrder; });
}

bool AccountsModel::same(const ServiceAccountQuery& a, const ServiceAccountQuery& b) const
{
    return a.text == b.text && a.descending == b.descending;
}

QVariant AccountsModel::cell(const ServiceAccount& account, int column, int role) const
{
    if (role == RowIdRole)
        return text(account.id.text());
    if (column == Name && role == CellIconRole)
        return static_cast<int>(Icon::Bot);
    if (column == Name && role == CellStrongRole)
        return true;
    if (column == State)
        return markCell(accountState(account), role);
    if (role == CellToneRole && (column == LastUsed || column == Added || column == Description))
        return static_cast<int>(Tone::Muted);
    if (role == Qt::ToolTipRole && column == LastUsed)
        return exactText(account.lastUsedAt);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::ToolTipRole)
        return {};
    switch (column) {
    case Name: return text(account.name);
    case Description: return text(account.description);
    case Roles: return rolesText(account.roles);
    case Keys: return QLocale().toString(static_cast<qlonglong>(account.keys));
    case LastUsed: return whenText(account.lastUsedAt, now());
    case Added: return dayText(account.createdAt);
    default: return {};
    }
}

} // namespace sallyport::ui
