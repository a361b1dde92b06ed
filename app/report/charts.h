#pragma once

#include "app/report/pages.h"
#include "app/report/report_data.h"

#include <vector>

namespace sallyport::report {

/// One column of the chart: a day, week, month or so many years.
struct Column {
    QDate start;
    std::array<qint64, 4> outcomes{};
    qint64 total() const { return outcomes[0] + outcomes[1] + outcomes[2] + outcomes[3]; }
};

enum class Slice { Day, Week, Month, Years };

/// The days of the period without holes, put together into weeks, months or years so that there are some 60 columns at most
/// (months: 120). A clock that was wrong by centuries makes no more of them.
struct Series {
    Slice slice = Slice::Day;
    int years = 1; ///< of a column of years
    std::vector<Column> columns;
};
Series seriesOf(const Header& header);

/// Stacked by outcome, with a horizontal grid of rounded steps and dates below.
void drawColumns(Pages& pages, const QRectF& area, const Series& series);
/// Name, bar and count a line; gives back where it ends.
double drawBars(Pages& pages, double x, double y, double width, const std::vector<Header::Kind>& kinds, std::size_t most);

} // namespace sallyport::report
