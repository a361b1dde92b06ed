#pragma once

#include "backend/settings/browser_text.h"
#include "backend/settings/settings.h"
#include "backend/settings/value_text.h"

#include <string>
#include <string_view>
#include <type_traits>

/// What the table of definitions.cpp is made with, and nobody else.
namespace sallyport::settings::makers {

// How a member of Values becomes text and back. The member is a template argument, so that each Definition holds plain
// function pointers and the table needs no construction at start.

template <auto Member>
std::string numberText(const Values& values)
{
    return std::to_string(values.*Member);
}

template <auto Member, std::int64_t Minimum, std::int64_t Maximum>
Result<void> setNumber(Values& values, std::string_view text)
{
    SALLYPORT_ASSIGN(const std::int64_t number, parseInteger(text, Minimum, Maximum));
    using Field = std::remove_reference_t<decltype(values.*Member)>;
    values.*Member = static_cast<Field>(number);
    return {};
}

template <auto Member>
std::string secondsText(const Values& values)
{
    return std::to_string((values.*Member).count());
}

template <auto Member, std::int64_t Minimum, std::int64_t Maximum>
Result<void> setSeconds(Values& values, std::string_view text)
{
    SALLYPORT_ASSIGN(values.*Member, parseSeconds(text, Minimum, Maximum));
    return {};
}

template <auto Member>
std::string rateOf(const Values& values)
{
    return rateText(values.*Member);
}

template <auto Member>
Result<void> setRate(Values& values, std::string_view text)
{
    SALLYPORT_ASSIGN(values.*Member, parseRate(text));
    return {};
}

template <auto Member>
std::string booleanText(const Values& values)
{
    return values.*Member ? "true" : "false";
}

template <auto Member>
Result<void> setBoolean(Values& values, std::string_view text)
{
    SALLYPORT_ASSIGN(values.*Member, parseBoolean(text));
    return {};
}

template <auto Member>
std::string plainText(const Values& values)
{
    return values.*Member;
}

template <auto Member>
std::string wordsOf(const Values& values)
{
    return wordsText(values.*Member);
}

template <auto Member>
Result<void> setWords(Values& values, std::string_view text)
{
    SALLYPORT_ASSIGN(values.*Member, parseWords(text));
    return {};
}

template <auto Member, std::int64_t Minimum, std::int64_t Maximum>
constexpr Definition number(std::string_view key, std::string_view description, bool restart = false)
{
    return {key, description, "integer", {}, Minimum, Maximum, restart, numberText<Member>, setNumber<Member, Minimum, Maximum>};
}

template <auto Member, std::int64_t Minimum, std::int64_t Maximum>
constexpr Definition duration(std::string_view key, std::string_view description)
{
    return {key, description, "seconds", {}, Minimum, Maximum, false, secondsText<Member>, setSeconds<Member, Minimum, Maximum>};
}

template <auto Member>
constexpr Definition rate(std::string_view key, std::string_view description)
{
    return {key, description, "rate", {}, 0, 0, false, rateOf<Member>, setRate<Member>};
}

template <auto Member>
constexpr Definition boolean(std::string_view key, std::string_view description)
{
    return {key, description, "boolean", "true|false", 0, 0, false, booleanText<Member>, setBoolean<Member>};
}

template <auto Member, std::size_t Bytes>
Result<void> setNetworks(Values& values, std::string_view text)
{
    SALLYPORT_ASSIGN(values.*Member, parseNetworks(text, Bytes));
    return {};
}

template <auto Member, std::size_t Bytes>
Result<void> setFilePath(Values& values, std::string_view text)
{
    SALLYPORT_ASSIGN(values.*Member, parseFilePath(text, Bytes));
    return {};
}

template <auto Member, std::size_t Bytes>
constexpr Definition networks(std::string_view key, std::string_view description)
{
    return {key, description, "text", {}, 0, std::int64_t{Bytes}, false, plainText<Member>, setNetworks<Member, Bytes>};
}

template <auto Member, std::size_t Bytes>
constexpr Definition filePath(std::string_view key, std::string_view description)
{
    return {key, description, "path", {}, 0, std::int64_t{Bytes}, false, plainText<Member>, setFilePath<Member, Bytes>};
}

inline constexpr std::string_view modeChoices = "off|observe|enforce";

template <auto Member>
std::string modeText(const Values& values)
{
    return values.*Member == ControlMode::Off ? "off" : values.*Member == ControlMode::Observe ? "observe" : "enforce";
}

template <auto Member>
Result<void> setMode(Values& values, std::string_view text)
{
    SALLYPORT_TRY(checkChoice(text, modeChoices));
    values.*Member = text == "off" ? ControlMode::Off : text == "observe" ? ControlMode::Observe : ControlMode::Enforce;
    return {};
}

template <auto Member>
constexpr Definition mode(std::string_view key, std::string_view description)
{
    return {key, description, "choice", modeChoices, 0, 0, false, modeText<Member>, setMode<Member>};
}

} // namespace sallyport::settings::makers
