#include "ui/detection/exclusions_dialog.h"

#include "ui/console/console.h"
#include "ui/console/permit.h"
#include "ui/detection/detection_words.h"
#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/words/relative_time.h"
#include "ui/words/text_helpers.h"
#include "ui/words/user_text.h"

#include <QListWidget>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using protection::DetectionExclusion;

namespace {

constexpr int listHeight = 360;

QString whatOf(const DetectionExclusion& one)
{
    const std::string& rule = one.what.rule;
    if (rule.empty())
        return ExclusionsDialog::tr("Every rule");
    const auto attackClass = protection::detection::classOf(rule);
    return attackClass ? ExclusionsDialog::tr("All of %1").arg(attackClassTitle(*attackClass)) : detectionRuleTitle(rule);
}

QString whereOf(const DetectionExclusion& one)
{
    QStringList places;
    if (!one.what.member.empty())
        places << toQString(one.what.member);
    else if (one.what.part)
        places << toQString(protection::detection::partWord(*one.what.part));
    places << (one.what.route.empty() ? ExclusionsDialog::tr("every route") : toQString(one.what.route));
    return places.join(u", "_s);
}

} // namespace

ExclusionsDialog::ExclusionsDialog(Console& console, QWidget* parent)
    : DialogFrame(u"detection_exclusions"_s, parent, 680), m_console(console),
      m_failure(new Banner(u"detection_exclusions.failure"_s, this)), m_list(new QListWidget(this)),
      m_close(makeButton(ButtonKind::Secondary, u"detection_exclusions.done"_s, this)),
      m_remove(makeButton(ButtonKind::Danger, u"detection_exclusions.remove"_s, this, Icon::Trash))
{
    m_failure->setTone(Tone::Danger, Icon::Error);
    m_failure->hide();
    m_list->setObjectName(u"detection_exclusions.list"_s);
    m_list->setMinimumHeight(scaled(listHeight, this));
    m_list->setWordWrap(true);
    body()->addWidget(m_failure);
    body()->addWidget(m_list, 1);
    addLeadingButton(m_remove);
    addButton(m_close);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_remove, &QPushButton::clicked, this, &ExclusionsDialog::removeChosen);
    connect(m_list, &QListWidget::currentRowChanged, this, &ExclusionsDialog::showChosen);
    onRetranslate(this, [this] { setTexts(); });
    load();
}

void ExclusionsDialog::setTexts()
{
    setTitle(tr("Exclusions"));
    m_list->setAccessibleName(tr("Exclusions"));
    m_close->setText(tr("Close"));
    m_remove->setText(tr("Remove"));
    showExclusions();
}

void ExclusionsDialog::load()
{
    m_console.run(
        this, [](Services& services, const access::Actor& actor) { return services.detectionRules.exclusions(actor); },
        [this](const Result<std::vector<DetectionExclusion>>& all) {
            if (!all)
                return m_failure->showError(all.error());
            m_exclusions = *all;
            showExclusions();
        });
}

void ExclusionsDialog::showExclusions()
{
    const int chosen = std::max(0, m_list->currentRow());
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    const UtcTime now = m_console.clock() ? m_console.clock()->now() : UtcTime{};
    for (const DetectionExclusion& one : m_exclusions) {
        QString last;
        if (one.builtIn)
            last = tr("Of the product: %1").arg(toQString(one.what.reason));
        else if (one.reviewAt <= now)
            last = tr("%1. By %2, review is due", "reason and who").arg(toQString(one.what.reason), toQString(one.createdBy));
        else
            last = tr("%1. By %2, review %3", "reason, who and when")
                       .arg(toQString(one.what.reason), toQString(one.createdBy), shortDate(localTime(one.reviewAt).date()));
        m_list->addItem(tr("%1 in %2", "what is excluded and where").arg(whatOf(one), whereOf(one)) + u'\n' + last);
    }
    if (m_list->count() > 0)
        m_list->setCurrentRow(std::min(chosen, m_list->count() - 1));
    showChosen();
}

void ExclusionsDialog::showChosen()
{
    const auto at = static_cast<std::size_t>(std::max(0, m_list->currentRow()));
    const bool possible = at < m_exclusions.size() && !m_exclusions[at].builtIn;
    allow(m_remove, lacks(m_console, access::Permission::ProtectionUpdate), possible, {},
          m_list->currentRow() < 0 ? tr("Choose an exclusion first") : tr("This one is of the product"));
}

void ExclusionsDialog::removeChosen()
{
    const auto at = static_cast<std::size_t>(m_list->currentRow());
    if (at >= m_exclusions.size())
        return;
    m_failure->hide();
    setButtonBusy(m_remove, true);
    m_console.run(
        this,
        [id = m_exclusions[at].id](Services& services, const access::Actor& actor) {
            return services.detectionRules.removeExclusion(actor, id);
        },
        [this](const Result<void>& done) {
            setButtonBusy(m_remove, false);
            if (!done)
                return m_failure->showError(done.error());
            Q_EMIT changed();
            load();
        });
}

} // namespace sallyport::ui
