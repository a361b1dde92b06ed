#pragma once

#include "backend/base/error.h"
#include "backend/protection/limits/rate_limits.h"
#include "ui/look/icons.h"
#include "ui/look/tokens.h"

#include <QString>

#include <string_view>

namespace sallyport::ui {

/// What a limit that comes with Sallyport is called, by its id; empty for others.
QString rateClassName(std::string_view id);
/// The rule's name: a class's in the language of the window, an own rule's as it was given.
QString rateRuleName(const protection::RateSetting& rule);
/// What it is for, in words: `Add, change and delete: 23 routes`.
QString rateRuleScope(const protection::RateRule& rule);
/// `1,200 a minute`, `5 in 15 min`, `100 an hour`.
QString rateLimitText(std::uint32_t requests, std::chrono::seconds window);
/// `1 hour`: a window in words.
QString rateWindowText(std::chrono::seconds window);
/// `Even pace`, `Sliding`, `Fixed`.
QString rateAlgorithmText(protection::RateAlgorithm algorithm);
/// `User, key`, for a column; `User or key`, for a choice.
QString rateSubjectText(protection::RateSubject subject);
QString rateSubjectChoice(protection::RateSubject subject);
/// `Off`, `Observe`, `Enforce`.
QString controlModeText(settings::ControlMode mode);
/// How the pill of a mode looks: enforcing is grey, observing is the exception.
Tone controlModeTone(settings::ControlMode mode);
Icon controlModeIcon(settings::ControlMode mode);

/// Who it is, with the address where the rule counts by both.
QString rateCallerText(const protection::RateCaller& caller);
Icon rateCallerIcon(protection::RateCaller::Kind kind);

/// The line under a field of a rule that was refused.
QString rateFieldErrorText(const FieldError& error);

} // namespace sallyport::ui
