#pragma once

#include "backend/audit/event.h"
#include "ui/look/icons.h"

namespace sallyport::ui {

/// The icon and its tone that say a severity or an outcome; always beside a text.
struct EventMark {
    Icon icon = Icon::None;
    Tone tone = Tone::Muted;
};

inline EventMark severityMark(audit::Severity severity)
{
    switch (severity) {
    case audit::Severity::Info:
    case audit::Severity::Notice: return {Icon::Info, Tone::Muted};
    case audit::Severity::Warning: return {Icon::Warning, Tone::Warning};
    case audit::Severity::Critical: return {Icon::Critical, Tone::Danger};
    }
    return {};
}

inline EventMark outcomeMark(audit::Outcome outcome)
{
    switch (outcome) {
    case audit::Outcome::Success: return {Icon::Check, Tone::Muted};
    case audit::Outcome::Failure:
    case audit::Outcome::Refused: return {Icon::Cross, Tone::Warning};
    case audit::Outcome::Blocked: return {Icon::Ban, Tone::Danger};
    }
    return {};
}

} // namespace sallyport::ui
