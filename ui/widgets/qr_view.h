#pragma once

#include <QImage>
#include <QWidget>

#include <vector>

namespace sallyport::ui {

/// A QR code: always black on white, four modules of quiet zone, every module the same number of whole device pixels.
class QrView final : public QWidget {
    Q_OBJECT

public:
    static constexpr int quietModules = 4;

    explicit QrView(const QString& objectName, QWidget* parent = nullptr);

    /// `modules` row by row, `side` * `side` of them, true is black. An empty matrix shows nothing.
    void setMatrix(std::vector<bool> modules, int side);
    /// Forgets the code and paints blank.
    void clear() { setMatrix({}, 0); }
    bool isBlank() const { return m_side == 0; }
    /// The code as an image with its quiet zone, for printing; `pixels` a module.
    QImage image(int pixels) const;
    QSize sizeHint() const override { return {196, 196}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<bool> m_modules;
    int m_side = 0;
};

} // namespace sallyport::ui
