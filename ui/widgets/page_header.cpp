#include "ui/widgets/page_header.h"

#include "ui/look/paint.h"
#include "ui/look/retranslate.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int headerHeight = 56;
constexpr int leadingInset = 24;
constexpr int trailingInset = 16;
const QString searchKeys = u"Ctrl+K"_s;
} // namespace

SearchField::SearchField(QWidget* parent) : QWidget(parent)
{
    setObjectName(u"header.search"_s);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::IBeamCursor);
    setFont(textFont(TextStyle::Body));
    onRetranslate(this, [this] {
        m_text = tr("Search or run a command");
        setAccessibleName(m_text);
        update();
    });
}

QSize SearchField::sizeHint() const
{
    return {scaled(280, this), std::max(32, fontMetrics().height() + 12)};
}

void SearchField::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    drawBox(&painter, rect(), color(Token::Surface), color(hasFocus() ? Token::Accent : Token::BorderStrong), boxRadius,
            hasFocus() ? 2 : 1);
    drawIcon(&painter, Icon::Search, mirrored(this, rect(), QRect(11, 0, 16, height())), color(Token::TextMuted));
    const int cap = keycapWidth(searchKeys);
    const QRect keycap(width() - 7 - cap, (height() - 18) / 2, cap, 18);
    drawKeycap(&painter, mirrored(this, rect(), keycap), searchKeys);
    const QRect text(35, 0, keycap.left() - 35 - 8, height());
    drawLine(&painter, mirrored(this, rect(), text), m_text, font(), color(Token::TextMuted));
}

void SearchField::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        Q_EMIT activated();
}

void SearchField::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space ||
        event->key() == Qt::Key_Down)
        Q_EMIT activated();
    else
        QWidget::keyPressEvent(event);
}

void SearchField::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    update();
}

void SearchField::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

PageHeader::PageHeader(QWidget* parent)
    : Surface(Token::Surface, parent), m_title(new ElideLabel(TextStyle::Title, Tone::Normal, this)),
      m_count(new ElideLabel(TextStyle::Body, Tone::Muted, this)), m_noteIcon(new IconLabel(Icon::None, Tone::Muted, 14, this)),
      m_note(new ElideLabel(TextStyle::SmallStrong, Tone::Muted, this)), m_search(new SearchField(this)),
      m_actions(new QWidget(this)), m_actionsLayout(new QHBoxLayout(m_actions))
{
    setHairlines(Qt::BottomEdge);
    setFixedHeight(std::max(headerHeight, fontMetrics().height() + 40));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_title->setObjectName(u"header.title"_s);
    m_count->setObjectName(u"header.count"_s);
    m_note->setObjectName(u"header.note"_s);
    m_count->hide();
    m_note->hide();
    m_noteIcon->hide();
    m_actionsLayout->setContentsMargins(0, 0, 0, 0);
    m_actionsLayout->setSpacing(8);
    connect(m_search, &SearchField::activated, this, &PageHeader::searchRequested);
}

void PageHeader::setTitle(const QString& title)
{
    m_title->setText(title);
    arrange();
}

void PageHeader::setCount(const QString& count)
{
    m_count->setText(count);
    arrange();
}

void PageHeader::setNote(Icon icon, const QString& text, Tone tone)
{
    m_noteIcon->setIcon(icon, tone);
    m_note->setText(text);
    m_note->setTone(tone);
    arrange();
}

void PageHeader::addAction(QWidget* button)
{
    m_actionsLayout->addWidget(button);
    arrange();
}

bool PageHeader::event(QEvent* event)
{
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::LayoutDirectionChange)
        arrange();
    return Surface::event(event);
}

void PageHeader::resizeEvent(QResizeEvent* event)
{
    Surface::resizeEvent(event);
    arrange();
}

void PageHeader::arrange()
{
    const int inner = height() - 1;
    const auto place = [this, inner](QWidget* widget, int x, const QSize& size) {
        const QRect box(x, (inner - size.height() + 1) / 2, size.width(), size.height());
        widget->setGeometry(mirrored(this, rect(), box));
    };
    const QSize actions = m_actionsLayout->sizeHint();
    const int actionsX = width() - trailingInset - actions.width();
    place(m_actions, actionsX, actions);

    const QSize search = m_search->sizeHint();
    // In the middle, unless the title needs that: it is whole first.
    const int searchX = std::max((width() - search.width()) / 2, leadingInset + m_title->sizeHint().width() + 16);
    const bool roomForSearch = searchX + search.width() + 16 <= actionsX && searchX > leadingInset + 96;
    m_search->setVisible(roomForSearch);
    if (roomForSearch)
        place(m_search, searchX, search);

    const int end = (roomForSearch ? searchX : actionsX) - 16;
    const QSize title = m_title->sizeHint();
    const int titleWidth = std::min(title.width(), std::max(0, end - leadingInset));
    place(m_title, leadingInset, {titleWidth, title.height()});
    int x = leadingInset + titleWidth + 8;

    const QSize count = m_count->sizeHint();
    const bool showCount = !m_count->text().isEmpty() && x + count.width() <= end;
    m_count->setVisible(showCount);
    if (showCount) {
        place(m_count, x, count);
        m_count->move(m_count->x(), m_count->y() + 1);
        x += count.width() + 8;
    }
    const QSize note = m_note->sizeHint();
    const int noteIcon = m_noteIcon->sizeHint().width();
    const bool showNote = !m_note->text().isEmpty() && x + noteIcon + 6 + note.width() <= end;
    m_note->setVisible(showNote);
    m_noteIcon->setVisible(showNote);
    if (showNote) {
        place(m_noteIcon, x, m_noteIcon->sizeHint());
        place(m_note, x + noteIcon + 6, note);
    }
}

} // namespace sallyport::ui
