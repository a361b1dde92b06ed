#include "ui/alert_rules/alert_rules_model.h"

#include "backend/alerts/shipped_rules.h"
#include "ui/parts/mark_cell.h"
#include "ui/words/alert_text.h"
#include "ui/words/event_marks.h"
#include "ui/words/event_text.h"

#include <algorithm>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using alerts::AlertRule;

namespace {

bool isShown(const AlertRule& rule, const AlertRulesQuery& query)
{
    if (query.onlyOn && !rule.what.enabled)
        return false;
    const QString wanted = text(query.text);
    return wanted.isEmpty() || alertName(rule.what.name, rule.shipped).contains(wanted, Qt::CaseInsensitive) ||
           std::ranges::any_of(rule.what.kinds,
                               [&](const std::string& kind) { return text(kind).contains(wanted, Qt::CaseInsensitive); });
}

QString actionsText(const AlertRule& rule)
{
    QStringList all;
    for (const alerts::AlertAction& action : rule.what.actions)
        all << alertActionTitle(action.kind);
    if (all.isEmpty())
        return u"–"_s;
    return all.size() == 1 ? all.first() : u"%1 +%2"_s.arg(all.first()).arg(all.size() - 1); // the pane names them all
}

QStringList nameWords()
{
    QStringList words;
    for (const auto& [word, draft] : alerts::shippedRules())
        words << alertName(draft.name, std::string(word));
    return words;
}

QStringList sentenceWords()
{
    QStringList words;
    for (const auto& [word, draft] : alerts::shippedRules())
        words << alertSentence(draft);
    return words;
}

QStringList actionWords()
{
    QStringList words;
    for (const alerts::ActionKind kind : alerts::actionKinds)
        words << alertActionTitle(kind) + u" +7"_s;
    return words;
}

QStringList severityWords()
{
    QStringList words;
    for (const auto severity :
         {audit::Severity::Info, audit::Severity::Notice, audit::Severity::Warning, audit::Severity::Critical})
        words << severityText(severity);
    return words;
}

} // namespace

AlertRulesModel::AlertRulesModel(Console& console, QObject* parent) : QueryModel(console, parent)
{
    askWith([](Services& services, const access::Actor& actor, const AlertRulesQuery& query) -> Page {
        SALLYPORT_ASSIGN(std::vector<AlertRule> all, services.alertRules.list(actor));
        std::erase_if(all, [&](const AlertRule& rule) { return !isShown(rule, query); });
        const int total = static_cast<int>(all.size());
        const auto from = std::min<std::size_t>(query.offset, all.size());
        const auto many = std::min<std::size_t>(query.limit, all.size() - from);
        const auto begin = all.begin() + static_cast<std::ptrdiff_t>(from);
        return RowsPage<AlertRule>{std::vector<AlertRule>(begin, begin + static_cast<std::ptrdiff_t>(many)), total};
    });
}

int AlertRulesModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant AlertRulesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name: return tr("Rule");
    case State: return tr("State");
    case Severity: return tr("Severity");
    case Sentence: return tr("Fires at");
    case Actions: return tr("Does");
    default: return {};
    }
}

QList<Column> AlertRulesModel::columns()
{
    QList<Column> list(ColumnCount);
    list[Name] = {u"name"_s, 220, 0, 4};
    list[State] = {u"state"_s, 90, 0, 0};
    list[State].words = alertRuleStateWords;
    list[Severity] = {u"severity"_s, 100, 1, 0};
    list[Severity].words = severityWords;
    list[Name].words = nameWords;
    list[Sentence] = {u"sentence"_s, 220, 2, 3};
    list[Sentence].words = sentenceWords;
    list[Actions] = {u"actions"_s, 200, 3, 3};
    list[Actions].words = actionWords;
    for (Column& column : list)
        column.sortable = false;
    return list;
}

bool AlertRulesModel::same(const AlertRulesQuery& a, const AlertRulesQuery& b) const
{
    return a.text == b.text && a.onlyOn == b.onlyOn;
}

QVariant AlertRulesModel::cell(const AlertRule& rule, int column, int role) const
{
    if (role == RowIdRole)
        return text(rule.id.text());
    if (column == State)
        return markCell(alertRuleState(rule, now()), role);
    if (column == Severity) {
        const EventMark mark = severityMark(rule.what.severity);
        return markCell({severityText(rule.what.severity), mark.icon, Tone::Normal, mark.tone}, role);
    }
    switch (role) {
    case CellStrongRole: return column == Name && rule.what.enabled;
    case CellToneRole: return !rule.what.enabled || column == Actions ? static_cast<int>(Tone::Muted) : QVariant();
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: break;
    default: return {};
    }
    switch (column) {
    case Name: return alertName(rule.what.name, rule.shipped);
    case Sentence: return alertSentence(rule.what);
    case Actions: return actionsText(rule);
    default: return {};
    }
}

} // namespace sallyport::ui
