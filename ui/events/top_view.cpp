#include "ui/events/top_view.h"

#include "ui/console/console.h"
#include "ui/look/margins.h"
#include "ui/look/paint.h"
#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/parts/lines_list.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/overlay_scroll.h"
#include "ui/widgets/small_parts.h"
#include "ui/words/event_text.h"
#include "ui/words/text_helpers.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QScrollArea>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::uint32_t mostShown = 6;
constexpr std::array keys{"kind", "user", "address", "path"};

QString numberText(std::int64_t number)
{
    return QLocale().toString(static_cast<qlonglong>(number));
}

} // namespace

TopView::TopView(Console& console, QWidget* parent) : Surface(Token::Surface, parent), m_console(console)
{
    setObjectName(u"events.top"_s);
    auto* content = new Surface(Token::Surface);
    auto* inner = new QVBoxLayout(content);
    inner->setContentsMargins(leadingMargins(20, 4, 16, 16));
    inner->setSpacing(6);
    for (std::size_t i = 0; i < m_sections.size(); ++i) {
        Section& section = m_sections[i];
        section.head = makeLabel(TextStyle::Heading, Tone::Normal, content);
        section.lines = new LinesList(u"events.top."_s + QLatin1StringView(keys[i]), content);
        inner->addSpacing(i == 0 ? 0 : 8);
        inner->addWidget(section.head);
        inner->addWidget(section.lines);
        connect(section.lines, &LinesList::linkActivated, this, [this, i](int line) {
            const auto& list = values(i);
            if (line >= 0 && static_cast<std::size_t>(line) < list.size())
                Q_EMIT termChosen(QLatin1StringView(keys[i]), toQString(list[static_cast<std::size_t>(line)].value));
        });
    }
    inner->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addWidget(makeScrollArea(content, this), 1);
    onRetranslate(this, [this] { setTexts(); });
}

QWidget* TopView::makeHead()
{
    auto* head = new QWidget(this);
    m_title = makeLabel(TextStyle::PaneTitle, Tone::Normal, head);
    m_note = makeLabel(TextStyle::Small, Tone::Muted, head);
    m_note->setObjectName(u"events.top.note"_s);
    m_note->setWordWrap(true);
    QPushButton* close = makeIconButton(Icon::Close, u"events.top.close"_s, head);
    onRetranslate(close, [close] { setIconButtonText(close, TopView::tr("Close top lists")); });
    connect(close, &QPushButton::clicked, this, &TopView::closeRequested);
    auto* first = new QHBoxLayout;
    first->addWidget(m_title, 1);
    first->addWidget(close);
    auto* column = new QVBoxLayout(head);
    column->setContentsMargins(leadingMargins(20, 8, 8, 6));
    column->setSpacing(2);
    column->addLayout(first);
    column->addWidget(m_note);
    return head;
}

QSize TopView::sizeHint() const
{
    return {scaled(344, this), scaled(480, this)};
}

const std::vector<journal::TopValue>& TopView::values(std::size_t section) const
{
    const std::array lists{&m_lists.kinds, &m_lists.users, &m_lists.addresses, &m_lists.paths};
    return *lists.at(section);
}

void TopView::setQuery(const audit::EventQuery& query)
{
    const auto generation = ++m_generation;
    m_console.run(
        this, [query](Services& services, const access::Actor& actor) { return services.events.top(actor, query, mostShown); },
        [this, generation](Result<journal::TopLists> lists) {
            if (generation != m_generation || !lists)
                return;
            m_lists = std::move(*lists);
            m_read = true;
            showLists();
        });
}

void TopView::setTexts()
{
    m_title->setText(tr("Top lists"));
    setAccessibleName(tr("Top lists"));
    const std::array heads{tr("Events"), tr("Who"), tr("Addresses"), tr("Paths")};
    for (std::size_t i = 0; i < heads.size(); ++i)
        m_sections[i].head->setText(heads[i]);
    showLists();
}

void TopView::showLists()
{
    //: %1: a number of events
    m_note->setText(!m_read       ? tr("Reading…")
                    : m_lists.all ? tr("Of %Ln event(s) of the filter", nullptr, static_cast<int>(m_lists.events))
                                  : tr("Of the newest %1 events of the filter").arg(numberText(m_lists.events)));
    for (std::size_t i = 0; i < m_sections.size(); ++i) {
        QList<LinesList::Line> lines;
        for (const journal::TopValue& value : values(i)) {
            LinesList::Line line;
            line.text = i == 0 ? kindTitle(value.value) : toQString(value.value);
            line.link = numberText(value.count);
            line.toolTip = tr("Only these");
            lines << line;
        }
        if (lines.isEmpty())
            m_sections[i].lines->setNotice(m_read ? tr("None") : QString());
        else
            m_sections[i].lines->setLines(lines);
    }
}

} // namespace sallyport::ui
