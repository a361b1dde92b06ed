#pragma once

#include <QStringList>

class QObject;

namespace sallyport::ui {

/// A form, a draft or a filled dialog that isn't saved. Whoever takes it away, by locking or closing the window, asks before.
class UnsavedWork {
public:
    virtual ~UnsavedWork() = default;
    /// What would be lost, in a few words (`3 changes to Clerk`); empty: nothing.
    virtual QString unsavedWork() const = 0;
};

/// Of `root` and all that is in it, in the order in which it was made.
QStringList unsavedWorkIn(const QObject* root);

} // namespace sallyport::ui
