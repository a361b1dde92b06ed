#include "ui/threats/score_table.h"

#include "ui/charts/sparkline.h"
#include "ui/look/paint.h"
#include "ui/tables/painted_column.h"
#include "ui/threats/score_ruler.h"
#include "ui/threats/threats_model.h"
#include "ui/words/threat_text.h"
#include "ui/words/user_text.h"

#include <QHeaderView>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <QScrollBar>

#include <cmath>

namespace sallyport::ui {

using protection::ThreatAddress;

namespace {

constexpr int scoreRowHeight = 48, firstLineTop = 5, secondLineTop = 25, barTop = 9, barHeight = 12, noteIcon = 14;
constexpr int hourWidth = 56, hourTop = 12, hourHeight = 24, dashOn = 4, dashOff = 3, wordsMargin = 3;
constexpr double barRadius = 2;

class ScoreColumn : public PaintedColumn {
public:
    ScoreColumn(ThreatsModel* model, DataTable* table) : PaintedColumn(table), m_model(model) {}

protected:
    const ThreatAddress* rowOf(const QModelIndex& index) const { return m_model->rowAt(index.row()); }
    static QRect line(const QRect& area, int top, TextStyle style)
    {
        return {area.x(), area.y() + scaled(top), area.width(), lineHeight(style)};
    }

    ThreatsModel* m_model;
};

class AddressCell final : public ScoreColumn {
public:
    using ScoreColumn::ScoreColumn;

protected:
    void paintCell(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index,
                   const QRect& area) const override
    {
        const ThreatAddress* row = rowOf(index);
        if (!row)
            return;
        drawLine(painter, line(area, firstLineTop, TextStyle::Mono), text(row->text), textFont(TextStyle::Mono),
                 color(Token::Text));
        const Run note = m_model->noteOf(*row);
        QRect second = line(area, secondLineTop, TextStyle::Small);
        if (note.tone == Tone::Danger)
            drawIcon(painter, Icon::Ban, takeLeading(&second, noteIcon, 4, option.direction), color(Token::Danger), noteIcon);
        drawLine(painter, second, note.text, textFont(note.style), color(toneText(note.tone)));
    }
};

class HourCell final : public ScoreColumn {
public:
    using ScoreColumn::ScoreColumn;

protected:
    void paintCell(QPainter* painter, const QStyleOptionViewItem&, const QModelIndex& index, const QRect& area) const override
    {
        const ThreatAddress* row = rowOf(index);
        if (!row)
            return;
        const Tone tone = m_model->toneOf(*row);
        const Token ink = tone == Tone::Danger    ? Token::ChartBlocked
                          : tone == Tone::Warning ? Token::ChartRefused
                                                  : Token::ChartNormal;
        // Time runs from left to right in every language.
        const QRectF box(area.x(), area.y() + hourTop, std::min(hourWidth, area.width()), hourHeight);
        const QList<double> values(row->lastHour.begin(), row->lastHour.end());
        drawSparkline(painter, box, values, ink, std::max(40.0, static_cast<double>(row->score)));
    }
};

class ScoreCell final : public ScoreColumn {
public:
    using ScoreColumn::ScoreColumn;

protected:
    void paintCell(QPainter* painter, const QStyleOptionViewItem&, const QModelIndex& index, const QRect& area) const override
    {
        if (const ThreatAddress* row = rowOf(index))
            drawLine(painter, area, QLocale().toString(row->score), textFont(TextStyle::Heading),
                     color(toneText(m_model->toneOf(*row))), Qt::AlignTrailing);
    }
};

class SignalsCell final : public ScoreColumn {
public:
    SignalsCell(ThreatsModel* model, ScoreTable* table) : ScoreColumn(model, table), m_table(table) {}

protected:
    void paintCell(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index,
                   const QRect& area) const override
    {
        const ThreatAddress* row = rowOf(index);
        if (!row)
            return;
        const bool rtl = option.direction == Qt::RightToLeft;
        const ScoreRuler* ruler = m_table->ruler();
        const int inset = ScoreRuler::inset(option.widget);
        const auto place = [&](double from, double to) {
            const double x = rtl ? area.right() + 1 - to : area.left() + from;
            return QRectF(x, area.y() + scaled(barTop), to - from, scaled(barHeight));
        };
        QPainterPath whole;
        whole.addRoundedRect(place(inset, ruler->pixelOf(static_cast<int>(row->score))), barRadius, barRadius);
        painter->save();
        painter->setClipRect(area);
        painter->setClipPath(whole, Qt::IntersectClip);
        int from = 0;
        for (const protection::ThreatPart& part : row->parts) {
            const int to = from + static_cast<int>(part.points);
            const bool last = to >= static_cast<int>(row->score);
            painter->fillRect(place(ruler->pixelOf(from), ruler->pixelOf(to) - (last ? 0 : 1)),
                              color(threatGroupFill(protection::infoOf(part.signal).group)));
            from = to;
        }
        painter->restore();
        QRect words = line(area, secondLineTop, TextStyle::Small);
        rtl ? words.setRight(words.right() - inset) : words.setLeft(words.left() + inset);
        drawRuns(painter, words, ThreatsModel::wordsOf(*row), rtl);
    }

private:
    ScoreTable* m_table;
};

} // namespace

ScoreTable::ScoreTable(const QString& objectName, ThreatsModel* model, QWidget* parent)
    : DataTable(objectName, parent), m_threats(model), m_head(new ScoreHeader(ThreatsModel::Signals, ThreatsModel::Score, this))
{
    setHorizontalHeader(m_head);
    setModel(model);
    setColumns(ThreatsModel::columns());
    setSelectionMode(QAbstractItemView::SingleSelection);
    const int height = std::max(scaled(scoreRowHeight, this),
                                lineHeight(TextStyle::Mono) + lineHeight(TextStyle::Small) + scaled(firstLineTop, this) * 2);
    verticalHeader()->setDefaultSectionSize(height);
    verticalScrollBar()->setSingleStep(height);
    setItemDelegateForColumn(ThreatsModel::Address, new AddressCell(model, this));
    setItemDelegateForColumn(ThreatsModel::Hour, new HourCell(model, this));
    setItemDelegateForColumn(ThreatsModel::Score, new ScoreCell(model, this));
    setItemDelegateForColumn(ThreatsModel::Signals, new SignalsCell(model, this));
    connect(ruler(), &QSlider::valueChanged, viewport(), qOverload<>(&QWidget::update));
}

ScoreRuler* ScoreTable::ruler() const
{
    return m_head->ruler();
}

void ScoreTable::paintEvent(QPaintEvent* event)
{
    DataTable::paintEvent(event);
    QPainter painter(viewport());
    if (ruler()->isChanged())
        paintLine(&painter, ruler()->inForce(), true);
    paintLine(&painter, ruler()->value(), false);
}

/// From the head to the lower edge; where it would run through words it gives way.
void ScoreTable::paintLine(QPainter* painter, int score, bool inForce) const
{
    const int start = columnViewportPosition(ThreatsModel::Signals), wide = columnWidth(ThreatsModel::Signals);
    const int from = ruler()->pixelOf(score), inset = ScoreRuler::inset(this);
    const int x = isRightToLeft() ? start + wide - from : start + from;
    const QColor ink = color(inForce ? Token::TextMuted : ruler()->isChanged() ? Token::Accent : Token::TextMuted);
    const auto draw = [&](int top, int bottom) {
        if (!inForce)
            return painter->fillRect(x - 1, top, 2, bottom - top, ink);
        // The dashes of all rows are one line's.
        for (int y = top - top % (dashOn + dashOff); y < bottom; y += dashOn + dashOff) {
            const int first = std::max(y, top), last = std::min(y + dashOn, bottom);
            if (last > first)
                painter->fillRect(x, first, 1, last - first, ink);
        }
    };
    int free = 0;
    const int height = viewport()->height();
    for (int row = std::max(0, rowAt(0)); row < m_threats->rowCount() && rowViewportPosition(row) < height; ++row) {
        const ThreatAddress* address = m_threats->rowAt(row);
        const double words = std::min<double>(runsWidth(ThreatsModel::wordsOf(*address)), wide - inset - 16);
        const int top = rowViewportPosition(row) + scaled(secondLineTop, this);
        if (from > inset + words + wordsMargin)
            continue;
        draw(free, std::max(free, top));
        free = top + lineHeight(TextStyle::Small);
    }
    draw(free, std::max(free, height));
}

} // namespace sallyport::ui
