#pragma once

#include <QString>

namespace sallyport::ui {

/// Requests a second as every place shows them: `42.6`; one digit below 100, none above, `0` when there are none.
QString rateText(double perSecond);

} // namespace sallyport::ui
