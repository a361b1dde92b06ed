#include "ui/look/theme.h"

#include "ui/look/accessible_parts.h"
#include "ui/look/app_style.h"
#include "ui/look/desktop_scheme.h"
#include "ui/look/plain_tips.h"
#include "ui/look/text_style.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QFocusEvent>
#include <QFocusFrame>
#include <QHelpEvent>
#include <QListWidget>
#include <QStyleFactory>

// A static library's resources are only linked when they are named, and the macro must stand outside a namespace.
static void registerStyleResources()
{
    Q_INIT_RESOURCE(sallyport_ui);
}

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double leastContrast = 7;     // WCAG 2.2, 1.4.6
constexpr double selectionShare = 0.12; // text on it stays above what it has in the other schemes

/// The colour, moved towards `text` until it stands out from `base`.
QColor strengthened(const QColor& colour, const QColor& base, const QColor& text)
{
    for (int step = 0; step <= 20; ++step)
        if (const QColor tried = mixed(colour, text, step / 20.0); contrastRatio(tried, base) >= leastContrast)
            return tried;
    return text;
}

QString styleTemplate()
{
    registerStyleResources();
    QFile file(u":/sallyport/styles/sallyport.qss"_s);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString filledTemplate(const TokenTable& table)
{
    QString sheet = styleTemplate();
    for (int i = 0; i < tokenCount; ++i) {
        const QString placeholder = u"@"_s + tokenName(static_cast<Token>(i)) + u"@"_s;
        sheet.replace(placeholder, table[static_cast<std::size_t>(i)].name(QColor::HexRgb));
    }
    if (QGuiApplication::isRightToLeft()) // a sheet's left is left in either direction
        sheet += u"QMenu::item { padding: 6px 10px 6px 24px; } QMenu::icon { padding-left: 0; padding-right: 6px; }"_s;
    return sheet;
}

/// A choice or a number that the pointer only passes while something scrolls: without the keyboard it stays as it is.
bool passesWheelOn(const QObject* watched)
{
    const auto* widget = qobject_cast<const QComboBox*>(watched) ? static_cast<const QWidget*>(watched)
                                                                 : qobject_cast<const QAbstractSpinBox*>(watched);
    return widget != nullptr && !widget->hasFocus();
}

QPalette paletteOf(const TokenTable& table)
{
    const auto at = [&table](Token token) { return table[static_cast<std::size_t>(token)]; };
    QPalette palette;
    palette.setColor(QPalette::Window, at(Token::Surface));
    palette.setColor(QPalette::Base, at(Token::Surface));
    palette.setColor(QPalette::AlternateBase, at(Token::Raised));
    palette.setColor(QPalette::Button, at(Token::Surface));
    palette.setColor(QPalette::ToolTipBase, at(Token::Raised));
    palette.setColor(QPalette::ToolTipText, at(Token::Text));
    palette.setColor(QPalette::WindowText, at(Token::Text));
    palette.setColor(QPalette::Text, at(Token::Text));
    palette.setColor(QPalette::ButtonText, at(Token::Text));
    palette.setColor(QPalette::BrightText, at(Token::Danger));
    palette.setColor(QPalette::PlaceholderText, at(Token::TextMuted));
    palette.setColor(QPalette::Highlight, at(Token::Accent));
    palette.setColor(QPalette::HighlightedText, at(Token::AccentText));
    palette.setColor(QPalette::Link, at(Token::Accent));
    palette.setColor(QPalette::LinkVisited, at(Token::Accent));
    palette.setColor(QPalette::Light, at(Token::Raised));
    palette.setColor(QPalette::Midlight, at(Token::Hover));
    palette.setColor(QPalette::Mid, at(Token::Border));
    palette.setColor(QPalette::Dark, at(Token::BorderStrong));
    palette.setColor(QPalette::Shadow, at(Token::Control));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, at(Token::Control));
    return palette;
}

/// System colours in the places of our tokens, made as strong as they must be: a desktop's palette promises no contrast. Borders
/// and states are text-coloured: shape and icon carry them.
} // namespace

TokenTable highContrastTable(const QPalette& system)
{
    const bool dark = system.color(QPalette::Base).lightness() < 128;
    const QColor base = dark ? Qt::black : Qt::white, text = dark ? Qt::white : Qt::black;
    TokenTable table;
    table.fill(text);
    const auto set = [&table](Token token, const QColor& colour) { table[static_cast<std::size_t>(token)] = colour; };
    const QColor highlight = system.color(QPalette::Highlight);
    const QColor selection = mixed(base, highlight, selectionShare);
    for (const Token token : {Token::Window, Token::Surface, Token::Raised, Token::SuccessTint, Token::WarningTint,
                              Token::DangerTint, Token::InfoTint, Token::NeutralPill, Token::Avatar, Token::Hover})
        set(token, base);
    set(Token::Selection, selection);
    set(Token::Accent, strengthened(strengthened(highlight, base, text), selection, text));
    set(Token::AccentText, base);
    set(Token::Grid, mixed(base, text, 0.5));
    // Four that differ in hue, each readable by itself.
    set(Token::ChartNormal, QColor::fromRgb(dark ? 0x8AB4FF : 0x0B3D91));
    set(Token::ChartOther, QColor::fromRgb(dark ? 0xC9C9C9 : 0x555555));
    set(Token::ChartRefused, QColor::fromRgb(dark ? 0xFFD24D : 0x6B4400));
    set(Token::ChartBlocked, QColor::fromRgb(dark ? 0xFF8A80 : 0xA30000));
    return table;
}

Theme::Theme(QObject* parent) : QObject(parent), m_systemPalette(QApplication::palette())
{
    m_systemScheme = m_systemPalette.color(QPalette::Window).lightness() < 128 ? Scheme::Dark : Scheme::Light;
    QApplication::setStyle(new AppStyle);
    installAccessibleParts();
    QApplication::setFont(textFont(TextStyle::Body));
    QApplication::setFont(textFont(TextStyle::BodyStrong), "QPushButton");
    QApplication::setFont(textFont(TextStyle::Small), "QToolTip");
    qApp->installEventFilter(this);
    followDesktop();
    apply();
}

Theme::~Theme()
{
    delete m_focusRing;
}

void Theme::followDesktop()
{
    auto* desktop = new DesktopScheme(this);
    connect(desktop, &DesktopScheme::preferred, this, &Theme::setSystemScheme);
}

void Theme::setMode(ThemeMode mode)
{
    if (m_mode == mode)
        return;
    m_mode = mode;
    apply();
}

void Theme::setHighContrast(bool on)
{
    if (m_highContrast == on)
        return;
    m_highContrast = on;
    apply();
}

void Theme::setSystemScheme(Scheme scheme)
{
    if (m_systemScheme == scheme)
        return;
    m_systemScheme = scheme;
    if (m_mode == ThemeMode::System)
        apply();
}

Scheme Theme::scheme() const
{
    if (m_mode == ThemeMode::System)
        return m_systemScheme;
    return m_mode == ThemeMode::Dark ? Scheme::Dark : Scheme::Light;
}

void Theme::apply()
{
    const bool dark = m_highContrast ? m_systemPalette.color(QPalette::Base).lightness() < 128 : scheme() == Scheme::Dark;
    const TokenTable table = m_highContrast ? highContrastTable(m_systemPalette) : tokenTable(scheme());
    setCurrentTokens(table, dark, m_highContrast);
    // Put aside first: replacing a sheet by another one costs five times as much as taking it away and setting one anew.
    qApp->setStyleSheet({});
    QApplication::setPalette(paletteOf(table));
    qApp->setStyleSheet(filledTemplate(table));
    Q_EMIT changed();
}

bool Theme::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress || event->type() == QEvent::MouseButtonPress)
        m_keyboardLast = event->type() == QEvent::KeyPress;
    if (event->type() == QEvent::Wheel && passesWheelOn(watched)) {
        event->ignore(); // what stands around it scrolls
        return true;
    }
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
        // Lists of Qt's own have no row of their own that shows it.
        QWidget* ringed = qobject_cast<QAbstractButton*>(watched);
        if (ringed == nullptr)
            ringed = qobject_cast<QListWidget*>(watched);
        const auto reason = static_cast<QFocusEvent*>(event)->reason();
        // Who works by keyboard sees where it went, also when the program has put it there.
        const bool byKeyboard = reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason ||
                                reason == Qt::ShortcutFocusReason || (reason != Qt::MouseFocusReason && m_keyboardLast);
        if (ringed && event->type() == QEvent::FocusIn && byKeyboard)
            showFocusRing(ringed);
        else if (m_focusRing && m_focusRing->widget() == watched)
            showFocusRing(nullptr);
    }
    return event->type() == QEvent::ToolTip && showPlainTip(watched, *static_cast<QHelpEvent*>(event));
}

void Theme::showFocusRing(QWidget* widget)
{
    if (!m_focusRing) {
        if (!widget)
            return;
        m_focusRing = new QFocusFrame(widget->parentWidget());
    }
    m_focusRing->setWidget(widget);
}

} // namespace sallyport::ui
