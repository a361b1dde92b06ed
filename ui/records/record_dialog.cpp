#include "ui/records/record_dialog.h"

#include "backend/identity/core/limits.h"
#include "backend/records/record_limits.h"
#include "ui/console/console.h"
#include "ui/console/permit.h"
#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/parts/person_field.h"
#include "ui/parts/step_up_dialog.h"
#include "ui/records/member_rows.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field.h"
#include "ui/widgets/fitting_area.h"
#include "ui/words/field_text.h"
#include "ui/words/record_text.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <algorithm>
#include <memory>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using access::Permission;
using records::Record;
using records::RecordPatch;

namespace {

constexpr int scrollInset = 12; ///< room in the form for rings of focus and the scroll bar

/// What a worker changes a record to: values can't be copied, so they go as one.
struct Change {
    records::RecordId id;
    RecordPatch patch;
    std::map<std::string, std::string> renamed;
};

/// On a worker. A member that is to be called otherwise has to be sealed anew, for which its value is read: an unmasking, with
/// all that belongs to one. Nobody gets to see it.
Result<Record> applyChange(Services& services, const access::Actor& actor, Change& change)
{
    if (!change.renamed.empty()) {
        SALLYPORT_ASSIGN(records::ShownRecord shown, services.records.unmask(actor, change.id));
        for (records::ShownMember& member : shown.sensitive)
            if (const auto found = change.renamed.find(member.name); found != change.renamed.end())
                change.patch.sensitive[found->second] = std::move(member.value);
    }
    return services.records.change(actor, change.id, std::move(change.patch));
}

} // namespace

RecordDialog::RecordDialog(Console& console, std::optional<Record> record, QWidget* parent)
    : DialogFrame(u"record"_s, parent, 600), m_console(console), m_record(std::move(record)), m_title(new QLineEdit(this)),
      m_owner(new PersonField(console, u"record.owner"_s, this)), m_department(new QLineEdit(this)),
      m_classification(new QComboBox(this)), m_text(new QPlainTextEdit(this)), m_members(new MemberRows(this)),
      m_failure(new Banner(u"record.failure"_s, this)),
      m_takeOver(makeButton(ButtonKind::Secondary, u"record.take_over"_s, m_failure, Icon::None, ButtonSize::Tool)),
      m_cancel(makeButton(ButtonKind::Secondary, u"record.cancel"_s, this)),
      m_save(makeButton(ButtonKind::Primary, u"record.save"_s, this))
{
    build();
    fill();
    onRetranslate(this, [this] { setTexts(); });
    updateState();
    m_title->setFocus();
}

void RecordDialog::build()
{
    m_title->setObjectName(u"record.title"_s);
    m_title->setMaxLength(static_cast<int>(records::titleLimit));
    m_department->setObjectName(u"record.department"_s);
    m_department->setMaxLength(static_cast<int>(identity::departmentLimit));
    m_classification->setObjectName(u"record.classification"_s);
    for (const QString& word : classificationWords())
        m_classification->addItem(word);
    m_text->setObjectName(u"record.text"_s);
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(scaled(112, this));
    m_titleField = new Field(m_title, this);
    m_ownerField = new Field(m_owner, this);
    m_departmentField = new Field(m_department, this);
    m_classificationField = new Field(m_classification, this);
    m_textField = new Field(m_text, this);
    m_failure->setTone(Tone::Danger, Icon::Error);
    m_failure->addAction(m_takeOver);
    m_failure->hide();
    auto* form = new QWidget(this);
    auto* column = new QVBoxLayout(form);
    column->setContentsMargins(scrollInset, 0, scrollInset, scrollInset);
    column->setSpacing(12);
    column->addWidget(m_failure);
    auto* pair = new QHBoxLayout;
    pair->setSpacing(12);
    pair->addWidget(m_departmentField, 1);
    pair->addWidget(m_classificationField, 1);
    column->addWidget(m_titleField);
    column->addLayout(pair);
    column->addWidget(m_ownerField);
    column->addWidget(m_textField);
    column->addWidget(m_members);
    body()->setContentsMargins(body()->contentsMargins() - QMargins(scrollInset, 0, scrollInset, scrollInset));
    body()->addWidget(new FittingArea(form, this));
    addButton(m_cancel);
    addButton(m_save);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &RecordDialog::submit);
    connect(m_takeOver, &QPushButton::clicked, this, &RecordDialog::takeOver);
    for (Field* field : {m_titleField, m_ownerField, m_departmentField})
        connect(qobject_cast<QLineEdit*>(field->input()), &QLineEdit::textChanged, this, [this, field] {
            field->setError({});
            updateState();
        });
    connect(m_owner, &PersonField::personChanged, this, &RecordDialog::updateState);
    connect(m_owner, &PersonField::failed, this, &RecordDialog::showFailure);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        m_textField->setError({});
        updateState();
    });
    connect(m_classification, &QComboBox::currentIndexChanged, this, &RecordDialog::updateState);
    connect(m_members, &MemberRows::edited, this, &RecordDialog::updateState);
}

void RecordDialog::fill()
{
    if (!m_record) {
        m_classification->setCurrentIndex(static_cast<int>(records::Classification::Internal));
        m_department->setText(text(m_console.actor().department));
        m_owner->setPerson(m_console.actor().id, text(m_console.actor().name));
        return;
    }
    m_title->setText(text(m_record->title));
    m_department->setText(m_record->department ? text(*m_record->department) : QString());
    m_classification->setCurrentIndex(static_cast<int>(m_record->classification));
    m_owner->setPerson(m_record->ownerId, recordOwner(*m_record));
    if (m_record->ownerId.empty())
        m_owner->setPerson({}, {});
    m_text->setPlainText(text(m_record->body));
    m_members->setMembers(m_record->sensitive, lacks(m_console, Permission::RecordsUnmask));
}

void RecordDialog::setTexts()
{
    setTitle(m_record ? tr("Edit %1").arg(text(m_record->title)) : tr("Add record"));
    m_titleField->setLabel(tr("Title"));
    m_departmentField->setLabel(tr("Department"));
    m_department->setPlaceholderText(tr("None"));
    m_classificationField->setLabel(tr("Classification"));
    const QStringList words = classificationWords();
    for (int at = 0; at < words.size(); ++at)
        m_classification->setItemText(at, words.at(at));
    m_ownerField->setLabel(tr("Owner"));
    m_owner->setPlaceholderText(tr("Nobody"));
    const QString mayNotChoose = lacks(m_console, Permission::UsersRead);
    allow(m_owner, mayNotChoose);
    m_textField->setLabel(tr("Text"));
    m_takeOver->setText(tr("Take over what was changed"));
    m_cancel->setText(tr("Cancel"));
    m_save->setText(m_record ? tr("Save") : tr("Add record"));
}

std::optional<std::string> RecordDialog::department() const
{
    const QString typed = nameText(m_department->text());
    return typed.isEmpty() ? std::nullopt : std::optional(typed.toStdString());
}

records::Classification RecordDialog::classification() const
{
    return static_cast<records::Classification>(m_classification->currentIndex());
}

void RecordDialog::updateState()
{
    enableOr(m_save, isButtonBusy(m_save)                                              ? waitReason()
                     : nameText(m_title->text()).isEmpty() || !m_members->isComplete() ? incompleteReason()
                                                                                       : QString());
}

void RecordDialog::submit()
{
    m_failure->hide();
    if (!m_owner->person()) {
        m_ownerField->setError(tr("Choose somebody from the list"));
        return m_owner->setFocus();
    }
    setButtonBusy(m_save, true);
    if (m_record)
        change();
    else
        add();
}

void RecordDialog::add()
{
    auto record = std::make_shared<records::NewRecord>(); // not to be copied, as its values are not
    record->title = nameText(m_title->text()).toStdString();
    record->body = m_text->toPlainText().toStdString();
    record->department = department();
    record->classification = classification();
    if (const auto owner = m_owner->person(); owner && *owner != m_console.actor().id)
        record->ownerId = *owner;
    for (auto& [name, value] : m_members->wanted().values)
        if (value)
            record->sensitive.emplace(name, value->clone());
    m_console.run(
        this,
        [record](Services& services, const access::Actor& actor) { return services.records.create(actor, std::move(*record)); },
        [this](const Result<Record>& saved) { take(saved); });
}

RecordPatch RecordDialog::patch() const
{
    RecordPatch patch;
    if (const std::string title = nameText(m_title->text()).toStdString(); title != m_record->title)
        patch.title = title;
    if (const std::string body = m_text->toPlainText().toStdString(); body != m_record->body)
        patch.body = body;
    if (const auto name = department(); name != m_record->department)
        patch.department = name;
    if (classification() != m_record->classification)
        patch.classification = classification();
    if (const auto owner = m_owner->person(); owner && *owner != m_record->ownerId)
        patch.ownerId = *owner;
    patch.expectedVersion = m_record->version;
    return patch;
}

void RecordDialog::change()
{
    auto change = std::make_shared<Change>();
    change->id = m_record->id;
    change->patch = patch();
    MemberRows::Wanted wanted = m_members->wanted();
    change->patch.sensitive = std::move(wanted.values);
    change->patch.removeSensitive = std::move(wanted.removed);
    change->renamed = std::move(wanted.renamed);
    m_console.run(
        this, [change](Services& services, const access::Actor& actor) { return applyChange(services, actor, *change); },
        [this](const Result<Record>& saved) { take(saved); });
}

void RecordDialog::take(const Result<Record>& saved)
{
    setButtonBusy(m_save, false);
    updateState();
    if (!saved && wantsStepUp(saved.error()))
        return askStepUp(m_console, this, [this] { submit(); });
    if (!saved)
        return showFailure(saved.error());
    accept();
    Q_EMIT this->saved(*saved);
}

void RecordDialog::showFailure(const Error& error)
{
    bool placed = !error.fields.empty();
    for (const FieldError& failed : error.fields) {
        Field* field = failed.field == "title"        ? m_titleField
                       : failed.field == "body"       ? m_textField
                       : failed.field == "department" ? m_departmentField
                       : failed.field == "owner_id"   ? m_ownerField
                                                      : nullptr;
        if (field)
            field->setError(recordFieldText(failed));
        placed = (field || m_members->showError(failed)) && placed;
    }
    if (placed)
        return;
    const bool conflict = error.code == ErrorCode::PreconditionFailed;
    m_takeOver->setVisible(conflict);
    m_failure->showError(error);
    if (conflict) {
        m_failure->setTitle(tr("Somebody has changed it meanwhile"));
        m_failure->setText(
            tr("Nothing was saved. What you have changed here stays as you typed it; the rest can become what it is by now."));
    }
}

void RecordDialog::takeOver()
{
    setButtonBusy(m_takeOver, true);
    m_console.run(
        this, [id = m_record->id](Services& services, const access::Actor& actor) { return services.records.read(actor, id); },
        [this](const Result<Record>& now) {
            setButtonBusy(m_takeOver, false);
            if (!now)
                return showFailure(now.error());
            m_failure->hide();
            merge(*now);
        });
}

/// What the operator hasn't touched becomes what it is by now.
void RecordDialog::merge(const Record& now)
{
    const RecordPatch mine = patch();
    const bool membersSame = now.sensitive == m_record->sensitive;
    m_record = now;
    if (!mine.title)
        m_title->setText(text(now.title));
    if (!mine.body)
        m_text->setPlainText(text(now.body));
    if (!mine.department)
        m_department->setText(now.department ? text(*now.department) : QString());
    if (!mine.classification)
        m_classification->setCurrentIndex(static_cast<int>(now.classification));
    if (!mine.ownerId)
        m_owner->setPerson(now.ownerId, now.ownerId.empty() ? QString() : recordOwner(now));
    if (!membersSame)
        m_members->setMembers(now.sensitive, lacks(m_console, Permission::RecordsUnmask));
    setTexts();
    updateState();
}

} // namespace sallyport::ui
