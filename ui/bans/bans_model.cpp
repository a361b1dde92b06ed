#include "ui/bans/bans_model.h"

#include "ui/parts/mark_cell.h"
#include "ui/parts/step_column.h"
#include "ui/words/address_rule_text.h"
#include "ui/words/relative_time.h"

#include <QLocale>

#include <array>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using protection::AddressRule;
using protection::AddressRuleQuery;

namespace {

using RulesBy = std::optional<AddressRuleQuery::Sort>;
constexpr std::array<RulesBy, BansModel::ColumnCount> ruleSorts{
    AddressRuleQuery::Sort::Address, {}, {}, {}, {}, {}, AddressRuleQuery::Sort::Hits, AddressRuleQuery::Sort::LastHit,
    AddressRuleQuery::Sort::Expires};

} // namespace

BansModel::BansModel(Console& console, QObject* parent) : QueryModel(console, parent)
{
    m_query.sort = AddressRuleQuery::Sort::Created;
    m_query.descending = true;
    askWith([](Services& services, const access::Actor& actor, const AddressRuleQuery& query) -> Page {
        SALLYPORT_ASSIGN(protection::AddressRulePage page, services.addressRules.list(actor, query));
        return RowsPage<AddressRule>{std::move(page.rules), static_cast<int>(page.total)};
    });
}

void BansModel::show(Show which)
{
    m_shown = which;
    change([which](AddressRuleQuery& query) {
        query.action.reset();
        query.byScore.reset();
        if (which == Show::Allowed)
            query.action = protection::AddressAction::Allow;
        else if (which != Show::All)
            query.action = protection::AddressAction::Block;
        if (which == Show::Banned || which == Show::Blocked)
            query.byScore = which == Show::Banned;
    });
}

int BansModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant BansModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Address: return tr("Address");
    case Kind: return tr("List", "on which an address stands: blocked, allowed");
    case Reason: return tr("Reason");
    case By: return tr("By", "who made a rule");
    case Place: return tr("Network");
    case Step: return tr("Step", "which ban of an address it is");
    case Hits: return tr("Requests");
    case LastHit: return tr("Last seen");
    case Ends: return tr("Ends");
    default: return {};
    }
}

QList<Column> BansModel::columns()
{
    QList<Column> list(ColumnCount);
    list[Address] = {u"address"_s, 150, 0, 2};
    list[Kind] = {u"kind"_s, 84, 0, 0};
    list[Kind].words = addressRuleKindWords;
    list[Reason] = {u"reason"_s, 180, 0, 6};
    list[By] = {u"by"_s, 110, 1, 2};
    list[Place] = {u"place"_s, 170, 5, 3};
    list[Step] = {u"step"_s, 150, 2, 0};
    list[Hits] = {u"hits"_s, 84, 3, 0, true};
    list[LastHit] = {u"seen"_s, 100, 4, 0, true};
    list[LastHit].words = relativeTimeWords;
    list[Ends] = {u"ends"_s, 100, 0, 1, true};
    list[Ends].words = addressRuleEndWords;
    for (int column = 0; column < ColumnCount; ++column)
        list[column].sortable = ruleSorts[static_cast<std::size_t>(column)].has_value();
    return list;
}

void BansModel::sort(int column, Qt::SortOrder order)
{
    if (column >= 0 && column < ColumnCount)
        sortBy(ruleSorts[static_cast<std::size_t>(column)], order);
}

bool BansModel::same(const AddressRuleQuery& a, const AddressRuleQuery& b) const
{
    return a.text == b.text && a.action == b.action && a.byScore == b.byScore && a.sort == b.sort && a.descending == b.descending;
}

QVariant BansModel::cell(const AddressRule& rule, int column, int role) const
{
    if (role == RowIdRole)
        return text(rule.id.text());
    if (column == Kind)
        return markCell(addressRuleKind(rule), role);
    if (column == Step) {
        const QString length = rule.step > 0 ? addressRuleLength(rule) : QString();
        switch (role) {
        case StepRole: return static_cast<int>(rule.step);
        case StepTextRole: return length;
        case Qt::AccessibleTextRole:
            return rule.step > 0 ? tr("Ban %1 of this address, for %2").arg(rule.step).arg(length) : QString(u"–"_s);
        default: return {};
        }
    }
    switch (role) {
    case CellMonoRole: return column == Address;
    case CellToneRole:
        if (column == Place || column == LastHit || (column == By && rule.score))
            return static_cast<int>(Tone::Muted);
        return column == Hits && rule.hits == 0 ? static_cast<int>(Tone::Muted) : QVariant();
    case Qt::ToolTipRole:
        if (column == Ends && rule.expiresAt)
            return exactTime(localTime(*rule.expiresAt));
        if (column == LastHit && rule.lastHit)
            return exactTime(localTime(*rule.lastHit));
        return column == Reason && !rule.reason.empty() ? QVariant(text(rule.reason)) : QVariant();
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: break;
    default: return {};
    }
    switch (column) {
    case Address: return text(rule.address);
    case Reason: return rule.reason.empty() ? u"–"_s : text(rule.reason);
    case By: return addressRuleBy(rule);
    case Place: return rule.place.empty() ? u"–"_s : text(rule.place);
    case Hits: return QLocale().toString(static_cast<qulonglong>(rule.hits));
    case LastHit: return whenText(rule.lastHit, now());
    case Ends: return addressRuleEnd(rule, now());
    default: return {};
    }
}

} // namespace sallyport::ui
