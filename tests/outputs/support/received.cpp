#include "tests/outputs/support/received.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace sallyport::test {

QList<QByteArray> linesOf(const std::filesystem::path& path)
{
    QFile file(QString::fromStdString(path.string()));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<QByteArray> lines = file.readAll().split('\n');
    lines.removeLast(); // nothing, or half a line
    return lines;
}

QJsonArray documentsOf(const std::filesystem::path& path)
{
    QJsonArray documents;
    for (const QByteArray& line : linesOf(path))
        documents.append(QJsonDocument::fromJson(line).object());
    return documents;
}

} // namespace sallyport::test
