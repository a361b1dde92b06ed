#include "ui/leaks/leaks_model.h"

#include "ui/parts/mark_cell.h"
#include "ui/words/text_match.h"

#include <algorithm>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using identity::LeakHit;
using identity::LeakWorth;

namespace {

Mark worthMark(LeakWorth worth)
{
    switch (worth) {
    case LeakWorth::Works: return {LeaksModel::tr("Works"), Icon::Critical, Tone::Danger, Tone::Danger};
    case LeakWorth::Superseded: return {LeaksModel::tr("Rotated away"), Icon::CheckCircle};
    case LeakWorth::Expired: return {LeaksModel::tr("Expired"), Icon::OffCircle, Tone::Muted, Tone::Muted};
    case LeakWorth::Revoked: return {LeaksModel::tr("Revoked"), Icon::OffCircle, Tone::Muted, Tone::Muted};
    case LeakWorth::OwnerDisabled: return {LeaksModel::tr("Owner disabled"), Icon::Warning, Tone::Warning, Tone::Warning};
    case LeakWorth::Unknown: return {LeaksModel::tr("Of no key here"), Icon::Help, Tone::Muted, Tone::Muted};
    }
    return {};
}

QStringList worthWords()
{
    QStringList words;
    for (const auto worth : {LeakWorth::Works, LeakWorth::Superseded, LeakWorth::Expired, LeakWorth::Revoked,
                             LeakWorth::OwnerDisabled, LeakWorth::Unknown})
        words << worthMark(worth).text;
    return words;
}

} // namespace

QString LeaksModel::placeText(const LeakHit& hit)
{
    const QString place = u"%1:%2"_s.arg(text(hit.place), QString::number(hit.line));
    return hit.repository.empty() ? place : u"%1 %2"_s.arg(text(hit.repository), place);
}

int LeaksModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int LeaksModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LeaksModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const LeakHit& found = hit(index.row());
    const bool shows = role == Qt::DisplayRole || role == Qt::AccessibleTextRole;
    switch (index.column()) {
    case State: return markCell(worthMark(found.worth), role);
    case Key:
        if (shows)
            return found.key ? text(found.key->name) : text(found.prefix);
        if (role == CellSecondaryRole && found.signingSecret)
            return tr("signing secret");
        if (role == CellStrongRole)
            return found.key.has_value();
        if (role == CellMonoRole)
            return !found.key;
        return role == Qt::ToolTipRole ? QVariant(text(found.prefix)) : QVariant();
    case Owner:
        if (shows)
            return found.key ? text(found.key->owner.name) : u"–"_s;
        return {};
    case Place:
        if (role == CellMonoRole)
            return true;
        return shows || role == Qt::ToolTipRole ? QVariant(placeText(found)) : QVariant();
    case Revoke:
        if (!mayRevoke(index.row()))
            return {};
        if (role == CellToneRole)
            return static_cast<int>(Tone::Danger);
        return shows ? QVariant(tr("Revoke…")) : QVariant();
    default: return {};
    }
}

QVariant LeaksModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case State: return tr("State");
    case Key: return tr("Key");
    case Owner: return tr("Owner");
    case Place: return tr("Found in");
    default: return QString();
    }
}

QList<Column> LeaksModel::columns()
{
    QList<Column> list(ColumnCount);
    list[State] = {u"state"_s, 150, 0, 1};
    list[Key] = {u"key"_s, 190, 0, 3};
    list[Owner] = {u"owner"_s, 130, 2, 2};
    list[Place] = {u"place"_s, 320, 0, 6};
    list[Revoke] = {u"revoke"_s, 96, 0, 0, true};
    list[State].words = worthWords;
    for (Column& column : list)
        column.sortable = false;
    return list;
}

void LeaksModel::setHits(std::vector<LeakHit> hits)
{
    m_hits = std::move(hits);
    std::ranges::stable_sort(m_hits, {}, [](const LeakHit& hit) { return hit.worth; });
    show();
}

void LeaksModel::search(const QString& wanted)
{
    m_text = wanted.trimmed();
    show();
}

void LeaksModel::show()
{
    beginResetModel();
    m_shown.clear();
    for (std::size_t at = 0; at < m_hits.size(); ++at) {
        const LeakHit& hit = m_hits[at];
        const QString words = text(hit.prefix) + u'\n' + placeText(hit) + u'\n' +
                              (hit.key ? text(hit.key->name) + u'\n' + text(hit.key->owner.name) : QString());
        if (containsText(words, m_text))
            m_shown.push_back(at);
    }
    endResetModel();
}

void LeaksModel::markRevoked(const std::vector<KeyId>& keys)
{
    for (LeakHit& hit : m_hits)
        if (hit.key && std::ranges::find(keys, hit.key->id) != keys.end())
            hit.worth = LeakWorth::Revoked;
    if (!m_shown.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void LeaksModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_shown.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

} // namespace sallyport::ui
