#include "ui/access_policies/cel_editor.h"

#include "ui/look/tokens.h"
#include "ui/parts/suggestion_popup.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QSyntaxHighlighter>
#include <QToolTip>

#include <algorithm>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

/// Colours words, texts and numbers, line by line.
class CelHighlighter final : public QSyntaxHighlighter {
public:
    using QSyntaxHighlighter::QSyntaxHighlighter;

protected:
    void highlightBlock(const QString& line) override
    {
        for (const CelSpan& span : celSpans(line)) {
            QTextCharFormat format;
            switch (span.kind) {
            case CelSpan::Kind::Word:
            case CelSpan::Kind::Function: format.setForeground(color(Token::Accent)); break;
            case CelSpan::Kind::Text: format.setForeground(color(Token::Success)); break;
            case CelSpan::Kind::Number: format.setForeground(color(Token::Warning)); break;
            }
            setFormat(span.start, span.length, format);
        }
    }
};

} // namespace

CelEditor::CelEditor(const QString& objectName, QWidget* parent)
    : NumberedEditor(objectName, parent), m_popup(new SuggestionPopup(objectName + u".completion"_s))
{
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    new CelHighlighter(document());
    connect(this, &QPlainTextEdit::textChanged, this, &CelEditor::contentChanged);
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, &CelEditor::showMarks);
    connect(m_popup, &SuggestionPopup::picked, this, &CelEditor::accept);
}

CelEditor::~CelEditor()
{
    delete m_popup;
}

SuggestionPopup* CelEditor::popup() const
{
    return m_popup;
}

void CelEditor::setText(const QString& text)
{
    if (text == toPlainText())
        return;
    m_quiet = true;
    QTextCursor cursor(document());
    cursor.select(QTextCursor::Document);
    cursor.insertText(text);
    m_quiet = false;
    m_popup->hide();
}

void CelEditor::select(int start, int length)
{
    const int end = document()->characterCount() - 1;
    QTextCursor part(document());
    part.setPosition(std::clamp(start, 0, end));
    part.setPosition(std::clamp(start + length, 0, end), QTextCursor::KeepAnchor);
    setTextCursor(part);
    centerCursor();
    showMarks();
}

void CelEditor::setMarks(std::vector<CelMark> marks)
{
    m_marks = std::move(marks);
    showMarks();
    numbers()->update();
    setAccessibleDescription(m_marks.empty() ? QString() : m_marks.front().message);
}

void CelEditor::showMarks()
{
    QList<QTextEdit::ExtraSelection> shown;
    if (hasFocus()) {
        QTextEdit::ExtraSelection line;
        line.format.setBackground(color(Token::Selection));
        line.format.setProperty(QTextFormat::FullWidthSelection, true);
        line.cursor = textCursor();
        line.cursor.clearSelection();
        shown << line;
    }
    const int end = document()->characterCount() - 1;
    for (const CelMark& mark : m_marks) {
        QTextEdit::ExtraSelection wave;
        wave.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        wave.format.setUnderlineColor(color(Token::Danger));
        wave.cursor = QTextCursor(document());
        wave.cursor.setPosition(std::clamp(mark.start, 0, end));
        wave.cursor.setPosition(std::clamp(mark.start + mark.length, 0, end), QTextCursor::KeepAnchor);
        if (!wave.cursor.hasSelection()) // at the end: what stands before it
            wave.cursor.movePosition(QTextCursor::PreviousCharacter, QTextCursor::KeepAnchor);
        shown << wave;
    }
    setExtraSelections(shown);
}

void CelEditor::contentChanged()
{
    const QString text = toPlainText();
    if (text == m_last)
        return;
    m_last = text;
    if (m_quiet)
        return;
    m_moved = false;
    Q_EMIT edited();
    complete(false);
}

void CelEditor::complete(bool all)
{
    const QString text = toPlainText();
    const int caret = textCursor().position();
    const FilterPart part = celPartAt(text, caret);
    const auto found = celSuggestions(text, caret, all);
    if (found.empty() || !hasFocus())
        return m_popup->hide();
    QTextCursor start = textCursor();
    start.setPosition(part.start);
    const QRect at = cursorRect(start);
    m_popup->show(this, viewport()->mapTo(this, QPoint(at.left() - 12, at.bottom() + 6)), part.text, found);
}

bool CelEditor::keyForPopup(QKeyEvent* event)
{
    if (!m_popup->isVisible())
        return false;
    switch (event->key()) {
    case Qt::Key_Down:
    case Qt::Key_Up:
        m_popup->move(event->key() == Qt::Key_Down ? 1 : -1);
        m_moved = true;
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!m_moved)
            return false;
        accept(m_popup->current());
        return true;
    case Qt::Key_Escape: m_popup->hide(); return true;
    default: return false;
    }
}

void CelEditor::keyPressEvent(QKeyEvent* event)
{
    if (keyForPopup(event)) {
        event->accept();
    } else if (event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier) {
        complete(true);
        event->accept();
    } else if (event->key() == Qt::Key_Escape) {
        event->ignore();
    } else {
        NumberedEditor::keyPressEvent(event);
    }
}

bool CelEditor::focusNextPrevChild(bool next)
{
    if (!next || !m_popup->isVisible())
        return NumberedEditor::focusNextPrevChild(next);
    accept(m_popup->current());
    return true;
}

void CelEditor::accept(const FilterSuggestion& suggestion)
{
    if (suggestion.insert.isEmpty())
        return;
    QTextCursor cursor = textCursor();
    const FilterPart part = celPartAt(toPlainText(), cursor.position());
    m_quiet = true;
    cursor.setPosition(part.start);
    cursor.setPosition(part.end, QTextCursor::KeepAnchor);
    cursor.insertText(suggestion.insert);
    setTextCursor(cursor);
    m_quiet = false;
    m_popup->hide();
    Q_EMIT edited();
}

bool CelEditor::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int at = cursorForPosition(viewport()->mapFrom(this, help->pos())).position();
        for (const CelMark& mark : m_marks)
            if (at >= mark.start && at <= mark.start + mark.length) {
                QToolTip::showText(help->globalPos(), mark.message, this);
                return true;
            }
        QToolTip::hideText();
        return true;
    }
    return NumberedEditor::event(event);
}

void CelEditor::focusOutEvent(QFocusEvent* event)
{
    m_popup->hide();
    NumberedEditor::focusOutEvent(event);
    showMarks();
}

void CelEditor::changeEvent(QEvent* event)
{
    NumberedEditor::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showMarks();
}

bool CelEditor::isWrong(int line) const
{
    return std::ranges::any_of(m_marks, [line](const CelMark& mark) { return mark.line == line; });
}

} // namespace sallyport::ui
