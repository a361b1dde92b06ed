#include "ui/detection/stages_view.h"

#include "ui/detection/detection_words.h"
#include "ui/look/paint.h"
#include "ui/look/text_style.h"
#include "ui/words/text_helpers.h"

#include <QFontMetrics>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <numeric>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using protection::detection::Stage;
using protection::detection::StageKind;

namespace {

constexpr int stageRow = 44, circle = 20, titleWidth = 112, timeWidth = 56, gap = 12;

QString nanosecondsText(std::uint64_t nanoseconds)
{
    return StagesView::tr("%1 µs").arg(QLocale().toString(static_cast<double>(nanoseconds) / 1000, 'f', 1));
}

} // namespace

StagesView::StagesView(QWidget* parent) : QWidget(parent)
{
    setObjectName(u"detection.stages"_s);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

int StagesView::rowHeight() const
{
    return std::max(scaled(stageRow, this), lineHeight(TextStyle::BodyStrong) + lineHeight(TextStyle::Small) + 8);
}

/// As wide as the names of the stages and what they did, in whatever language; the value keeps more than half of the room.
int StagesView::wordsWidth() const
{
    const QFontMetrics title(textFont(TextStyle::BodyStrong)), note(textFont(TextStyle::Small));
    int wide = scaled(titleWidth, this);
    for (const Stage& stage : m_value.stages)
        wide = std::max({wide, title.horizontalAdvance(inspectionStageTitle(stage.kind)) + 2,
                         stage.kind == StageKind::Received ? 0 : note.horizontalAdvance(noteOf(stage)) + 2});
    return std::min(wide, std::max(scaled(titleWidth, this), width() * 2 / 5));
}

QSize StagesView::sizeHint() const
{
    return {scaled(400, this), rowHeight() * rows()};
}

QSize StagesView::minimumSizeHint() const
{
    return {scaled(260, this), rowHeight() * rows()};
}

void StagesView::setValue(const protection::detection::ValueExplanation& value, const QString& what)
{
    m_value = value;
    m_what = what;
    QStringList said;
    for (const Stage& stage : value.stages)
        said << inspectionStageTitle(stage.kind) + u": "_s + toQString(stage.text);
    setAccessibleName(tr("Every stage"));
    setAccessibleDescription(said.join(u'\n'));
    updateGeometry();
    update();
}

QString StagesView::noteOf(const Stage& stage) const
{
    if (stage.kind == StageKind::Received)
        return hitPlace(m_value.part, m_value.member);
    if (stage.kind == StageKind::Matched)
        return m_what;
    const int count = static_cast<int>(std::min<std::size_t>(stage.changes, 1'000'000));
    return stage.kind == StageKind::SqlComment ? tr("%Ln removed", nullptr, count) : tr("%Ln decoded", nullptr, count);
}

void StagesView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int row = 0; row < rows(); ++row)
        paintRow(painter, row);
}

void StagesView::paintRow(QPainter& painter, int row) const
{
    const Stage& stage = m_value.stages[static_cast<std::size_t>(row)];
    const bool matched = stage.kind == StageKind::Matched;
    const QColor tone = color(matched ? ui::Token::Danger : ui::Token::TextMuted);
    const int top = row * rowHeight();
    const QRect all(0, top, width(), rowHeight());
    const auto place = [&](const QRect& rect) { return mirrored(this, all, rect); };
    const int round = scaled(circle, this);
    const QRect mark = place({0, top + (rowHeight() - round) / 2, round, round});
    if (row + 1 < rows()) {
        painter.setPen(color(ui::Token::Border));
        painter.drawLine(mark.center().x(), mark.bottom() + 2, mark.center().x(), mark.bottom() + rowHeight() - round - 2);
    }
    painter.setPen(tone);
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(QRectF(mark).adjusted(0.5, 0.5, -0.5, -0.5));
    drawLine(&painter, mark, QLocale().toString(row + 1), textFont(TextStyle::Caption), tone, Qt::AlignHCenter);
    const int words = wordsWidth(), times = scaled(timeWidth, this);
    const int half = rowHeight() / 2;
    const QRect title = place({round + gap, top + 2, words, half - 2});
    const QRect note = place({round + gap, top + half, words, half - 2});
    drawLine(&painter, title, inspectionStageTitle(stage.kind), textFont(TextStyle::BodyStrong),
             color(matched ? ui::Token::Danger : ui::Token::Text));
    drawLine(&painter, note, noteOf(stage), textFont(TextStyle::Small), color(ui::Token::TextMuted));
    const QRect time = place({width() - times, top, times, rowHeight()});
    drawLine(&painter, time, nanosecondsText(stage.nanoseconds), textFont(TextStyle::Small), color(ui::Token::TextMuted),
             Qt::AlignTrailing);
    // Code reads from left to right in every language.
    const QRect text = place({round + 2 * gap + words, top, std::max(0, width() - round - 3 * gap - words - times), rowHeight()});
    paintText(painter, text, stage);
}

void StagesView::paintText(QPainter& painter, const QRect& rect, const Stage& stage) const
{
    const QFont font = textFont(TextStyle::Mono);
    const QFontMetrics metrics(font);
    // What was changed or matched is what must be seen: a long value begins shortly before it.
    constexpr std::size_t lead = 12;
    std::size_t begin = 0;
    if (!stage.changed.empty() && stage.changed.front().offset > 2 * lead)
        begin = stage.changed.front().offset - lead;
    while (begin < stage.text.size() && (static_cast<unsigned char>(stage.text[begin]) & 0xC0U) == 0x80U)
        ++begin;
    painter.save();
    painter.setClipRect(rect);
    painter.setFont(font);
    int x = rect.left();
    const int base = rect.top() + (rect.height() + metrics.ascent() - metrics.descent()) / 2;
    const bool matched = stage.kind == StageKind::Matched;
    const auto run = [&](std::size_t from, std::size_t to, bool tinted) {
        if (from >= to || x > rect.right())
            return;
        QString piece = toQString(std::string_view(stage.text).substr(from, to - from));
        for (QChar& c : piece) {
            if (c.category() == QChar::Other_Control)
                c = QChar(u'·');
        }
        const int wide = metrics.horizontalAdvance(piece);
        if (tinted)
            painter.fillRect(QRect(x, base - metrics.ascent() - 1, wide, metrics.height() + 2),
                             color(matched ? ui::Token::DangerTint : ui::Token::WarningTint));
        painter.setPen(color(!tinted ? ui::Token::Text : matched ? ui::Token::Danger : ui::Token::Warning));
        painter.drawText(x, base, piece);
        x += wide;
    };
    if (begin > 0) {
        painter.setPen(color(ui::Token::TextMuted));
        painter.drawText(x, base, u"…"_s);
        x += metrics.horizontalAdvance(u"…"_s);
    }
    std::size_t at = begin;
    for (const auto& range : stage.changed) {
        const std::size_t from = std::clamp(range.offset, at, stage.text.size());
        const std::size_t to = std::clamp(range.offset + range.length, from, stage.text.size());
        run(at, from, false);
        run(from, to, true);
        at = to;
    }
    run(at, stage.text.size(), false);
    painter.restore();
}

TokenBox::TokenBox(const protection::detection::Token& token, QWidget* parent)
    : QWidget(parent), m_text(toQString(token.text)), m_role(tokenRoleTitle(token.role)),
      m_points(token.points > 0 ? u'+' + QLocale().toString(token.points) : QLocale().toString(0)), m_counts(token.points > 0)
{
    constexpr qsizetype longest = 24;
    if (m_text.size() > longest)
        m_text = m_text.left(longest - 1) + u'…';
    setAccessibleName(m_text + u", "_s + m_role + u", "_s + m_points);
}

QSize TokenBox::sizeHint() const
{
    const int wide = std::max({QFontMetrics(textFont(TextStyle::Mono)).horizontalAdvance(m_text),
                               QFontMetrics(textFont(TextStyle::Small)).horizontalAdvance(m_role), 24});
    return {wide + 14, lineHeight(TextStyle::Mono) + 2 * lineHeight(TextStyle::Small) + 12};
}

void TokenBox::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    drawBox(&painter, rect(), color(ui::Token::Raised), color(ui::Token::Border), chipRadius);
    QRect line = rect().adjusted(7, 6, -7, 0);
    line.setHeight(lineHeight(TextStyle::Mono));
    drawLine(&painter, line, m_text, textFont(TextStyle::Mono), color(ui::Token::Text));
    line.translate(0, line.height());
    line.setHeight(lineHeight(TextStyle::Small));
    drawLine(&painter, line, m_role, textFont(TextStyle::Small), color(ui::Token::TextMuted));
    line.translate(0, line.height());
    drawLine(&painter, line, m_points, textFont(TextStyle::SmallStrong),
             color(m_counts ? ui::Token::Danger : ui::Token::TextMuted));
}

ScoreBar::ScoreBar(QWidget* parent) : QWidget(parent)
{
    setObjectName(u"detection.score"_s);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize ScoreBar::sizeHint() const
{
    return {scaled(320, this), 22 + lineHeight(TextStyle::Caption)};
}

void ScoreBar::setScore(const std::vector<std::uint32_t>& points, std::uint32_t score, std::uint32_t threshold)
{
    m_points = points;
    m_score = score;
    m_threshold = threshold;
    setAccessibleName(tr("Score %1, blocks at %2").arg(score).arg(threshold));
    update();
}

void ScoreBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const bool blocks = m_score >= m_threshold;
    const double most = std::max({m_score, 2 * m_threshold, 1U});
    constexpr int barTop = 7, barHeight = 8;
    painter.fillRect(QRect(0, barTop, width(), barHeight), color(ui::Token::Grid));
    std::vector<std::uint32_t> pieces = m_points;
    if (std::accumulate(pieces.begin(), pieces.end(), 0U) != m_score)
        pieces = {m_score};
    const auto x = [&](double value) { return static_cast<int>(value / most * width()); };
    std::uint32_t before = 0;
    for (const std::uint32_t piece : pieces) {
        if (piece == 0)
            continue;
        const QRect part(x(before), barTop, std::max(1, x(before + piece) - x(before) - 1), barHeight);
        painter.fillRect(mirrored(this, rect(), part), color(blocks ? ui::Token::ChartBlocked : ui::Token::ChartNormal));
        before += piece;
    }
    const QRect tick(x(m_threshold) - 1, barTop - 5, 2, barHeight + 10);
    painter.fillRect(mirrored(this, rect(), tick), color(ui::Token::Text));
    const QString words = tr("Blocks at %1").arg(QLocale().toString(m_threshold));
    const QFont font = textFont(TextStyle::Caption);
    const int wide = QFontMetrics(font).horizontalAdvance(words) + 4;
    const QRect label(std::clamp(tick.center().x() - wide / 2, 0, std::max(0, width() - wide)), 22, wide,
                      lineHeight(TextStyle::Caption));
    drawLine(&painter, mirrored(this, rect(), label), words, font, color(ui::Token::TextMuted), Qt::AlignHCenter);
}

} // namespace sallyport::ui
