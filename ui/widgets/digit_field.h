#pragma once

#include <QLineEdit>

namespace sallyport::ui {

/// Six digits in six boxes with a dash in the middle: one line edit painted as boxes, so that pasting, undo and
/// assistive technology work as ever. Digits read from left to right in every language.
class DigitField final : public QLineEdit {
    Q_OBJECT

public:
    static constexpr int digits = 6;

    explicit DigitField(const QString& objectName, QWidget* parent = nullptr);

    /// The digits typed so far, without anything else.
    QString code() const { return text(); }
    void setInvalid(bool invalid);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    /// The sixth digit was entered.
    void completed(const QString& code);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    QRect box(int index) const;
    void takeText(const QString& text);
    void paste();

    bool m_invalid = false;
};

} // namespace sallyport::ui
