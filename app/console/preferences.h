#pragma once

#include <QMap>
#include <QString>

#include <filesystem>

namespace sallyport::app {

/// The server address that the operator agreed to open to the network.
inline const QString PublicAddressKey = QStringLiteral("server_public_address");

/// Who signed in last: the sign-in screen offers that address.
inline const QString LastOperator = QStringLiteral("last_operator");

/// What the console must know before the vault is open, and what belongs to this screen and not to the vault: language,
/// theme, the list's columns. A small text file, `console.ini`, in the data directory. Nothing secret goes in.
class Preferences {
public:
    /// An empty directory: kept in memory only (demo).
    explicit Preferences(const std::filesystem::path& directory);

    /// Reads the file; a missing or damaged one is an empty one.
    void load();
    QString value(const QString& key, const QString& otherwise = {}) const { return m_values.value(key, otherwise); }
    /// Changes and stores at once, if the directory is there.
    void setValue(const QString& key, const QString& value);

    /// Keeps what it knows in another directory from now on: the vault that was just made.
    void moveTo(const std::filesystem::path& directory);

    static constexpr qint64 largestFile = 64 * 1024;

private:
    void store() const;

    std::filesystem::path m_file;
    QMap<QString, QString> m_values;
};

} // namespace sallyport::app
