#include "ui/events/filter_line.h"

#include "ui/events/filter_editor.h"
#include "ui/events/filter_highlighter.h"
#include "ui/events/filter_history.h"
#include "ui/look/margins.h"
#include "ui/look/paint.h"
#include "ui/look/retranslate.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/small_parts.h"
#include "ui/words/text_helpers.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <chrono>

using namespace std::chrono_literals;

namespace sallyport::ui {
namespace {

constexpr auto typingPause = 250ms;

/// The outlined field around the editor; its outline is the focus ring while the editor has the focus.
class FilterBox final : public QWidget {
public:
    explicit FilterBox(QWidget* parent) : QWidget(parent) { setFixedHeight(scaled(32, this)); }
    void setEditor(FilterEditor* editor) { m_editor = editor; }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        drawBox(&painter, rect(), color(Token::Surface), color(Token::Control), boxRadius);
        if (m_editor && m_editor->hasFocus())
            drawRing(&painter, rect(), boxRadius);
    }
    void mousePressEvent(QMouseEvent* event) override
    {
        if (!m_editor)
            return;
        m_editor->setFocus(Qt::MouseFocusReason);
        const int x = event->position().toPoint().x();
        if (event->button() == Qt::LeftButton && (isRightToLeft() ? x < m_editor->x() : x > m_editor->geometry().right()))
            m_editor->beginWord();
    }

private:
    FilterEditor* m_editor = nullptr;
};

} // namespace

FilterLine::FilterLine(FilterHistory& history, QWidget* parent) : QWidget(parent), m_history(history)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(makeBox(), 1);
    m_save = makeButton(ButtonKind::Secondary, QStringLiteral("events.saveSearch"), this, Icon::Bookmark);
    m_past = makeIconButton(Icon::History, QStringLiteral("events.searches"), this, ButtonSize::Normal);
    row->addWidget(m_save);
    row->addWidget(m_past);

    m_mistakeRow = new QWidget(this);
    auto* mistakeLayout = new QHBoxLayout(m_mistakeRow);
    mistakeLayout->setContentsMargins(0, 6, 0, 0);
    mistakeLayout->setSpacing(6);
    m_mistake = new ElideLabel(TextStyle::Small, Tone::Danger, m_mistakeRow);
    m_mistake->setObjectName(QStringLiteral("events.filter.mistake"));
    mistakeLayout->addWidget(new IconLabel(Icon::Error, Tone::Danger, 14, m_mistakeRow));
    mistakeLayout->addWidget(m_mistake, 1);
    m_mistakeRow->hide();

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(m_mistakeRow);

    m_wait.setSingleShot(true);
    m_wait.setInterval(typingPause);
    connect(&m_wait, &QTimer::timeout, this, &FilterLine::apply);
    connect(m_editor, &FilterEditor::edited, this, [this] {
        check();
        m_wait.start();
    });
    connect(m_editor, &FilterEditor::applied, this, [this] {
        m_wait.stop();
        apply();
        m_history.use(text());
    });
    connect(m_clear, &QPushButton::clicked, this, [this] { setText({}); });
    connect(m_save, &QPushButton::clicked, this, &FilterLine::saveRequested);
    connect(m_past, &QPushButton::clicked, this, &FilterLine::openHistory);
    onRetranslate(this, [this] { setTexts(); });
    setFocusProxy(m_editor);
}

QWidget* FilterLine::makeBox()
{
    auto* box = new FilterBox(this);
    m_editor = new FilterEditor(box);
    box->setEditor(m_editor);
    m_matches = makeLabel(TextStyle::Small, Tone::Muted, box);
    m_matches->setObjectName(QStringLiteral("events.matches"));
    m_clear = makeIconButton(Icon::Close, QStringLiteral("events.filter.clear"), box);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(leadingMargins(11, 2, 4, 2));
    row->setSpacing(4);
    row->addWidget(new IconLabel(Icon::Filter, Tone::Muted, 16, box));
    row->addWidget(m_editor, 1);
    row->addWidget(m_matches);
    row->addWidget(m_clear);
    return box;
}

QString FilterLine::text() const
{
    return m_editor->text();
}

void FilterLine::setText(const QString& text)
{
    m_editor->setText(text);
    check();
    m_wait.stop();
    apply();
}

void FilterLine::setKnowledge(const FilterKnowledge* known)
{
    m_editor->setKnowledge(known);
}

void FilterLine::setSearches(const std::vector<journal::SavedSearch>& searches)
{
    m_searches = searches;
}

void FilterLine::setMatches(std::int64_t matches, bool about)
{
    m_matchCount = matches;
    m_matchesAbout = about;
    showMatches();
}

/// While the line is wrong the number would be that of another filter.
void FilterLine::showMatches()
{
    QString text;
    if (const std::int64_t matches = m_matchCount; matches >= 0 && m_mistakeText.isEmpty()) {
        const int number = static_cast<int>(std::min<std::int64_t>(matches, 1'000'000'000));
        text = m_matchesAbout ? tr("About %Ln match(es)", nullptr, number) : tr("%Ln match(es)", nullptr, number);
        // %Ln comes without separators of thousands.
        text.replace(QString::number(matches), QLocale().toString(static_cast<qlonglong>(matches)));
    }
    m_matches->setText(text);
}

void FilterLine::check()
{
    const auto problems = filterProblems(text());
    const bool wasWrong = !m_mistakeText.isEmpty();
    m_mistakeText = problems.empty() ? QString() : problems.front().message;
    m_mistake->setText(m_mistakeText);
    m_mistakeRow->setVisible(!m_mistakeText.isEmpty());
    m_clear->setVisible(!text().isEmpty());
    enableOr(m_save, text().trimmed().isEmpty() ? tr("Write a filter first")
                     : !m_mistakeText.isEmpty() ? tr("Correct the filter first")
                                                : QString());
    if (wasWrong == m_mistakeText.isEmpty()) {
        showMatches();
        Q_EMIT correctnessChanged();
    }
}

void FilterLine::apply()
{
    check();
    if (!m_mistakeText.isEmpty() || (text() == m_applied && m_matchCount >= 0))
        return;
    m_applied = text();
    Q_EMIT filterChanged(m_applied);
}

void FilterLine::openHistory()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("events.searches.menu"));
    const auto addFilter = [this, menu](const QString& filter) {
        QString shown = filter;
        connect(menu->addAction(shown.replace(u'&', QStringLiteral("&&"))), &QAction::triggered, this,
                [this, filter] { setText(filter); });
    };
    const auto addHead = [menu](const QString& text) { menu->addAction(text)->setEnabled(false); };
    menu->setToolTipsVisible(true);
    if (!m_searches.empty()) {
        addHead(tr("Saved searches"));
        for (const journal::SavedSearch& search : m_searches) {
            QAction* const action = menu->addAction(toQString(search.name).replace(u'&', QStringLiteral("&&")));
            action->setToolTip(toQString(search.filter));
            connect(action, &QAction::triggered, this, [this, id = toQString(search.id.text())] { Q_EMIT searchChosen(id); });
        }
        connect(menu->addAction(tr("Manage searches…")), &QAction::triggered, this, &FilterLine::manageRequested);
        menu->addSeparator();
    }
    if (m_history.recent().isEmpty()) {
        addHead(tr("No searches yet"));
    } else {
        addHead(tr("Recent searches"));
        for (const QString& filter : m_history.recent())
            addFilter(filter);
        menu->addSeparator();
        connect(menu->addAction(tr("Clear recent searches")), &QAction::triggered, &m_history, &FilterHistory::clearRecent);
    }
    menu->popup(m_past->mapToGlobal(QPoint(0, m_past->height() + 4)));
}

void FilterLine::setTexts()
{
    m_save->setText(tr("Save search"));
    m_editor->setAccessibleName(tr("Filter"));
    m_editor->setAccessibleDescription(tr("Down arrow shows what can be entered, Enter applies"));
    m_editor->setPlaceholderText(tr("Filter events, for example outcome:failure"));
    setIconButtonText(m_clear, tr("Clear filter"));
    setIconButtonText(m_past, tr("Saved and recent searches"));
    setMatches(m_matchCount, m_matchesAbout);
    check();
}

void FilterLine::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        update();
}

} // namespace sallyport::ui
