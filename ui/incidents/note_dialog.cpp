#include "ui/incidents/note_dialog.h"

#include "backend/alerts/incident.h"
#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int noteLines = 4;

} // namespace

NoteDialog::NoteDialog(Purpose purpose, const QString& incident, QWidget* parent)
    : DialogFrame(purpose == Purpose::Note ? u"incident_note"_s : u"incident_close"_s, parent, 480), m_purpose(purpose),
      m_incident(incident), m_failure(new Banner(objectName() + u".failure"_s, this)), m_text(new QPlainTextEdit(this)),
      m_cancel(makeButton(ButtonKind::Secondary, objectName() + u".cancel"_s, this)),
      m_save(makeButton(ButtonKind::Primary, objectName() + u".save"_s, this))
{
    m_failure->setTone(Tone::Danger, Icon::Error);
    m_failure->hide();
    m_text->setObjectName(objectName() + u".text"_s);
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight((purpose == Purpose::Note ? noteLines : 2) * lineHeight(TextStyle::Body) + 16);
    m_field = new Field(m_text, this);
    body()->addWidget(m_failure);
    body()->addWidget(m_field);
    addButton(m_cancel);
    addButton(m_save);
    const auto update = [this] {
        const auto most = m_purpose == Purpose::Note ? alerts::incidentNoteLimit : alerts::incidentOutcomeLimit;
        const qsizetype length = note().toUcs4().size();
        m_field->setError(length > static_cast<qsizetype>(most) ? tr("This is too long.") : QString());
        const bool tooLong = length > static_cast<qsizetype>(most);
        enableOr(m_save, tooLong                                      ? tr("At most %1 characters").arg(most)
                         : m_purpose != Purpose::Close && length == 0 ? incompleteReason()
                                                                      : QString());
    };
    connect(m_text, &QPlainTextEdit::textChanged, this, update);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, [this] { Q_EMIT submitted(note()); });
    onRetranslate(this, [this] { setTexts(); });
    update();
    m_text->setFocus();
}

QString NoteDialog::note() const
{
    // An outcome is one line.
    const QString typed = m_text->toPlainText().trimmed();
    return m_purpose == Purpose::Close ? typed.simplified() : typed;
}

void NoteDialog::showFailure(const QString& why)
{
    m_failure->setTitle(why);
    m_failure->show();
}

void NoteDialog::setTexts()
{
    const bool isNote = m_purpose == Purpose::Note;
    setTitle(isNote ? tr("Note on “%1”").arg(m_incident) : tr("Close “%1”?").arg(m_incident));
    m_field->setLabel(isNote ? tr("Note") : tr("Outcome"));
    m_field->setHint(isNote ? tr("It stands in the timeline, and stays.")
                            : tr("What it was, for who reads the list. What comes after counts anew."));
    m_cancel->setText(tr("Cancel"));
    m_save->setText(isNote ? tr("Add note") : tr("Close incident"));
}

} // namespace sallyport::ui
