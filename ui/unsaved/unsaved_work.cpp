#include "ui/unsaved/unsaved_work.h"

#include <QObject>

namespace sallyport::ui {

QStringList unsavedWorkIn(const QObject* root)
{
    QStringList all;
    const auto add = [&all](const QObject* object) {
        const auto* work = dynamic_cast<const UnsavedWork*>(object);
        if (const QString lost = work ? work->unsavedWork() : QString(); !lost.isEmpty())
            all << lost;
    };
    add(root);
    const auto children = root->findChildren<QObject*>();
    for (const QObject* child : children)
        add(child);
    return all;
}

} // namespace sallyport::ui
