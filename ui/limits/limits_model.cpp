#include "ui/limits/limits_model.h"

#include "ui/look/text_style.h"
#include "ui/words/rate_rule_text.h"
#include "ui/words/text_match.h"
#include "ui/words/user_text.h"

#include <QFontMetrics>
#include <QLocale>

#include <algorithm>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using protection::RateRule;
using settings::ControlMode;

namespace {

constexpr int classesHead = -1, ownHead = -2;
constexpr int refusedWidth = 54;

QString countText(std::int64_t count)
{
    return QLocale().toString(static_cast<qlonglong>(count));
}

} // namespace

void LimitsModel::setRules(std::vector<RateRule> rules)
{
    m_rules = std::move(rules);
    // The same rows with other figures: selection and scroll position stay as they are.
    if (arranged() == m_rows && !m_rows.empty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    arrange();
}

void LimitsModel::takeRule(const RateRule& rule)
{
    const auto found = std::ranges::find_if(m_rules, [&](const RateRule& one) { return one.setting.id == rule.setting.id; });
    if (found == m_rules.end())
        return;
    auto rules = m_rules;
    rules[static_cast<std::size_t>(found - m_rules.begin())] = rule;
    setRules(std::move(rules));
}

void LimitsModel::setFilter(const QString& text)
{
    m_filter = text.trimmed();
    arrange();
}

void LimitsModel::setShown(Show which)
{
    m_show = which;
    arrange();
}

bool LimitsModel::isShown(const RateRule& rule, Show which)
{
    switch (which) {
    case Show::Observed: return rule.setting.mode == ControlMode::Observe;
    case Show::Refusing: return rule.refused > 0;
    case Show::All: break;
    }
    return true;
}

int LimitsModel::count(Show which) const
{
    return static_cast<int>(std::ranges::count_if(m_rules, [which](const RateRule& rule) { return isShown(rule, which); }));
}

std::vector<int> LimitsModel::arranged() const
{
    std::vector<int> rows;
    for (const bool builtIn : {true, false}) {
        std::vector<int> section;
        for (int at = 0; at < static_cast<int>(m_rules.size()); ++at) {
            const RateRule& rule = m_rules[static_cast<std::size_t>(at)];
            if (rule.setting.builtIn == builtIn && isShown(rule, m_show) &&
                (containsText(rateRuleName(rule.setting), m_filter) || containsText(text(rule.setting.scope.path), m_filter)))
                section.push_back(at);
        }
        // That there can be own rules is news while there are none.
        if (!section.empty() || (!builtIn && !isFiltered() && !m_rules.empty()))
            rows.push_back(builtIn ? classesHead : ownHead);
        rows.insert(rows.end(), section.begin(), section.end());
    }
    return rows;
}

void LimitsModel::arrange()
{
    beginResetModel();
    m_rows = arranged();
    endResetModel();
}

void LimitsModel::retranslate()
{
    arrange();
}

bool LimitsModel::isSection(int row) const
{
    return row >= 0 && row < rowCount() && m_rows[static_cast<std::size_t>(row)] < 0;
}

const RateRule* LimitsModel::ruleAt(int row) const
{
    if (row < 0 || row >= rowCount() || isSection(row))
        return nullptr;
    return &m_rules[static_cast<std::size_t>(m_rows[static_cast<std::size_t>(row)])];
}

int LimitsModel::rowOf(const std::string& id) const
{
    for (int row = 0; row < rowCount(); ++row)
        if (const RateRule* rule = ruleAt(row); rule && rule->setting.id == id)
            return row;
    return -1;
}

int LimitsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int LimitsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LimitsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Rule: return tr("Rule");
    case Limit: return tr("Limit");
    case Used: return tr("Used now");
    case Subject: return tr("Keyed by");
    case Counting: return tr("Counting");
    case Mode: return tr("Mode");
    case Refused: return tr("Refused, 24 h");
    default: return {};
    }
}

QList<Column> LimitsModel::columns()
{
    using protection::RateAlgorithm;
    using protection::RateSubject;
    QList<Column> list(ColumnCount);
    list[Rule] = {u"rule"_s, 116, 0, 1};
    list[Limit] = {u"limit"_s, 102, 0, 0, true};
    list[Limit].words = [] {
        using namespace std::chrono_literals;
        return QStringList{rateLimitText(1'200, 60s), rateLimitText(2'000, 3600s)};
    };
    list[Used] = {u"used"_s, 144, 0, 0};
    list[Subject] = {u"subject"_s, 70, 2, 0};
    list[Counting] = {u"counting"_s, 76, 3, 0};
    list[Mode] = {u"mode"_s, 92, 0, 0};
    const QFontMetrics body(textFont(TextStyle::Body)), small(textFont(TextStyle::SmallStrong));
    for (const auto mode : {ControlMode::Off, ControlMode::Observe, ControlMode::Enforce})
        list[Mode].width = std::max(list[Mode].width, small.horizontalAdvance(controlModeText(mode)) + 44);
    for (const auto subject : {RateSubject::Address, RateSubject::AddressAndAccount, RateSubject::Principal, RateSubject::User})
        list[Subject].width = std::max(list[Subject].width, body.horizontalAdvance(rateSubjectText(subject)) + 12);
    for (const auto algorithm : {RateAlgorithm::Gcra, RateAlgorithm::Sliding, RateAlgorithm::Fixed})
        list[Counting].width = std::max(list[Counting].width, body.horizontalAdvance(rateAlgorithmText(algorithm)) + 12);
    list[Refused] = {u"refused"_s, std::max(refusedWidth, body.horizontalAdvance(tr("%1 noted").arg(14)) + 2), 0, 0, true};
    list[Refused].headReachesOver = true;
    for (Column& column : list)
        column.sortable = false;
    return list;
}

Qt::ItemFlags LimitsModel::flags(const QModelIndex& index) const
{
    return isSection(index.row()) ? Qt::NoItemFlags : QAbstractTableModel::flags(index);
}

QVariant LimitsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const RateRule* rule = ruleAt(index.row());
    return rule ? ruleData(*rule, index.column(), role) : sectionData(index.row(), index.column(), role);
}

QVariant LimitsModel::sectionData(int row, int column, int role) const
{
    const bool classes = m_rows[static_cast<std::size_t>(row)] == classesHead;
    const bool empty = row + 1 == rowCount();
    if (column != 0)
        return {};
    const QString note = classes ? tr("Every route belongs to one")
                         : empty ? tr("None yet: each would count on top of its class")
                                 : tr("Each counts on top of its class");
    const QString title = classes ? tr("Classes") : tr("Own rules by route");
    switch (role) {
    case Qt::DisplayRole: return title;
    case SectionNoteRole: return note;
    case Qt::AccessibleTextRole: return QString(title + u": "_s + note);
    default: return {};
    }
}

QVariant LimitsModel::usedData(const RateRule& rule, int role) const
{
    const double limit = std::max(1.0, static_cast<double>(rule.setting.numbers.requests));
    switch (role) {
    case UsedShareRole: return rule.hottest / limit;
    case UsedMarkRole: return rule.p95 ? *rule.p95 / limit : -1.0;
    case Qt::DisplayRole: return countText(rule.hottest);
    case FullRole: return rule.hottest >= rule.setting.numbers.requests;
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole: {
        QString told =
            tr("%1 of %2 by the hottest caller").arg(countText(rule.hottest), countText(rule.setting.numbers.requests));
        if (rule.p95)
            told += u"; "_s + tr("p95 of 7 days %1").arg(countText(*rule.p95));
        return told;
    }
    default: return {};
    }
}

QVariant LimitsModel::ruleData(const RateRule& rule, int column, int role) const
{
    const protection::RateSetting& setting = rule.setting;
    const bool observed = setting.mode == ControlMode::Observe;
    if (role == RowIdRole)
        return text(setting.id);
    if (column == Used)
        return usedData(rule, role);
    switch (role) {
    case CellStrongRole: return column == Rule;
    case CellPillRole: return column == Mode;
    case CellIconRole: return column == Mode ? QVariant(static_cast<int>(controlModeIcon(setting.mode))) : QVariant();
    case CellToneRole:
        if (column == Mode)
            return static_cast<int>(controlModeTone(setting.mode));
        if (column == Refused && (observed || rule.refused == 0))
            return static_cast<int>(Tone::Muted);
        return {};
    case Qt::ToolTipRole: return column == Rule ? QVariant(rateRuleScope(rule)) : QVariant();
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: break;
    default: return {};
    }
    switch (column) {
    case Rule: return rateRuleName(setting);
    case Limit: return rateLimitText(setting.numbers.requests, setting.numbers.window);
    case Subject: return rateSubjectText(setting.subject);
    case Counting: return rateAlgorithmText(setting.numbers.algorithm);
    case Mode: return controlModeText(setting.mode);
    default: return observed ? tr("%1 noted").arg(countText(rule.noted)) : countText(rule.refused);
    }
}

} // namespace sallyport::ui
