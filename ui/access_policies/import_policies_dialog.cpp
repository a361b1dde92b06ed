#include "ui/access_policies/import_policies_dialog.h"

#include "ui/console/console.h"
#include "ui/console/permit.h"
#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/parts/lines_list.h"
#include "ui/parts/step_up_dialog.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/fitting_area.h"
#include "ui/words/access_text.h"
#include "ui/words/text_helpers.h"
#include "ui/words/user_text.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using access::Permission;
using authorization::ImportedPolicy;
using authorization::PolicyImportResult;
using Outcome = ImportedPolicy::Outcome;

namespace {

constexpr qsizetype linesShown = 200; ///< refused ones first; the command tells all

struct Words {
    Q_DECLARE_TR_FUNCTIONS(sallyport::ui::ImportPoliciesDialog)

public:
    static QString member(std::string_view field)
    {
        const std::string_view name = field.substr(0, field.find('.'));
        if (name == "name")
            return tr("Name");
        if (name == "note")
            return tr("Note");
        if (name == "effect")
            return tr("Effect");
        if (name == "actions")
            return tr("Actions");
        if (name == "resources")
            return tr("Kinds");
        if (name == "condition")
            return tr("Condition");
        if (name == "state")
            return tr("State");
        if (name == "tests")
            return tr("Tests");
        return name.empty() ? tr("Policy") : toQString(name);
    }

    static QString mistake(const FieldError& error)
    {
        const QString place = error.position
                                  ? tr("%1, line %2, character %3").arg(member(error.field)).arg(error.line).arg(error.column)
                                  : member(error.field);
        return tr("%1: %2", "what and why").arg(place, reason(error.rule));
    }

    static QString reason(std::string_view rule)
    {
        if (rule == "in_force")
            return tr("it is enforced here and would decide otherwise");
        if (rule == "unique")
            return tr("there is another one with it");
        if (rule == "tests_failed")
            return tr("one comes out otherwise than it is to");
        if (rule == "exists")
            return tr("names what there isn’t");
        if (rule == "additionalProperties")
            return tr("there is no such member");
        if (rule == "minLength" || rule == "minItems" || rule == "required")
            return tr("is missing");
        if (rule == "maxLength" || rule == "maxItems")
            return tr("is too long");
        return tr("can’t be read");
    }

    static auto line(const ImportedPolicy& policy)
    {
        LinesList::Line line;
        line.text =
            policy.name.empty()
                ? tr("Policy %1", "its place in a file").arg(QLocale().toString(static_cast<qulonglong>(policy.place + 1)))
                : text(policy.name);
        const auto state = access::findState(policy.state);
        const QString then = state ? policyStateMark(*state).text : QString();
        switch (policy.outcome) {
        case Outcome::Added:
            line.icon = Icon::Plus;
            line.tone = Tone::Success;
            line.note = tr("New, %1", "state").arg(then);
            break;
        case Outcome::Changed: {
            line.icon = Icon::Edit;
            line.tone = Tone::Info;
            QStringList members;
            for (const std::string& name : policy.changed)
                members << member(name);
            line.note = tr("Changes: %1. Then %2", "members, state").arg(members.join(u", "_s), then);
            break;
        }
        case Outcome::Unchanged:
            line.icon = Icon::Check;
            line.note = tr("As it is here already");
            break;
        case Outcome::Refused: {
            line.icon = Icon::Warning;
            line.tone = Tone::Danger;
            QStringList notes, told;
            for (const FieldError& error : policy.mistakes) {
                notes << mistake(error);
                told << text(error.message);
            }
            line.note = notes.join(u"; "_s);
            line.toolTip = told.join(u'\n');
            break;
        }
        }
        return line;
    }
};

} // namespace

ImportPoliciesDialog::ImportPoliciesDialog(Console& console, std::string document, const QString& name, QWidget* parent)
    : DialogFrame(u"import_policies"_s, parent, 620), m_console(console), m_document(std::move(document)), m_name(name),
      m_failure(new Banner(u"import_policies.failure"_s, this)), m_told(makeLabel(TextStyle::Body, Tone::Muted, this)),
      m_lines(new LinesList(u"import_policies.list"_s, this)), m_publish(new QCheckBox(this)),
      m_publishHint(makeLabel(TextStyle::Caption, Tone::Muted, this)),
      m_cancel(makeButton(ButtonKind::Secondary, u"import_policies.cancel"_s, this)),
      m_import(makeButton(ButtonKind::Primary, u"import_policies.save"_s, this))
{
    m_failure->setTone(Tone::Danger, Icon::Error);
    m_failure->hide();
    m_told->setObjectName(u"import_policies.told"_s);
    m_told->setWordWrap(true);
    m_publish->setObjectName(u"import_policies.publish"_s);
    m_publishHint->setWordWrap(true);
    body()->addWidget(m_failure);
    body()->addWidget(m_told);
    body()->addWidget(new FittingArea(m_lines, this));
    body()->addWidget(m_publish);
    body()->addWidget(m_publishHint);
    addButton(m_cancel);
    addButton(m_import);
    connect(m_publish, &QCheckBox::toggled, this, &ImportPoliciesDialog::tryNow);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_import, &QPushButton::clicked, this, &ImportPoliciesDialog::submit);
    onRetranslate(this, [this] { setTexts(); });
    tryNow();
}

void ImportPoliciesDialog::setTexts()
{
    setTitle(tr("Import policies"));
    m_publish->setText(tr("Take over the states, too"));
    m_publishHint->setText(tr("Without it new policies are drafts, and those that are enforced go on deciding as they do."));
    m_cancel->setText(tr("Cancel"));
    m_import->setText(tr("Import"));
    showTried();
}

authorization::PolicyImport ImportPoliciesDialog::question(bool dryRun) const
{
    return {m_document, dryRun, m_publish->isChecked()};
}

void ImportPoliciesDialog::tryNow()
{
    m_tried.reset();
    m_failure->hide();
    showTried();
    const int asked = ++m_asked;
    m_console.run(
        this,
        [import = question(true)](Services& services, const access::Actor& actor) {
            return services.policies.importDocument(actor, import);
        },
        [this, asked](const Result<PolicyImportResult>& tried) {
            if (asked != m_asked)
                return;
            if (tried)
                m_tried = *tried;
            else
                m_failure->showError(tried.error());
            showTried();
        });
}

void ImportPoliciesDialog::showTried()
{
    updateState();
    if (!m_tried) {
        m_told->setText(m_failure->isHidden() ? tr("Reading %1…").arg(m_name) : tr("Nothing of %1 can be imported.").arg(m_name));
        m_lines->setLines({});
        return;
    }
    QStringList told;
    if (m_tried->added > 0)
        told << tr("%Ln policies are added", nullptr, static_cast<int>(m_tried->added));
    if (m_tried->changed > 0)
        told << tr("%Ln are changed", nullptr, static_cast<int>(m_tried->changed));
    if (m_tried->unchanged > 0)
        told << tr("%Ln are here already", nullptr, static_cast<int>(m_tried->unchanged));
    if (m_tried->refused > 0)
        told << tr("%Ln are refused, and with them the file", nullptr, static_cast<int>(m_tried->refused));
    m_told->setText(told.isEmpty() ? tr("There is no policy in %1.").arg(m_name)
                                   : tr("%1: %2.", "file, what becomes of it").arg(m_name, told.join(u"; "_s)));
    QList<LinesList::Line> lines;
    for (const Outcome wanted : {Outcome::Refused, Outcome::Added, Outcome::Changed, Outcome::Unchanged})
        for (const ImportedPolicy& policy : m_tried->policies)
            if (policy.outcome == wanted && lines.size() < linesShown)
                lines << Words::line(policy);
    m_lines->setLines(lines);
}

void ImportPoliciesDialog::updateState()
{
    QString reason = lacks(m_console, Permission::PoliciesCreate);
    if (reason.isEmpty())
        reason = lacks(m_console, Permission::PoliciesUpdate);
    const bool some = m_tried && m_tried->refused == 0 && m_tried->added + m_tried->changed > 0;
    allow(m_import, reason, some && !isButtonBusy(m_import), {},
          m_tried && !isButtonBusy(m_import) ? tr("There is nothing in it that could be imported") : QString());
    enableOr(m_publish, isButtonBusy(m_import) ? waitReason() : QString());
}

void ImportPoliciesDialog::submit()
{
    m_failure->hide();
    setButtonBusy(m_import, true);
    updateState();
    m_console.run(
        this,
        [import = question(false)](Services& services, const access::Actor& actor) {
            return services.policies.importDocument(actor, import);
        },
        [this](const Result<PolicyImportResult>& done) {
            setButtonBusy(m_import, false);
            updateState();
            if (!done && wantsStepUp(done.error()))
                return askStepUp(m_console, this, [this] { submit(); });
            if (!done)
                return m_failure->showError(done.error());
            accept();
            Q_EMIT imported(done->added, done->changed);
        });
}

} // namespace sallyport::ui
