#include "ui/notices/notices_dialog.h"

#include "ui/console/console.h"
#include "ui/look/margins.h"
#include "ui/look/retranslate.h"
#include "ui/look/surface.h"
#include "ui/look/text_style.h"
#include "ui/parts/lines_list.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/overlay_scroll.h"
#include "ui/words/event_text.h"
#include "ui/words/notice_text.h"
#include "ui/words/relative_time.h"
#include "ui/words/user_text.h"

#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int listHeight = 320;
constexpr int heightOfLine = 48;

bool isUnread(const identity::Notice& notice)
{
    return !notice.readAt;
}

} // namespace

NoticesDialog::NoticesDialog(Console& console, QWidget* parent)
    : DialogFrame(u"notices"_s, parent, 520), m_console(console), m_intro(makeLabel({}, TextStyle::Body, Tone::Muted, this)),
      m_lines(new LinesList(u"notices.list"_s, this)),
      m_mark(makeButton(ButtonKind::Secondary, u"notices.mark_read"_s, this, Icon::Check)),
      m_close(makeButton(ButtonKind::Primary, u"notices.close"_s, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_intro->setWordWrap(true);
    body()->addWidget(m_intro);
    auto* page = new Surface(Token::Surface, this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_lines);
    column->addStretch(1);
    m_area = makeScrollArea(page, this);
    body()->addWidget(m_area);
    addLeadingButton(m_mark);
    addButton(m_close);
    enableOr(m_mark, waitReason());
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_mark, &QPushButton::clicked, this, &NoticesDialog::markRead);
    onRetranslate(this, [this] { setTexts(); });
    read();
}

void NoticesDialog::setTexts()
{
    setTitle(tr("Notices about your account"));
    m_intro->setText(tr("If something here wasn’t you: change your password, and end your other sessions."));
    m_mark->setText(tr("Mark all as read"));
    m_close->setText(tr("Close"));
    showLines();
}

void NoticesDialog::read()
{
    m_console.run(
        this, [](Services& services, const access::Actor& actor) { return services.notices.list(actor, actor.id); },
        [this](const Result<std::vector<identity::Notice>>& notices) { show(notices); });
}

void NoticesDialog::show(const Result<std::vector<identity::Notice>>& notices)
{
    if (!notices && notices.error().code == ErrorCode::Cancelled)
        return;
    m_loaded = true;
    m_problem = notices ? QString() : errorLine(notices.error());
    m_notices = notices ? *notices : std::vector<identity::Notice>();
    showLines();
}

void NoticesDialog::showLines()
{
    m_area->setFixedHeight(scaled(std::clamp(static_cast<int>(m_notices.size()) * heightOfLine, heightOfLine, listHeight), this));
    // Room for the handle, where there is one.
    const int handle = static_cast<int>(m_notices.size()) * heightOfLine > listHeight ? 12 : 0;
    m_area->widget()->layout()->setContentsMargins(leadingMargins(0, 0, handle, 0));
    enableOr(m_mark, std::ranges::any_of(m_notices, isUnread) ? QString() : tr("Nothing is new"));
    m_intro->setVisible(!m_notices.empty());
    if (m_notices.empty()) {
        m_lines->setNotice(!m_problem.isEmpty() ? m_problem
                           : m_loaded
                               ? tr("Nothing yet. Sign-ins from new devices and changes of what you sign in with stand here.")
                               : tr("Loading…"));
        return;
    }
    const auto* clock = m_console.clock();
    const UtcTime now = clock ? clock->now() : UtcTime{};
    QList<LinesList::Line> lines;
    for (const identity::Notice& notice : m_notices) {
        LinesList::Line line;
        line.icon = noticeIcon(notice);
        line.tone = isUnread(notice) ? Tone::Warning : Tone::Muted;
        line.text = noticeTitle(notice);
        if (isUnread(notice))
            //: Of a notice: %1 is what happened
            line.text = tr("%1 (new)").arg(line.text);
        line.note = noticeNote(notice);
        line.trailing = shortWhenText(notice.at, now);
        line.toolTip = zonedTime(notice.at);
        lines << line;
    }
    m_lines->setLines(lines);
}

void NoticesDialog::markRead()
{
    enableOr(m_mark, waitReason());
    m_console.run(
        this, [](Services& services, const access::Actor& actor) { return services.notices.markRead(actor, {}); },
        [this](const Result<std::int64_t>& unread) {
            if (!unread) {
                m_problem = errorLine(unread.error());
                setFootNote(Icon::Error, m_problem);
            }
            Q_EMIT changed();
            read();
        });
}

} // namespace sallyport::ui
