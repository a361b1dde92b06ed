#include "ui/keys/keys_model.h"

#include "ui/console/console.h"
#include "ui/parts/mark_cell.h"
#include "ui/words/key_text.h"
#include "ui/words/relative_time.h"

#include <QLocale>

#include <array>

namespace sallyport::ui {

using identity::ApiKey;
using identity::ApiKeyQuery;

namespace {

constexpr std::array<ApiKeyQuery::Sort, KeysModel::ColumnCount> sorts{
    ApiKeyQuery::Sort::Name,   ApiKeyQuery::Sort::Owner,   ApiKeyQuery::Sort::Name,
    ApiKeyQuery::Sort::Scopes, ApiKeyQuery::Sort::Rate,    ApiKeyQuery::Sort::LastUsed,
    ApiKeyQuery::Sort::Uses,   ApiKeyQuery::Sort::Expires, ApiKeyQuery::Sort::State};

QVariant tone(Tone value)
{
    return static_cast<int>(value);
}

} // namespace

KeysModel::KeysModel(Console& console, QObject* parent) : QueryModel(console, parent)
{
    setLoader([this](int offset, int limit, Done done) {
        m_console.run(
            this,
            [query = pageOf(offset, limit)](Services& services, const access::Actor& actor) {
                return services.apiKeys.list(actor, query);
            },
            [this, done = std::move(done)](Result<identity::ApiKeyPage> page) {
                if (!page)
                    return done(page.error());
                m_statistics = page->statistics;
                Q_EMIT statisticsChanged();
                done(RowsPage<ApiKey>{std::move(page->keys), static_cast<int>(page->total)});
            });
    });
}

int KeysModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant KeysModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return tr("Name");
    case Owner: return tr("Owner");
    case Prefix: return tr("Prefix");
    case Scopes: return tr("Scopes");
    case Limit: return tr("Limit");
    case LastUsed: return tr("Last used");
    case Uses: return tr("Uses");
    case Expires: return tr("Expires");
    case State: return tr("State");
    default: return {};
    }
}

QList<Column> KeysModel::columns()
{
    // Widths of the picture at 1,280 px; with the pane open the numbers go first.
    QList<Column> list(ColumnCount);
    list[Name] = {QStringLiteral("name"), 130, 0, 5};
    list[Owner] = {QStringLiteral("owner"), 144, 2, 4};
    list[Prefix] = {QStringLiteral("prefix"), 104, 7, 1};
    list[Scopes] = {QStringLiteral("scopes"), 152, 6, 6};
    list[Limit] = {QStringLiteral("limit"), 72, 8, 1};
    list[LastUsed] = {QStringLiteral("last_used"), 100, 3, 1};
    list[Uses] = {QStringLiteral("uses"), 84, 5, 1};
    list[Expires] = {QStringLiteral("expires"), 114, 4, 2};
    list[State] = {QStringLiteral("state"), 132, 1, 2};
    list[State].words = keyStateWords;
    list[LastUsed].words = relativeTimeWords;
    list[Expires].words = relativeTimeWords;
    list[Prefix].sortable = false;
    for (const int column : {Limit, LastUsed, Uses})
        list[column].trailing = true;
    return list;
}

void KeysModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= ColumnCount)
        return;
    change([&](ApiKeyQuery& query) {
        query.sort = sorts.at(static_cast<std::size_t>(column));
        query.descending = order == Qt::DescendingOrder;
    });
}

bool KeysModel::same(const ApiKeyQuery& a, const ApiKeyQuery& b) const
{
    return a.text == b.text && a.owner == b.owner && a.filter == b.filter && a.sort == b.sort && a.descending == b.descending;
}

QVariant KeysModel::cell(const ApiKey& key, int column, int role) const
{
    if (role == RowIdRole)
        return text(key.id.text());
    if (column == State)
        return markCell(keyState(key, now()), role);
    if (column == Expires)
        return role == Qt::ToolTipRole ? exactText(key.expiresAt) : markCell(keyExpiry(key, now()), role);
    if (column == Name && role == CellStrongRole)
        return true;
    if (column == Owner && role == CellIconRole)
        return static_cast<int>(key.owner.service ? Icon::Bot : Icon::User);
    if (column == Prefix && role == CellMonoRole)
        return true;
    if (role == CellToneRole && (column == Prefix || column == LastUsed))
        return tone(Tone::Muted);
    if (role == Qt::ToolTipRole && column == Scopes)
        return scopeTitles(key.scopes).join(u'\n');
    if (role == Qt::ToolTipRole && column == LastUsed)
        return exactText(key.lastUsedAt);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::ToolTipRole)
        return {};
    switch (column) {
    case Name: return text(key.name);
    case Owner: return text(key.owner.name);
    case Prefix: return text(key.prefix);
    case Scopes: return scopesText(key.scopes);
    case Limit: return keyRateText(key.rate);
    case LastUsed: return whenText(key.lastUsedAt, now());
    case Uses: return QLocale().toString(static_cast<qlonglong>(key.useCount));
    default: return {};
    }
}

} // namespace sallyport::ui
