#include "ui/users/bulk_conduct.h"

#include "ui/tables/data_table.h"
#include "ui/tables/list_panel.h"
#include "ui/users/bulk_job.h"
#include "ui/users/bulk_pane.h"
#include "ui/users/user_actions.h"
#include "ui/words/user_text.h"

#include <array>

namespace sallyport::ui {

using identity::BulkAction;
using identity::UserAction;

BulkConduct::BulkConduct(ListPanel* list, Model* model, BulkPane* pane, UserActions* actions, QObject* parent)
    : QObject(parent), m_list(list), m_model(model), m_pane(pane), m_actions(actions)
{
    connect(list, &ListPanel::severalSelected, this, &BulkConduct::tell);
    connect(pane, &BulkPane::actionRequested, this, &BulkConduct::run);
    connect(pane, &BulkPane::clearRequested, this, [this] {
        if (!m_pane->isRunning())
            m_list->table()->clearSelection();
    });
    connect(actions, &UserActions::bulkStarted, this, &BulkConduct::watch);
}

void BulkConduct::tell(int count)
{
    if (m_pane->isRunning())
        return;
    BulkPane::Selection selection;
    selection.count = count;
    const auto rows = m_list->table()->selectedRows();
    for (const int row : rows) {
        const auto* user = m_model->rowAt(row);
        if (!user) {
            selection.complete = false;
            continue;
        }
        selection.names << text(user->name);
        for (const std::string& role : user->roles)
            ++selection.withRole[text(role)];
    }
    m_pane->setSelected(std::move(selection));
}

void BulkConduct::run(const BulkAction& action)
{
    BulkSelection selection;
    selection.query = m_model->query();
    const auto rows = m_list->table()->selectedRows();
    for (const int row : rows) {
        if (const auto* user = m_model->rowAt(row)) {
            selection.known.push_back({user->id, user->name});
            continue;
        }
        const auto at = static_cast<std::uint64_t>(row);
        if (!selection.rows.empty() && selection.rows.back().second + 1 == at)
            selection.rows.back().second = at;
        else
            selection.rows.emplace_back(at, at);
    }
    m_actions->bulk(action, std::move(selection));
}

void BulkConduct::watch(BulkJob* job)
{
    const std::array titles{tr("Disabling"), tr("Enabling"),      tr("Unlocking"),
                            tr("Deleting"),  tr("Resetting MFA"), tr("Ending sessions")};
    const auto* one = std::get_if<UserAction>(&job->action().what);
    const auto title = one ? titles.at(static_cast<std::size_t>(*one)) : tr("Changing roles");
    m_pane->showProgress(title, 0, 1);
    m_list->table()->setEnabled(false);
    connect(job, &BulkJob::progress, this,
            [this, title](quint64 done, quint64 total) { m_pane->showProgress(title, done, total); });
    connect(m_pane, &BulkPane::cancelRequested, job, &BulkJob::cancel);
    const auto end = [this] {
        m_list->table()->setEnabled(true);
        m_pane->endProgress();
        m_list->table()->clearSelection();
    };
    connect(job, &BulkJob::finished, this, end);
    connect(job, &BulkJob::failed, this, end);
}

} // namespace sallyport::ui
