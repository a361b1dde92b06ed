#include "ui/records/comments_part.h"

#include "ui/console/console.h"
#include "ui/console/permit.h"
#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/records/comment_editor.h"
#include "ui/records/comment_view.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/confirm_dialog.h"
#include "ui/widgets/details_pane.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/tab_order.h"
#include "ui/words/relative_time.h"
#include "ui/words/user_text.h"

#include <QDesktopServices>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using access::Permission;
using records::Comment;
using records::CommentPage;
using records::RemovedMarkup;
using records::WrittenComment;

namespace {

constexpr std::uint32_t commentsShown = 100;

} // namespace

CommentsPart::CommentsPart(Console& console, PaneSection* section)
    : QWidget(section), m_console(console), m_section(section), m_notice(makeLabel(TextStyle::Body, Tone::Muted, this)),
      m_column(new QVBoxLayout)
{
    setObjectName(u"records.comments"_s);
    section->setContent(this);
    m_notice->setObjectName(u"records.comments.notice"_s);
    m_notice->setWordWrap(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(10);
    column->addWidget(m_notice);
    column->addLayout(m_column);
    onRetranslate(this, [this] { setTexts(); });
}

void CommentsPart::setTexts()
{
    m_section->setTitle(tr("Comments"));
    showComments();
}

void CommentsPart::setRecord(const records::RecordId& id)
{
    if (m_id != id) {
        m_id = id;
        m_page = {};
        m_error.reset();
        showComments();
    }
    load();
}

void CommentsPart::load()
{
    records::CommentQuery query;
    query.recordId = m_id;
    query.limit = commentsShown; // the newest of more
    m_console.run(
        this, [query](Services& services, const access::Actor& actor) { return services.comments.list(actor, query); },
        [this, id = *m_id](const Result<CommentPage>& page) {
            if (m_id != id || (!page && page.error().code == ErrorCode::Cancelled))
                return;
            m_error = page ? std::nullopt : std::optional(page.error());
            m_page = page ? *page : CommentPage{};
            std::ranges::reverse(m_page.comments);
            showComments();
        });
}

QString CommentsPart::removedWords(const std::vector<RemovedMarkup>& removed)
{
    int count = 0, scripts = 0;
    for (const RemovedMarkup& one : removed) {
        count += static_cast<int>(one.count);
        if (one.kind == RemovedMarkup::Kind::Element && one.name == "script")
            scripts += static_cast<int>(one.count);
    }
    if (count == 0)
        return {};
    return scripts == count ? tr("%Ln scripts removed", nullptr, scripts) : tr("%Ln things removed", nullptr, count);
}

void CommentsPart::take(const WrittenComment& written)
{
    if (const QString removed = removedWords(written.removed); !removed.isEmpty())
        m_removed.insert(text(written.comment.id.text()), removed);
    else
        m_removed.remove(text(written.comment.id.text()));
    if (m_id)
        load();
}

void CommentsPart::showComments()
{
    rebuildAround(this, [this] {
        while (auto* item = m_column->takeAt(0)) {
            item->widget()->hide();
            item->widget()->deleteLater();
            delete item;
        }
        for (std::size_t at = 0; at < m_page.comments.size(); ++at) {
            QWidget* row = makeRow(m_page.comments[at], static_cast<int>(at));
            m_column->addWidget(row);
            row->show();
        }
    });
    const auto earlier = static_cast<int>(m_page.total) - static_cast<int>(m_page.comments.size());
    m_notice->setText(m_error       ? errorLine(*m_error)
                      : earlier > 0 ? tr("%Ln earlier ones are not shown here.", nullptr, earlier)
                                    : tr("None."));
    m_notice->setVisible(m_error || earlier > 0 || m_page.comments.empty());
    m_section->setCount(m_error ? QString() : QLocale().toString(qint64{m_page.total}));
}

QWidget* CommentsPart::makeRow(const Comment& comment, int number)
{
    auto* row = new QWidget(this);
    row->setObjectName(u"records.comment.%1"_s.arg(number));
    auto* avatar = new Avatar(24, row);
    avatar->setName(text(comment.owner));
    auto* content = new CommentView(row);
    content->setObjectName(u"records.comment.%1.content"_s.arg(number));
    content->setAccessibleName(text(comment.text));
    content->setContent(text(comment.content));
    connect(content, &CommentView::linkChosen, this, &CommentsPart::askLink);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(makeHead(comment, number, content->links(), row));
    texts->addWidget(content);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    line->addWidget(avatar, 0, Qt::AlignTop);
    line->addLayout(texts, 1);
    row->setAccessibleName(text(comment.owner));
    return row;
}

QWidget* CommentsPart::makeHead(const Comment& comment, int number, const QList<QUrl>& links, QWidget* row)
{
    auto* head = new QWidget(row);
    auto* line = new QHBoxLayout(head);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    auto* name = new ElideLabel(TextStyle::BodyStrong, Tone::Normal, head);
    name->setText(text(comment.owner));
    line->addWidget(name);
    if (const QString removed = m_removed.value(text(comment.id.text())); !removed.isEmpty()) {
        auto* pill = new Pill(head);
        pill->setObjectName(u"records.comment.%1.removed"_s.arg(number));
        pill->setContent(Tone::Muted, Icon::Shield, removed);
        line->addWidget(pill);
    }
    line->addStretch(1);
    const auto* clock = m_console.clock();
    auto* when =
        makeLabel(clock ? shortWhenText(comment.createdAt, clock->now()) : QString(), TextStyle::Small, Tone::Muted, head);
    when->setToolTip(exactTime(localTime(comment.createdAt)));
    line->addWidget(when);
    const bool own = comment.ownerId == m_console.actor().id && m_console.may(Permission::CommentsCreate);
    if (own || !links.isEmpty() || m_console.may(Permission::CommentsUpdate) || m_console.may(Permission::CommentsDelete)) {
        auto* more = makeIconButton(Icon::More, u"records.comment.%1.more"_s.arg(number), head);
        setIconButtonText(more, tr("What can be done with the comment of %1").arg(text(comment.owner)));
        connect(more, &QPushButton::clicked, this, [this, more, comment, links] { openMenu(more, comment, links); });
        line->addWidget(more);
    }
    return head;
}

void CommentsPart::openMenu(QPushButton* anchor, const Comment& comment, const QList<QUrl>& links)
{
    auto* menu = new QMenu(anchor);
    menu->setObjectName(u"records.comment_menu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const QUrl& link : links) {
        const QString host = link.host().isEmpty() ? link.toDisplayString() : link.host();
        connect(menu->addAction(tr("Open %1…").arg(QString(host).replace(u'&', u"&&"_s))), &QAction::triggered, this,
                [this, link] { askLink(link); });
    }
    if (!links.isEmpty())
        menu->addSeparator();
    const bool own = comment.ownerId == m_console.actor().id && m_console.may(Permission::CommentsCreate);
    auto* change = menu->addAction(tr("Edit…"));
    allow(change, own ? QString() : lacks(m_console, Permission::CommentsUpdate));
    connect(change, &QAction::triggered, this, [this, comment] { edit(comment); });
    auto* remove = menu->addAction(tr("Delete…"));
    allow(remove, lacks(m_console, Permission::CommentsDelete));
    connect(remove, &QAction::triggered, this, [this, comment] { askRemoval(comment); });
    const int x = anchor->isRightToLeft() ? 0 : anchor->width() - menu->sizeHint().width();
    menu->popup(anchor->mapToGlobal(QPoint(x, anchor->height() + 4)));
}

void CommentsPart::edit(const Comment& comment)
{
    auto* dialog = new CommentDialog(m_console, comment, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CommentDialog::written, this, &CommentsPart::take);
    dialog->open();
}

void CommentsPart::askRemoval(const Comment& comment)
{
    askConfirmation(this, u"delete_comment"_s,
                    {tr("Delete this comment of %1?").arg(text(comment.owner)), tr("It is overwritten; it cannot be undone."),
                     tr("Delete"), true},
                    [this, id = comment.id] {
                        m_console.run(
                            this,
                            [id](Services& services, const access::Actor& actor) { return services.comments.remove(actor, id); },
                            [this](const Result<void>& removed) {
                                if (!removed)
                                    Q_EMIT failed(removed.error());
                                if (m_id)
                                    load();
                            });
                    });
}

void CommentsPart::askLink(const QUrl& target)
{
    const QString host = target.host().isEmpty() ? target.toDisplayString() : target.host();
    askConfirmation(this, u"open_link"_s,
                    {tr("Open %1?").arg(host),
                     tr("Somebody wrote this address into a comment:") + u'\n' + target.toDisplayString(), tr("Open"), false},
                    [target] { QDesktopServices::openUrl(target); });
}

} // namespace sallyport::ui
