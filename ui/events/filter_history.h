#pragma once

#include <QObject>
#include <QStringList>

#include <functional>

namespace sallyport::ui {

/// Where the console keeps what belongs to the screen and not to the vault: one line a key, nothing secret. Empty
/// functions: it lasts as long as the panel.
struct PreferenceStore {
    std::function<QString(const QString& key)> read;
    std::function<void(const QString& key, const QString& value)> write;
};

/// The filters that were used lately and those that were kept, in the program's preferences (no secrets).
class FilterHistory final : public QObject {
    Q_OBJECT

public:
    static constexpr int mostRecent = 10;
    static constexpr int mostSaved = 50;

    explicit FilterHistory(PreferenceStore preferences, QObject* parent = nullptr);

    const QStringList& recent() const { return m_recent; }
    const QStringList& saved() const { return m_saved; }
    bool isSaved(const QString& filter) const { return m_saved.contains(filter.simplified()); }

    /// Remembers a filter as the latest one.
    void use(const QString& filter);
    void save(const QString& filter);
    void remove(const QString& filter);
    void clearRecent();

Q_SIGNALS:
    void changed();

private:
    void write();

    PreferenceStore m_preferences;
    QStringList m_recent;
    QStringList m_saved;
};

} // namespace sallyport::ui
