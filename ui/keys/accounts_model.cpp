#include "ui/keys/accounts_model.h"

#include "ui/console/console.h"
#include "ui/parts/mark_cell.h"
#include "ui/words/account_text.h"
#include "ui/words/key_text.h"

#include <QLocale>

namespace sallyport::ui {

using identity::ServiceAccount;
using identity::ServiceAccountQuery;

AccountsModel::AccountsModel(Console& console, QObject* parent) : VirtualTableModel(parent), m_console(console)
{
    setLoader([this](int offset, int limit, Done done) {
        auto query = m_query;
        query.offset = static_cast<std::uint64_t>(offset);
        query.limit = static_cast<std::uint32_t>(limit);
        m_console.run(
            this,
            [query](Services& services, const access::Actor& actor) -> Result<RowsPage<ServiceAccount>> {
                SALLYPORT_ASSIGN(auto page, services.serviceAccounts.list(actor, query));
                return RowsPage<ServiceAccount>{std::move(page.accounts), static_cast<int>(page.total)};
            },
            std::move(done));
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
    for (const int column : {Description, Roles, Keys, LastUsed, Added, State})
        list[column].sortable = false;
    list[Keys].trailing = list[LastUsed].trailing = true;
    return list;
}

void AccountsModel::change(const std::function<void(ServiceAccountQuery&)>& edit)
{
    auto next = m_query;
    edit(next);
    if (next.text == m_query.text && next.descending == m_query.descending)
        return;
    m_query = std::move(next);
    reload();
}

std::optional<int> AccountsModel::findRow(const UserId& id) const
{
    for (int row = 0; row < rowCount(); ++row)
        if (const auto* account = rowAt(row); account && account->id == id)
            return row;
    return {};
}

QVariant AccountsModel::cell(const ServiceAccount& account, int column, int role) const
{
    const auto* clock = m_console.clock();
    const UtcTime now = clock ? clock->now() : UtcTime{};
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
    case LastUsed: return whenText(account.lastUsedAt, now);
    case Added: return dayText(account.createdAt);
    default: return {};
    }
}

} // namespace sallyport::ui
