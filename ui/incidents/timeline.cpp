#include "ui/incidents/timeline.h"

#include "ui/look/paint.h"
#include "ui/look/text_style.h"
#include "ui/widgets/small_parts.h"

#include <QFontMetrics>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int entryHeight = 50, timeGap = 18, iconBehind = 10, entryIcon = 16, joinGap = 5;

class EntryRow final : public QWidget {
public:
    EntryRow(const Timeline::Entry& entry, int timeWidth, bool joined, QWidget* parent)
        : QWidget(parent), m_icon(new IconLabel(entry.icon, entry.tone, entryIcon, this)), m_joined(joined)
    {
        setMinimumHeight(joined ? scaled(entryHeight, this) : 0);
        setAccessibleName(
            (entry.note.isEmpty() ? QStringList{entry.time, entry.text} : QStringList{entry.time, entry.text, entry.note})
                .join(u", "_s));
        setToolTip(entry.exact);
        auto* row = new QHBoxLayout(this);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(0);
        auto* time = makeLabel(entry.time, TextStyle::Small, Tone::Muted, this);
        time->setFixedWidth(timeWidth);
        time->setMinimumHeight(lineHeight(TextStyle::Body));
        row->addWidget(time, 0, Qt::AlignTop);
        row->addSpacing(timeGap);
        auto* icon = new QVBoxLayout;
        icon->addSpacing(2);
        icon->addWidget(m_icon);
        icon->addStretch(1);
        row->addLayout(icon);
        row->addSpacing(iconBehind);
        auto* texts = new QVBoxLayout;
        texts->setSpacing(0);
        auto* title = new ElideLabel(TextStyle::BodyStrong, Tone::Normal, this);
        title->setWraps(true);
        title->setText(entry.text);
        texts->addWidget(title);
        if (!entry.note.isEmpty()) {
            auto* note = new ElideLabel(TextStyle::Small, Tone::Muted, this);
            note->setWraps(true);
            note->setText(entry.note);
            texts->addWidget(note);
        }
        texts->addStretch(1);
        texts->setContentsMargins(0, 0, 0, joined ? 8 : 0);
        row->addLayout(texts, 1);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        if (!m_joined)
            return;
        QPainter painter(this);
        const QRect icon = m_icon->geometry();
        painter.fillRect(icon.center().x(), icon.bottom() + 1 + joinGap, 1, height() - icon.bottom() - 1 - 2 * joinGap,
                         color(Token::Border));
    }

private:
    IconLabel* m_icon;
    bool m_joined;
};

} // namespace

Timeline::Timeline(const QString& objectName, QWidget* parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    setObjectName(objectName);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
}

void Timeline::setEntries(const QList<Entry>& entries)
{
    while (auto* item = m_column->takeAt(0)) {
        if (auto* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    const QFontMetrics metrics(textFont(TextStyle::Small));
    int width = 0;
    for (const Entry& entry : entries)
        width = std::max(width, metrics.horizontalAdvance(entry.time) + 1);
    for (qsizetype at = 0; at < entries.size(); ++at) {
        auto* row = new EntryRow(entries.at(at), width, at + 1 < entries.size(), this);
        m_column->addWidget(row);
        row->show();
    }
}

} // namespace sallyport::ui
