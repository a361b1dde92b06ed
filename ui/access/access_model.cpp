#include "ui/access/access_model.h"

#include "ui/access/access_words.h"
#include "ui/console/console.h"
#include "ui/parts/mark_cell.h"
#include "ui/words/key_text.h"
#include "ui/words/relative_time.h"

#include <array>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using authorization::AccessReviewQuery;
using authorization::HeldAccess;

namespace {

using SortedBy = std::optional<AccessReviewQuery::Sort>;
constexpr std::array<SortedBy, AccessModel::ColumnCount> accessSorts{
    AccessReviewQuery::Sort::Holder, AccessReviewQuery::Sort::Access, {}, AccessReviewQuery::Sort::Since, {},
    AccessReviewQuery::Sort::Until,  AccessReviewQuery::Sort::Active};

} // namespace

AccessModel::AccessModel(Console& console, QObject* parent) : QueryModel(console, parent)
{
    setLoader([this](int offset, int limit, Done done) {
        m_console.run(
            this,
            [query = pageOf(offset, limit)](Services& services, const access::Actor& actor) {
                return services.accessReview.list(actor, query);
            },
            [this, done = std::move(done)](Result<authorization::AccessReviewPage> page) {
                if (!page)
                    return done(page.error());
                m_withKeys = page->withKeys;
                m_withAccounts = page->withAccounts;
                done(RowsPage<HeldAccess>{std::move(page->rows), static_cast<int>(page->total)});
                Q_EMIT answered();
            });
    });
}

void AccessModel::show(Show which)
{
    m_shown = which;
    change([which](AccessReviewQuery& query) {
        query.kind.reset();
        query.unusedDays.reset();
        query.endsDays.reset();
        if (which == Show::Keys)
            query.kind = HeldAccess::Kind::Key;
        if (which == Show::Unused)
            query.unusedDays = unusedDays;
        if (which == Show::Ending)
            query.endsDays = endingDays;
    });
}

bool AccessModel::isFiltered() const
{
    return m_shown != Show::All || !query().text.empty() || !query().role.empty() || !query().holder.empty() ||
           query().permission;
}

int AccessModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant AccessModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Who: return tr("Who");
    case Has: return tr("Has", "what somebody has: a role or a key");
    case Way: return tr("How", "how somebody has it");
    case Since: return tr("Since");
    case By: return tr("Given by");
    case Ends: return tr("Ends");
    case Used: return tr("Last used");
    default: return {};
    }
}

QList<Column> AccessModel::columns(bool mayKnowUse)
{
    QList<Column> list(ColumnCount);
    list[Who] = {u"who"_s, 210, 0, 6};
    list[Has] = {u"has"_s, 150, 0, 4};
    list[Way] = {u"way"_s, 170, 3, 5};
    list[Since] = {u"since"_s, 96, 0, 1};
    list[Since].words = dateWords;
    list[By] = {u"by"_s, 120, 2, 3};
    list[Ends] = {u"ends"_s, 104, 0, 1};
    list[Ends].words = relativeTimeWords;
    list[Used] = {u"used"_s, 110, 1, 1};
    list[Used].words = relativeTimeWords;
    list[Used].trailing = true;
    for (int column = 0; column < ColumnCount; ++column)
        list[column].sortable = accessSorts[static_cast<std::size_t>(column)].has_value();
    list[Used].sortable = mayKnowUse;
    return list;
}

void AccessModel::sort(int column, Qt::SortOrder order)
{
    if (column >= 0 && column < ColumnCount)
        sortBy(accessSorts[static_cast<std::size_t>(column)], order);
}

bool AccessModel::same(const AccessReviewQuery& a, const AccessReviewQuery& b) const
{
    return a.text == b.text && a.holder == b.holder && a.role == b.role && a.permission == b.permission && a.kind == b.kind &&
           a.unusedDays == b.unusedDays && a.endsDays == b.endsDays && a.sort == b.sort && a.descending == b.descending;
}

QVariant AccessModel::cell(const HeldAccess& held, int column, int role) const
{
    if (role == RowIdRole)
        return text(held.id());
    if (column == Ends)
        return role == Qt::ToolTipRole ? QVariant(exactText(held.until)) : markCell(heldEnd(held, now()), role);
    if (column == Used)
        return role == Qt::ToolTipRole ? QVariant(exactText(held.activeAt)) : markCell(heldUse(held, now()), role);
    switch (role) {
    case CellAvatarRole: return column == Who ? QVariant(text(held.name)) : QVariant();
    case CellStrongRole: return column == Who;
    case CellSecondaryRole: return column == Who ? QVariant(heldBeside(held)) : QVariant();
    case CellIconRole:
        if (column != Has)
            return {};
        return static_cast<int>(held.kind == HeldAccess::Kind::Key ? Icon::Key : Icon::ShieldUser);
    case CellIconToneRole: return column == Has ? QVariant(static_cast<int>(Tone::Muted)) : QVariant();
    case CellToneRole:
        if (column == Way || column == Since || column == By || held.status == "disabled")
            return static_cast<int>(Tone::Muted);
        return {};
    case Qt::ToolTipRole:
        if (column == Since)
            return exactText(held.since);
        return column == Way ? QVariant(heldWay(held)) : QVariant();
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: break;
    default: return {};
    }
    switch (column) {
    case Who: return text(held.name);
    case Has: return heldTitle(held);
    case Way: return heldWay(held);
    case Since: return held.since ? dayText(*held.since) : u"–"_s;
    default: return held.by.empty() ? u"–"_s : text(held.by);
    }
}

} // namespace sallyport::ui
