#include "ui/parts/subject_pane.h"

#include "ui/parts/lines_list.h"
#include "ui/widgets/details_pane.h"
#include "ui/widgets/error_text.h"

#include <QVBoxLayout>

namespace sallyport::ui {

SubjectPane::SubjectPane(Console& console, const QString& name, QWidget* parent)
    : QWidget(parent), m_console(console), m_pane(new DetailsPane(name, this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pane);
    connect(m_pane, &DetailsPane::closeRequested, this, &SubjectPane::closeRequested);
}

SubjectPane::Events SubjectPane::eventsOf(Services& services, const access::Actor& actor, std::vector<std::string> subjects,
                                          std::uint32_t most)
{
    audit::EventQuery query;
    query.users = std::move(subjects);
    auto page = services.events.list(actor, query, most, {}, false);
    if (!page)
        return {{}, page.error()};
    return {std::move(page->events), {}};
}

UtcTime SubjectPane::now() const
{
    const auto* clock = m_console.clock();
    return clock ? clock->now() : UtcTime{};
}

void SubjectPane::showFailure(LinesList* lines, const Error& error)
{
    if (error.code == ErrorCode::NotFound)
        Q_EMIT vanished();
    else if (error.code != ErrorCode::Cancelled)
        lines->setNotice(errorLine(error));
}

} // namespace sallyport::ui
