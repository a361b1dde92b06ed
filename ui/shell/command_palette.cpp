#include "ui/shell/command_palette.h"

#include "ui/look/paint.h"
#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/shell/fuzzy.h"
#include "ui/shell/palette_delegate.h"
#include "ui/shell/palette_parts.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QMouseEvent>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int boxWidth = 480;
constexpr int boxGap = 4;
constexpr int leastMargin = 16;

constexpr std::array order{PaletteGroup::People, PaletteGroup::Keys,     PaletteGroup::Accounts, PaletteGroup::Events,
                           PaletteGroup::Panels, PaletteGroup::Settings, PaletteGroup::Help,     PaletteGroup::Commands};

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

} // namespace

CommandPalette::CommandPalette(QWidget* window)
    : QWidget(window), m_field(new PaletteField(this)), m_box(new Box(this)), m_list(new QListView(m_box)),
      m_nothing(makeLabel(TextStyle::Body, Tone::Muted, m_box)), m_footer(new PaletteFooter(m_box)),
      m_model(new QStandardItemModel(this))
{
    setObjectName(u"palette"_s);
    m_list->setObjectName(u"palette.list"_s);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setMouseTracking(true);
    m_nothing->setObjectName(u"palette.nothing"_s);
    m_nothing->setWordWrap(true);
    m_nothing->setContentsMargins(12, 10, 12, 12);
    auto* column = new QVBoxLayout(m_box);
    column->setContentsMargins(1, 3, 1, 1);
    column->setSpacing(0);
    column->addWidget(m_list);
    column->addWidget(m_nothing);
    column->addWidget(m_footer);
    m_askLater.setSingleShot(true);
    m_askLater.setInterval(searchDelay);
    connect(&m_askLater, &QTimer::timeout, this, &CommandPalette::ask);
    m_field->edit()->installEventFilter(this);
    window->installEventFilter(this);
    connect(m_field->edit(), &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(m_list, &QListView::clicked, this, [this] { runCurrent(false); });
    connect(m_list, &QListView::entered, this, [this](const QModelIndex& index) {
        if (!index.data(PaletteDelegate::HeadRole).toBool())
            m_list->setCurrentIndex(index);
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &CommandPalette::showHints);
    onRetranslate(this, [this] { setTexts(); });
    hide();
}

void CommandPalette::setTexts()
{
    m_field->edit()->setPlaceholderText(tr("Search or run a command"));
    m_field->edit()->setAccessibleName(m_field->edit()->placeholderText());
    m_list->setAccessibleName(tr("What was found"));
}

void CommandPalette::open(const QList<PaletteEntry>& entries, QWidget* field)
{
    m_entries = entries;
    m_over = field;
    m_focusBefore = window()->focusWidget();
    m_field->edit()->clear();
    filter();
    QWidget::show();
    raise();
    place();
    m_field->edit()->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::filter()
{
    const QString text = m_field->edit()->text();
    m_findings = {};
    m_moved = false;
    ++m_round;
    m_waiting = text.trimmed().size() >= shortestSearch;
    if (m_waiting)
        m_askLater.start();
    else
        m_askLater.stop();
    show(text);
}

void CommandPalette::ask()
{
    Q_EMIT wanted(m_field->edit()->text().trimmed(), m_round);
}

void CommandPalette::take(quint64 round, const PaletteFindings& findings)
{
    if (round != m_round || !isVisible())
        return;
    m_findings = findings;
    m_waiting = false;
    show(m_field->edit()->text());
}

QList<PaletteEntry> CommandPalette::matching(PaletteGroup group, const QString& text, qint64* all) const
{
    struct Hit {
        int score;
        const PaletteEntry* entry;
    };
    QList<Hit> hits;
    for (const PaletteEntry& entry : m_entries) {
        if (entry.group != group || (entry.typed && text.trimmed().isEmpty()))
            continue;
        const int title = fuzzyScore(text, entry.title);
        const int other = fuzzyScore(text, entry.detail + u' ' + entry.title + u' ' + entry.words) / 2;
        if (const int score = std::max(title, other < 1 ? title : other); score >= 0)
            hits.append({score, &entry});
    }
    std::stable_sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) { return a.score > b.score; });
    QList<PaletteEntry> found;
    for (const Hit& hit : std::as_const(hits))
        found.append(*hit.entry);
    *all = found.size();
    for (const PaletteEntry& entry : m_findings.entries) // who answered knows what fits
        if (entry.group == group)
            found.append(entry);
    *all = std::max<qint64>(*all + m_findings.matches.value(group), found.size());
    return found;
}

void CommandPalette::show(const QString& text)
{
    const PaletteEntry* before = m_moved ? current() : nullptr;
    const auto kept = before ? std::pair(before->group, before->title) : std::pair(PaletteGroup::People, QString());
    const QMap<PaletteGroup, QString> names{{PaletteGroup::People, tr("People")},
                                            {PaletteGroup::Keys, tr("API keys")},
                                            {PaletteGroup::Accounts, tr("Service accounts")},
                                            {PaletteGroup::Events, tr("Events")},
                                            {PaletteGroup::Panels, tr("Panels")},
                                            {PaletteGroup::Settings, tr("Settings")},
                                            {PaletteGroup::Help, tr("Help")},
                                            {PaletteGroup::Commands, tr("Commands")}};
    const bool typed = !text.trimmed().isEmpty();
    m_model->clear();
    m_shown.clear();
    int first = -1;
    for (const PaletteGroup group : order) {
        if (!typed && (group == PaletteGroup::Settings || group == PaletteGroup::Help))
            continue; // too many to be read through
        qint64 all = 0;
        QList<PaletteEntry> found = matching(group, text, &all);
        if (found.isEmpty())
            continue;
        if (typed && found.size() > shownOfEach)
            found.resize(shownOfEach);
        auto* head = new QStandardItem(names.value(group));
        head->setFlags(Qt::NoItemFlags);
        head->setData(true, PaletteDelegate::HeadRole);
        head->setData(m_model->rowCount() == 0, PaletteDelegate::FirstRole);
        if (all > found.size())
            head->setData(tr("%L1 of %L2").arg(found.size()).arg(all), PaletteDelegate::DetailRole);
        m_model->appendRow(head);
        for (const PaletteEntry& entry : std::as_const(found)) {
            auto* item = new QStandardItem(entry.title);
            item->setData(m_shown.size(), PaletteDelegate::IndexRole);
            item->setData(static_cast<int>(entry.icon), PaletteDelegate::IconRole);
            item->setData(entry.avatar, PaletteDelegate::AvatarRole);
            item->setData(entry.detail, PaletteDelegate::DetailRole);
            item->setData(entry.keys, PaletteDelegate::KeysRole);
            item->setData(entry.muted, PaletteDelegate::MutedRole);
            item->setData(QVariant::fromValue(fuzzyPlaces(text, entry.title)), PaletteDelegate::PlacesRole);
            item->setData(
                QString(names.value(group) + u": "_s + entry.title + (entry.detail.isEmpty() ? u""_s : u", "_s) + entry.detail),
                Qt::AccessibleTextRole);
            if (first < 0 || (m_moved && kept == std::pair(entry.group, entry.title)))
                first = m_model->rowCount();
            m_shown.append(entry);
            m_model->appendRow(item);
        }
    }
    m_field->setCount(typed && !m_waiting ? QLocale().toString(m_shown.size()) : QString());
    showNothing(text);
    setCurrentRow(first);
    showHints();
    place();
}

void CommandPalette::showNothing(const QString& text)
{
    const bool empty = m_shown.isEmpty();
    m_list->setVisible(!empty);
    m_nothing->setVisible(empty);
    m_footer->setVisible(!empty);
    m_nothing->setText(m_waiting ? tr("Searching…")
                                 : tr("Nothing matches “%1”. People, keys, accounts, settings, help and commands are found by "
                                      "their names, events and the others by their id, too.")
                                       .arg(text.trimmed()));
}

void CommandPalette::place()
{
    setGeometry(parentWidget()->rect());
    QRect field;
    if (m_over && m_over->isVisible())
        field = QRect(m_over->mapTo(parentWidget(), QPoint(0, 0)), m_over->size());
    else
        field = QRect(QPoint((width() - m_field->sizeHint().width()) / 2, 12), m_field->sizeHint());
    m_field->setGeometry(field);
    const int wide = std::min(scaled(boxWidth, this), width() - 2 * leastMargin);
    const int top = field.bottom() + 1 + boxGap;
    int rows = 0;
    for (int row = 0; row < m_model->rowCount(); ++row)
        rows += m_list->sizeHintForRow(row);
    const int room = height() - top - leastMargin - m_footer->sizeHint().height() - 4;
    m_list->setFixedHeight(std::clamp(rows, 0, std::max(room, 64)));
    m_nothing->setFixedWidth(wide - 2);
    const int x = isRightToLeft() ? field.right() + 1 - wide : field.x();
    m_box->setGeometry(std::clamp(x, leastMargin, std::max(leastMargin, width() - leastMargin - wide)), top, wide, 10);
    m_box->layout()->activate();
    m_box->resize(wide, m_box->layout()->hasHeightForWidth() ? m_box->layout()->totalHeightForWidth(wide)
                                                             : m_box->layout()->totalSizeHint().height());
}

const PaletteEntry* CommandPalette::current() const
{
    const QVariant at = m_list->currentIndex().data(PaletteDelegate::IndexRole);
    return at.isValid() && at.toInt() < m_shown.size() ? &m_shown.at(at.toInt()) : nullptr;
}

void CommandPalette::setCurrentRow(int row)
{
    m_list->setCurrentIndex(row < 0 ? QModelIndex() : m_model->index(row, 0));
    // The head of the first group belongs to its first line.
    if (row == 1)
        m_list->scrollToTop();
}

void CommandPalette::move(int step)
{
    const int count = m_model->rowCount();
    int row = m_list->currentIndex().row();
    for (int tries = 0; tries < count; ++tries) {
        row = (row + step + count) % count;
        if (!m_model->index(row, 0).data(PaletteDelegate::HeadRole).toBool()) {
            m_moved = true;
            return setCurrentRow(row);
        }
    }
}

void CommandPalette::nextGroup()
{
    const int count = m_model->rowCount();
    int row = m_list->currentIndex().row();
    for (int tries = 0; tries < count; ++tries) {
        row = (row + 1) % count;
        if (m_model->index(row, 0).data(PaletteDelegate::HeadRole).toBool()) {
            m_moved = true;
            return setCurrentRow(row + 1);
        }
    }
}

void CommandPalette::showHints()
{
    const auto key = [](const QKeySequence& keys) { return keys.toString(QKeySequence::NativeText); };
    const PaletteEntry* entry = current();
    QList<PaletteFooter::Hint> hints{{{u"↑"_s, u"↓"_s}, tr("Move")}, {{key(Qt::Key_Enter)}, tr("Open")}};
    if (entry && entry->events)
        hints.append({{key(Qt::CTRL | Qt::Key_Enter)}, tr("Its events")});
    hints.append({{key(Qt::Key_Tab)}, tr("Next group")});
    m_footer->setHints(hints);
}

void CommandPalette::runCurrent(bool events)
{
    const PaletteEntry* entry = current();
    if (!entry || (events && !entry->events))
        return;
    const auto run = events ? entry->events : entry->run;
    closePalette();
    if (run)
        run();
}

void CommandPalette::closePalette()
{
    m_askLater.stop();
    hide();
    ++m_round;
    if (m_focusBefore)
        m_focusBefore->setFocus(Qt::PopupFocusReason);
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parent() && event->type() == QEvent::Resize && isVisible())
        place();
    if (watched != m_field->edit())
        return false;
    if (event->type() == QEvent::FocusOut && isVisible()) {
        const auto reason = static_cast<QFocusEvent*>(event)->reason();
        if (reason != Qt::ActiveWindowFocusReason && reason != Qt::PopupFocusReason)
            closePalette();
        return false;
    }
    if (event->type() != QEvent::KeyPress)
        return false;
    const auto* key = static_cast<QKeyEvent*>(event);
    switch (key->key()) {
    case Qt::Key_Up: move(-1); return true;
    case Qt::Key_Down: move(1); return true;
    case Qt::Key_Tab: nextGroup(); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: runCurrent(key->modifiers().testFlag(Qt::ControlModifier)); return true;
    case Qt::Key_Escape: closePalette(); return true;
    default: return false;
    }
}

void CommandPalette::mousePressEvent(QMouseEvent* event)
{
    const QPoint at = event->position().toPoint();
    if (!m_box->geometry().contains(at) && !m_field->geometry().contains(at))
        closePalette();
}

void CommandPalette::paintEvent(QPaintEvent*)
{
    // Transparent around the box: the window stays readable.
}

} // namespace sallyport::ui
