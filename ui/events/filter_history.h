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

/// The filters that were used lately. They name people and addresses, so that they stay in memory and go with the panel, as it
/// does when the vault is locked: preferences lie in clear beside the vault.
class FilterHistory final : public QObject {
    Q_OBJECT

public:
    static constexpr int mostRecent = 10;

    explicit FilterHistory(PreferenceStore preferences, QObject* parent = nullptr);

    const QStringList& recent() const { return m_recent; }

    /// Remembers a filter as the latest one.
    void use(const QString& filter);
    void clearRecent();
    /// Filters that an earlier version kept here; they are gone from here then. The vault keeps searches now.
    QStringList takeOldSaved();

Q_SIGNALS:
    void changed();

private:
    PreferenceStore m_preferences;
    QStringList m_recent;
};

} // namespace sallyport::ui
