#include "backend/protection/limits/rate_rule.h"

#include <algorithm>
#include <array>

namespace sallyport::protection {

namespace {

template <typename Value>
struct Word {
    Value value;
    std::string_view text;
};

constexpr std::array<Word<RateAlgorithm>, 3> algorithmWords{{
    {RateAlgorithm::Gcra, "gcra"},
    {RateAlgorithm::Sliding, "sliding"},
    {RateAlgorithm::Fixed, "fixed"},
}};

constexpr std::array<Word<RateSubject>, 5> subjectWords{{
    {RateSubject::Address, "address"},
    {RateSubject::AddressAndAccount, "address_account"},
    {RateSubject::Principal, "principal"},
    {RateSubject::User, "user"},
    {RateSubject::Key, "key"},
}};

constexpr std::array<Word<settings::ControlMode>, 3> modeWords{{
    {settings::ControlMode::Off, "off"},
    {settings::ControlMode::Observe, "observe"},
    {settings::ControlMode::Enforce, "enforce"},
}};

template <typename Value, std::size_t size>
std::string_view wordOf(const std::array<Word<Value>, size>& words, Value value) noexcept
{
    const auto found = std::ranges::find(words, value, &Word<Value>::value);
    return found != words.end() ? found->text : std::string_view("unknown");
}

template <typename Value, std::size_t size>
std::optional<Value> valueOf(const std::array<Word<Value>, size>& words, std::string_view text) noexcept
{
    const auto found = std::ranges::find(words, text, &Word<Value>::text);
    return found != words.end() ? std::optional(found->value) : std::nullopt;
}

constexpr std::array<std::string_view, 6> classIds{"address", "auth", "api_read", "api_write", "file_upload", "admin"};
constexpr std::array addressSubjects{RateSubject::Address};
constexpr std::array accountSubjects{RateSubject::AddressAndAccount};
constexpr std::array classSubjects{RateSubject::Principal, RateSubject::User};
constexpr std::array ownSubjects{RateSubject::Principal, RateSubject::User, RateSubject::Key, RateSubject::Address};

} // namespace

std::string_view rateAlgorithmWord(RateAlgorithm algorithm) noexcept
{
    return wordOf(algorithmWords, algorithm);
}

std::optional<RateAlgorithm> rateAlgorithmOf(std::string_view word) noexcept
{
    return valueOf(algorithmWords, word);
}

std::string_view rateSubjectWord(RateSubject subject) noexcept
{
    return wordOf(subjectWords, subject);
}

std::optional<RateSubject> rateSubjectOf(std::string_view word) noexcept
{
    return valueOf(subjectWords, word);
}

std::string_view rateModeWord(settings::ControlMode mode) noexcept
{
    return wordOf(modeWords, mode);
}

std::optional<settings::ControlMode> rateModeOf(std::string_view word) noexcept
{
    return valueOf(modeWords, word);
}

std::span<const std::string_view> rateClassIds() noexcept
{
    return classIds;
}

std::span<const RateSubject> subjectsOf(std::string_view id) noexcept
{
    if (id == "address")
        return addressSubjects;
    if (id == "auth")
        return accountSubjects;
    if (std::ranges::find(classIds, id) != classIds.end())
        return classSubjects;
    return ownSubjects;
}

} // namespace sallyport::protection
