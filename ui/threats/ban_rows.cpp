#include "ui/threats/ban_rows.h"

#include "ui/console/console.h"
#include "ui/parts/step_column.h"
#include "ui/words/address_rule_text.h"
#include "ui/words/relative_time.h"

#include <algorithm>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using protection::AddressRule;

BanRows::BanRows(Console& console, QObject* parent) : QAbstractTableModel(parent), m_console(console) {}

void BanRows::setRules(std::vector<AddressRule> rules)
{
    const bool same = std::ranges::equal(rules, m_rules, {}, &AddressRule::id, &AddressRule::id);
    if (same && !rules.empty()) {
        m_rules = std::move(rules);
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_rules = std::move(rules);
    endResetModel();
}

const AddressRule* BanRows::ruleAt(int row) const
{
    return row >= 0 && row < rowCount() ? &m_rules[static_cast<std::size_t>(row)] : nullptr;
}

void BanRows::retranslate()
{
    beginResetModel();
    endResetModel();
}

int BanRows::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rules.size());
}

int BanRows::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant BanRows::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Address: return tr("Address");
    case Reason: return tr("Reason");
    case By: return tr("By", "who made a rule");
    case Step: return tr("Step", "which ban of an address it is");
    case Ends: return tr("Ends");
    default: return {};
    }
}

QList<Column> BanRows::columns()
{
    QList<Column> list(ColumnCount);
    list[Address] = {u"address"_s, 144, 0, 0};
    list[Reason] = {u"reason"_s, 200, 0, 1};
    list[By] = {u"by"_s, 108, 0, 0};
    list[Step] = {u"step"_s, 122, 1, 0};
    list[Ends] = {u"ends"_s, 64, 0, 0, true};
    list[Ends].words = addressRuleEndWords;
    for (Column& column : list)
        column.sortable = false;
    return list;
}

QVariant BanRows::data(const QModelIndex& index, int role) const
{
    const AddressRule* rule = ruleAt(index.row());
    if (!index.isValid() || !rule)
        return {};
    const UtcTime now = m_console.clock() ? m_console.clock()->now() : UtcTime{};
    const int column = index.column();
    if (column == Step) {
        const QString length = addressRuleLength(*rule);
        switch (role) {
        case StepRole: return static_cast<int>(rule->step);
        case StepTextRole: return length;
        case Qt::AccessibleTextRole:
            return rule->step > 0 ? tr("Ban %1 of this address, for %2").arg(rule->step).arg(length) : length;
        default: return {};
        }
    }
    switch (role) {
    case RowIdRole: return text(rule->id.text());
    case CellMonoRole: return column == Address;
    case CellToneRole: return column == By && rule->score ? QVariant(static_cast<int>(Tone::Muted)) : QVariant();
    case Qt::ToolTipRole:
        if (column == Ends && rule->expiresAt)
            return exactTime(localTime(*rule->expiresAt));
        return column == Reason ? QVariant(text(rule->reason)) : QVariant();
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: break;
    default: return {};
    }
    switch (column) {
    case Address: return text(rule->address);
    case Reason: return rule->reason.empty() ? u"–"_s : text(rule->reason);
    case By: return addressRuleBy(*rule);
    default: return addressRuleEnd(*rule, now);
    }
}

} // namespace sallyport::ui
