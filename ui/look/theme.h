#pragma once

#include "ui/look/tokens.h"

#include <QObject>
#include <QPalette>
#include <QPointer>

class QFocusFrame;
class QWidget;

namespace sallyport::ui {

enum class ThemeMode { System, Light, Dark };

/// The colours of high contrast over a desktop's palette: every text and mark at least 7:1, and none less than without it.
TokenTable highContrastTable(const QPalette& system);

/// Puts the look on the QApplication: style, fonts, palette and the one style template. Made once by the
/// composition root, before the first widget; changes apply to everything at once.
class Theme final : public QObject {
    Q_OBJECT

public:
    explicit Theme(QObject* parent = nullptr);
    ~Theme() override;

    ThemeMode mode() const { return m_mode; }
    void setMode(ThemeMode mode);

    bool highContrast() const { return m_highContrast; }
    /// System colours instead of ours; tints become borders.
    void setHighContrast(bool on);

    /// What is on the screen.
    Scheme scheme() const;

    /// What the desktop says it wants; used in ThemeMode::System.
    void setSystemScheme(Scheme scheme);

    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    /// The colours on the screen changed.
    void changed();

private:
    void apply();
    void followDesktop();
    void showFocusRing(QWidget* widget);

    QPalette m_systemPalette;
    ThemeMode m_mode = ThemeMode::System;
    Scheme m_systemScheme = Scheme::Light;
    bool m_highContrast = false;
    QPointer<QFocusFrame> m_focusRing;
    bool m_keyboardLast = false; ///< the last thing that was done was done by keyboard
};

} // namespace sallyport::ui
