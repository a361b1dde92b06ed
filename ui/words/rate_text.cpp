#include "ui/words/rate_text.h"

#include <QLocale>

namespace sallyport::ui {

QString rateText(double perSecond)
{
    return QLocale().toString(perSecond, 'f', perSecond > 0 && perSecond < 100 ? 1 : 0);
}

} // namespace sallyport::ui
