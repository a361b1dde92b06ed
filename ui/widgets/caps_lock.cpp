#include "ui/widgets/caps_lock.h"

#include <QGuiApplication>

#include <xcb/xcb.h>

#include <cstdlib>
#include <memory>

namespace sallyport::ui {

std::optional<bool> capsLockFromKey(const QKeyEvent& event)
{
    const QString text = event.text();
    if (text.size() != 1 || event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return std::nullopt;
    const QChar letter = text.at(0);
    if (!letter.isLetter() || letter.toUpper() == letter.toLower())
        return std::nullopt;
    const bool shift = event.modifiers() & Qt::ShiftModifier;
    return letter.isUpper() != shift;
}

std::optional<bool> capsLockFromPlatform()
{
    auto* x11 = qGuiApp ? qGuiApp->nativeInterface<QNativeInterface::QX11Application>() : nullptr;
    if (!x11 || !x11->connection())
        return std::nullopt;
    // The pointer's state carries the modifiers in effect; a local round trip to the X server, well under a millisecond.
    xcb_connection_t* connection = x11->connection();
    const xcb_screen_t* screen = xcb_setup_roots_iterator(xcb_get_setup(connection)).data;
    const auto free = [](void* memory) { std::free(memory); };
    const std::unique_ptr<xcb_query_pointer_reply_t, decltype(free)> reply(
        xcb_query_pointer_reply(connection, xcb_query_pointer(connection, screen->root), nullptr), free);
    if (!reply)
        return std::nullopt;
    return (reply->mask & XCB_MOD_MASK_LOCK) != 0;
}

} // namespace sallyport::ui
