#include "app/report/plots.h"

#include <algorithm>
#include <cmath>

namespace sallyport::report {

using namespace Qt::StringLiterals;

namespace {

constexpr double plotWidth = Pages::right - Pages::left, plotHead = 24, columnsRoom = 140, plotRow = 17, nameRoom = 150;

qint64 highest(const Plot& plot)
{
    qint64 most = 1;
    for (const PlotPoint& point : plot.points)
        most = std::max(most, point.total());
    return most;
}

QRgb tintOf(const Plot& plot, std::size_t series)
{
    return series < plot.series.size() ? plot.series[series].tint : color::outcome[0];
}

void drawLegend(Pages& pages, double y, const Plot& plot)
{
    if (plot.series.size() < 2)
        return;
    double x = Pages::right;
    for (auto series = plot.series.rbegin(); series != plot.series.rend(); ++series) {
        pages.text(x, y, series->name, Style::Small, color::muted, 0, Qt::AlignRight);
        x -= pages.widthOf(series->name, Style::Small) + 10;
        pages.fill(QRectF(x, y - 6, 6, 6), series->tint, 1);
        x -= 14;
    }
}

void drawBarRows(Pages& pages, double y, const Plot& plot)
{
    const double room = plotWidth - nameRoom - 60, most = static_cast<double>(highest(plot));
    for (const PlotPoint& point : plot.points) {
        pages.text(Pages::left, y + 11, point.label, Style::Body, color::text, nameRoom - 10);
        double x = Pages::left + nameRoom;
        for (std::size_t i = 0; i < point.values.size(); ++i) {
            const double part = room * static_cast<double>(point.values[i]) / most;
            if (part > 0)
                pages.fill(QRectF(x, y + 4, part, 8), tintOf(plot, i));
            x += part;
        }
        pages.text(Pages::right, y + 11, pages.number(point.total()), Style::Body, color::text, 0, Qt::AlignRight);
        y += plotRow;
    }
}

void drawColumnBars(Pages& pages, double y, const Plot& plot)
{
    const qint64 most = highest(plot);
    const double scale = pages.widthOf(pages.number(most), Style::Small) + 8;
    const QRectF area(Pages::left + scale, y, plotWidth - scale, columnsRoom - 18);
    for (const double part : {0.0, 0.5, 1.0}) {
        const double at = area.bottom() - area.height() * part;
        pages.line(area.left(), at, area.right(), at, part > 0 ? color::rowLine : color::line);
        if (part != 0.5 || most % 2 == 0)
            pages.text(area.left() - 6, at + 2.5, pages.number(static_cast<qint64>(static_cast<double>(most) * part)),
                       Style::Small, color::muted, 0, Qt::AlignRight);
    }
    const double slot = std::min(area.width() / static_cast<double>(plot.points.size()), 48.0), bar = slot * 0.7;
    const auto every = static_cast<std::size_t>(std::ceil(60 / slot));
    for (std::size_t i = 0; i < plot.points.size(); ++i) {
        const double x = area.left() + slot * static_cast<double>(i) + (slot - bar) / 2;
        double top = area.bottom();
        for (std::size_t series = 0; series < plot.points[i].values.size(); ++series) {
            const double part = area.height() * static_cast<double>(plot.points[i].values[series]) / static_cast<double>(most);
            if (part <= 0)
                continue;
            top -= part;
            pages.fill(QRectF(x, top, bar, part), tintOf(plot, series));
        }
        if (i % every == 0)
            pages.text(x + bar / 2, area.bottom() + 12, plot.points[i].label, Style::Small, color::muted, 0, Qt::AlignHCenter);
    }
}

} // namespace

double plotHeight(const Plot& plot)
{
    return plotHead + (plot.bars ? plotRow * static_cast<double>(plot.points.size()) : columnsRoom) + 12;
}

void drawPlot(Pages& pages, double y, const Plot& plot)
{
    pages.text(Pages::left, y + 12, plot.title, Style::BodyStrong, color::text, plotWidth / 2);
    drawLegend(pages, y + 12, plot);
    if (plot.points.empty())
        return;
    plot.bars ? drawBarRows(pages, y + plotHead, plot) : drawColumnBars(pages, y + plotHead, plot);
}

} // namespace sallyport::report
