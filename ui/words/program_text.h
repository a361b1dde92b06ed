#pragma once

#include <QString>

namespace sallyport::ui {

/// A User-Agent in people's words: `Firefox on Linux`, `curl 7.88.1`, `Northgate Ward App 4.2`. What a client says about
/// itself proves nothing; an empty one is `Unknown program`.
QString programText(const QString& userAgent);

} // namespace sallyport::ui
