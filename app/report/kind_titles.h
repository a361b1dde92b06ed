#pragma once

#include <QString>

namespace sallyport::report {

/// The title of a kind of event in `language`, nothing if it is English or the kind isn't known here: then the English
/// title of the input is shown. tests/report checks that none is missing.
QString kindTitle(const QString& language, const QString& kind);

} // namespace sallyport::report
