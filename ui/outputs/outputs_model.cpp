#include "ui/outputs/outputs_model.h"

#include "ui/console/console.h"
#include "ui/parts/mark_cell.h"
#include "ui/words/output_text.h"
#include "ui/words/relative_time.h"

#include <QLocale>

#include <algorithm>

namespace sallyport::ui {

using outputs::Destination;

OutputsModel::OutputsModel(Console& console, QObject* parent) : VirtualTableModel(parent), m_console(console)
{
    setLoader([this](int offset, int limit, Done done) {
        m_console.run(
            this,
            [offset, limit, filter = m_filter](Services& services, const access::Actor& actor) -> Result<RowsPage<Destination>> {
                SALLYPORT_ASSIGN(auto all, services.destinations.list(actor));
                std::erase_if(all, [&](const Destination& one) {
                    return !text(one.fields.name).contains(filter, Qt::CaseInsensitive) &&
                           !text(one.fields.target).contains(filter, Qt::CaseInsensitive);
                });
                const auto total = static_cast<int>(all.size());
                const int from = std::min(offset, total), to = std::min(total, from + limit);
                RowsPage<Destination> page{{}, total};
                for (int i = from; i < to; ++i)
                    page.rows.push_back(std::move(all[static_cast<std::size_t>(i)]));
                return page;
            },
            std::move(done));
    });
}

int OutputsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant OutputsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return tr("Destination");
    case Kind: return tr("Kind");
    case Target: return tr("Where");
    case Sent: return tr("Sent");
    case Waiting: return tr("Waiting");
    case LastSent: return tr("Last sent");
    case State: return tr("State");
    default: return {};
    }
}

QList<Column> OutputsModel::columns()
{
    QList<Column> list(ColumnCount);
    list[Name] = {QStringLiteral("name"), 160, 0, 3};
    list[Kind] = {QStringLiteral("kind"), 96, 5, 1};
    list[Target] = {QStringLiteral("target"), 280, 4, 6};
    list[Sent] = {QStringLiteral("sent"), 96, 3, 1};
    list[Waiting] = {QStringLiteral("waiting"), 96, 2, 1};
    list[LastSent] = {QStringLiteral("last_sent"), 112, 3, 1};
    list[State] = {QStringLiteral("state"), 104, 1, 1};
    list[State].words = outputStateWords;
    list[Kind].words = outputKindWords;
    list[LastSent].words = relativeTimeWords;
    for (auto& column : list)
        column.sortable = false;
    list[Sent].trailing = list[Waiting].trailing = list[LastSent].trailing = true;
    return list;
}

void OutputsModel::setFilter(const QString& text)
{
    if (text == m_filter)
        return;
    m_filter = text;
    reload();
}

QVariant OutputsModel::cell(const Destination& destination, int column, int role) const
{
    const auto* clock = m_console.clock();
    const UtcTime now = clock ? clock->now() : UtcTime{};
    if (role == RowIdRole)
        return text(destination.id.text());
    if (column == Name && role == CellIconRole)
        return static_cast<int>(outputKindIcon(destination.fields.kind));
    if (column == Name && role == CellStrongRole)
        return true;
    if (column == State)
        return markCell(outputState(destination), role);
    if (role == CellToneRole && (column == Target || column == Kind || column == LastSent))
        return static_cast<int>(Tone::Muted);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::ToolTipRole)
        return {};
    switch (column) {
    case Name: return text(destination.fields.name);
    case Kind: return outputKindText(destination.fields.kind);
    case Target: return text(destination.fields.target);
    case Sent: return QLocale().toString(static_cast<qlonglong>(destination.state.sent));
    case Waiting: return QLocale().toString(static_cast<qlonglong>(destination.state.waiting));
    case LastSent: return whenText(destination.state.lastSentAt, now);
    default: return {};
    }
}

} // namespace sallyport::ui
