#include "ui/incidents/concerned_list.h"

#include "ui/look/text_style.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/details_pane.h"
#include "ui/widgets/small_parts.h"
#include "ui/widgets/tab_order.h"
#include "ui/words/user_text.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t shownAtFirst = 5;
constexpr int concernedHeight = 32, avatarSide = 22;

QString nameOfKind(Concerned::Kind kind)
{
    switch (kind) {
    case Concerned::Kind::Person: return u"people"_s;
    case Concerned::Kind::Address: return u"addresses"_s;
    case Concerned::Kind::Key: return u"keys"_s;
    }
    return {};
}

/// A row that a click ticks, wherever it falls.
class TickRow final : public QWidget {
public:
    explicit TickRow(QWidget* parent) : QWidget(parent), tick(new QCheckBox(this)) {}
    QCheckBox* tick;

protected:
    void mouseReleaseEvent(QMouseEvent*) override
    {
        if (tick->isEnabled())
            tick->toggle();
    }
};

} // namespace

ConcernedList::ConcernedList(Concerned::Kind kind, PaneSection* section)
    : QObject(section), m_kind(kind), m_section(section), m_rows(new QWidget(section)), m_column(new QVBoxLayout(m_rows)),
      m_all(section->addLink(u"incidents.details.%1.all"_s.arg(nameOfKind(kind))))
{
    m_rows->setObjectName(u"incidents.details."_s + nameOfKind(kind));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    section->setContent(m_rows);
    section->hide();
    connect(m_all, &QPushButton::clicked, this, [this] {
        m_showsAll = !m_showsAll;
        show();
    });
}

void ConcernedList::setConcerned(std::vector<Concerned> all, std::int64_t total)
{
    if (all == m_concerned && total == m_total && m_column->count() > 0)
        return;
    m_concerned = std::move(all);
    m_total = std::max(total, static_cast<std::int64_t>(m_concerned.size()));
    const std::size_t before = m_ticked.size();
    std::erase_if(m_ticked, [this](const std::string& id) {
        return std::ranges::none_of(m_concerned, [&](const Concerned& one) { return one.id == id; });
    });
    show();
    if (m_ticked.size() != before)
        Q_EMIT tickedChanged();
}

void ConcernedList::clear()
{
    m_ticked.clear();
    m_showsAll = false;
    m_concerned.clear();
    m_total = 0;
    show();
    Q_EMIT tickedChanged();
}

void ConcernedList::retranslate()
{
    show();
}

std::vector<Concerned> ConcernedList::ticked() const
{
    std::vector<Concerned> found;
    for (const Concerned& one : m_concerned)
        if (!one.id.empty() && std::ranges::find(m_ticked, one.id) != m_ticked.end())
            found.push_back(one);
    return found;
}

void ConcernedList::tick(const std::string& id, bool on)
{
    std::erase(m_ticked, id);
    if (on)
        m_ticked.push_back(id);
    Q_EMIT tickedChanged();
}

QString ConcernedList::stateOf(const Concerned& one) const
{
    if (one.disabled)
        return tr("Disabled", "an account or key");
    return one.locked ? tr("Locked", "an account") : QString();
}

void ConcernedList::show()
{
    switch (m_kind) {
    case Concerned::Kind::Person: m_section->setTitle(tr("People affected")); break;
    case Concerned::Kind::Address: m_section->setTitle(tr("Addresses")); break;
    case Concerned::Kind::Key: m_section->setTitle(tr("API keys")); break;
    }
    m_section->setCount(QLocale().toString(static_cast<qlonglong>(m_total)));
    m_section->setVisible(!m_concerned.empty());
    const bool more = m_concerned.size() > shownAtFirst;
    m_all->setVisible(more);
    m_all->setText(m_showsAll ? tr("Show fewer") : tr("Show all"));
    const std::size_t shown = m_showsAll ? m_concerned.size() : std::min(shownAtFirst, m_concerned.size());
    rebuildAround(m_rows, [&] {
        while (auto* item = m_column->takeAt(0)) {
            if (auto* widget = item->widget()) {
                widget->hide();
                widget->deleteLater(); // its own menu may be what leads here
            }
            delete item;
        }
        for (std::size_t at = 0; at < shown; ++at) {
            auto* row = makeRow(m_concerned[at], static_cast<int>(at));
            m_column->addWidget(row);
            row->show();
        }
        const std::int64_t left = m_total - static_cast<std::int64_t>(shown);
        if (left > 0 && shown > 0) {
            auto* rest = makeLabel(tr("%Ln more", nullptr, static_cast<int>(left)), TextStyle::Small, Tone::Muted, m_rows);
            rest->setContentsMargins(scaled(26, m_rows), 6, scaled(26, m_rows), 0);
            m_column->addWidget(rest);
            rest->show();
        }
    });
}

QWidget* ConcernedList::makeRow(const Concerned& one, int place)
{
    auto* row = new TickRow(m_rows);
    row->setMinimumHeight(scaled(concernedHeight, m_rows));
    const QString name = text(one.name), state = stateOf(one);
    row->tick->setObjectName(u"%1.%2"_s.arg(m_rows->objectName()).arg(place));
    const QString count = tr("%Ln events", nullptr, static_cast<int>(std::min<std::int64_t>(one.count, 2'000'000'000)));
    row->tick->setAccessibleName(state.isEmpty() ? u"%1, %2"_s.arg(name, count) : u"%1, %2, %3"_s.arg(name, count, state));
    row->tick->setChecked(!one.id.empty() && std::ranges::find(m_ticked, one.id) != m_ticked.end());
    enableOr(row->tick, one.id.empty() ? tr("No account of this vault") : QString());
    if (one.id.empty())
        row->setToolTip(row->tick->toolTip());
    connect(row->tick, &QCheckBox::toggled, this, [this, id = one.id](bool on) { tick(id, on); });
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(10);
    line->addWidget(row->tick, 0, Qt::AlignVCenter);
    if (m_kind == Concerned::Kind::Person) {
        auto* avatar = new Avatar(avatarSide, row);
        avatar->setName(name);
        line->addWidget(avatar, 0, Qt::AlignVCenter);
    }
    auto* label = new ElideLabel(m_kind == Concerned::Kind::Address ? TextStyle::Mono : TextStyle::BodyStrong, Tone::Normal, row);
    label->setText(name);
    line->addWidget(label, 1, Qt::AlignVCenter);
    if (!state.isEmpty()) {
        line->addWidget(new IconLabel(one.disabled ? Icon::OffCircle : Icon::Lock, Tone::Danger, 16, row), 0, Qt::AlignVCenter);
        line->addWidget(makeLabel(state, TextStyle::Body, Tone::Danger, row), 0, Qt::AlignVCenter);
    } else if (one.count > 0) {
        line->addWidget(makeLabel(count, TextStyle::Small, Tone::Muted, row), 0, Qt::AlignVCenter);
    }
    // What else leads from here, by the menu's key as by the mouse.
    for (QWidget* part : {static_cast<QWidget*>(row), static_cast<QWidget*>(row->tick)}) {
        part->setContextMenuPolicy(Qt::CustomContextMenu);
        connect(part, &QWidget::customContextMenuRequested, this,
                [this, part, one](const QPoint& where) { openMenu(part, one, where); });
    }
    return row;
}

void ConcernedList::openMenu(QWidget* at, const Concerned& one, const QPoint& where)
{
    auto* menu = new QMenu(at);
    menu->setObjectName(u"incidents.details.menu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QString key = m_kind == Concerned::Kind::Address ? u"address:"_s : u"user:"_s;
    QString value = text(one.name);
    value.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
    auto* events = menu->addAction(tr("Show events"));
    connect(events, &QAction::triggered, this, [this, key, value] { Q_EMIT eventsRequested(u"%1\"%2\""_s.arg(key, value)); });
    if (!one.id.empty()) {
        QString words;
        switch (m_kind) {
        case Concerned::Kind::Person: words = tr("Open user"); break;
        case Concerned::Kind::Address: words = tr("Open in Threats"); break;
        case Concerned::Kind::Key: words = tr("Open API key"); break;
        }
        connect(menu->addAction(words), &QAction::triggered, this, [this, id = text(one.id)] { Q_EMIT openRequested(id); });
    }
    menu->popup(at->mapToGlobal(where));
}

} // namespace sallyport::ui
