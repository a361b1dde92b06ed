#include "ui/dashboard/traffic_texts.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace sallyport::ui {

using protection::Traffic;
using protection::TrafficSample;
using protection::TrafficStage;

TrafficTotals totalsOf(const std::vector<TrafficSample>& series)
{
    TrafficTotals totals;
    for (const TrafficSample& sample : series) {
        totals.answered += sample.answered;
        totals.refused += sample.refused;
        totals.blocked += sample.blocked;
        totals.failed += sample.failed;
    }
    return totals;
}

QString trafficStageText(TrafficStage stage)
{
    const auto text = [](const char* source) { return QCoreApplication::translate("TrafficStage", source); };
    switch (stage) {
    case TrafficStage::Parser: return text(QT_TRANSLATE_NOOP("TrafficStage", "Malformed"));
    case TrafficStage::Address: return text(QT_TRANSLATE_NOOP("TrafficStage", "Address"));
    case TrafficStage::Route: return text(QT_TRANSLATE_NOOP("TrafficStage", "Route"));
    case TrafficStage::RateLimit: return text(QT_TRANSLATE_NOOP("TrafficStage", "Rate limit"));
    case TrafficStage::Authentication: return text(QT_TRANSLATE_NOOP("TrafficStage", "Authentication"));
    case TrafficStage::Permission: return text(QT_TRANSLATE_NOOP("TrafficStage", "Permission"));
    case TrafficStage::StepUp: return text(QT_TRANSLATE_NOOP("TrafficStage", "Step-up MFA"));
    case TrafficStage::Schema: return text(QT_TRANSLATE_NOOP("TrafficStage", "Schema"));
    case TrafficStage::Blocklist: return text(QT_TRANSLATE_NOOP("TrafficStage", "Address list"));
    case TrafficStage::Threat: return text(QT_TRANSLATE_NOOP("TrafficStage", "Threat score"));
    case TrafficStage::Detection: return text(QT_TRANSLATE_NOOP("TrafficStage", "Detection"));
    case TrafficStage::Shed: return text(QT_TRANSLATE_NOOP("TrafficStage", "Too busy"));
    case TrafficStage::Other:
    case TrafficStage::Count_: break;
    }
    return text(QT_TRANSLATE_NOOP("TrafficStage", "Other"));
}

double secondsOf(Traffic::Span span)
{
    switch (span) {
    case Traffic::Span::Hour: return 60;
    case Traffic::Span::Day: return 900;
    case Traffic::Span::Week: return 7200;
    }
    return 60;
}

double perSecond(const TrafficSample& sample, Traffic::Span span, double filled)
{
    const double requests = static_cast<double>(sample.answered) + sample.refused + sample.blocked + sample.failed;
    return requests / (secondsOf(span) * std::clamp(filled, 0.05, 1.0));
}

bool comparedWithYesterday(const std::vector<TrafficSample>& day, double now, int& percent)
{
    if (day.size() < 2)
        return false;
    const double then = perSecond(day.front(), Traffic::Span::Day);
    if (then <= 0)
        return false;
    const double change = (now / then - 1) * 100;
    if (std::abs(change) > 999)
        return false;
    percent = static_cast<int>(std::lround(change));
    return true;
}

} // namespace sallyport::ui
