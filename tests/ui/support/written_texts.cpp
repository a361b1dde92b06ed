#include "tests/ui/support/written_texts.h"

#include <QPaintDevice>
#include <QPaintEngine>
#include <QTransform>
#include <QWidget>

namespace sallyport::tests {
namespace {

/// Paints nothing and remembers what was to be written.
class WritingEngine final : public QPaintEngine {
public:
    WritingEngine() : QPaintEngine(QPaintEngine::AllFeatures) {}

    bool begin(QPaintDevice*) override
    {
        setActive(true);
        return true;
    }
    bool end() override
    {
        setActive(false);
        return true;
    }
    void updateState(const QPaintEngineState& now) override
    {
        if (now.state() & QPaintEngine::DirtyTransform)
            m_transform = now.transform();
    }
    void drawTextItem(const QPointF& at, const QTextItem& item) override
    {
        texts.push_back({item.text(), m_transform.map(at).toPoint()});
    }
    void drawPath(const QPainterPath&) override {}
    void drawPolygon(const QPointF*, int, PolygonDrawMode) override {}
    void drawPolygon(const QPoint*, int, PolygonDrawMode) override {}
    void drawRects(const QRectF*, int) override {}
    void drawRects(const QRect*, int) override {}
    void drawLines(const QLineF*, int) override {}
    void drawLines(const QLine*, int) override {}
    void drawEllipse(const QRectF&) override {}
    void drawEllipse(const QRect&) override {}
    void drawPoints(const QPointF*, int) override {}
    void drawPoints(const QPoint*, int) override {}
    void drawPixmap(const QRectF&, const QPixmap&, const QRectF&) override {}
    void drawTiledPixmap(const QRectF&, const QPixmap&, const QPointF&) override {}
    void drawImage(const QRectF&, const QImage&, const QRectF&, Qt::ImageConversionFlags) override {}
    Type type() const override { return User; }

    std::vector<WrittenText> texts;

private:
    QTransform m_transform;
};

/// As large and as fine as the window's screen, so that it breaks and cuts as there.
class WritingDevice final : public QPaintDevice {
public:
    explicit WritingDevice(const QWidget& window) : m_window(window) {}

    QPaintEngine* paintEngine() const override { return &m_engine; }
    std::vector<WrittenText> texts() const { return m_engine.texts; }

protected:
    int metric(PaintDeviceMetric what) const override
    {
        switch (what) {
        case PdmWidth: return m_window.width();
        case PdmHeight: return m_window.height();
        case PdmWidthMM: return m_window.widthMM();
        case PdmHeightMM: return m_window.heightMM();
        case PdmDpiX: return m_window.logicalDpiX();
        case PdmDpiY: return m_window.logicalDpiY();
        case PdmPhysicalDpiX: return m_window.physicalDpiX();
        case PdmPhysicalDpiY: return m_window.physicalDpiY();
        case PdmDepth: return 32;
        case PdmDevicePixelRatio: return 1;
        case PdmDevicePixelRatioScaled: return static_cast<int>(devicePixelRatioFScale());
        default: return QPaintDevice::metric(what);
        }
    }

private:
    const QWidget& m_window;
    mutable WritingEngine m_engine;
};

} // namespace

std::vector<WrittenText> writtenTexts(QWidget& window)
{
    WritingDevice device(window);
    window.render(&device);
    return device.texts();
}

} // namespace sallyport::tests
