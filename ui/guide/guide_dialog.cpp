#include "ui/guide/guide_dialog.h"

#include "ui/guide/guide.h"
#include "ui/guide/guide_tables.h"
#include "ui/look/text_style.h"
#include "ui/look/tokens.h"
#include "ui/widgets/buttons.h"

#include <QHBoxLayout>
#include <QKeySequence>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <algorithm>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int dialogWidth = 920;
constexpr int listWidth = 232;
constexpr int titleHeight = 28;
constexpr int textHeight = 460;
constexpr int pageRole = Qt::UserRole + 1;
const QString keysId = u"keys"_s;

/// Links in the accent colour of the theme, code in the font of code.
QString textStyle()
{
    return u"a { color: %1; } code { font-family: '%2'; }"_s.arg(color(Token::Accent).name(), textFont(TextStyle::Mono).family());
}

} // namespace

GuideDialog::GuideDialog(QWidget* parent)
    : DialogFrame(u"help"_s, parent, dialogWidth), m_find(new QLineEdit(this)), m_list(new QListWidget(this)),
      m_text(new QTextBrowser(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAsksToDiscard(false);
    setTitle(tr("Help"));
    m_find->setObjectName(u"help.find"_s);
    m_find->setPlaceholderText(tr("Search the guide"));
    m_find->setAccessibleName(m_find->placeholderText());
    m_find->setClearButtonEnabled(true);
    m_list->setObjectName(u"help.pages"_s);
    m_list->setAccessibleName(tr("Pages"));
    m_list->setProperty("role", u"framed"_s);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // a title is read whole, or ends in dots with a tool tip
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setUniformItemSizes(true);
    m_text->setObjectName(u"help.text"_s);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setOpenLinks(false);
    m_text->setTabChangesFocus(true);
    m_text->setFont(textFont(TextStyle::Body));
    m_text->document()->setDefaultFont(textFont(TextStyle::Body));
    m_text->document()->setDefaultStyleSheet(textStyle());
    m_text->setMinimumHeight(scaled(textHeight, this));
    auto* pages = new QVBoxLayout;
    pages->setSpacing(8);
    pages->addWidget(m_find);
    pages->addWidget(m_list, 1);
    for (QWidget* part : std::initializer_list<QWidget*>{m_find, m_list})
        part->setFixedWidth(scaled(listWidth, this));
    auto* row = new QHBoxLayout;
    row->setSpacing(16);
    row->addLayout(pages);
    row->addWidget(m_text, 1);
    body()->addLayout(row, 1);
    if (QLocale().language() != QLocale::English)
        setFootNote(Icon::Info, tr("The guide is in English."));
    auto* close = makeButton(ButtonKind::Primary, u"help.done"_s, this);
    close->setText(tr("Close"));
    addButton(close);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_find, &QLineEdit::textChanged, this, &GuideDialog::filter);
    connect(m_list, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem* item) {
        if (item)
            showPage(item->data(pageRole).toString());
    });
    connect(m_text, &QTextBrowser::anchorClicked, this, [this](const QUrl& url) {
        if (const QString id = guideLink(url.toString()); !id.isEmpty())
            showPage(id);
    });
    fillList();
    showPage(keysId);
}

void GuideDialog::fillList()
{
    const QSize line(0, std::max(scaled(titleHeight, this), m_list->fontMetrics().height() + 8));
    auto* keys = new QListWidgetItem(tr("Keyboard"), m_list);
    keys->setData(pageRole, keysId);
    keys->setSizeHint(line);
    const auto pages = guidePages();
    for (const GuidePage& page : pages) {
        auto* item = new QListWidgetItem(page.title, m_list);
        item->setData(pageRole, page.id);
        item->setToolTip(page.title + u": "_s + page.about);
        item->setSizeHint(line);
    }
}

void GuideDialog::filter(const QString& text)
{
    QListWidgetItem* first = nullptr;
    for (int i = 0; i < m_list->count(); ++i) {
        QListWidgetItem* item = m_list->item(i);
        const QString id = item->data(pageRole).toString();
        const QString content = item->text() + u' ' + (id == keysId ? keysPage() : guideText(id));
        const bool found = text.trimmed().isEmpty() || content.contains(text.trimmed(), Qt::CaseInsensitive);
        item->setHidden(!found);
        if (found && !first)
            first = item;
    }
    if (first && m_list->currentItem() && m_list->currentItem()->isHidden())
        m_list->setCurrentItem(first);
    if (!text.trimmed().isEmpty())
        m_text->find(text.trimmed());
}

void GuideDialog::showPage(const QString& id)
{
    const QString text = id == keysId ? QString() : guideText(id);
    m_page = text.isEmpty() ? keysId : id;
    if (text.isEmpty()) {
        m_text->setHtml(keysPage());
    } else {
        m_text->setMarkdown(text);
        styleGuideTables(m_text->document());
    }
    m_text->moveCursor(QTextCursor::Start);
    for (int i = 0; i < m_list->count(); ++i)
        if (QListWidgetItem* item = m_list->item(i); item->data(pageRole) == m_page) {
            m_text->setAccessibleName(item->text());
            if (m_list->currentItem() != item)
                m_list->setCurrentItem(item);
        }
}

QString GuideDialog::keysPage()
{
    struct Line {
        QKeySequence keys;
        QString text;
    };
    const QList<Line> lines{{QKeySequence(Qt::CTRL | Qt::Key_K), tr("Search people, keys, settings and help; run a command")},
                            {QKeySequence(Qt::Key_F1), tr("Help about what is in front")},
                            {QKeySequence(Qt::CTRL | Qt::Key_1), tr("First panel; Ctrl+2 the second, and so on")},
                            {QKeySequence(Qt::CTRL | Qt::Key_F), tr("Filter the list")},
                            {QKeySequence(Qt::CTRL | Qt::Key_N), tr("Add to the list")},
                            {QKeySequence(Qt::ALT | Qt::Key_1), tr("Sort the list by its first column; again turns it round")},
                            {QKeySequence(Qt::Key_Return), tr("Open the details of a row")},
                            {QKeySequence(Qt::SHIFT | Qt::Key_Down), tr("Select several rows")},
                            {QKeySequence(Qt::Key_F2), tr("Edit")},
                            {QKeySequence(Qt::Key_Delete), tr("Delete")},
                            {QKeySequence(Qt::Key_F5), tr("Read everything anew")},
                            {QKeySequence(Qt::Key_Escape), tr("Close what is in front")},
                            {QKeySequence(Qt::CTRL | Qt::Key_L), tr("Lock")}};
    QString html = u"<h2>%1</h2><table cellspacing='0' cellpadding='6'>"_s.arg(tr("Keyboard").toHtmlEscaped());
    for (const Line& line : lines)
        html += u"<tr><td><b>%1</b></td><td>%2</td></tr>"_s.arg(line.keys.toString(QKeySequence::NativeText).toHtmlEscaped(),
                                                                line.text.toHtmlEscaped());
    return html + u"</table>"_s;
}

} // namespace sallyport::ui
