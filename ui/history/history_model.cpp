#include "ui/history/history_model.h"

#include "ui/words/event_text.h"
#include "ui/words/relative_time.h"
#include "ui/words/setting_text.h"
#include "ui/words/user_text.h"

#include <algorithm>

namespace sallyport::ui {

using history::Version;

namespace {

constexpr std::uint32_t newestShown = 1000;

} // namespace

QString versionObjectText(const Version& version)
{
    if (version.objectKind == "setting") {
        const QString title = settingTitle(version.objectId);
        return title.isEmpty() ? text(version.objectId) : title;
    }
    return text(version.objectName.empty() ? version.objectId : version.objectName);
}

HistoryModel::HistoryModel(Console& console, QObject* parent) : QueryModel(console, parent)
{
    askWith([](Services& services, const access::Actor& actor, const HistoryQuery& query) -> Page {
        history::VersionQuery wanted;
        wanted.objectKind = query.kind;
        wanted.text = query.text;
        wanted.limit = static_cast<std::uint32_t>(std::min<std::uint64_t>(query.offset + query.limit, newestShown));
        SALLYPORT_ASSIGN(auto page, services.history.list(actor, wanted));
        const auto begin = std::min<std::size_t>(query.offset, page.versions.size());
        page.versions.erase(page.versions.begin(), page.versions.begin() + static_cast<std::ptrdiff_t>(begin));
        return RowsPage<Version>{std::move(page.versions), static_cast<int>(std::min<std::int64_t>(page.total, newestShown))};
    });
}

void HistoryModel::showKind(const std::string& kind)
{
    change([&](HistoryQuery& query) { query.kind = kind; });
}

int HistoryModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case What: return tr("Change");
    case Object: return tr("Of");
    case By: return tr("By");
    case When: return tr("When");
    default: return {};
    }
}

QList<Column> HistoryModel::columns()
{
    QList<Column> list(ColumnCount);
    list[What] = {QStringLiteral("what"), 200, 0, 5};
    list[Object] = {QStringLiteral("object"), 220, 0, 6};
    list[By] = {QStringLiteral("by"), 150, 1, 4};
    list[When] = {QStringLiteral("when"), 116, 0, 3};
    for (Column& column : list)
        column.sortable = false;
    list[When].trailing = true;
    list[When].words = relativeTimeWords;
    return list;
}

bool HistoryModel::same(const HistoryQuery& a, const HistoryQuery& b) const
{
    return a.text == b.text && a.kind == b.kind;
}

QVariant HistoryModel::cell(const Version& version, int column, int role) const
{
    switch (role) {
    case RowIdRole: return text(version.id);
    case CellStrongRole: return column == What;
    case CellToneRole: return column == By || column == When ? QVariant(static_cast<int>(Tone::Muted)) : QVariant();
    case Qt::ToolTipRole: return column == When ? QVariant(zonedTime(version.at)) : QVariant();
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: break;
    default: return {};
    }
    switch (column) {
    case What: return kindTitle(version.kind);
    case Object: return versionObjectText(version);
    case By: return text(version.by);
    default: return whenText(version.at, now());
    }
}

} // namespace sallyport::ui
