#include "ui/widgets/segmented_control.h"

#include "ui/look/paint.h"
#include "ui/look/text_style.h"

#include <QFontMetricsF>
#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace sallyport::ui {

namespace {

class Segment final : public QAbstractButton {
public:
    explicit Segment(SegmentedControl* control) : QAbstractButton(control), m_control(control)
    {
        setCheckable(true);
        setAutoExclusive(true);
        setFocusPolicy(Qt::TabFocus);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        setFont(textFont(TextStyle::SmallStrong));
    }

    QSize sizeHint() const override
    {
        QFont strong = font();
        strong.setWeight(QFont::DemiBold);
        const double width = QFontMetricsF(strong).horizontalAdvance(text());
        // Neighbours share one line.
        return {static_cast<int>(std::ceil(width)) + 2 * 11, std::max(28, fontMetrics().height() + 12)};
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const bool rtl = isRightToLeft();
        const int index = property("index").toInt();
        const bool first = index == 0;
        const bool last = index == m_control->count() - 1;
        QRectF box = rect();
        // Inner segments reach beyond their edges, so that only the outer corners are round.
        const double over = boxRadius + 2;
        if (!first)
            rtl ? box.setRight(box.right() + over) : box.setLeft(box.left() - over);
        if (!last)
            rtl ? box.setLeft(box.left() - over) : box.setRight(box.right() + over);
        QPainter painter(this);
        QColor fill = color(Token::Surface);
        if (isChecked())
            fill = color(Token::Selection);
        else if (underMouse() && isEnabled())
            fill = color(Token::Hover);
        const QColor line = color(isEnabled() ? Token::BorderStrong : Token::Border);
        drawBox(&painter, box, fill, line);
        if (!last)
            painter.fillRect(rtl ? 0 : width() - 1, 0, 1, height(), line);
        QFont shown = font();
        shown.setWeight(isChecked() ? QFont::DemiBold : QFont::Medium);
        const Token ink = !isEnabled() ? Token::Control : isChecked() ? Token::Accent : Token::TextMuted;
        drawLine(&painter, rect(), text(), shown, color(ink), Qt::AlignHCenter);
    }

private:
    SegmentedControl* m_control;
};

} // namespace

SegmentedControl::SegmentedControl(const QString& objectName, QWidget* parent) : QWidget(parent), m_row(new QHBoxLayout(this))
{
    setObjectName(objectName);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(0);
}

int SegmentedControl::addSegment(const QString& name)
{
    auto* segment = new Segment(this);
    const int index = count();
    segment->setObjectName(objectName() + u'.' + name);
    segment->setProperty("index", index);
    m_segments.append(segment);
    m_row->addWidget(segment);
    if (index == 0)
        segment->setChecked(true);
    connect(segment, &QAbstractButton::toggled, this, [this, index](bool on) {
        if (!on || m_current == index)
            return;
        m_current = index;
        Q_EMIT currentChanged(index);
    });
    return index;
}

int SegmentedControl::indexOf(const QString& name) const
{
    const QString wanted = objectName() + u'.' + name;
    for (int index = 0; index < count(); ++index)
        if (m_segments.at(index)->objectName() == wanted)
            return index;
    return -1;
}

void SegmentedControl::setSegmentText(int index, const QString& text)
{
    QAbstractButton* segment = m_segments.at(index);
    segment->setText(text);
    segment->setAccessibleName(text);
    segment->updateGeometry();
}

void SegmentedControl::setNone()
{
    for (QAbstractButton* segment : std::as_const(m_segments)) {
        segment->setAutoExclusive(false); // which wouldn't let the last one go
        segment->setChecked(false);
        segment->setAutoExclusive(true);
    }
    m_current = -1;
}

void SegmentedControl::setCurrent(int index)
{
    if (index >= 0 && index < count())
        m_segments.at(index)->setChecked(true);
}

} // namespace sallyport::ui
