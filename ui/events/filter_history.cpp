#include "ui/events/filter_history.h"

namespace sallyport::ui {
namespace {

// A filter holds no tab: the editor turns it into a space.
constexpr char16_t between = u'\t';
const auto recentKey = QStringLiteral("events.recent");
const auto savedKey = QStringLiteral("events.saved");

} // namespace

FilterHistory::FilterHistory(PreferenceStore preferences, QObject* parent)
    : QObject(parent), m_preferences(std::move(preferences))
{
    // An earlier version wrote them down, names of people included.
    if (m_preferences.read && m_preferences.write && !m_preferences.read(recentKey).isEmpty())
        m_preferences.write(recentKey, {});
}

void FilterHistory::use(const QString& filter)
{
    const QString text = filter.simplified();
    if (text.isEmpty() || (!m_recent.isEmpty() && m_recent.first() == text))
        return;
    m_recent.removeAll(text);
    m_recent.prepend(text);
    m_recent = m_recent.mid(0, mostRecent);
    Q_EMIT changed();
}

QStringList FilterHistory::takeOldSaved()
{
    constexpr int most = 50;
    const QStringList saved =
        m_preferences.read ? m_preferences.read(savedKey).split(between, Qt::SkipEmptyParts).mid(0, most) : QStringList();
    if (!saved.isEmpty() && m_preferences.write)
        m_preferences.write(savedKey, {});
    return saved;
}

void FilterHistory::clearRecent()
{
    m_recent.clear();
    Q_EMIT changed();
}

} // namespace sallyport::ui
