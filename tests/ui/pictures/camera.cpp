#include "tests/ui/pictures/camera.h"

#include "tests/ui/support/panel_test.h"
#include "ui/widgets/page_header.h"

namespace sallyport::tests {

QWidget& needDialog(const char* name)
{
    const QString wanted = QString::fromLatin1(name);
    waitFor((std::string("the dialog ") + name).c_str(), [&] { return openDialog(wanted) != nullptr; });
    return *openDialog(wanted);
}

void Camera::take(QWidget& widget, const QString& name)
{
    shoot(widget, name + QStringLiteral("-1920"), large);
    shoot(widget, name, small);
}

void Camera::takeDialog(QWidget& dialog, const QString& name)
{
    QTest::qWait(100);
    save(dialog.grab(), name);
}

void Camera::shoot(QWidget& widget, const QString& name, QSize size)
{
    widget.resize(size);
    widget.show();
    // Nobody is at the keyboard unless the picture is about it.
    if (const auto* header = widget.findChild<ui::PageHeader*>(); header && header->isAncestorOf(widget.focusWidget()))
        widget.focusWidget()->clearFocus();
    QTest::qWait(60);
    save(widget.grab(), name);
}

void Camera::save(const QPixmap& picture, const QString& name)
{
    const QString path = m_folder.filePath(name + m_suffix + QStringLiteral(".png"));
    if (!picture.save(path))
        throw Missing("cannot write " + path.toStdString());
    ++m_taken;
}

} // namespace sallyport::tests
