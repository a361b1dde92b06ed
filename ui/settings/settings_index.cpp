#include "ui/settings/settings_index.h"

#include "ui/look/margins.h"
#include "ui/look/paint.h"
#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace sallyport::ui {

namespace {

constexpr int indexWidth = 208;
constexpr int rowHeight = 28;
constexpr int headHeight = 32;
constexpr int leading = 24;
constexpr int trailing = 16;
constexpr int dot = 6;

enum Role { TitleRole = Qt::UserRole, ChangedRole, PendingRole };

class IndexDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        const auto* view = qobject_cast<const QWidget*>(parent());
        return {0, scaled(rowHeight, view)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const QRect row = option.rect;
        const bool selected = (option.state & QStyle::State_Selected) != 0;
        const bool hovered = (option.state & QStyle::State_MouseOver) != 0;
        const auto place = [&](int from, int to) {
            return mirrored(option.widget, row, QRect(row.x() + from, row.y(), to - from, row.height()));
        };
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setLayoutDirection(option.direction);
        if (selected || hovered)
            painter->fillRect(row, color(selected ? Token::Selection : Token::Hover));
        if (selected)
            painter->fillRect(place(0, 3), color(Token::Accent));
        int end = row.width() - trailing;
        const QFont small = textFont(TextStyle::Small);
        if (const int changed = index.data(ChangedRole).toInt(); changed > 0) {
            const QString number = QLocale().toString(changed);
            const int width = QFontMetrics(small).horizontalAdvance(number) + 2;
            drawLine(painter, place(end - width, end), number, small, color(Token::TextMuted), Qt::AlignTrailing);
            end -= width + 8;
        }
        if (index.data(PendingRole).toBool()) {
            const QRect spot = place(end - dot, end);
            painter->setPen(Qt::NoPen);
            painter->setBrush(color(Token::Accent));
            painter->drawEllipse(QRect(spot.x(), row.center().y() - dot / 2 + 1, dot, dot));
            end -= dot + 8;
        }
        drawLine(painter, place(leading, end), index.data(TitleRole).toString(),
                 textFont(selected ? TextStyle::Heading : TextStyle::Body), color(Token::Text));
        if ((option.state & QStyle::State_HasFocus) != 0)
            drawRing(painter, QRectF(row).adjusted(2, 1, -2, -1), chipRadius);
        painter->restore();
    }
};

} // namespace

SettingsIndex::SettingsIndex(const QString& objectName, QWidget* parent)
    : Surface(Token::Surface, parent), m_group(makeLabel(TextStyle::SmallStrong, Tone::Muted, this)),
      m_changed(makeLabel(TextStyle::SmallStrong, Tone::Muted, this)), m_list(new QListView(this))
{
    setFixedWidth(scaled(indexWidth, this));
    setHairlines(Qt::RightEdge);
    m_list->setObjectName(objectName);
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new IndexDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(false); // hidden rows
    auto* head = new QWidget(this);
    head->setFixedHeight(scaled(headHeight, this));
    auto* headRow = new QHBoxLayout(head);
    headRow->setContentsMargins(leadingMargins(leading, 0, trailing, 0));
    headRow->addWidget(m_group, 1);
    headRow->addWidget(m_changed);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(leadingMargins(0, 0, 1, 0));
    column->setSpacing(0);
    column->addWidget(head);
    column->addWidget(makeSeparator(Qt::Horizontal, Token::Border, this));
    column->addSpacing(4);
    column->addWidget(m_list, 1);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& now) {
        if (now.isValid() && !m_following)
            Q_EMIT chosen(now.row());
    });
    // Of the one that is chosen already: back to its beginning.
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex& index) { Q_EMIT chosen(index.row()); });
    onRetranslate(this, [this] {
        m_group->setText(tr("Group"));
        m_changed->setText(tr("Changed"));
        m_list->setAccessibleName(tr("Groups of settings"));
    });
}

void SettingsIndex::addGroup(const QString& id)
{
    auto* item = new QStandardItem;
    item->setData(id, Qt::UserRole + 10);
    m_model.appendRow(item);
}

void SettingsIndex::setGroup(int row, const QString& title, int changed, bool pending)
{
    QStandardItem* item = m_model.item(row);
    item->setData(title, TitleRole);
    item->setData(changed, ChangedRole);
    item->setData(pending, PendingRole);
    QStringList words{title};
    if (changed > 0)
        words << tr("%Ln changed from the default", nullptr, changed);
    if (pending)
        words << tr("not applied");
    item->setData(words.join(QStringLiteral(", ")), Qt::AccessibleTextRole);
}

void SettingsIndex::setGroupVisible(int row, bool visible)
{
    m_list->setRowHidden(row, !visible);
}

int SettingsIndex::current() const
{
    return m_list->currentIndex().row();
}

void SettingsIndex::setCurrent(int row)
{
    m_following = true;
    m_list->setCurrentIndex(m_model.index(row, 0));
    m_following = false;
}

} // namespace sallyport::ui
