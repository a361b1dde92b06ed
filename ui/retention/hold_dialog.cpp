#include "ui/retention/hold_dialog.h"

#include "ui/console/console.h"
#include "ui/console/permit.h"
#include "ui/look/retranslate.h"
#include "ui/parts/person_field.h"
#include "ui/parts/step_up_dialog.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field.h"
#include "ui/widgets/segmented_control.h"

#include "backend/audit/event_query.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using access::Permission;
using retention::LegalHold;
using retention::NewHold;

HoldDialog::HoldDialog(Console& console, QWidget* parent)
    : DialogFrame(u"hold"_s, parent), m_console(console), m_which(new SegmentedControl(u"hold.which"_s, this)),
      m_filter(new QLineEdit(this)), m_person(new PersonField(console, u"hold.person"_s, this)), m_reason(new QLineEdit(this)),
      m_failure(new Banner(u"hold.failure"_s, this)), m_cancel(makeButton(ButtonKind::Secondary, u"hold.cancel"_s, this)),
      m_place(makeButton(ButtonKind::Primary, u"hold.place"_s, this))
{
    build();
    onRetranslate(this, [this] { setTexts(); });
    updateState();
    m_reason->setFocus();
}

void HoldDialog::build()
{
    m_which->addSegment(u"filter"_s);
    m_which->addSegment(u"person"_s);
    m_which->setCurrent(0);
    m_filter->setObjectName(u"hold.filter"_s);
    m_filter->setMaxLength(static_cast<int>(audit::filterTextLimit));
    m_reason->setObjectName(u"hold.reason"_s);
    m_reason->setMaxLength(static_cast<int>(retention::holdReasonLimit));
    m_filterField = new Field(m_filter, this);
    m_personField = new Field(m_person, this);
    m_reasonField = new Field(m_reason, this);
    m_failure->setTone(Tone::Danger, Icon::Error);
    m_failure->hide();
    body()->addWidget(m_failure);
    body()->addWidget(m_reasonField);
    body()->addWidget(m_which, 0, Qt::AlignLeading);
    body()->addWidget(m_filterField);
    body()->addWidget(m_personField);
    addButton(m_cancel);
    addButton(m_place);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_place, &QPushButton::clicked, this, &HoldDialog::submit);
    connect(m_which, &SegmentedControl::currentChanged, this, [this] { updateState(); });
    connect(m_filter, &QLineEdit::textEdited, this, [this] {
        m_filterField->setError({});
        updateState();
    });
    connect(m_reason, &QLineEdit::textEdited, this, [this] {
        m_reasonField->setError({});
        updateState();
    });
    connect(m_person, &PersonField::personChanged, this, [this] { updateState(); });
    connect(m_person, &PersonField::failed, this, [this](const Error& error) { m_failure->showError(error); });
}

bool HoldDialog::ofPerson() const
{
    return m_which->current() == 1;
}

void HoldDialog::setTexts()
{
    setTitle(tr("Place a hold"));
    m_reasonField->setLabel(tr("Reason"));
    m_reason->setPlaceholderText(tr("Who wants it kept, and why"));
    m_which->setAccessibleName(tr("What is kept"));
    m_which->setSegmentText(0, tr("What a filter finds"));
    m_which->setSegmentText(1, tr("Everything of a person"));
    m_filterField->setLabel(tr("Filter"));
    m_filter->setPlaceholderText(u"kind:auth.* since:2026-05-03"_s);
    m_filterField->setHint(tr("As above the live events; times in UTC."));
    m_personField->setLabel(tr("Person"));
    m_personField->setHint(tr("Nobody can erase them while the hold is placed."));
    m_cancel->setText(tr("Cancel"));
    m_place->setText(tr("Place the hold"));
}

void HoldDialog::updateState()
{
    m_filterField->setVisible(!ofPerson());
    m_personField->setVisible(ofPerson());
    const bool chosen = ofPerson() ? m_person->person().value_or(UserId()) != UserId() : !m_filter->text().trimmed().isEmpty();
    allow(m_place, lacks(m_console, Permission::RetentionUpdate),
          !isButtonBusy(m_place) && chosen && !m_reason->text().trimmed().isEmpty(), {},
          isButtonBusy(m_place) ? waitReason() : incompleteReason());
}

void HoldDialog::submit()
{
    NewHold hold;
    if (ofPerson())
        hold.person = m_person->person().value_or(UserId());
    else
        hold.filter = m_filter->text().trimmed().toStdString();
    hold.reason = m_reason->text().trimmed().toStdString();
    m_failure->hide();
    setButtonBusy(m_place, true);
    m_console.run(
        this, [hold](Services& services, const access::Actor& actor) { return services.retention.placeHold(actor, hold); },
        [this](const Result<LegalHold>& made) {
            setButtonBusy(m_place, false);
            updateState();
            if (!made && wantsStepUp(made.error()))
                return askStepUp(m_console, this, [this] { submit(); });
            if (!made && !made.error().fields.empty() && made.error().fields.front().field == "q")
                return m_filterField->setError(tr("This is no filter."));
            if (!made)
                return m_failure->showError(made.error());
            accept();
            Q_EMIT placed();
        });
}

} // namespace sallyport::ui
