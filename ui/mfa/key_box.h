#pragma once

#include "ui/look/surface.h"

class QLabel;
class QPushButton;

namespace sallyport::ui {

/// A raised box with a secret in two fixed-width lines, far enough apart to be read aloud, and its Copy button.
class KeyBox final : public QWidget {
    Q_OBJECT

public:
    explicit KeyBox(const QString& objectName, QWidget* parent = nullptr);

    /// One or two lines.
    void setLines(const QString& text);
    void clear() { setLines({}); }
    QPushButton* copyButton() const { return m_copy; }
    QString text() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QLabel* makeLine(const QString& objectName);

    QLabel* m_first;
    QLabel* m_second;
    QPushButton* m_copy;
};

} // namespace sallyport::ui
