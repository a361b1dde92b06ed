#include "ui/events/why_view.h"

#include "ui/look/margins.h"
#include "ui/look/paint.h"
#include "ui/look/surface.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/small_parts.h"
#include "ui/words/event_text.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int rowHeight = 24;
constexpr int leading = 21;
constexpr int nameColumn = 42; ///< where names begin
constexpr int trailing = 19;
constexpr int textColumn = 138; ///< where what was seen begins, unless a name is longer

/// One stage, painted: `✓ Route   GET /api/data/{id}   0.3 µs`. What was seen takes as many lines as it needs.
class StageRow final : public QWidget {
public:
    StageRow(StageLine line, int textStart, QWidget* parent) : QWidget(parent), m_line(std::move(line)), m_textStart(textStart)
    {
        QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
        policy.setHeightForWidth(true);
        setSizePolicy(policy);
        const QString result = m_line.result == StageResult::Passed    ? WhyView::tr("passed")
                               : m_line.result == StageResult::Refused ? WhyView::tr("refused")
                                                                       : WhyView::tr("not reached");
        setAccessibleName(QStringList{m_line.title, result, m_line.text}.join(QStringLiteral(", ")));
    }

    QSize sizeHint() const override { return {m_textStart + 100, scaled(rowHeight, this)}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override
    {
        const int room = std::max(20, timeStart(width) - m_textStart);
        const QFont font = textFont(TextStyle::Small);
        const int lines = drawLines(nullptr, seen(), font, room, layoutDirection(), lineHeight(TextStyle::Small));
        return std::max(scaled(rowHeight, this), lines * lineHeight(TextStyle::Small) + linesInset);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setLayoutDirection(layoutDirection());
        const bool passed = m_line.result == StageResult::Passed;
        const int first = scaled(rowHeight, this); // name and time stand beside the first line
        const auto place = [this, first](int from, int to) { return mirrored(this, rect(), QRect(from, 0, to - from, first)); };
        drawIcon(&painter, passed ? Icon::Check : Icon::Dash, place(leading - 2, leading + 14),
                 color(passed ? Token::Success : Token::TextMuted), 14);
        drawLine(&painter, place(nameColumn, m_textStart - 8), m_line.title, textFont(TextStyle::Body),
                 color(passed ? Token::Text : Token::TextMuted));
        const QFont small = textFont(TextStyle::Small);
        const int end = timeStart(width());
        if (passed)
            drawLine(&painter, place(end, width() - trailing), microsText(m_line.micros), small, color(Token::TextMuted),
                     Qt::AlignTrailing);
        painter.setPen(color(Token::TextMuted));
        const QRect text(m_textStart, linesInset / 2, std::max(20, end - m_textStart), height() - linesInset / 2);
        const QRect shown = mirrored(this, rect(), text);
        painter.translate(shown.topLeft());
        drawLines(&painter, seen(), small, shown.width(), layoutDirection(), lineHeight(TextStyle::Small));
    }

private:
    static constexpr int linesInset = 8;

    QString seen() const { return m_line.result == StageResult::Passed ? m_line.text : WhyView::tr("Not reached"); }
    /// Where the time begins; what was seen ends before it.
    int timeStart(int width) const
    {
        if (m_line.result != StageResult::Passed)
            return width - trailing;
        return width - trailing - QFontMetrics(textFont(TextStyle::Small)).horizontalAdvance(microsText(m_line.micros)) - 10;
    }

    StageLine m_line;
    int m_textStart;
};

/// What would have helped, in as many lines as it takes; what it is about in stronger letters.
class HelpText final : public QWidget {
public:
    HelpText(const QString& strong, const QString& text, QWidget* parent) : QWidget(parent), m_text(text)
    {
        QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
        policy.setHeightForWidth(true);
        setSizePolicy(policy);
        setAccessibleName(text);
        QTextCharFormat format;
        format.setFontWeight(QFont::DemiBold);
        if (text.startsWith(strong))
            m_formats << QTextLayout::FormatRange{0, static_cast<int>(strong.size()), format};
    }

    QSize sizeHint() const override { return {200, lineHeight(TextStyle::Body)}; }
    QSize minimumSizeHint() const override { return {80, lineHeight(TextStyle::Body)}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return draw(nullptr, width) * lineHeight(TextStyle::Body); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setPen(color(Token::Text));
        draw(&painter, width());
    }

private:
    int draw(QPainter* painter, int width) const
    {
        return drawLines(painter, m_text, m_formats, textFont(TextStyle::Body), width, layoutDirection(),
                         lineHeight(TextStyle::Body));
    }

    QString m_text;
    QList<QTextLayout::FormatRange> m_formats;
};

/// The tinted card of the stage that refused.
class RefusalCard final : public QWidget {
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        drawBox(&painter, rect(), color(Token::DangerTint), QColor(), boxRadius);
    }
};

QLabel* wrapped(const QString& text, TextStyle style, Tone tone, QWidget* parent)
{
    QLabel* label = makeLabel(text, style, tone, parent);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

WhyView::WhyView(QWidget* parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("events.why"));
    m_column->setContentsMargins(0, 6, 0, 0);
    m_column->setSpacing(0);
}

bool WhyView::explains(const audit::Event& event)
{
    return !event.reason.empty() || !eventStages(event).empty();
}

void WhyView::setEvent(const audit::Event& event)
{
    while (QLayoutItem* item = m_column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto stages = eventStages(event);
    const QFontMetrics body(textFont(TextStyle::Body));
    int textStart = textColumn;
    for (const StageLine& stage : stages)
        textStart = std::max(textStart, nameColumn + body.horizontalAdvance(stage.title) + 12);
    bool refused = false;
    for (const StageLine& stage : stages) {
        if (stage.result == StageResult::Refused) {
            m_column->addWidget(makeRefusal(event, stage));
            refused = true;
        } else {
            m_column->addWidget(new StageRow(stage, textStart, this));
        }
    }
    if (!refused && !event.reason.empty()) {
        StageLine only;
        only.title = eventHeadline(event);
        only.result = StageResult::Refused;
        m_column->addWidget(makeRefusal(event, only));
    }
    m_column->addStretch(1);
    if (const QString help = wouldHaveHelped(event); !help.isEmpty())
        m_column->addWidget(makeHelp(help));
}

QWidget* WhyView::makeRefusal(const audit::Event& event, const StageLine& stage)
{
    auto* outer = new QWidget(this);
    auto* around = new QVBoxLayout(outer);
    around->setContentsMargins(8, 4, 8, 4);
    auto* card = new RefusalCard(outer);
    around->addWidget(card);

    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(new IconLabel(Icon::Cross, Tone::Danger, 14, card));
    head->addWidget(makeLabel(stage.title, TextStyle::Heading, Tone::Danger, card), 1);
    if (stage.micros > 0)
        head->addWidget(makeLabel(microsText(stage.micros), TextStyle::Small, Tone::Normal, card));

    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(leadingMargins(12, 7, 11, 10));
    column->setSpacing(3);
    column->addLayout(head);
    const QString reason = reasonText(event.reason);
    auto* texts = new QVBoxLayout;
    texts->setContentsMargins(leadingMargins(22, 0, 0, 0));
    texts->setSpacing(2);
    if (!reason.isEmpty())
        texts->addWidget(wrapped(reason, TextStyle::Body, Tone::Normal, card));
    if (!stage.text.isEmpty())
        texts->addWidget(wrapped(stage.text, TextStyle::Small, Tone::Muted, card));
    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(0, 6, 0, 0);
    buttons->setSpacing(8);
    int number = 0;
    for (const StageAction& action : stageActions(event, stage.stage)) {
        QPushButton* button = makeButton(ButtonKind::Secondary, QStringLiteral("events.why.action%1").arg(number++), card,
                                         Icon::None, ButtonSize::Tool);
        button->setText(action.text);
        connect(button, &QPushButton::clicked, this, [this, action] { Q_EMIT actionRequested(action.panel, action.argument); });
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    if (number > 0)
        texts->addLayout(buttons);
    column->addLayout(texts);
    return outer;
}

QWidget* WhyView::makeHelp(const QString& help)
{
    auto* region = new Surface(Token::Surface, this);
    region->setHairlines(Qt::TopEdge);
    auto* row = new QHBoxLayout(region);
    row->setContentsMargins(leadingMargins(leading, 12, trailing, 12));
    row->setSpacing(8);
    row->addWidget(new IconLabel(Icon::Lightbulb, Tone::Info, 16, region), 0, Qt::AlignTop);
    //: %1 completes the sentence, as in “Would have helped: enabling the account.”
    const QString words = tr("Would have helped: %1");
    row->addWidget(new HelpText(words.section(u"%1"_s, 0, 0).trimmed(), words.arg(help), region), 1);
    return region;
}

} // namespace sallyport::ui
