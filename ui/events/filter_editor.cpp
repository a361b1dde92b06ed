#include "ui/events/filter_editor.h"

#include "ui/events/filter_highlighter.h"
#include "ui/look/paint.h"
#include "ui/look/text_style.h"
#include "ui/parts/suggestion_popup.h"

#include <QKeyEvent>
#include <QMimeData>
#include <QMouseEvent>
#include <QPainter>
#include <QTextBlock>
#include <QTextDocument>

namespace sallyport::ui {
namespace {

constexpr int chipPadding = 4;
constexpr int chipHeight = 24;
constexpr int mostCharacters = 1000;

/// Whether the text ends with a chip that has its value: nothing of it is still to be written.
bool endsWithChip(const QString& text)
{
    const std::vector<FilterSpan> spans = filterSpans(text);
    if (spans.empty() || !spans.back().keyed || spans.back().end != text.size())
        return false;
    const QStringView value = QStringView(text).mid(spans.back().valueStart);
    const bool unfinished = value.isEmpty() || value.back() == u'<' || value.back() == u'>' || value.back() == u'=';
    return !unfinished && value.count(u'"') % 2 == 0;
}

} // namespace

FilterEditor::FilterEditor(QWidget* parent)
    : QPlainTextEdit(parent), m_popup(new SuggestionPopup(QStringLiteral("events.filter.completion")))
{
    setObjectName(QStringLiteral("events.filter"));
    setFrameShape(QFrame::NoFrame);
    // The box around it has the outline and the ring; the style template gives every text edit its own.
    setStyleSheet(QStringLiteral("QPlainTextEdit, QPlainTextEdit:focus { border: none; padding: 0; background: transparent; }"));
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTabChangesFocus(true);
    viewport()->setAutoFillBackground(false);
    document()->setMaximumBlockCount(1);
    m_highlighter = new FilterHighlighter(document());
    setUpLook();
    connect(this, &QPlainTextEdit::textChanged, this, &FilterEditor::contentChanged);
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, [this] { viewport()->update(); });
    connect(m_popup, &SuggestionPopup::picked, this, &FilterEditor::accept);
}

FilterEditor::~FilterEditor()
{
    delete m_popup;
}

SuggestionPopup* FilterEditor::popup() const
{
    return m_popup;
}

void FilterEditor::setUpLook()
{
    QFont mono = textFont(TextStyle::Mono);
    mono.setStyleStrategy(QFont::PreferNoShaping); // `>=` is two characters to type, not one sign
    setFont(mono);
    const int line = QFontMetrics(font()).lineSpacing();
    const int height = scaled(28, this);
    setFixedHeight(height);
    // One line, vertically in the middle; the sides leave room for the first and last chip.
    document()->setDocumentMargin(chipPadding + 2);
    setViewportMargins(0, (height - line) / 2 - (chipPadding + 2), 0, 0);
    m_highlighter->rehighlight();
}

void FilterEditor::setText(const QString& text)
{
    if (text == toPlainText())
        return;
    m_quiet = true;
    QTextCursor cursor(document());
    cursor.select(QTextCursor::Document);
    cursor.insertText(text);
    m_quiet = false;
    moveCursor(QTextCursor::End);
    m_popup->hide();
}

void FilterEditor::beginWord()
{
    moveCursor(QTextCursor::End);
    if (!endsWithChip(toPlainText()) || toPlainText().size() >= mostCharacters)
        return;
    m_popup->hide();
    m_quiet = true; // a blank finds nothing else
    insertPlainText(QStringLiteral(" "));
    m_quiet = false;
}

bool FilterEditor::isBehindText(int x) const
{
    QTextCursor place(document());
    const int from = cursorRect(place).center().x();
    place.movePosition(QTextCursor::End);
    const int to = cursorRect(place).center().x();
    return to >= from ? x > to + chipPadding : x < to - chipPadding;
}

void FilterEditor::mousePressEvent(QMouseEvent* event)
{
    QPlainTextEdit::mousePressEvent(event);
    if (event->button() == Qt::LeftButton && event->modifiers() == Qt::NoModifier &&
        isBehindText(event->position().toPoint().x()))
        beginWord();
}

void FilterEditor::contentChanged()
{
    const QString text = toPlainText();
    if (text == m_last)
        return;
    m_last = text;
    if (m_quiet)
        return;
    Q_EMIT edited();
    m_chosen = false;
    if (partAt(text, textCursor().position()).text.isEmpty())
        m_popup->hide();
    else
        complete();
}

void FilterEditor::complete()
{
    static const FilterKnowledge nothing;
    const QString text = toPlainText();
    const int caret = textCursor().position();
    const FilterPart part = partAt(text, caret);
    const auto found = suggestFilter(text, caret, m_known ? *m_known : nothing);
    if (found.empty() || !hasFocus()) {
        m_popup->hide();
        return;
    }
    QTextCursor start = textCursor();
    start.setPosition(part.start);
    m_popup->show(this, QPoint(cursorRect(start).left() - 12, height() + 5), part.text, found);
}

bool FilterEditor::keyForPopup(QKeyEvent* event)
{
    if (!m_popup->isVisible())
        return false;
    switch (event->key()) {
    case Qt::Key_Down:
    case Qt::Key_Up:
        m_popup->move(event->key() == Qt::Key_Down ? 1 : -1);
        m_chosen = true;
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!m_chosen)
            return false;
        accept(m_popup->current());
        return true;
    case Qt::Key_Escape: m_popup->hide(); return true;
    default: return false;
    }
}

bool FilterEditor::focusNextPrevChild(bool next)
{
    if (!next || !m_popup->isVisible())
        return QPlainTextEdit::focusNextPrevChild(next);
    accept(m_popup->current());
    return true;
}

void FilterEditor::keyPressEvent(QKeyEvent* event)
{
    if (keyForPopup(event)) {
        event->accept();
        return;
    }
    const bool ctrlSpace = event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier;
    if (ctrlSpace || event->key() == Qt::Key_Down) {
        complete();
        event->accept();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        m_popup->hide();
        Q_EMIT applied();
        event->accept();
    } else if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Escape) {
        event->ignore();
    } else if (toPlainText().size() >= mostCharacters && !event->text().isEmpty() && event->text()[0].isPrint() &&
               !textCursor().hasSelection()) {
        event->accept();
    } else {
        QPlainTextEdit::keyPressEvent(event);
    }
}

void FilterEditor::accept(const FilterSuggestion& suggestion)
{
    if (suggestion.insert.isEmpty())
        return;
    QTextCursor cursor = textCursor();
    const FilterPart part = partAt(toPlainText(), cursor.position());
    m_quiet = true;
    cursor.setPosition(part.start);
    cursor.setPosition(part.end, QTextCursor::KeepAnchor);
    const bool atEnd = part.end >= toPlainText().size();
    cursor.insertText(suggestion.complete && atEnd ? QString(suggestion.insert + u' ') : suggestion.insert);
    setTextCursor(cursor);
    m_quiet = false;
    m_chosen = false;
    Q_EMIT edited();
    if (suggestion.complete)
        m_popup->hide();
    else
        complete();
}

void FilterEditor::paintEvent(QPaintEvent* event)
{
    {
        QPainter painter(viewport());
        painter.setRenderHint(QPainter::Antialiasing);
        const int caret = hasFocus() ? textCursor().position() : -1;
        const int height = scaled(chipHeight, this);
        for (const FilterSpan& span : filterSpans(toPlainText())) {
            if (!span.keyed || (caret >= span.start && caret <= span.end))
                continue;
            QTextCursor at = textCursor();
            at.setPosition(span.start);
            const QRect from = cursorRect(at);
            at.setPosition(span.end);
            const QRect to = cursorRect(at);
            const QRectF chip(from.left() - chipPadding, from.center().y() - height / 2.0 + 1,
                              to.left() - from.left() + 2 * chipPadding, height);
            drawBox(&painter, chip, color(Token::NeutralPill), QColor(), chipRadius);
        }
    }
    QPlainTextEdit::paintEvent(event);
}

void FilterEditor::focusOutEvent(QFocusEvent* event)
{
    m_popup->hide();
    QPlainTextEdit::focusOutEvent(event);
    viewport()->update();
    if (parentWidget())
        parentWidget()->update();
}

void FilterEditor::focusInEvent(QFocusEvent* event)
{
    QPlainTextEdit::focusInEvent(event);
    viewport()->update();
    if (parentWidget())
        parentWidget()->update();
}

void FilterEditor::insertFromMimeData(const QMimeData* source)
{
    QString text = source->text().left(mostCharacters);
    for (QChar& character : text) {
        if (!character.isPrint())
            character = u' ';
    }
    insertPlainText(text.simplified());
}

void FilterEditor::wheelEvent(QWheelEvent* event)
{
    event->ignore();
}

void FilterEditor::changeEvent(QEvent* event)
{
    QPlainTextEdit::changeEvent(event);
    if (m_highlighter && event->type() == QEvent::PaletteChange)
        m_highlighter->rehighlight();
}

} // namespace sallyport::ui
