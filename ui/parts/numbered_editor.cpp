#include "ui/parts/numbered_editor.h"

#include "ui/look/paint.h"
#include "ui/look/text_style.h"
#include "ui/look/tokens.h"

#include <QPainter>
#include <QTextBlock>

namespace sallyport::ui {
namespace {

constexpr int numbersWidth = 36;
constexpr int numbersGap = 12; // between a number and the text
constexpr int frame = 2;

} // namespace

class NumberedEditor::Strip final : public QWidget {
public:
    explicit Strip(NumberedEditor* editor) : QWidget(editor), m_editor(editor) {}

protected:
    void paintEvent(QPaintEvent* event) override { m_editor->paintNumbers(event); }

private:
    NumberedEditor* m_editor;
};

NumberedEditor::NumberedEditor(const QString& objectName, QWidget* parent) : QPlainTextEdit(parent), m_numbers(new Strip(this))
{
    setObjectName(objectName);
    setFrameShape(QFrame::NoFrame);
    setLayoutDirection(Qt::LeftToRight);
    setTabChangesFocus(true);
    QFont mono = textFont(TextStyle::Mono);
    mono.setStyleStrategy(QFont::PreferNoShaping); // `>=` is two characters to type, not one sign
    setFont(mono);
    setViewportMargins(scaled(numbersWidth, this), 0, 0, 0);
    connect(this, &QPlainTextEdit::updateRequest, m_numbers, [this](const QRect& rect, int dy) {
        if (dy != 0)
            m_numbers->scroll(0, dy);
        else
            m_numbers->update(0, rect.y(), m_numbers->width(), rect.height());
    });
}

bool NumberedEditor::isWrong(int) const
{
    return false;
}

void NumberedEditor::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    // Within the frame, which is thicker with the keyboard.
    m_numbers->setGeometry(frame, frame, scaled(numbersWidth, this) - frame, height() - 2 * frame);
}

void NumberedEditor::paintNumbers(QPaintEvent* event)
{
    QPainter painter(m_numbers);
    painter.fillRect(event->rect(), color(Token::Raised));
    const QFont font = textFont(TextStyle::Mono);
    const int offset = viewport()->y() - m_numbers->y();
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF place = blockBoundingGeometry(block).translated(contentOffset());
        if (place.top() > height())
            break;
        if (!block.isVisible())
            continue;
        const int number = block.blockNumber() + 1;
        drawLine(&painter, QRectF(0, place.top() + offset, m_numbers->width() - numbersGap, fontMetrics().lineSpacing()),
                 QString::number(number), font, color(isWrong(number) ? Token::Danger : Token::TextMuted), Qt::AlignRight);
    }
}

} // namespace sallyport::ui
