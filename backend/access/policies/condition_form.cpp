#include "backend/access/policies/condition_form.h"

#include "backend/access/cel/values/network.h"
#include "backend/access/cel/values/zones.h"

#include <boost/json.hpp>

#include <algorithm>

namespace sallyport::access::policies {

namespace {

using PartKind = ConditionPart::Kind;

std::string quotedText(std::string_view text)
{
    return boost::json::serialize(boost::json::string(text));
}

/// `"x"` alone, or `["x", "y"]`.
std::string listOf(const std::vector<std::string>& values)
{
    std::string text;
    for (const std::string& value : values)
        (text += text.empty() ? "[" : ", ") += quotedText(value);
    return text + ']';
}

/// A condition, and whether it stands by itself beside `&&` and behind `!`.
struct Written {
    std::string text;
    bool single = true; ///< false: several that are joined, brackets are needed
    bool simple = true; ///< false: `!` needs brackets
};

Written joined(const std::vector<std::string>& parts, std::string_view sign)
{
    Written made;
    for (const std::string& part : parts)
        (made.text += made.text.empty() ? std::string() : ' ' + std::string(sign) + ' ') += part;
    made.single = parts.size() == 1;
    made.simple = false;
    return made;
}

Written compared(std::string_view name, const ConditionPart& part)
{
    const std::string left(name);
    if (part.values.size() == 1)
        return {left + (part.negated ? " != " : " == ") + quotedText(part.values.front())};
    return {(part.negated ? "!(" : "") + left + " in " + listOf(part.values) + (part.negated ? ")" : "")};
}

Written negatedIf(Written written, bool negated)
{
    if (!negated)
        return written;
    return {written.simple ? '!' + written.text : "!(" + written.text + ')'};
}

std::string clockText(const WeekTime& time, bool wholeHours)
{
    const std::string zone = '(' + quotedText(time.zone) + ')';
    return wholeHours ? "now.getHours" + zone : "now.getHours" + zone + " * 60 + now.getMinutes" + zone;
}

Written timeText(const WeekTime& time)
{
    std::vector<std::string> parts;
    const bool wholeHours = time.from % 60 == 0 && time.until % 60 == 0;
    const auto bound = [&](const char* sign, int minutes) {
        return clockText(time, wholeHours) + sign + std::to_string(wholeHours ? minutes / 60 : minutes);
    };
    if (time.from > time.until) {
        parts.push_back('(' + bound(" >= ", time.from) + " || " + bound(" < ", time.until) + ')');
    } else {
        if (time.from > 0)
            parts.push_back(bound(" >= ", time.from));
        if (time.until < WeekTime::dayMinutes)
            parts.push_back(bound(" < ", time.until));
    }
    if (time.days != WeekTime::everyDay) {
        std::string days;
        for (int day = 0; day < 7; ++day)
            if ((time.days >> day & 1) != 0)
                (days += days.empty() ? "" : ", ") += std::to_string(day);
        parts.push_back("now.getDayOfWeek(" + quotedText(time.zone) + ") in [" + days + ']');
    }
    return joined(parts, "&&");
}

Written partText(const ConditionPart& part)
{
    std::vector<std::string> texts;
    switch (part.kind) {
    case PartKind::Owner: return {part.negated ? "resource.owner_id != subject.id" : "resource.owner_id == subject.id"};
    case PartKind::Department:
        if (part.values.empty())
            return {part.negated ? "resource.department != subject.department" : "resource.department == subject.department"};
        return compared("resource.department", part);
    case PartKind::Classification: return compared("resource.classification", part);
    case PartKind::MfaAge:
        return {(part.negated ? "context.mfa_age < duration(\"" : "context.mfa_age > duration(\"") +
                std::to_string(part.minutes) + "m\")"};
    case PartKind::Role:
        for (const std::string& role : part.values)
            texts.push_back(quotedText(role) + " in subject.roles");
        return negatedIf(joined(texts, "||"), part.negated);
    case PartKind::Address: {
        for (const std::string& network : part.values)
            texts.push_back("cidr(" + quotedText(network) + ").containsIP(context.ip)");
        Written written = joined(texts, "||");
        written.simple = written.single; // a call
        return negatedIf(std::move(written), part.negated);
    }
    case PartKind::Time: return negatedIf(timeText(part.time), part.negated);
    }
    return {};
}

} // namespace

bool isComplete(const ConditionPart& part)
{
    const auto filled = [](const std::string& value) { return !value.empty(); };
    switch (part.kind) {
    case PartKind::Owner: return true;
    case PartKind::Department: return std::ranges::all_of(part.values, filled);
    case PartKind::Classification:
    case PartKind::Role: return !part.values.empty() && std::ranges::all_of(part.values, filled);
    case PartKind::MfaAge: return part.minutes > 0;
    case PartKind::Address:
        return !part.values.empty() &&
               std::ranges::all_of(part.values, [](const std::string& text) { return cel::readNetwork(text).has_value(); });
    case PartKind::Time: {
        const WeekTime& time = part.time;
        return !time.isAlways() && time.days != 0 && time.from >= 0 && time.from < WeekTime::dayMinutes && time.until > 0 &&
               time.until <= WeekTime::dayMinutes && time.from != time.until && cel::readZone(time.zone).has_value();
    }
    }
    return false;
}

std::string writeCondition(const ConditionForm& form)
{
    std::vector<Written> parts;
    for (const ConditionPart& part : form)
        if (isComplete(part))
            parts.push_back(partText(part));
    if (parts.empty())
        return "true";
    std::string text;
    for (const Written& part : parts) {
        const bool brackets = !part.single && parts.size() > 1;
        (text += text.empty() ? "" : "\n  && ") += brackets ? '(' + part.text + ')' : part.text;
    }
    return text;
}

} // namespace sallyport::access::policies
