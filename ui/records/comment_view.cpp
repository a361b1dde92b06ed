#include "ui/records/comment_view.h"

#include "ui/look/text_style.h"

#include <QAbstractTextDocumentLayout>
#include <QEvent>
#include <QTextBlock>
#include <QTextDocument>
#include <QUrl>
#include <QWheelEvent>

#include <cmath>
#include <vector>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

CommentView::CommentView(QWidget* parent) : QTextBrowser(parent)
{
    setFrameShape(QFrame::NoFrame);
    setStyleSheet(u"QTextEdit { border: none; padding: 0; background: transparent; }"_s); // no input
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    // The keyboard reaches links by the menu of the comment.
    setFocusPolicy(Qt::ClickFocus);
    setFont(textFont(TextStyle::Body));
    document()->setDocumentMargin(0);
    viewport()->setAutoFillBackground(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QTextBrowser::anchorClicked, this, &CommentView::linkChosen);
}

QVariant CommentView::loadResource(int, const QUrl&)
{
    return {}; // neither from the network nor from a file
}

void CommentView::setContent(const QString& html)
{
    m_html = html;
    showContent();
}

void CommentView::showContent()
{
    document()->setDefaultStyleSheet(u"a { color: %1; } p { margin: 0; }"_s.arg(color(Token::Accent).name()));
    setHtml(m_html);
    tellHosts();
    fit();
}

/// What a link says and where it leads are two things.
void CommentView::tellHosts()
{
    struct Told {
        int after;
        QString host;
    };
    std::vector<Told> told;
    m_links.clear();
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next())
        for (auto at = block.begin(); !at.atEnd(); ++at) {
            const QTextFragment piece = at.fragment();
            if (!piece.charFormat().isAnchor() || piece.charFormat().anchorHref().isEmpty())
                continue;
            const QUrl target(piece.charFormat().anchorHref());
            if (!m_links.contains(target))
                m_links.append(target);
            const QString host = target.host().isEmpty() ? target.scheme() : target.host();
            const int after = piece.position() + piece.length();
            // A link of several pieces (a bold word in it) is one.
            if (!told.empty() && told.back().after == piece.position() && told.back().host == host)
                told.back().after = after;
            else
                told.push_back({after, host});
        }
    QTextCharFormat muted;
    muted.setFont(textFont(TextStyle::Small));
    muted.setForeground(color(Token::TextMuted));
    QTextCursor cursor(document());
    for (auto at = told.rbegin(); at != told.rend(); ++at) {
        cursor.setPosition(at->after);
        cursor.insertText(u"\u00a0 %1"_s.arg(at->host), muted);
    }
}

void CommentView::fit()
{
    document()->setTextWidth(viewport()->width());
    const int height = static_cast<int>(std::ceil(document()->documentLayout()->documentSize().height()));
    if (height != minimumHeight())
        setFixedHeight(height);
}

QSize CommentView::sizeHint() const
{
    return {200, std::max(20, minimumHeight())};
}

QSize CommentView::minimumSizeHint() const
{
    return {80, std::max(20, minimumHeight())};
}

void CommentView::resizeEvent(QResizeEvent* event)
{
    QTextBrowser::resizeEvent(event);
    fit();
}

void CommentView::changeEvent(QEvent* event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_html.isEmpty())
        showContent(); // colours are in it
}

void CommentView::wheelEvent(QWheelEvent* event)
{
    event->ignore(); // what it stands in scrolls
}

} // namespace sallyport::ui
