#include "ui/shell/command_palette.h"

#include "ui/look/paint.h"
#include "ui/look/retranslate.h"
#include "ui/look/surface.h"
#include "ui/look/text_style.h"
#include "ui/shell/fuzzy.h"
#include "ui/widgets/small_parts.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QMouseEvent>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int boxWidth = 480;
constexpr int rowHeight = 32;
constexpr int rowsAtMost = 10;
enum EntryRole { IndexRole = Qt::UserRole + 1, IconRole, GroupRole, KeysRole };

class Box final : public QWidget {
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        drawBox(&painter, rect(), color(Token::Raised), color(Token::BorderStrong));
    }
};

class EntryDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {200, std::max(rowHeight, QFontMetrics(textFont(TextStyle::Body)).height() + 12)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const QRect row = option.rect.adjusted(4, 0, -4, 0);
        const auto place = [&](int x, int width) {
            return QStyle::visualRect(option.direction, row, QRect(row.x() + x, row.y(), width, row.height()));
        };
        painter->save();
        painter->setLayoutDirection(option.direction);
        if (option.state & QStyle::State_Selected)
            drawBox(painter, row, color(Token::Selection), QColor(), chipRadius);
        drawIcon(painter, static_cast<Icon>(index.data(IconRole).toInt()), place(8, 16), color(Token::TextMuted));
        int end = row.width() - 8;
        if (const QString keys = index.data(KeysRole).toString(); !keys.isEmpty()) {
            const int width = keycapWidth(keys);
            const QRect cap = place(end - width, width);
            drawKeycap(painter, QRect(cap.x(), cap.center().y() - 8, width, 18), keys);
            end -= width + 8;
        }
        const QFont small = textFont(TextStyle::Small);
        const QString group = index.data(GroupRole).toString();
        const int groupWidth = QFontMetrics(small).horizontalAdvance(group) + 2;
        drawLine(painter, place(end - groupWidth, groupWidth), group, small, color(Token::TextMuted), Qt::AlignTrailing);
        drawLine(painter, place(34, end - groupWidth - 42), index.data().toString(), textFont(TextStyle::Body),
                 color(Token::Text));
        painter->restore();
    }
};

} // namespace

CommandPalette::CommandPalette(QWidget* window)
    : QWidget(window), m_box(new Box(this)), m_field(new QLineEdit(m_box)), m_list(new QListView(m_box)),
      m_model(new QStandardItemModel(this))
{
    setObjectName(u"palette"_s);
    m_field->setObjectName(u"palette.field"_s);
    m_field->setProperty("bare", true);
    m_field->setFont(textFont(TextStyle::Body));
    m_field->setMaxLength(100);
    m_field->setFixedHeight(std::max(40, m_field->fontMetrics().height() + 20));
    m_field->setTextMargins(6, 0, 6, 0);
    m_list->setObjectName(u"palette.list"_s);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new EntryDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setMouseTracking(true);
    auto* column = new QVBoxLayout(m_box);
    column->setContentsMargins(1, 1, 1, 5);
    column->setSpacing(0);
    column->addWidget(m_field);
    column->addWidget(makeSeparator(Qt::Horizontal, Token::Border, m_box));
    column->addSpacing(4);
    column->addWidget(m_list);
    m_field->installEventFilter(this);
    window->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(m_list, &QListView::clicked, this, &CommandPalette::runCurrent);
    connect(m_list, &QListView::entered, m_list, &QListView::setCurrentIndex);
    onRetranslate(this, [this] {
        m_field->setPlaceholderText(tr("Search or run a command"));
        m_field->setAccessibleName(m_field->placeholderText());
        m_list->setAccessibleName(tr("Panels and commands"));
    });
    hide();
}

void CommandPalette::open(const QList<PaletteEntry>& entries)
{
    m_entries = entries;
    m_focusBefore = window()->focusWidget();
    m_field->clear();
    filter(QString());
    show();
    raise();
    place();
    m_field->setFocus(Qt::PopupFocusReason);
}

int CommandPalette::shownCount() const
{
    return m_model->rowCount();
}

void CommandPalette::filter(const QString& text)
{
    struct Hit {
        int score;
        qsizetype index;
    };
    QList<Hit> hits;
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        const int title = fuzzyScore(text, m_entries.at(i).title);
        const int group = fuzzyScore(text, m_entries.at(i).group + u' ' + m_entries.at(i).title) / 2;
        if (const int score = std::max(title, group < 1 ? title : group); score >= 0)
            hits.append({score, i});
    }
    std::stable_sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) { return a.score > b.score; });
    m_model->clear();
    for (const Hit& hit : std::as_const(hits)) {
        const PaletteEntry& entry = m_entries.at(hit.index);
        auto* item = new QStandardItem(entry.title);
        item->setData(QVariant::fromValue(hit.index), IndexRole);
        item->setData(static_cast<int>(entry.icon), IconRole);
        item->setData(entry.group, GroupRole);
        item->setData(entry.keys, KeysRole);
        m_model->appendRow(item);
    }
    m_list->setCurrentIndex(m_model->index(0, 0));
    place();
}

void CommandPalette::place()
{
    setGeometry(parentWidget()->rect());
    const int rows = std::clamp(m_model->rowCount(), 1, rowsAtMost);
    const int row = m_model->rowCount() > 0 ? m_list->sizeHintForRow(0) : rowHeight;
    m_list->setFixedHeight(rows * row);
    const int boxW = std::min(scaled(boxWidth, this), width() - 32);
    m_box->setGeometry((width() - boxW) / 2, 10, boxW, m_box->sizeHint().height());
}

void CommandPalette::move(int step)
{
    const int count = m_model->rowCount();
    if (count == 0)
        return;
    const int row = (m_list->currentIndex().row() + step + count) % count;
    m_list->setCurrentIndex(m_model->index(row, 0));
}

void CommandPalette::runCurrent()
{
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid())
        return;
    const auto run = m_entries.at(current.data(IndexRole).value<qsizetype>()).run;
    closePalette();
    if (run)
        run();
}

void CommandPalette::closePalette()
{
    hide();
    if (m_focusBefore)
        m_focusBefore->setFocus(Qt::PopupFocusReason);
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parent() && event->type() == QEvent::Resize && isVisible())
        place();
    if (watched != m_field)
        return false;
    if (event->type() == QEvent::FocusOut && isVisible()) {
        const auto reason = static_cast<QFocusEvent*>(event)->reason();
        if (reason != Qt::ActiveWindowFocusReason && reason != Qt::PopupFocusReason)
            closePalette();
        return false;
    }
    if (event->type() != QEvent::KeyPress)
        return false;
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Up: move(-1); return true;
    case Qt::Key_Down: move(1); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: runCurrent(); return true;
    case Qt::Key_Escape: closePalette(); return true;
    default: return false;
    }
}

void CommandPalette::mousePressEvent(QMouseEvent* event)
{
    if (!m_box->geometry().contains(event->position().toPoint()))
        closePalette();
}

void CommandPalette::paintEvent(QPaintEvent*)
{
    // Transparent around the box: the window stays readable.
}

} // namespace sallyport::ui
