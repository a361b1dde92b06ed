#include "ui/records/comment_editor.h"

#include "ui/console/console.h"
#include "ui/console/permit.h"
#include "ui/look/margins.h"
#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/field.h"
#include "ui/words/user_text.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using records::WrittenComment;

CommentLine::CommentLine(Console& console, QWidget* parent)
    : Surface(Token::Surface, parent), m_console(console), m_text(new QLineEdit(this)),
      m_send(makeButton(ButtonKind::Secondary, u"records.comment.send"_s, this))
{
    setHairlines(Qt::TopEdge);
    m_text->setObjectName(u"records.comment.text"_s);
    m_text->setMaxLength(static_cast<int>(records::commentLimit));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(leadingMargins(20, 9, 20, 9));
    row->setSpacing(8);
    row->addWidget(m_text, 1);
    row->addWidget(m_send);
    connect(m_text, &QLineEdit::textChanged, this, &CommentLine::updateState);
    connect(m_text, &QLineEdit::returnPressed, this, &CommentLine::send);
    connect(m_send, &QPushButton::clicked, this, &CommentLine::send);
    onRetranslate(this, [this] { setTexts(); });
}

void CommentLine::setTexts()
{
    m_text->setPlaceholderText(tr("Write a comment"));
    m_text->setAccessibleName(tr("Comment"));
    m_send->setText(tr("Send"));
    updateState();
}

void CommentLine::updateState()
{
    const QString mayNot = lacks(m_console, access::Permission::CommentsCreate);
    allow(m_text, mayNot, m_id.has_value());
    allow(m_send, mayNot, m_id && !isButtonBusy(m_send) && !m_text->text().trimmed().isEmpty(), {},
          isButtonBusy(m_send) ? waitReason() : incompleteReason());
}

void CommentLine::setRecord(const records::RecordId& id)
{
    if (m_id != id)
        m_text->clear();
    m_id = id;
    updateState();
}

QString CommentLine::unsavedWork() const
{
    return m_text->text().trimmed().isEmpty() ? QString() : tr("A comment");
}

void CommentLine::send()
{
    if (!m_send->isEnabled())
        return;
    setButtonBusy(m_send, true);
    records::NewComment comment;
    comment.recordId = m_id;
    comment.content = m_text->text().toStdString();
    m_console.run(
        this, [comment](Services& services, const access::Actor& actor) { return services.comments.create(actor, comment); },
        [this, id = m_id](const Result<WrittenComment>& written) {
            setButtonBusy(m_send, false);
            if (written && m_id == id)
                m_text->clear();
            updateState();
            if (written)
                Q_EMIT this->written(*written);
            else
                Q_EMIT failed(written.error());
        });
}

CommentDialog::CommentDialog(Console& console, records::Comment comment, QWidget* parent)
    : DialogFrame(u"comment"_s, parent, 520), m_console(console), m_comment(std::move(comment)), m_text(new QPlainTextEdit(this)),
      m_field(nullptr), m_failure(new Banner(u"comment.failure"_s, this)),
      m_cancel(makeButton(ButtonKind::Secondary, u"comment.cancel"_s, this)),
      m_save(makeButton(ButtonKind::Primary, u"comment.save"_s, this))
{
    m_text->setObjectName(u"comment.text"_s);
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(scaled(140, this));
    m_text->setPlainText(text(m_comment.content));
    m_field = new Field(m_text, this);
    m_failure->setTone(Tone::Danger, Icon::Error);
    m_failure->hide();
    body()->addWidget(m_failure);
    body()->addWidget(m_field);
    addButton(m_cancel);
    addButton(m_save);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &CommentDialog::submit);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        m_field->setError({});
        enableOr(m_save, m_text->toPlainText().trimmed().isEmpty() ? incompleteReason() : QString());
    });
    onRetranslate(this, [this] { setTexts(); });
    m_text->setFocus();
}

void CommentDialog::setTexts()
{
    setTitle(tr("Edit comment"));
    m_field->setLabel(tr("Comment"));
    m_field->setHint(tr("Text, or the markup of the web: <b>, <i>, <ul>, links. Whatever could run is taken out."));
    m_cancel->setText(tr("Cancel"));
    m_save->setText(tr("Save"));
}

void CommentDialog::submit()
{
    m_failure->hide();
    setButtonBusy(m_save, true);
    records::CommentPatch patch;
    patch.content = m_text->toPlainText().toStdString();
    patch.expectedVersion = m_comment.version;
    m_console.run(
        this,
        [id = m_comment.id, patch](Services& services, const access::Actor& actor) {
            return services.comments.change(actor, id, patch);
        },
        [this](const Result<WrittenComment>& written) {
            setButtonBusy(m_save, false);
            if (!written)
                return showFailure(written.error());
            accept();
            Q_EMIT this->written(*written);
        });
}

void CommentDialog::showFailure(const Error& error)
{
    if (!error.fields.empty() && error.fields.front().field == "content")
        return m_field->setError(error.fields.front().rule == "maxLength" ? tr("It is too long")
                                                                          : tr("Nothing of it can be read"));
    m_failure->showError(error);
}

} // namespace sallyport::ui
