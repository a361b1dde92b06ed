#include "ui/translations/translations.h"

#include <QtCore/qdir.h>
#include <QtCore/qglobal.h>

// Q_INIT_RESOURCE must not stand in a namespace.
static void initResource()
{
    Q_INIT_RESOURCE(sallyport_translations);
}

namespace sallyport::ui {

void initTranslations()
{
    initResource();
}

} // namespace sallyport::ui
