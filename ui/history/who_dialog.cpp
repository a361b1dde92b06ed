#include "ui/history/who_dialog.h"

#include "ui/console/console.h"
#include "ui/look/retranslate.h"
#include "ui/look/surface.h"
#include "ui/look/text_style.h"
#include "ui/parts/lines_list.h"
#include "ui/parts/whole_edit.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field.h"
#include "ui/widgets/overlay_scroll.h"
#include "ui/words/relative_time.h"
#include "ui/words/role_text.h"
#include "ui/words/user_text.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QScrollArea>
#include <QTimeZone>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using history::AccessThen;
using Line = LinesList::Line;

namespace {

constexpr int resultHeight = 220; ///< pixels at 100 %

} // namespace

WhoDialog::WhoDialog(Console& console, QWidget* parent)
    : DialogFrame(u"who_could"_s, parent), m_console(console), m_permission(new QComboBox(this)),
      m_time(new WholeEdit<QDateTimeEdit>(this)), m_failure(new Banner(u"who_could.failure"_s, this)), m_lines(nullptr),
      m_close(makeButton(ButtonKind::Secondary, u"who_could.close"_s, this)),
      m_ask(makeButton(ButtonKind::Primary, u"who_could.ask"_s, this))
{
    setAsksToDiscard(false); // it only asks
    build();
    onRetranslate(this, [this] { setTexts(); });
    if (const Clock* const clock = m_console.clock())
        m_time->setDateTime(localTime(clock->now()));
    m_permission->setFocus();
}

void WhoDialog::build()
{
    m_permission->setObjectName(u"who_could.permission"_s);
    m_time->setObjectName(u"who_could.time"_s);
    m_time->setCalendarPopup(true);
    m_permissionField = new Field(m_permission, this);
    m_timeField = new Field(m_time, this);
    m_failure->setTone(Tone::Danger, Icon::Error);
    m_failure->hide();
    auto* results = new Surface(Token::Surface);
    auto* column = new QVBoxLayout(results);
    column->setContentsMargins(0, 0, 16, 0);
    m_lines = new LinesList(u"who_could.lines"_s, results);
    column->addWidget(m_lines);
    column->addStretch(1);
    auto* area = makeScrollArea(results, this, u"who_could.results"_s);
    area->setMinimumHeight(scaled(resultHeight, this));
    body()->addWidget(m_failure);
    body()->addWidget(m_permissionField);
    body()->addWidget(m_timeField);
    body()->addWidget(area, 1);
    addButton(m_close);
    addButton(m_ask);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ask, &QPushButton::clicked, this, &WhoDialog::ask);
}

void WhoDialog::setTexts()
{
    setTitle(tr("Who could…"));
    m_permissionField->setLabel(tr("Do what"));
    m_timeField->setLabel(tr("When"));
    m_timeField->setHint(tr("As far back as the events of roles and users are kept."));
    m_close->setText(tr("Close"));
    m_ask->setText(tr("Look"));
    const int chosen = m_permission->currentIndex();
    m_permission->clear();
    for (const access::PermissionInfo& info : access::permissions())
        m_permission->addItem(permissionTitle(info.permission), QString::fromUtf8(info.word.data(), qsizetype(info.word.size())));
    m_permission->setCurrentIndex(chosen >= 0 ? chosen : m_permission->findData(u"records:read"_s));
    m_lines->setNotice(tr("Choose what and when."));
}

void WhoDialog::ask()
{
    const auto permission = access::findPermission(m_permission->currentData().toString().toStdString());
    if (!permission)
        return;
    m_failure->hide();
    setButtonBusy(m_ask, true);
    const UtcTime at(std::chrono::milliseconds(m_time->dateTime().toMSecsSinceEpoch()));
    m_console.run(
        this,
        [at, wanted = *permission](Services& services, const access::Actor& actor) {
            return services.history.asOf(actor, at, wanted);
        },
        [this](const Result<AccessThen>& then) {
            setButtonBusy(m_ask, false);
            if (then)
                return show(*then);
            if (!then.error().fields.empty())
                return m_timeField->setError(tr("The journal doesn’t reach there."));
            m_failure->showError(then.error());
        });
}

void WhoDialog::show(const AccessThen& then)
{
    m_timeField->setError({});
    QList<Line> lines;
    const auto add = [&](Icon icon, Tone tone, const QString& words, const QString& note) {
        Line line;
        line.icon = icon;
        line.tone = tone;
        line.text = words;
        line.note = note;
        line.toolTip = note;
        lines << line;
    };
    if (!then.complete)
        add(Icon::Warning, Tone::Warning, tr("Not all is known"), tr("Retention has removed changes since then."));
    for (const std::string& role : then.deletedRoles)
        add(Icon::Warning, Tone::Warning, tr("The role %1 is deleted since").arg(text(role)), tr("Who had it is not known."));
    for (const AccessThen::Holder& holder : then.holders)
        add(Icon::UserCircle, Tone::Muted, text(holder.name), rolesText(holder.roles));
    for (const AccessThen::PolicyThen& policy : then.policies)
        add(Icon::Scale, Tone::Muted,
            policy.effect == "deny" ? tr("Policy %1, denying").arg(text(policy.name))
                                    : tr("Policy %1, allowing").arg(text(policy.name)),
            text(policy.condition));
    if (lines.isEmpty())
        m_lines->setNotice(tr("Nobody could."));
    else
        m_lines->setLines(lines);
}

} // namespace sallyport::ui
