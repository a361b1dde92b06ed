#include "ui/dashboard/needs_list.h"

#include "ui/look/margins.h"
#include "ui/look/retranslate.h"
#include "ui/look/surface.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/overlay_scroll.h"
#include "ui/widgets/small_parts.h"
#include "ui/widgets/tab_order.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace sallyport::ui {
namespace {

constexpr QMargins rowInsets(20, 12, 16, 13);
constexpr int rowGap = 10, textGap = 2, iconSide = 16;

bool sameTexts(const std::vector<Need>& a, const std::vector<Need>& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Need& x, const Need& y) {
        return x.what == y.what && x.title == y.title && x.note == y.note && x.action == y.action && x.argument == y.argument;
    });
}

} // namespace

NeedsList::NeedsList(QWidget* parent)
    : QWidget(parent), m_title(makeLabel(TextStyle::Heading, Tone::Normal, this)),
      m_count(makeLabel(TextStyle::Body, Tone::Muted, this)), m_quiet(new QWidget(this)),
      m_quietText(new ElideLabel(TextStyle::Body, Tone::Muted, m_quiet)), m_rows(new QVBoxLayout)
{
    setObjectName(QStringLiteral("dashboard.needs"));
    auto* head = new QHBoxLayout;
    head->setContentsMargins(leadingMargins(20, 0, 16, 0));
    head->setSpacing(9);
    head->addWidget(m_title);
    head->addWidget(m_count);
    head->addStretch(1);
    auto* headBox = new QWidget(this);
    headBox->setFixedHeight(scaled(48, this));
    headBox->setLayout(head);

    auto* quietRow = new QHBoxLayout(m_quiet);
    quietRow->setContentsMargins(leadingMargins(20, 14, 16, 14));
    quietRow->setSpacing(10);
    quietRow->addWidget(new IconLabel(Icon::CheckCircle, Tone::Success, 16, m_quiet));
    quietRow->addWidget(m_quietText, 1);

    auto* list = new Surface(Token::Surface);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
    auto* listColumn = new QVBoxLayout(list);
    listColumn->setSizeConstraint(QLayout::SetMinimumSize); // what doesn't fit scrolls; no row is squeezed
    listColumn->setContentsMargins(0, 0, 0, 0);
    listColumn->setSpacing(0);
    listColumn->addWidget(m_quiet);
    listColumn->addLayout(m_rows);
    listColumn->addStretch(1);
    auto* area = makeScrollArea(list, this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(headBox);
    column->addWidget(makeSeparator(Qt::Horizontal, Token::Border, this));
    column->addWidget(area, 1);
    onRetranslate(this, [this] { setTexts(); });
}

void NeedsList::setTexts()
{
    m_title->setText(tr("Needs you"));
    m_quietText->setText(tr("Nothing needs you now"));
    m_count->setText(m_needs.empty() ? QString() : QLocale().toString(count()));
    m_quiet->setVisible(m_needs.empty());
}

void NeedsList::setNeeds(const std::vector<Need>& needs)
{
    // Refreshed every second: the rows stay as long as they say the same, so that focus and hover stay too.
    if (sameTexts(m_needs, needs))
        return;
    m_needs = needs;
    rebuildAround(this, [this] {
        m_parts.clear();
        while (QLayoutItem* item = m_rows->takeAt(0)) {
            delete item->widget();
            delete item;
        }
        for (std::size_t i = 0; i < m_needs.size(); ++i)
            m_rows->addWidget(makeRow(m_needs[i], i + 1 == m_needs.size()));
    });
    setTexts();
    fitRows();
}

void NeedsList::fitRows()
{
    for (const Parts& parts : m_parts) {
        const int button = parts.button->isHidden() ? 0 : parts.button->sizeHint().width() + rowGap;
        const int room = width() - rowInsets.left() - rowInsets.right() - iconSide - rowGap - button;
        const int texts = parts.title->heightForWidth(room) + textGap + parts.note->heightForWidth(room);
        parts.row->setMinimumHeight(rowInsets.top() + rowInsets.bottom() + std::max(texts, parts.button->sizeHint().height()));
    }
}

void NeedsList::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitRows();
}

QWidget* NeedsList::makeRow(const Need& need, bool last)
{
    auto* row = new Surface(Token::Surface, this);
    if (!last)
        row->setHairlines(Qt::BottomEdge, Token::Grid);
    auto* title = new ElideLabel(TextStyle::BodyStrong, Tone::Normal, row);
    auto* note = new ElideLabel(TextStyle::Small, Tone::Muted, row);
    title->setWraps(true);
    note->setWraps(true);
    title->setText(need.title);
    note->setText(need.note);
    QPushButton* button = makeButton(ButtonKind::Secondary, QStringLiteral("dashboard.need%1").arg(static_cast<int>(need.what)),
                                     row, Icon::None, ButtonSize::Tool);
    button->setText(need.action);
    button->setVisible(!need.action.isEmpty());
    button->setAccessibleName(QString(need.action + QStringLiteral(": ") + need.title));
    connect(button, &QPushButton::clicked, this, [this, need] { Q_EMIT taken(need); });
    auto* texts = new QVBoxLayout;
    texts->setSpacing(textGap);
    texts->addWidget(title);
    texts->addWidget(note);
    auto* icon = new IconLabel(need.icon, need.tone, iconSide, row);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(leadingMargins(rowInsets.left(), rowInsets.top(), rowInsets.right(), rowInsets.bottom()));
    line->setSpacing(rowGap);
    line->addWidget(icon, 0, Qt::AlignTop);
    line->addLayout(texts, 1);
    line->addWidget(button);
    m_parts.push_back({row, title, note, button});
    return row;
}

} // namespace sallyport::ui
