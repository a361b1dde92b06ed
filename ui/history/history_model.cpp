#include "ui/history/history_model.h"

#include "ui/words/event_text.h"
#include "ui/words/rate_rule_text.h"
#include "ui/words/relative_time.h"
#include "ui/words/setting_text.h"
#include "ui/words/user_text.h"

#include <algorithm>
#include <atomic>
#include <map>
#include <mutex>

namespace sallyport::ui {

using history::Version;

namespace {

constexpr std::uint32_t stepOver = 1000; ///< versions read at once on the way to a place far below

} // namespace

struct HistoryPlaces {
    std::mutex mutex;                             ///< workers ask for pages side by side
    std::map<std::uint64_t, std::string> cursors; ///< by the place of the first row behind them
    std::atomic<bool> about = false;
};

namespace {

/// Reads on from the nearest place that is known to the one that is asked for, and notes where pages begin.
Result<RowsPage<Version>> pageFrom(Services& services, const access::Actor& actor, const HistoryQuery& query,
                                   HistoryPlaces& places)
{
    history::VersionQuery wanted;
    wanted.objectKind = query.kind;
    wanted.objectId = query.object;
    wanted.text = query.text;
    if (!query.person.empty())
        wanted.text += (wanted.text.empty() ? "user:" : " user:") + query.person;
    std::uint64_t place = 0;
    {
        const std::lock_guard lock(places.mutex);
        if (auto known = places.cursors.upper_bound(query.offset); known != places.cursors.begin()) {
            --known;
            place = known->first;
            wanted.cursor = known->second;
        }
    }
    for (;;) {
        const bool there = place == query.offset;
        wanted.limit = there ? query.limit : static_cast<std::uint32_t>(std::min<std::uint64_t>(query.offset - place, stepOver));
        SALLYPORT_ASSIGN(auto page, services.history.list(actor, wanted));
        const std::uint64_t end = place + page.versions.size();
        places.about = page.about;
        if (!page.nextCursor.empty()) {
            const std::lock_guard lock(places.mutex);
            places.cursors.try_emplace(end, page.nextCursor);
        }
        // Where it ends is known once it is seen; until then the count is what there is.
        const bool last = page.nextCursor.empty();
        const auto total = last ? static_cast<std::int64_t>(end) : std::max(page.total, static_cast<std::int64_t>(end) + 1);
        if (there)
            return RowsPage<Version>{std::move(page.versions), static_cast<int>(std::min<std::int64_t>(total, 2'000'000'000))};
        if (last)
            return RowsPage<Version>{{}, static_cast<int>(end)};
        place = end;
        wanted.cursor = page.nextCursor;
    }
}

} // namespace

QString versionObjectText(const Version& version)
{
    if (version.objectKind == "setting") {
        const QString title = settingTitle(version.objectId);
        return title.isEmpty() ? text(version.objectId) : title;
    }
    if (version.objectKind == "limit")
        if (const QString name = rateClassName(version.objectName.empty() ? version.objectId : version.objectName);
            !name.isEmpty())
            return name;
    return text(version.objectName.empty() ? version.objectId : version.objectName);
}

HistoryModel::HistoryModel(Console& console, QObject* parent) : QueryModel(console, parent)
{
    setLoader([this](int offset, int limit, auto done) {
        m_console.run(
            this,
            [query = pageOf(offset, limit), places = m_places](Services& services, const access::Actor& actor) {
                return pageFrom(services, actor, query, *places);
            },
            std::move(done));
    });
}

/// Whatever is asked for anew may stand elsewhere by now: what was noted of the rows before is forgotten.
void HistoryModel::requestPage(int page, int generation)
{
    if (m_placesOf != generation || !m_places) {
        m_placesOf = generation;
        m_places = std::make_shared<HistoryPlaces>();
    }
    QueryModel::requestPage(page, generation);
}

bool HistoryModel::isAbout() const
{
    return m_places && m_places->about;
}

bool HistoryModel::isFiltered() const
{
    return !query().text.empty() || !query().kind.empty() || !query().object.empty() || !query().person.empty();
}

void HistoryModel::showObject(const std::string& id, const std::string& name)
{
    change([&](HistoryQuery& query) {
        query.object = id;
        query.objectName = name;
    });
}

void HistoryModel::showPerson(const std::string& id)
{
    change([&](HistoryQuery& query) { query.person = id; });
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
    return a.text == b.text && a.kind == b.kind && a.object == b.object && a.person == b.person;
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
