#include "ui/access_policies/history_dialog.h"

#include "ui/access_policies/differences_view.h"
#include "ui/console/console.h"
#include "ui/console/permit.h"
#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/overlay_scroll.h"
#include "ui/words/access_text.h"
#include "ui/words/relative_time.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QScrollArea>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using access::Permission;
using access::Policy;

namespace {

constexpr int versionsWidth = 220;
constexpr int versionsHeight = 320;

} // namespace

HistoryDialog::HistoryDialog(Console& console, const Policy& policy, QWidget* parent)
    : DialogFrame(u"policy_history"_s, parent, 680), m_console(console), m_policy(policy),
      m_failure(new Banner(u"policy_history.failure"_s, this)), m_list(new QListWidget(this)),
      m_differences(new DifferencesView(this)), m_close(makeButton(ButtonKind::Secondary, u"policy_history.done"_s, this)),
      m_bringBack(makeButton(ButtonKind::Primary, u"policy_history.bring_back"_s, this, Icon::History))
{
    m_failure->setTone(Tone::Danger, Icon::Error);
    m_failure->hide();
    m_list->setObjectName(u"policy_history.versions"_s);
    m_list->setFixedSize(scaled(versionsWidth, this), scaled(versionsHeight, this));
    auto* row = new QHBoxLayout;
    row->setSpacing(16);
    row->addWidget(m_list);
    row->addWidget(makeScrollArea(m_differences, this, u"policy_history.differences"_s), 1);
    body()->addWidget(m_failure);
    body()->addLayout(row);
    addButton(m_close);
    addButton(m_bringBack);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_bringBack, &QPushButton::clicked, this, &HistoryDialog::bringBack);
    connect(m_list, &QListWidget::currentRowChanged, this, &HistoryDialog::showChosen);
    onRetranslate(this, [this] { setTexts(); });
    load();
}

void HistoryDialog::setTexts()
{
    setTitle(tr("History of %1").arg(text(m_policy.name)));
    m_list->setAccessibleName(tr("Versions"));
    m_close->setText(tr("Close"));
    m_bringBack->setText(tr("Bring back"));
    if (!m_versions.empty())
        showVersions();
    showChosen();
}

void HistoryDialog::load()
{
    m_console.run(
        this,
        [id = m_policy.id.text()](Services& services, const access::Actor& actor) {
            return services.policies.versions(actor, id);
        },
        [this](const Result<std::vector<Policy>>& versions) {
            if (!versions)
                return m_failure->showError(versions.error());
            m_versions = *versions;
            showVersions();
        });
}

void HistoryDialog::showVersions()
{
    const int chosen = std::max(0, m_list->currentRow());
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    const UtcTime now = m_console.clock() ? m_console.clock()->now() : UtcTime{};
    for (const Policy& version : m_versions)
        m_list->addItem(tr("Version %1, %2", "number and state").arg(version.version).arg(policyStateMark(version.state).text) +
                        u'\n' + tr("%1, %2", "when and by whom").arg(whenText(version.changedAt, now), text(version.changedBy)));
    m_list->setCurrentRow(chosen);
    showChosen();
}

void HistoryDialog::showChosen()
{
    const auto at = static_cast<std::size_t>(std::max(0, m_list->currentRow()));
    if (at < m_versions.size()) {
        // The oldest one kept shows all that it said.
        const bool oldest = at + 1 == m_versions.size();
        const authorization::NewPolicy before = oldest ? emptyPolicy() : policyWords(m_versions[at + 1]);
        m_differences->setDifferences(policyDifferences(before, policyWords(m_versions[at])),
                                      tr("Nothing that it says was changed."));
    }
    const QString against = lacks(m_console, Permission::PoliciesUpdate);
    allow(m_bringBack, against, at > 0 && at < m_versions.size(), {}, at == 0 ? tr("This is the one in force") : QString());
}

void HistoryDialog::bringBack()
{
    m_failure->hide();
    setButtonBusy(m_bringBack, true);
    authorization::PolicyPatch patch;
    patch.restore = m_versions[static_cast<std::size_t>(m_list->currentRow())].version;
    patch.expectedVersion = m_versions.front().version;
    m_console.run(
        this,
        [id = m_policy.id.text(), patch](Services& services, const access::Actor& actor) {
            return services.policies.change(actor, id, patch);
        },
        [this](const Result<Policy>& restored) {
            setButtonBusy(m_bringBack, false);
            if (!restored)
                return m_failure->showError(restored.error());
            accept();
            Q_EMIT broughtBack(*restored);
        });
}

} // namespace sallyport::ui
