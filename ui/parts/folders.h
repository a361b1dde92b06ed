#pragma once

#include <QDir>
#include <QStandardPaths>

namespace sallyport::ui {

/// Where a file is offered to be put: the operator's documents, or their home where there is no such folder.
inline QString documentsFolder()
{
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return !documents.isEmpty() && QDir(documents).exists() ? documents : QDir::homePath();
}

} // namespace sallyport::ui
