#include "ui/look/icons.h"

#include "ui/look/icon_engine.h"

#include <array>

namespace sallyport::ui {

namespace {

constexpr auto names = std::to_array<const char*>({
    "",
    "activity",
    "arrow-down",
    "arrow-left",
    "arrow-right",
    "arrow-up",
    "ban",
    "bell",
    "bookmark",
    "bot",
    "calendar",
    "certificate",
    "check",
    "check-circle",
    "chevron-down",
    "chevron-left",
    "chevron-right",
    "chevron-up",
    "chevrons-up-down",
    "clock",
    "close",
    "columns",
    "copy",
    "critical",
    "cross",
    "dash",
    "dashboard",
    "database",
    "download",
    "edit",
    "error",
    "export",
    "external",
    "eye",
    "eye-off",
    "file",
    "filter",
    "flask",
    "folder",
    "gauge",
    "globe",
    "headers",
    "help",
    "history",
    "hourglass",
    "import",
    "info",
    "key",
    "language",
    "lifebuoy",
    "lightbulb",
    "link",
    "list-check",
    "live",
    "lock",
    "mail",
    "monitor",
    "moon",
    "more",
    "not-equal",
    "note",
    "off-circle",
    "pause",
    "phone",
    "play",
    "plus",
    "print",
    "qr",
    "records",
    "refresh",
    "report",
    "save",
    "scale",
    "scan-search",
    "search",
    "server",
    "server-pause",
    "server-play",
    "settings",
    "shield",
    "shield-check",
    "shield-off",
    "shield-user",
    "signature",
    "sign-in",
    "sign-out",
    "siren",
    "sparkle",
    "stop",
    "sun",
    "swap",
    "threats",
    "timer",
    "trash",
    "unlock",
    "upload",
    "user",
    "user-circle",
    "users",
    "warning",
    "zap",
});

} // namespace

QLatin1StringView iconName(Icon icon)
{
    return QLatin1StringView(names[static_cast<std::size_t>(icon)]);
}

int iconCount()
{
    return static_cast<int>(names.size()) - 1;
}

QIcon icon(Icon which, Token token)
{
    return which == Icon::None ? QIcon() : QIcon(new IconEngine(which, token));
}

} // namespace sallyport::ui
