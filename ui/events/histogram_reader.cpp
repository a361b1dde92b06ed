#include "ui/events/histogram_reader.h"

#include <algorithm>
#include <chrono>
#include <optional>

namespace sallyport::ui {

using namespace std::chrono_literals;

namespace {

constexpr std::size_t closerAt = 8; // when everything lies within an eighth of the columns
constexpr auto closestColumn = std::chrono::seconds(1);

bool isEmpty(const journal::EventColumn& column)
{
    return column.info + column.notice + column.warning + column.critical == 0;
}

/// A day whose events lie in one hour would be one bar: the hour instead, with a column's room on both sides.
std::optional<Period> closer(const HistogramAnswer& answer)
{
    const auto& columns = answer.columns;
    const auto first = std::ranges::find_if_not(columns, isEmpty);
    if (first == columns.end())
        return {};
    const auto last = std::find_if_not(columns.rbegin(), columns.rend(), isEmpty).base();
    const auto span = (answer.period.until - answer.period.since) / static_cast<std::int64_t>(columns.size());
    if (static_cast<std::size_t>(last - first) * closerAt > columns.size() || span < closestColumn)
        return {};
    Period period{answer.period.since + span * (first - columns.begin() - 1),
                  answer.period.since + span * (last - columns.begin() + 1)};
    period.since = std::max(period.since, answer.period.since);
    period.until = std::min(period.until, answer.period.until);
    return period;
}

} // namespace

Result<HistogramAnswer> readColumns(Services& services, const access::Actor& actor, audit::EventQuery query, int columns)
{
    HistogramAnswer answer;
    answer.period.until = query.until.value_or(services.clock.now());
    if (query.since) {
        answer.period.since = *query.since;
    } else {
        SALLYPORT_ASSIGN(const journal::EventPage oldest, services.events.list(actor, query, 1, {}, true));
        answer.period.since = oldest.events.empty() ? answer.period.until - 1h : oldest.events.front().time;
    }
    if (answer.period.until - answer.period.since < 1min)
        answer.period.since = answer.period.until - 1min;
    query.since = answer.period.since;
    query.until = answer.period.until;
    SALLYPORT_ASSIGN(answer.columns, services.events.histogram(actor, query, columns));
    if (const auto part = closer(answer)) {
        query.since = part->since;
        query.until = part->until;
        SALLYPORT_ASSIGN(answer.columns, services.events.histogram(actor, query, columns));
        answer.period = *part;
        answer.closer = true;
    }
    return answer;
}

} // namespace sallyport::ui
