#include "app/console/preferences.h"

#include "ui/console/local_file.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace sallyport::app {

namespace {

// One value, one line: a line feed inside is written as %0A.
QString encoded(QString value)
{
    return value.replace(u'%', QStringLiteral("%25")).replace(u'\n', QStringLiteral("%0A")).remove(u'\r');
}
QString decoded(QString value)
{
    return value.replace(QStringLiteral("%0A"), QStringLiteral("\n")).replace(QStringLiteral("%25"), QStringLiteral("%"));
}

} // namespace

Preferences::Preferences(const std::filesystem::path& directory)
{
    if (!directory.empty())
        m_file = directory / "console.ini";
    load();
}

void Preferences::load()
{
    m_values.clear();
    if (m_file.empty())
        return;
    QFile file;
    const auto name = QString::fromStdString(m_file.string());
    if (!ui::openLocalFile(file, name, QIODevice::ReadOnly) || file.size() > largestFile)
        return;
    const auto lines = QString::fromUtf8(file.readAll()).split(u'\n');
    for (const auto& line : lines) {
        const auto at = line.indexOf(u'=');
        if (at > 0 && !line.startsWith(u'#'))
            m_values.insert(line.left(at).trimmed(), decoded(line.mid(at + 1).trimmed()));
    }
}

void Preferences::setValue(const QString& key, const QString& value)
{
    if (m_values.value(key) == value)
        return;
    m_values.insert(key, value);
    store();
}

void Preferences::moveTo(const std::filesystem::path& directory)
{
    m_file = directory / "console.ini";
    store();
}

void Preferences::store() const
{
    const auto name = QString::fromStdString(m_file.string());
    if (m_file.empty() || !QFileInfo(QFileInfo(name).path()).isDir() || !isFileOrFree(m_file))
        return; // before the vault is made there is no place yet; the first run stores it again afterwards
    QSaveFile file(name);
    if (!file.open(QIODevice::WriteOnly))
        return; // a preference that is not kept is no reason to stop anybody
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    for (auto at = m_values.cbegin(); at != m_values.cend(); ++at)
        file.write(QString(at.key() + u'=' + encoded(at.value()) + u'\n').toUtf8());
    file.commit();
}

} // namespace sallyport::app
