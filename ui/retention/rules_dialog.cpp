#include "ui/retention/rules_dialog.h"

#include "ui/console/console.h"
#include "ui/console/permit.h"
#include "ui/look/retranslate.h"
#include "ui/look/shortcut.h"
#include "ui/look/text_style.h"
#include "ui/parts/step_up_dialog.h"
#include "ui/retention/retention_text.h"
#include "ui/retention/rules_table.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field.h"
#include "ui/widgets/fitting_area.h"
#include "ui/words/user_text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using access::Permission;
using retention::DueEvents;
using retention::RetentionRules;

namespace {

constexpr int numberLength = 12, dialogWidth = 760;
constexpr std::int64_t megabyte = 1'000'000;

std::optional<std::int64_t> numberIn(const QString& typed)
{
    bool whole = false;
    const qlonglong number = typed.trimmed().toLongLong(&whole);
    return whole && number >= 0 ? std::optional<std::int64_t>(number) : std::nullopt;
}

} // namespace

RulesDialog::RulesDialog(Console& console, const RetentionRules& rules, const RuleAuthors& authors, QWidget* parent)
    : DialogFrame(u"retention_rules"_s, parent, dialogWidth), m_console(console), m_before(rules), m_table(new RulesTable(this)),
      m_most(new QLineEdit(this)), m_bytes(new QLineEdit(this)), m_bytesBefore(rules.mostBytes),
      m_due(makeLabel(TextStyle::Body, Tone::Muted, this)), m_failure(new Banner(u"retention_rules.failure"_s, this)),
      m_add(makeButton(ButtonKind::Secondary, u"retention_rules.add"_s, this, Icon::Plus, ButtonSize::Tool)),
      m_undo(makeButton(ButtonKind::Ghost, u"retention_rules.undo"_s, this, Icon::None, ButtonSize::Tool)),
      m_preview(makeButton(ButtonKind::Secondary, u"retention_rules.preview"_s, this)),
      m_cancel(makeButton(ButtonKind::Secondary, u"retention_rules.cancel"_s, this)),
      m_save(makeButton(ButtonKind::Primary, u"retention_rules.save"_s, this))
{
    build();
    m_most->setText(QString::number(rules.mostEvents));
    m_bytes->setText(QString::number(rules.mostBytes / megabyte));
    m_table->setRules(rules, authors, console.clock() != nullptr ? console.clock()->now() : UtcTime{});
    onRetranslate(this, [this] { setTexts(); });
    updateState();
    preview();
}

void RulesDialog::build()
{
    m_most->setObjectName(u"retention_rules.most"_s);
    m_most->setMaxLength(numberLength);
    m_bytes->setObjectName(u"retention_rules.bytes"_s);
    m_bytes->setMaxLength(numberLength);
    m_mostField = new Field(m_most, this);
    m_bytesField = new Field(m_bytes, this);
    m_due->setObjectName(u"retention_rules.due"_s);
    m_due->setWordWrap(true);
    m_failure->setTone(Tone::Danger, Icon::Error);
    m_failure->hide();
    auto* content = new QWidget(this);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 16, 0);
    column->setSpacing(12);
    column->addWidget(m_table);
    auto* tools = new QHBoxLayout;
    tools->setSpacing(8);
    tools->addWidget(m_add);
    tools->addWidget(m_undo);
    tools->addStretch(1);
    column->addLayout(tools);
    column->addWidget(m_mostField);
    column->addWidget(m_bytesField);
    body()->addWidget(m_failure);
    body()->addWidget(new FittingArea(content, this));
    body()->addWidget(m_due);
    addLeadingButton(m_preview);
    addButton(m_cancel);
    addButton(m_save);
    connect(m_add, &QPushButton::clicked, m_table, &RulesTable::addRule);
    connect(m_undo, &QPushButton::clicked, m_table, &RulesTable::undo);
    onKeys(this, QKeySequence(QKeySequence::Undo), [this] { m_table->undo(); });
    connect(m_preview, &QPushButton::clicked, this, &RulesDialog::preview);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &RulesDialog::submit);
    const auto changed = [this] {
        m_table->clearErrors();
        for (Field* field : {m_mostField, m_bytesField})
            field->setError({});
        m_due->clear();
        m_failure->hide();
        enableOr(m_undo, m_table->canUndo() ? QString() : noChangeReason());
    };
    connect(m_table, &RulesTable::changed, this, changed);
    connect(m_most, &QLineEdit::textEdited, this, changed);
    connect(m_bytes, &QLineEdit::textEdited, this, changed);
}

void RulesDialog::setTexts()
{
    setTitle(tr("How long events are kept"));
    m_add->setText(tr("Add a rule"));
    m_undo->setText(tr("Undo"));
    m_undo->setToolTip(tr("Takes the last step back (Ctrl+Z)"));
    m_mostField->setLabel(tr("Most events"));
    m_mostField->setHint(tr("Beyond it the oldest go, but none of the last seven days. 0: no cap."));
    m_bytesField->setLabel(tr("Most megabytes"));
    m_bytesField->setHint(tr("Of what events hold. Beyond it the oldest of the lowest severity go first. 0: no cap."));
    m_preview->setText(tr("Show what goes"));
    m_cancel->setText(tr("Cancel"));
    m_save->setText(tr("Save"));
}

std::optional<RetentionRules> RulesDialog::typed()
{
    auto rules = m_table->typed();
    const auto most = numberIn(m_most->text()), bytes = numberIn(m_bytes->text());
    if (!most)
        m_mostField->setError(tr("This is no whole number."));
    if (!bytes)
        m_bytesField->setError(tr("This is no whole number."));
    if (!rules || !most || !bytes)
        return std::nullopt;
    rules->mostEvents = *most;
    // More than fits is beyond what is allowed, and said so.
    rules->mostBytes =
        *bytes == m_bytesBefore / megabyte ? m_bytesBefore : std::min(*bytes, retention::mostBytesMost / megabyte + 1) * megabyte;
    return rules;
}

void RulesDialog::updateState()
{
    allow(m_save, lacks(m_console, Permission::RetentionUpdate), !isButtonBusy(m_save));
}

void RulesDialog::preview()
{
    const auto rules = typed();
    if (!rules)
        return;
    m_due->setText(tr("Counting…"));
    m_console.run(
        this,
        [wanted = *rules](Services& services, const access::Actor& actor) { return services.retention.preview(actor, wanted); },
        [this](const Result<DueEvents>& due) {
            m_due->clear();
            if (!due)
                return showFailure(due.error());
            m_due->setText(due->held > 0 ? tr("Would go at once: %1. Holds keep %2.")
                                               .arg(dueText(*due), QLocale().toString(static_cast<qlonglong>(due->held)))
                                         : tr("Would go at once: %1.").arg(dueText(*due)));
        });
}

void RulesDialog::submit()
{
    const auto rules = typed();
    if (!rules)
        return;
    m_failure->hide();
    setButtonBusy(m_save, true);
    m_console.run(
        this,
        [wanted = *rules](Services& services, const access::Actor& actor) { return services.retention.change(actor, wanted); },
        [this](const Result<void>& changed) {
            setButtonBusy(m_save, false);
            updateState();
            if (!changed && wantsStepUp(changed.error()))
                return askStepUp(m_console, this, [this] { submit(); });
            if (!changed)
                return showFailure(changed.error());
            accept();
            Q_EMIT saved(m_before);
        });
}

void RulesDialog::showFailure(const Error& error)
{
    if (error.fields.empty())
        return m_failure->showError(error);
    for (const FieldError& field : error.fields) {
        if (field.field == "most_events") {
            m_mostField->setError(tr("0 for no cap, or at least 10,000."));
            continue;
        }
        if (field.field == "most_bytes") {
            m_bytesField->setError(tr("0 for no cap, or at least 10."));
            continue;
        }
        const QString why = field.rule == "range"         ? tr("1 to 36,500 days.")
                            : field.rule == "uniqueItems" ? tr("This stands there twice.")
                                                          : tr("There is no such kind of event or family.");
        if (!m_table->showError(field.field, why))
            m_failure->showError(error);
    }
}

} // namespace sallyport::ui
