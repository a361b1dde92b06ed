#include "ui/access_policies/policies_model.h"

#include "ui/console/console.h"
#include "ui/parts/mark_cell.h"
#include "ui/words/access_text.h"
#include "ui/words/relative_time.h"

namespace sallyport::ui {

using access::Policy;

namespace {

Result<RowsPage<Policy>> policyPage(Services& services, const access::Actor& actor, const PolicyListQuery& wanted)
{
    authorization::PolicyQuery query{wanted.text, wanted.state, wanted.limit, {}};
    for (std::uint32_t passed = 0;; passed += wanted.limit) {
        SALLYPORT_ASSIGN(authorization::PolicyPage page, services.policies.list(actor, query));
        if (passed >= wanted.offset)
            return RowsPage<Policy>{std::move(page.policies), static_cast<int>(page.total)};
        if (page.nextCursor.empty())
            return RowsPage<Policy>{{}, static_cast<int>(page.total)};
        query.cursor = std::move(page.nextCursor);
    }
}

} // namespace

PoliciesModel::PoliciesModel(Console& console, QObject* parent) : QueryModel(console, parent)
{
    askWith(policyPage);
}

void PoliciesModel::show(std::optional<access::PolicyState> state)
{
    change([state](PolicyListQuery& query) { query.state = state; });
}

int PoliciesModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PoliciesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return tr("Name");
    case Effect: return tr("Effect");
    case Target: return tr("Applies to");
    case State: return tr("State");
    case Changed: return tr("Changed");
    case By: return tr("By");
    default: return {};
    }
}

QList<Column> PoliciesModel::columns()
{
    QList<Column> list(ColumnCount);
    list[Name] = {QStringLiteral("name"), 220, 0, 6};
    list[Effect] = {QStringLiteral("effect"), 96, 2, 1};
    list[Effect].words = [] {
        return QStringList{effectText(access::PolicyEffect::Allow), effectText(access::PolicyEffect::Deny)};
    };
    list[Target] = {QStringLiteral("target"), 200, 1, 5};
    list[State] = {QStringLiteral("state"), 116, 0, 1};
    list[State].words = policyStateWords;
    list[Changed] = {QStringLiteral("changed"), 116, 3, 1};
    list[Changed].trailing = true;
    list[By] = {QStringLiteral("by"), 130, 4, 2};
    for (Column& column : list)
        column.sortable = false; // always by name
    return list;
}

bool PoliciesModel::same(const PolicyListQuery& a, const PolicyListQuery& b) const
{
    return a.text == b.text && a.state == b.state;
}

QVariant PoliciesModel::cell(const Policy& policy, int column, int role) const
{
    if (role == RowIdRole)
        return text(policy.id.text());
    if (column == State)
        return markCell(policyStateMark(policy.state), role);
    if (column == Effect)
        return markCell({effectText(policy.effect), policy.effect == access::PolicyEffect::Deny ? Icon::Ban : Icon::Check,
                         Tone::Normal, Tone::Muted},
                        role);
    switch (role) {
    case CellStrongRole: return column == Name;
    case CellToneRole: return column == Name ? QVariant() : QVariant(static_cast<int>(Tone::Muted));
    case Qt::ToolTipRole:
        if (column == Changed)
            return exactTime(localTime(policy.changedAt));
        if (column == Name)
            return text(policy.note);
        return column == Target ? QVariant(policyActionsText(policy)) : QVariant();
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: break;
    default: return {};
    }
    switch (column) {
    case Name: return text(policy.name);
    case Target: return role == Qt::DisplayRole ? policyActionsBrief(policy) : policyActionsText(policy);
    case Changed: return whenText(policy.changedAt, now());
    default: return text(policy.changedBy);
    }
}

} // namespace sallyport::ui
