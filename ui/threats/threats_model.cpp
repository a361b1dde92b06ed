#include "ui/threats/threats_model.h"

#include "ui/console/console.h"
#include "ui/words/event_text.h"
#include "ui/words/relative_time.h"
#include "ui/words/threat_text.h"
#include "ui/words/user_text.h"

#include <QLocale>

#include <algorithm>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using protection::ThreatAddress;

namespace {

constexpr int nearThreshold = 20; ///< points below it

} // namespace

ThreatsModel::ThreatsModel(Console& console, QObject* parent) : QAbstractTableModel(parent), m_console(console) {}

void ThreatsModel::setRows(std::vector<ThreatAddress> rows)
{
    const bool same = std::ranges::equal(rows, m_rows, {}, &ThreatAddress::text, &ThreatAddress::text);
    if (same && !rows.empty()) {
        m_rows = std::move(rows);
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void ThreatsModel::setThreshold(int threshold)
{
    if (threshold == m_threshold)
        return;
    m_threshold = threshold;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

const ThreatAddress* ThreatsModel::rowAt(int row) const
{
    return row >= 0 && row < rowCount() ? &m_rows[static_cast<std::size_t>(row)] : nullptr;
}

int ThreatsModel::rowOf(const QString& address) const
{
    const auto found = std::ranges::find(m_rows, address.toStdString(), &ThreatAddress::text);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

void ThreatsModel::retranslate()
{
    beginResetModel();
    endResetModel();
}

Run ThreatsModel::noteOf(const ThreatAddress& row) const
{
    if (row.bannedForGood)
        return {tr("Banned"), TextStyle::Small, Tone::Danger};
    if (row.bannedUntil) {
        const UtcTime now = m_console.clock() ? m_console.clock()->now() : UtcTime{};
        const QString until = sameDay(*row.bannedUntil, now) ? clockMinuteText(*row.bannedUntil) : dayText(*row.bannedUntil);
        return {tr("Banned until %1").arg(until), TextStyle::Small, Tone::Danger};
    }
    if (!row.signedIn.empty()) {
        QStringList names;
        for (const std::string& name : row.signedIn)
            names << text(name);
        return {names.join(u", "_s), TextStyle::Small, Tone::Muted};
    }
    if (row.neverBanned)
        return {tr("Never banned", "an address that is allowed"), TextStyle::Small, Tone::Muted};
    return {tr("Seen first %1").arg(clockMinuteText(row.seenFirst)), TextStyle::Small, Tone::Muted};
}

Tone ThreatsModel::toneOf(const ThreatAddress& row) const
{
    const int score = static_cast<int>(row.score);
    if (row.bannedUntil || row.bannedForGood || (score >= m_threshold && !row.neverBanned))
        return Tone::Danger;
    return score >= m_threshold - nearThreshold && !row.neverBanned ? Tone::Warning : Tone::Normal;
}

QList<Run> ThreatsModel::wordsOf(const ThreatAddress& row)
{
    QList<Run> words;
    for (const protection::ThreatPart& part : row.parts) {
        const QString gap = words.isEmpty() ? QString() : u"   "_s;
        words << Run{gap + u"+%1"_s.arg(QLocale().toString(part.points)), TextStyle::SmallStrong, Tone::Normal}
              << Run{u' ' + threatSignalWords(part), TextStyle::Small, Tone::Muted};
    }
    return words;
}

int ThreatsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ThreatsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ThreatsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Address: return tr("Address");
    case Hour: return tr("Last hour");
    case Score: return tr("Score");
    default: return {};
    }
}

QList<Column> ThreatsModel::columns()
{
    QList<Column> list(ColumnCount);
    list[Address] = {u"address"_s, 144, 0, 0};
    list[Hour] = {u"hour"_s, 62, 1, 0};
    list[Score] = {u"score"_s, 46, 0, 0, true};
    list[Signals] = {u"signals"_s, 412, 0, 1};
    for (Column& column : list)
        column.sortable = false;
    return list;
}

QString ThreatsModel::told(const ThreatAddress& row, int column) const
{
    const QLocale locale;
    switch (column) {
    case Address: return QString(text(row.text) + u", "_s + noteOf(row).text);
    case Hour: {
        const auto highest = row.lastHour.empty() ? 0 : *std::ranges::max_element(row.lastHour);
        return tr("In the last hour at most %1").arg(locale.toString(highest));
    }
    case Score: return tr("%1 of %2").arg(locale.toString(row.score), locale.toString(m_threshold));
    default: return runsText(wordsOf(row));
    }
}

QVariant ThreatsModel::data(const QModelIndex& index, int role) const
{
    const ThreatAddress* row = rowAt(index.row());
    if (!index.isValid() || !row)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == Address ? QVariant(text(row->text))
               : index.column() == Score ? QVariant(QLocale().toString(row->score))
                                         : QVariant();
    case RowIdRole: return text(row->text);
    case Qt::AccessibleTextRole: return told(*row, index.column());
    case Qt::ToolTipRole: return told(*row, index.column());
    default: return {};
    }
}

} // namespace sallyport::ui
