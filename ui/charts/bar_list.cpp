#include "ui/charts/bar_list.h"

#include "ui/look/paint.h"
#include "ui/look/text_style.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace sallyport::ui {

namespace {
constexpr int rowHeight = 32;
constexpr int barHeight = 10;
constexpr int numberWidth = 64;
constexpr int nameWidth = 104; // lists beside each other agree
} // namespace

BarList::BarList(const QString& objectName, QWidget* parent) : QWidget(parent)
{
    setObjectName(objectName);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void BarList::setEntries(const QList<Entry>& entries)
{
    m_entries = entries;
    QStringList texts;
    for (const Entry& entry : entries)
        texts << QString(entry.name + u' ' + QLocale().toString(entry.value, 'f', 0));
    setAccessibleDescription(texts.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

QSize BarList::sizeHint() const
{
    return {336, static_cast<int>(m_entries.size()) * scaled(rowHeight, this)};
}

void BarList::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    double most = 1;
    for (const Entry& entry : m_entries)
        most = std::max(most, entry.value);
    const QFont font = textFont(TextStyle::Body);
    const int row = scaled(rowHeight, this);
    const int names = scaled(nameWidth, this);
    const int room = std::max(0, width() - names - scaled(numberWidth, this));
    int y = 0;
    for (const Entry& entry : m_entries) {
        if (y + row > height())
            break;
        const auto place = [this](int x, int top, int w, int h) { return QRectF(mirrored(this, rect(), QRect(x, top, w, h))); };
        drawLine(&painter, place(0, y, names - 8, row), entry.name, font, color(Token::Text));
        const int bar = entry.value <= 0 ? 0 : std::max(2, static_cast<int>(std::lround(room * entry.value / most)));
        if (bar > 0)
            drawBox(&painter, place(names, y + (row - barHeight) / 2, bar, barHeight), color(entry.fill), QColor(),
                    bar < 4 ? 1 : 2);
        drawLine(&painter, place(width() - scaled(numberWidth, this), y, scaled(numberWidth, this), row),
                 QLocale().toString(entry.value, 'f', 0), font, color(Token::Text), Qt::AlignTrailing);
        y += row;
    }
}

} // namespace sallyport::ui
