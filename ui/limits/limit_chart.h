#pragma once

#include "ui/look/surface.h"

#include "backend/protection/limits/rate_limits.h"

#include <optional>

namespace sallyport::ui {

class ChartLegend;
class ColumnChart;
class ElideLabel;

/// The chosen rule by hour: what its hottest caller got and what was refused, with the limit as a line that moves while another
/// number is typed.
class LimitChart final : public Surface {
    Q_OBJECT

public:
    explicit LimitChart(QWidget* parent = nullptr);

    /// The rule whose usage comes next; what was shown goes.
    void setRule(const protection::RateRule& rule);
    void setUsage(const protection::RateUsage& usage);
    /// The numbers being typed.
    void setNumbers(const protection::RateNumbers& numbers);
    ColumnChart* chart() const { return m_chart; }

private:
    void setTexts();
    void showHours();
    void showLimit();

    ElideLabel* m_title;
    ChartLegend* m_legend;
    ElideLabel* m_note;
    ColumnChart* m_chart;
    std::optional<protection::RateRule> m_rule;
    std::optional<protection::RateUsage> m_usage;
    protection::RateNumbers m_numbers;
};

} // namespace sallyport::ui
