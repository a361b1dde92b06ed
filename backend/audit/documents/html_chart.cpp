#include "backend/audit/documents/html_chart.h"

#include "backend/audit/documents/html_text.h"

#include <algorithm>
#include <cstdio>
#include <numeric>

namespace sallyport::audit {

namespace {

constexpr double chartWidth = 720, columnsHeight = 220, barHeight = 26, axisRoom = 52, labelRoom = 22, nameRoom = 220,
                 numberRoom = 70;

std::string_view fillOf(Tone tone)
{
    switch (tone) {
    case Tone::Plain: return "#6c89de";
    case Tone::Good: return "#2e8b57";
    case Tone::Attention: return "#c77700";
    case Tone::Bad: return "#c8372b";
    }
    return "#6c89de";
}

std::string fixed(double value)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.1f", value);
    return text;
}

std::string rectangle(double x, double y, double width, double height, std::string_view fill)
{
    return "<rect x=\"" + fixed(x) + "\" y=\"" + fixed(y) + "\" width=\"" + fixed(width) + "\" height=\"" + fixed(height) +
           "\" fill=\"" + std::string(fill) + "\"/>";
}

std::string label(double x, double y, std::string_view anchor, std::string_view text, std::string_view fill = "#59616e")
{
    return "<text x=\"" + fixed(x) + "\" y=\"" + fixed(y) + "\" font-size=\"12\" font-family=\"sans-serif\" fill=\"" +
           std::string(fill) + "\" text-anchor=\"" + std::string(anchor) + "\">" + htmlText(text) + "</text>";
}

std::int64_t totalOf(const Chart::Point& point)
{
    return std::accumulate(point.values.begin(), point.values.end(), std::int64_t{0});
}

std::int64_t mostOf(const Chart& chart)
{
    std::int64_t most = 1;
    for (const Chart::Point& point : chart.points)
        most = std::max(most, totalOf(point));
    return most;
}

Tone toneAt(const Chart& chart, std::size_t series)
{
    return series < chart.tones.size() ? chart.tones[series] : Tone::Plain;
}

/// 1, 2 or 5 times a power of ten, so that at most five steps reach the top.
std::int64_t stepOf(std::int64_t most)
{
    std::int64_t step = 1;
    for (int turn = 0; step * 5 < most; ++turn)
        step = turn % 3 == 1 ? step / 2 * 5 : step * 2;
    return step;
}

void addColumns(std::string& svg, const Chart& chart, double top, const Translate& translate)
{
    const std::int64_t step = stepOf(mostOf(chart)), steps = (mostOf(chart) + step - 1) / step;
    const double height = columnsHeight - labelRoom - 8, bottom = top + 8 + height, width = chartWidth - axisRoom;
    for (std::int64_t i = 0; i <= steps; ++i) {
        const double y = bottom - height * static_cast<double>(i) / static_cast<double>(steps);
        svg += "<line x1=\"" + fixed(axisRoom) + "\" y1=\"" + fixed(y) + "\" x2=\"" + fixed(chartWidth) + "\" y2=\"" + fixed(y) +
               "\" stroke=\"" + (i == 0 ? "#bcc2cc" : "#e9ebef") + "\"/>" +
               label(axisRoom - 6, y + 4, "end", groupedNumber(i * step));
    }
    const double slot = std::min(width / static_cast<double>(chart.points.size()), 64.0), bar = slot * 0.7;
    const auto every = static_cast<std::size_t>(std::max(1.0, 72 / slot));
    for (std::size_t i = 0; i < chart.points.size(); ++i) {
        const double x = axisRoom + slot * static_cast<double>(i) + (slot - bar) / 2;
        double y = bottom;
        for (std::size_t series = 0; series < chart.points[i].values.size(); ++series) {
            const double part = height * static_cast<double>(chart.points[i].values[series]) / static_cast<double>(step * steps);
            if (part > 0)
                svg += rectangle(x, y -= part, bar, part, fillOf(toneAt(chart, series)));
        }
        if (i % every == 0)
            svg += label(x + bar / 2, bottom + 16, "middle", textOf(chart.points[i].label, translate));
    }
}

void addBars(std::string& svg, const Chart& chart, double top, const Translate& translate)
{
    const double room = chartWidth - nameRoom - numberRoom, most = static_cast<double>(mostOf(chart));
    for (std::size_t i = 0; i < chart.points.size(); ++i) {
        const double y = top + barHeight * static_cast<double>(i);
        svg += label(0, y + 17, "start", textOf(chart.points[i].label, translate), "#1a1d23");
        double x = nameRoom;
        for (std::size_t series = 0; series < chart.points[i].values.size(); ++series) {
            const double part = room * static_cast<double>(chart.points[i].values[series]) / most;
            if (part > 0)
                svg += rectangle(x, y + 6, part, 14, fillOf(toneAt(chart, series)));
            x += part;
        }
        svg += label(chartWidth, y + 17, "end", groupedNumber(totalOf(chart.points[i])), "#1a1d23");
    }
}

void addLegend(std::string& svg, const Chart& chart, const Translate& translate)
{
    const double slot = chartWidth / static_cast<double>(std::max<std::size_t>(chart.series.size(), 4));
    for (std::size_t i = 0; i < chart.series.size(); ++i) {
        const double x = slot * static_cast<double>(i);
        svg += rectangle(x, 4, 10, 10, fillOf(toneAt(chart, i))) + label(x + 16, 13, "start", textOf(chart.series[i], translate));
    }
}

} // namespace

std::string chartSvg(const Chart& chart, int number, const Translate& translate)
{
    const bool legend = chart.series.size() > 1;
    const double top = legend ? 24 : 0;
    const double height = top + (chart.kind == Chart::Kind::Columns
                                     ? columnsHeight
                                     : barHeight * static_cast<double>(std::max<std::size_t>(chart.points.size(), 1)));
    const std::string id = "chart" + std::to_string(number);
    std::string svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + fixed(chartWidth) + " " + fixed(height) +
                      "\" role=\"img\" aria-labelledby=\"" + id + "-title " + id + "-text\"><title id=\"" + id + "-title\">" +
                      htmlText(textOf(chart.title, translate)) + "</title><desc id=\"" + id + "-text\">" +
                      htmlText(textOf(chart.summary, translate)) + "</desc>";
    if (legend)
        addLegend(svg, chart, translate);
    if (!chart.points.empty())
        chart.kind == Chart::Kind::Columns ? addColumns(svg, chart, top, translate) : addBars(svg, chart, top, translate);
    return svg + "</svg>";
}

} // namespace sallyport::audit
