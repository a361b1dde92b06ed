#pragma once

#include "ui/look/tokens.h"

#include <QIcon>
#include <QLatin1StringView>

class QPainter;

namespace sallyport::ui {

/// The line icons: resources/icons/<name>.svg, one family on a 24 grid.
enum class Icon {
    None,
    Activity,
    ArrowDown,
    ArrowLeft,
    ArrowRight,
    ArrowUp,
    Ban,
    Bell,
    Bookmark,
    Bot,
    Calendar,
    Certificate,
    Check,
    CheckCircle,
    ChevronDown,
    ChevronLeft,
    ChevronRight,
    ChevronUp,
    ChevronsUpDown,
    Clock,
    Close,
    Columns,
    Copy,
    Critical,
    Cross,
    Dash,
    Dashboard,
    Database,
    Download,
    Edit,
    Error,
    Export,
    External,
    Eye,
    EyeOff,
    File,
    Filter,
    Flask,
    Folder,
    Gauge,
    Globe,
    Headers,
    Help,
    History,
    Hourglass,
    Import,
    Info,
    Key,
    Language,
    Lifebuoy,
    Lightbulb,
    Link,
    ListCheck,
    Live,
    Lock,
    Mail,
    Monitor,
    Moon,
    More,
    NotEqual,
    Note,
    OffCircle,
    Pause,
    Phone,
    Play,
    Plus,
    Print,
    Qr,
    Records,
    Refresh,
    Report,
    Save,
    Scale,
    ScanSearch,
    Search,
    Server,
    ServerPause,
    ServerPlay,
    Settings,
    Shield,
    ShieldCheck,
    ShieldOff,
    ShieldUser,
    Signature,
    SignIn,
    SignOut,
    Siren,
    Sparkle,
    Stop,
    Sun,
    Swap,
    Threats,
    Timer,
    Trash,
    Unlock,
    Upload,
    User,
    UserCircle,
    Users,
    Warning,
    Zap,
};

/// The icon's file name without suffix; empty for Icon::None.
QLatin1StringView iconName(Icon icon);
/// How many icons there are, Icon::None not counted.
int iconCount();

/// Draws the icon in one colour into the middle of `rect`, `px` logical pixels large, sharp at any pixel ratio.
/// Lines are 1.4 px at 16 px and grow more slowly than the icon. Arrows point along the line that is read, in either direction.
void drawIcon(QPainter* painter, Icon icon, const QRectF& rect, const QColor& colour, double px = 16);

/// The icon as a QIcon that follows the theme: `token` when enabled, the control colour when disabled.
QIcon icon(Icon which, Token token = Token::Text);

} // namespace sallyport::ui
