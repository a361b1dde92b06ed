#include "ui/retention/rules_dialog.h"

#include "ui/console/console.h"
#include "ui/console/permit.h"
#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/parts/step_up_dialog.h"
#include "ui/retention/retention_text.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field.h"
#include "ui/words/user_text.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using access::Permission;
using retention::DueEvents;
using retention::RetentionRules;

namespace {

constexpr int numberLength = 12;
constexpr int kindLines = 6;
constexpr std::int64_t megabyte = 1'000'000;

std::optional<std::int64_t> numberIn(const QString& typed)
{
    bool whole = false;
    const qlonglong number = typed.trimmed().toLongLong(&whole);
    return whole && number >= 0 ? std::optional<std::int64_t>(number) : std::nullopt;
}

} // namespace

RulesDialog::RulesDialog(Console& console, const RetentionRules& rules, QWidget* parent)
    : DialogFrame(u"retention_rules"_s, parent), m_console(console), m_days(new QLineEdit(this)),
      m_kinds(new QPlainTextEdit(this)), m_most(new QLineEdit(this)), m_bytes(new QLineEdit(this)),
      m_bytesBefore(rules.mostBytes), m_due(makeLabel(TextStyle::Body, Tone::Muted, this)),
      m_failure(new Banner(u"retention_rules.failure"_s, this)),
      m_preview(makeButton(ButtonKind::Secondary, u"retention_rules.preview"_s, this)),
      m_cancel(makeButton(ButtonKind::Secondary, u"retention_rules.cancel"_s, this)),
      m_save(makeButton(ButtonKind::Primary, u"retention_rules.save"_s, this))
{
    build();
    m_days->setText(QString::number(rules.days));
    m_most->setText(QString::number(rules.mostEvents));
    m_bytes->setText(QString::number(rules.mostBytes / megabyte));
    QStringList lines;
    for (const retention::KindRule& rule : rules.kinds)
        lines.append(text(rule.kind) + u' ' + QString::number(rule.days));
    m_kinds->setPlainText(lines.join(u'\n'));
    onRetranslate(this, [this] { setTexts(); });
    updateState();
    m_days->setFocus();
    preview();
}

void RulesDialog::build()
{
    m_days->setObjectName(u"retention_rules.days"_s);
    m_days->setMaxLength(numberLength);
    m_kinds->setObjectName(u"retention_rules.kinds"_s);
    m_kinds->setTabChangesFocus(true);
    m_kinds->setFont(textFont(TextStyle::Mono));
    m_kinds->setFixedHeight(kindLines * lineHeight(TextStyle::Mono));
    m_most->setObjectName(u"retention_rules.most"_s);
    m_most->setMaxLength(numberLength);
    m_bytes->setObjectName(u"retention_rules.bytes"_s);
    m_bytes->setMaxLength(numberLength);
    m_daysField = new Field(m_days, this);
    m_kindsField = new Field(m_kinds, this);
    m_mostField = new Field(m_most, this);
    m_bytesField = new Field(m_bytes, this);
    m_due->setObjectName(u"retention_rules.due"_s);
    m_due->setWordWrap(true);
    m_failure->setTone(Tone::Danger, Icon::Error);
    m_failure->hide();
    body()->addWidget(m_failure);
    body()->addWidget(m_daysField);
    body()->addWidget(m_kindsField);
    body()->addWidget(m_mostField);
    body()->addWidget(m_bytesField);
    body()->addWidget(m_due);
    addLeadingButton(m_preview);
    addButton(m_cancel);
    addButton(m_save);
    connect(m_preview, &QPushButton::clicked, this, &RulesDialog::preview);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &RulesDialog::submit);
    const auto changed = [this] {
        for (Field* field : {m_daysField, m_kindsField, m_mostField, m_bytesField})
            field->setError({});
        m_due->clear();
        m_failure->hide();
    };
    connect(m_days, &QLineEdit::textEdited, this, changed);
    connect(m_most, &QLineEdit::textEdited, this, changed);
    connect(m_bytes, &QLineEdit::textEdited, this, changed);
    connect(m_kinds, &QPlainTextEdit::textChanged, this, changed);
}

void RulesDialog::setTexts()
{
    setTitle(tr("How long events are kept"));
    m_daysField->setLabel(tr("Days, where no rule says otherwise"));
    m_kindsField->setLabel(tr("Rules by kind"));
    m_kindsField->setHint(tr("One a line: a kind or a family, and days, such as “auth.* 180”. The one that says most wins."));
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
    RetentionRules rules;
    const auto days = numberIn(m_days->text()), most = numberIn(m_most->text()), bytes = numberIn(m_bytes->text());
    if (!days)
        m_daysField->setError(tr("This is no whole number."));
    if (!most)
        m_mostField->setError(tr("This is no whole number."));
    if (!bytes)
        m_bytesField->setError(tr("This is no whole number."));
    for (const QString& line : m_kinds->toPlainText().split(u'\n', Qt::SkipEmptyParts)) {
        const QStringList words = line.simplified().split(u' ');
        if (words.size() == 1 && words.front().isEmpty())
            continue;
        const auto kept = words.size() == 2 ? numberIn(words.back()) : std::nullopt;
        if (!kept) {
            m_kindsField->setError(tr("“%1” is no kind with days.").arg(line.simplified()));
            return std::nullopt;
        }
        rules.kinds.push_back({words.front().toStdString(), *kept});
    }
    if (!days || !most || !bytes)
        return std::nullopt;
    rules.days = *days;
    rules.mostEvents = *most;
    // More than fits is beyond what is allowed, and said so.
    rules.mostBytes =
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
            Q_EMIT saved();
        });
}

void RulesDialog::showFailure(const Error& error)
{
    if (error.fields.empty())
        return m_failure->showError(error);
    const std::string& field = error.fields.front().field;
    if (field == "days")
        m_daysField->setError(tr("1 to 36,500 days."));
    else if (field == "most_events")
        m_mostField->setError(tr("0 for no cap, or at least 10,000."));
    else if (field == "most_bytes")
        m_bytesField->setError(tr("0 for no cap, or at least 10."));
    else if (error.fields.front().rule == "range")
        m_kindsField->setError(tr("1 to 36,500 days."));
    else
        m_kindsField->setError(tr("One of these is no kind of event, or stands there twice."));
}

} // namespace sallyport::ui
