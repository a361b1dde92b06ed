#pragma once

#include "backend/base/descriptor.h"

#include <QFile>
#include <QString>

namespace sallyport::ui {

/// Opens a file that somebody has chosen, for reading, or for writing it anew, for its user only. What is no file (a pipe, a
/// device) is refused: it would keep the window waiting, or swallow what was saved. See backend/base/descriptor.h.
inline bool openLocalFile(QFile& file, const QString& path, QIODevice::OpenMode mode)
{
    const int flags = (mode & QIODevice::WriteOnly) != 0 ? O_WRONLY | O_CREAT | O_TRUNC : O_RDONLY;
    Descriptor opened = openFile(QFile::encodeName(path).toStdString(), flags);
    return opened.valid() && file.open(opened.release(), mode, QFileDevice::AutoCloseHandle);
}

/// Whether a file that is written beside it may take this name.
inline bool isFileOrFree(const QString& path)
{
    return sallyport::isFileOrFree(QFile::encodeName(path).toStdString());
}

} // namespace sallyport::ui
