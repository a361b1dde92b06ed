#include "ui/parts/suggestion_popup.h"

#include "ui/look/paint.h"
#include "ui/look/text_style.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace sallyport::ui {
namespace {

constexpr int rowHeight = 28;
constexpr int leastWidth = 296;
constexpr int mostWidth = 520;

enum Role { InsertRole = Qt::UserRole, ExplanationRole, SeenRole, TypedRole };

QString trailingText(const QModelIndex& index)
{
    const int seen = index.data(SeenRole).toInt();
    return seen > 0 ? QCoreApplication::translate("EventFilter", "%Ln recent", nullptr, seen) : QString();
}

class SuggestionDelegate final : public QStyledItemDelegate {
public:
    SuggestionDelegate(TextStyle style, QObject* parent) : QStyledItemDelegate(parent), m_style(style) {}

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const int insert = QFontMetrics(textFont(m_style)).horizontalAdvance(index.data(InsertRole).toString());
        const QFontMetrics body(textFont(TextStyle::Small));
        const int explanation = body.horizontalAdvance(index.data(ExplanationRole).toString());
        const int trailing = body.horizontalAdvance(trailingText(index));
        return {insert + explanation + trailing + scaled(88, option.widget), scaled(rowHeight, option.widget)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const bool current = (option.state & QStyle::State_Selected) != 0;
        if (current || (option.state & QStyle::State_MouseOver) != 0)
            painter->fillRect(option.rect, color(current ? Token::Selection : Token::Hover));
        QRectF rect = option.rect.adjusted(8, 0, -12, 0);
        const QString insert = index.data(InsertRole).toString();
        const QString typed = index.data(TypedRole).toString();
        const QFont mono = textFont(m_style);
        const QFontMetricsF metrics(mono);

        if (current) {
            const QString tab = QCoreApplication::translate("EventFilter", "Tab");
            const QFont caption = textFont(TextStyle::Caption);
            const double width = QFontMetricsF(caption).horizontalAdvance(tab) + 12;
            const QRectF cap(rect.right() - width, rect.center().y() - 10, width, 20);
            drawBox(painter, cap, color(Token::Raised), color(Token::BorderStrong), chipRadius);
            drawLine(painter, cap, tab, caption, color(Token::TextMuted), Qt::AlignHCenter);
            rect.setRight(cap.left() - 8);
        } else if (const QString trailing = trailingText(index); !trailing.isEmpty()) {
            const QFont small = textFont(TextStyle::Small);
            const double width = QFontMetricsF(small).horizontalAdvance(trailing);
            drawLine(painter, QRectF(rect.right() - width, rect.top(), width + 1, rect.height()), trailing, small,
                     color(Token::TextMuted));
            rect.setRight(rect.right() - width - 8);
        }
        const bool prefixed = !typed.isEmpty() && insert.startsWith(typed, Qt::CaseInsensitive);
        const QString head = prefixed ? insert.left(typed.size()) : QString();
        const double headWidth = metrics.horizontalAdvance(head);
        drawLine(painter, rect, head, mono, color(Token::Accent));
        const QString tail = insert.mid(head.size());
        drawLine(painter, rect.adjusted(headWidth, 0, 0, 0), tail, mono, color(Token::Text));
        const double shown = metrics.horizontalAdvance(insert) + 8;
        if (rect.width() > shown)
            drawLine(painter, rect.adjusted(shown, 0, 0, 0), index.data(ExplanationRole).toString(), textFont(TextStyle::Small),
                     color(Token::TextMuted));
    }

private:
    TextStyle m_style;
};

} // namespace

SuggestionPopup::SuggestionPopup(const QString& objectName, Offers offers, QWidget* parent)
    : QFrame(parent), m_list(new QListView(this)), m_model(new QStandardItemModel(this))
{
    setObjectName(objectName);
    setFocusPolicy(Qt::NoFocus);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new SuggestionDelegate(offers == Offers::Names ? TextStyle::Body : TextStyle::Mono, m_list));
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setMouseTracking(true);
    m_list->viewport()->setAutoFillBackground(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 4, 4, 4);
    layout->addWidget(m_list);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex& index) {
        if (index.row() < static_cast<int>(m_suggestions.size()))
            Q_EMIT picked(m_suggestions[static_cast<std::size_t>(index.row())]);
    });
    hide();
}

void SuggestionPopup::show(QWidget* editor, const QPoint& place, const QString& typed, std::vector<FilterSuggestion> suggestions)
{
    m_suggestions = std::move(suggestions);
    m_model->clear();
    int width = leastWidth;
    int height = 8;
    for (const FilterSuggestion& one : m_suggestions) {
        auto* item = new QStandardItem;
        item->setData(one.insert, InsertRole);
        item->setData(one.explanation, ExplanationRole);
        item->setData(one.seen, SeenRole);
        item->setData(typed, TypedRole);
        item->setData(one.explanation.isEmpty() ? one.insert : QString(one.insert + u' ' + one.explanation),
                      Qt::AccessibleTextRole);
        m_model->appendRow(item);
    }
    QStyleOptionViewItem option;
    option.widget = editor;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QSize size = m_list->itemDelegate()->sizeHint(option, m_model->index(row, 0));
        width = std::max(width, size.width() + 8);
        height += size.height();
    }
    m_list->setCurrentIndex(m_model->index(0, 0));

    QWidget* window = editor->window();
    setParent(window);
    width = std::min({width, mostWidth, window->width() - 16});
    const QPoint below = editor->mapTo(window, place);
    const int left = std::clamp(below.x(), 8, std::max(8, window->width() - width - 8));
    setGeometry(left, below.y(), width, std::min(height, std::max(rowHeight, window->height() - below.y() - 8)));
    QFrame::show();
    raise();
}

void SuggestionPopup::move(int lines)
{
    const int count = m_model->rowCount();
    if (count == 0)
        return;
    const int row = (m_list->currentIndex().row() + lines + count) % count;
    m_list->setCurrentIndex(m_model->index(row, 0));
}

FilterSuggestion SuggestionPopup::current() const
{
    const int row = m_list->currentIndex().row();
    return row >= 0 && row < static_cast<int>(m_suggestions.size()) ? m_suggestions[static_cast<std::size_t>(row)]
                                                                    : FilterSuggestion{};
}

void SuggestionPopup::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    drawBox(&painter, rect(), color(Token::Raised), color(Token::BorderStrong), boxRadius);
}

} // namespace sallyport::ui
