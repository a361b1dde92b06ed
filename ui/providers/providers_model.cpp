#include "ui/providers/providers_model.h"

#include "ui/console/console.h"
#include "ui/parts/mark_cell.h"
#include "ui/words/provider_text.h"
#include "ui/words/relative_time.h"

#include <QLocale>

#include <algorithm>

namespace sallyport::ui {

using identity::IdentityProvider;

ProvidersModel::ProvidersModel(Console& console, QObject* parent) : VirtualTableModel(parent), m_console(console)
{
    setLoader([this](int offset, int limit, Done done) {
        m_console.run(
            this,
            [offset, limit, filter = m_filter](Services& services,
                                               const access::Actor& actor) -> Result<RowsPage<IdentityProvider>> {
                SALLYPORT_ASSIGN(auto all, services.identityProviders.list(actor, filter));
                const auto total = static_cast<int>(all.size());
                const int from = std::min(offset, total), to = std::min(total, from + limit);
                RowsPage<IdentityProvider> page{{}, total};
                for (int i = from; i < to; ++i)
                    page.rows.push_back(std::move(all[static_cast<std::size_t>(i)]));
                return page;
            },
            std::move(done));
    });
}

int ProvidersModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ProvidersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Title: return tr("Provider");
    case Issuer: return tr("Issuer");
    case FirstLogin: return tr("First sign-in");
    case Links: return tr("Linked users");
    case LastUsed: return tr("Last used");
    case State: return tr("State");
    default: return {};
    }
}

QList<Column> ProvidersModel::columns()
{
    QList<Column> list(ColumnCount);
    list[Title] = {QStringLiteral("title"), 160, 0, 3};
    list[Issuer] = {QStringLiteral("issuer"), 280, 4, 6};
    list[FirstLogin] = {QStringLiteral("first_login"), 216, 5, 4};
    list[Links] = {QStringLiteral("links"), 96, 2, 1};
    list[LastUsed] = {QStringLiteral("last_used"), 112, 3, 1};
    list[State] = {QStringLiteral("state"), 104, 1, 1};
    list[State].words = providerStateWords;
    list[LastUsed].words = relativeTimeWords;
    list[FirstLogin].words = firstLoginWords;
    for (auto& column : list)
        column.sortable = false;
    list[Links].trailing = list[LastUsed].trailing = true;
    return list;
}

void ProvidersModel::setFilter(const std::string& text)
{
    if (text == m_filter)
        return;
    m_filter = text;
    reload();
}

QVariant ProvidersModel::cell(const IdentityProvider& provider, int column, int role) const
{
    const auto* clock = m_console.clock();
    const UtcTime now = clock ? clock->now() : UtcTime{};
    if (role == RowIdRole)
        return text(provider.id.text());
    if (column == Title && role == CellIconRole)
        return static_cast<int>(Icon::Globe);
    if (column == Title && role == CellStrongRole)
        return true;
    if (column == State)
        return markCell(providerState(provider), role);
    if (role == CellToneRole && (column == Issuer || column == FirstLogin || column == LastUsed))
        return static_cast<int>(Tone::Muted);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::ToolTipRole)
        return {};
    switch (column) {
    case Title: return text(provider.fields.title);
    case Issuer: return text(provider.fields.issuer);
    case FirstLogin: return firstLoginText(provider.fields.firstLogin);
    case Links: return QLocale().toString(static_cast<qlonglong>(provider.links));
    case LastUsed: return whenText(provider.lastUsedAt, now);
    default: return {};
    }
}

} // namespace sallyport::ui
