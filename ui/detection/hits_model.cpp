#include "ui/detection/hits_model.h"

#include "ui/console/console.h"
#include "ui/detection/detection_words.h"
#include "ui/words/relative_time.h"
#include "ui/words/user_text.h"

#include <QLocale>

namespace sallyport::ui {

using protection::DetectionHit;
using protection::HitQuery;

HitsModel::HitsModel(Console& console, QObject* parent) : QueryModel(console, parent)
{
    askWith([](Services& services, const access::Actor& actor, const HitQuery& query) -> Page {
        SALLYPORT_ASSIGN(auto page, services.detectionRules.hits(actor, query));
        return RowsPage<DetectionHit>{std::move(page.hits), static_cast<int>(page.total)};
    });
}

void HitsModel::showClass(std::optional<protection::detection::AttackClass> attackClass)
{
    change([&](HitQuery& query) { query.attackClass = attackClass; });
}

bool HitsModel::same(const HitQuery& a, const HitQuery& b) const
{
    return a.attackClass == b.attackClass && a.text == b.text;
}

int HitsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant HitsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case When: return tr("When");
    case Who: return tr("Who");
    case Place: return tr("Place");
    case Score: return tr("Score");
    default: return {};
    }
}

QList<Column> HitsModel::columns()
{
    QList<Column> list(ColumnCount);
    list[When] = {QStringLiteral("when"), 68, 0, 1};
    list[Who] = {QStringLiteral("who"), 132, 0, 4};
    list[Place] = {QStringLiteral("place"), 62, 1, 2};
    list[Score] = {QStringLiteral("score"), 44, 0, 1, true};
    for (Column& column : list)
        column.sortable = false;
    return list;
}

QVariant HitsModel::cell(const DetectionHit& hit, int column, int role) const
{
    switch (role) {
    case RowIdRole: return text(hit.id);
    case CellStrongRole: return column == Who && !hit.who.empty();
    case CellMonoRole: return column == Place || (column == Who && hit.who.empty());
    case CellToneRole: return column == Who || column == Score ? QVariant() : QVariant(static_cast<int>(Tone::Muted));
    case Qt::ToolTipRole: return column == When ? exactTime(localTime(hit.time)) : QVariant();
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: break;
    default: return {};
    }
    switch (column) {
    case When: return shortWhenText(hit.time, now()); // exactly in the tool tip: names need the room
    case Who: return hitSender(hit);
    case Place: return hitPlace(hit.part, hit.member);
    default: return QLocale().toString(hit.score);
    }
}

} // namespace sallyport::ui
