#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QList>

#include <filesystem>

namespace sallyport::test {

/// The lines of a file that are whole.
QList<QByteArray> linesOf(const std::filesystem::path& file);
/// The same as JSON documents.
QJsonArray documentsOf(const std::filesystem::path& file);

} // namespace sallyport::test
