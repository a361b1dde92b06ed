#pragma once

#include <QDir>
#include <QTest>
#include <QWidget>

#include <stdexcept>

namespace sallyport::tests {

/// What a picture waits for didn't come, or isn't there. The text says what, in a sentence.
struct Missing : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// Waits as Qt's tests do, but longer: pictures are also taken on busy machines. Throws Missing, which names `what`.
template <typename Condition>
void waitFor(const char* what, Condition condition)
{
    if (!QTest::qWaitFor(condition, 30'000))
        throw Missing(std::string("waited in vain for ") + what);
}

/// The child of that name; throws Missing if there is none.
template <typename T = QWidget>
T& need(QObject& root, const char* name)
{
    auto* found = root.findChild<T*>(QString::fromLatin1(name));
    if (found == nullptr)
        throw Missing(std::string("there is no ") + name);
    return *found;
}

/// The dialog of that name that is open somewhere, as soon as it is.
QWidget& needDialog(const char* name);

/// Takes pictures into a folder: each panel in the room that the shell leaves it in a window of 1280x800 and 1920x1080.
class Camera {
public:
    Camera(QDir folder, QString suffix) : m_folder(std::move(folder)), m_suffix(std::move(suffix)) {}

    static constexpr QSize small{1072, 772};
    static constexpr QSize large{1712, 1052};

    /// In both sizes, the small one last: what follows goes on from it.
    void take(QWidget& widget, const QString& name);
    /// A dialog alone.
    void takeDialog(QWidget& dialog, const QString& name);
    QString pathOf(const QString& name) const { return m_folder.filePath(name); }
    int taken() const { return m_taken; }

private:
    void shoot(QWidget& widget, const QString& name, QSize size);
    void save(const QPixmap& picture, const QString& name);

    QDir m_folder;
    QString m_suffix;
    int m_taken = 0;
};

} // namespace sallyport::tests
