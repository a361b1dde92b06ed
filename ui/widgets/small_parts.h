#pragma once

#include "ui/look/icons.h"
#include "ui/look/text_style.h"

#include <QKeySequence>
#include <QLabel>
#include <QWidget>

namespace sallyport::ui {

/// A key combination in a small box: `Ctrl+K`.
class Keycap final : public QWidget {
    Q_OBJECT

public:
    explicit Keycap(const QKeySequence& keys, QWidget* parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_text;
};

/// Draws a keycap with its trailing edge at `rect`'s and returns its width.
int drawKeycap(QPainter* painter, const QRect& rect, const QString& text);
int keycapWidth(const QString& text);

/// Up to two initials of a name: `Elif Yıldız` gives `EY`, `Anneke de Vries` gives `AV`.
QString initialsOf(const QString& name);

/// A circle with initials; 24 px in rows, 40 in panes.
class Avatar final : public QWidget {
    Q_OBJECT

public:
    explicit Avatar(int diameter, QWidget* parent = nullptr);
    void setName(const QString& name);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int m_diameter;
    QString m_initials;
};

void drawAvatar(QPainter* painter, const QRectF& circle, const QString& initials, bool selected = false);

/// A pill's width, and the pill itself with its leading edge at `rect`'s, in the middle of its height.
int pillWidth(Icon icon, const QString& text);
void drawPill(QPainter* painter, const QRect& rect, Tone tone, Icon icon, const QString& text);

/// A tinted mark of 20 px: icon and one or two words.
class Pill final : public QWidget {
    Q_OBJECT

public:
    explicit Pill(QWidget* parent = nullptr);
    void setContent(Tone tone, Icon icon, const QString& text);
    QString text() const { return m_text; }
    Tone tone() const { return m_tone; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Tone m_tone = Tone::Muted;
    Icon m_icon = Icon::None;
    QString m_text;
};

/// An outlined word of 24 px, for lists of permissions and the like; with `removable` it carries a close button.
class Chip final : public QWidget {
    Q_OBJECT

public:
    explicit Chip(const QString& text, Tone tone = Tone::Normal, QWidget* parent = nullptr);
    void setRemovable(bool removable);
    QString text() const { return m_text; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void removeRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QString m_text;
    Tone m_tone;
    bool m_removable = false;
};

/// One icon in a token's colour.
class IconLabel final : public QWidget {
    Q_OBJECT

public:
    explicit IconLabel(Icon icon, Tone tone = Tone::Muted, int px = 16, QWidget* parent = nullptr);
    void setIcon(Icon icon, Tone tone);
    QSize sizeHint() const override { return {m_px, m_px}; }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Icon m_icon;
    Tone m_tone;
    int m_px;
};

/// One line of plain text that elides when there is no room and then tells the whole text in its tool tip, or lines of it.
class ElideLabel final : public QWidget {
    Q_OBJECT

public:
    explicit ElideLabel(TextStyle style = TextStyle::Body, Tone tone = Tone::Normal, QWidget* parent = nullptr);
    void setText(const QString& text);
    QString text() const { return m_text; }
    /// In lines instead, as many as it takes: nothing is cut.
    void setWraps(bool wraps);
    /// As high as what stands beside it: in the middle of one line, beside the first of several.
    void setBesideLines();
    /// There is no room for all of it.
    bool isElided() const;
    TextStyle style() const { return m_style; }
    void setStyle(TextStyle style);
    bool hasHeightForWidth() const override { return m_wraps; }
    int heightForWidth(int width) const override;
    void setTone(Tone tone);
    void setElideMode(Qt::TextElideMode mode);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void updateToolTip();

    QString m_text;
    TextStyle m_style;
    Tone m_tone;
    Qt::TextElideMode m_mode = Qt::ElideRight;
    bool m_wraps = false;
    bool m_besideLines = false;
};

} // namespace sallyport::ui
