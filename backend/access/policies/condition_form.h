#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::access::policies {

/// A time of the week: between two readings of the clock in a zone, on some days. Over midnight if it ends before it begins.
struct WeekTime {
    static constexpr int dayMinutes = 24 * 60;
    static constexpr std::uint8_t everyDay = 0x7f;

    int from = 0;                 ///< minutes after midnight, 0..1439
    int until = dayMinutes;       ///< the first that is no longer in it, 1..1440; 0 and 1440: the whole day
    std::uint8_t days = everyDay; ///< bit 0 Sunday to bit 6 Saturday, of the day on which the moment is
    std::string zone = "UTC";

    bool isAlways() const { return from == 0 && until == dayMinutes && days == everyDay; }
    bool operator==(const WeekTime&) const = default;
};

/// One line of a form, which writes CEL and is read back from it.
struct ConditionPart {
    enum class Kind : std::uint8_t {
        Owner,          ///< whoever asks owns the object
        Department,     ///< the object is of the asker's department, or of one of `values`
        Classification, ///< the object's is one of `values`
        Role,           ///< whoever asks has one of the roles `values`
        MfaAge,         ///< the second factor was shown longer ago than `minutes`
        Time,           ///< now is in `time`
        Address,        ///< the request comes from one of the networks `values`
    };
    Kind kind = Kind::Owner;
    bool negated = false; ///< it is not so; of MfaAge: it was shown less long ago
    std::vector<std::string> values = {};
    int minutes = 0;
    WeekTime time = {};
    bool operator==(const ConditionPart&) const = default;
};

/// Parts that must all hold; none: always.
using ConditionForm = std::vector<ConditionPart>;

/// What is still missing of a part: it would be left out, or refused when it is compiled.
bool isComplete(const ConditionPart& part);
/// The form as CEL, a line for each part. Parts that aren't complete are left out.
std::string writeCondition(const ConditionForm& form);
/// The form that says the same; nothing if there is none, or if comments would be lost. Never throws, whatever the text is.
std::optional<ConditionForm> readConditionForm(std::string_view text);

} // namespace sallyport::access::policies
