#pragma once

#include "backend/protection/limits/rate_limits.h"

#include <QString>

namespace sallyport::ui {

/// What the operator has changed of a rule and not saved yet.
struct LimitDraft {
    protection::RateNumbers numbers;
    protection::RateSubject subject = protection::RateSubject::Address;
    settings::ControlMode mode = settings::ControlMode::Enforce;
    bool operator==(const LimitDraft&) const = default;

    static LimitDraft of(const protection::RateSetting& rule) { return {rule.numbers, rule.subject, rule.mode}; }
    bool changes(const protection::RateSetting& rule) const { return *this != of(rule); }
    /// Only what differs.
    protection::RateRulePatch patchOf(const protection::RateSetting& rule) const;
    /// `100 becomes 110`; empty if nothing does.
    QString words(const protection::RateSetting& rule) const;
};

} // namespace sallyport::ui
