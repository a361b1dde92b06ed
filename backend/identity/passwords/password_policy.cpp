#include "backend/identity/passwords/password_policy.h"

#include "backend/base/case_fold.h"
#include "backend/base/composed.h"
#include "backend/base/utf8.h"
#include "backend/identity/passwords/common_passwords.h"

#include <zxcvbn.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace sallyport::identity {

namespace {

constexpr std::size_t shortestForbiddenWord = 4; ///< code points; shorter names are in too many words
constexpr std::size_t estimatedBytes = 128;      ///< zxcvbn looks at no more; its time grows with the square
constexpr int weakestScore = 3;                  ///< "safely unguessable": 10^8 guesses and more

/// Words that make nothing better: roles, and what the product calls itself. Not forbidden inside longer words.
constexpr auto productWords = std::to_array<std::string_view>({"sallyport"});
constexpr auto roleWords = std::to_array<std::string_view>({"administrator", "admin", "editor", "viewer", "operator"});

/// The words of a name or an e-mail address that are long enough to look for, lower case.
void addWords(std::string_view text, std::set<std::string>& words)
{
    const std::string folded = foldCase(text);
    std::string word;
    const auto flush = [&] {
        if (codePointCount(word).value_or(0) >= shortestForbiddenWord)
            words.insert(word);
        word.clear();
    };
    for (const char c : folded) {
        const bool letter = static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (letter)
            word += c;
        else
            flush();
    }
    flush();
}

std::set<std::string> ownWords(const PasswordContext& context)
{
    std::set<std::string> words;
    addWords(context.name, words);
    // Of the address the local part and the domain without its last label (`example.com` -> `example`).
    const std::size_t at = context.email.rfind('@');
    addWords(std::string_view(context.email).substr(0, at), words);
    if (at != std::string::npos) {
        const std::string_view domain = std::string_view(context.email).substr(at + 1);
        addWords(domain.substr(0, domain.rfind('.')), words);
    }
    // `admin@example.org` names a role, not a person: isMostlyRoleWords looks at those.
    std::erase_if(words, [](const std::string& word) { return std::ranges::find(roleWords, word) != roleWords.end(); });
    return words;
}

bool containsAny(std::string_view folded, std::string_view plain, const std::set<std::string>& words)
{
    return std::ranges::any_of(words, [&](const std::string& word) {
        return folded.find(word) != std::string_view::npos || plain.find(word) != std::string_view::npos;
    });
}

/// What is left without role names; too little left means that they were most of it.
bool isMostlyRoleWords(std::string_view folded, std::uint32_t minimumLength)
{
    std::string rest(folded);
    for (const std::string_view word : roleWords) {
        for (std::size_t found = rest.find(word); found != std::string::npos; found = rest.find(word))
            rest.erase(found, word.size());
    }
    return rest.size() != folded.size() && rest.size() < minimumLength / 2;
}

int scoreOf(double guessesLog10) noexcept
{
    constexpr std::array<double, 4> steps{3, 6, 8, 10};
    return static_cast<int>(std::ranges::count_if(steps, [&](double step) { return guessesLog10 >= step; }));
}

std::string_view adviceFor(int type) noexcept
{
    switch (type % MULTIPLE_MATCH) {
    case REPEATS_MATCH: return "repeats";
    case SEQUENCE_MATCH: return "sequence";
    case SPATIAL_MATCH: return "keyboard";
    case DATE_MATCH:
    case YEAR_MATCH: return "date";
    default: return {};
    }
}

void addAdvice(PasswordStrength& strength, std::string_view word)
{
    if (!word.empty() && std::ranges::find(strength.advice, word) == strength.advice.end())
        strength.advice.emplace_back(word);
}

/// zxcvbn's estimate; its matches name what is weak.
void estimate(const SecretBytes& password, const std::set<std::string>& words, PasswordStrength& strength)
{
    std::string text(password.view().substr(0, estimatedBytes));
    std::vector<const char*> dictionary;
    for (const std::string& word : words)
        dictionary.push_back(word.c_str());
    dictionary.push_back(nullptr);
    ZxcMatch_t* matches = nullptr;
    const double bits = ZxcvbnMatch(text.c_str(), dictionary.data(), &matches);
    wipe(text);
    strength.guessesLog10 = bits * std::log10(2.0);
    strength.score = scoreOf(strength.guessesLog10);
    if (strength.score < 4) {
        for (const ZxcMatch_t* match = matches; match != nullptr; match = match->Next)
            addAdvice(strength, adviceFor(match->Type));
    }
    ZxcvbnFreeInfo(matches);
}

void refuse(PasswordStrength& strength, std::string message, std::string_view rule)
{
    strength.broken.push_back({"password", std::move(message), std::string(rule)});
}

void checkWords(const SecretBytes& password, const PasswordContext& context, PasswordStrength& strength)
{
    std::string folded = foldCase(password.view());
    std::string plain = undoSubstitutions(folded);
    std::set<std::string> product(productWords.begin(), productWords.end());
    addWords(context.organisation, product);
    const std::set<std::string> own = ownWords(context);
    std::set<std::string> forbidden;
    for (const std::string& word : context.forbidden)
        forbidden.insert(foldCase(word));

    if (containsAny(folded, plain, own)) {
        addAdvice(strength, "contains_name");
        refuse(strength, "Must not contain your name or e-mail address.", "forbidden");
    } else if (containsAny(folded, plain, product) || isMostlyRoleWords(folded, context.minimumLength)) {
        addAdvice(strength, "contains_product");
        refuse(strength, "Must not contain the product's, the organisation's or a role's name.", "forbidden");
    } else if (containsAny(folded, plain, forbidden)) {
        addAdvice(strength, "contains_word");
        refuse(strength, "Must not contain a word that is on the list of forbidden words.", "forbiddenWord");
    }
    if (isCommonPassword(folded)) {
        addAdvice(strength, "common");
        refuse(strength, "This is one of the passwords that are tried first.", "common");
    }
    std::set<std::string> all = own;
    all.insert(product.begin(), product.end());
    all.insert(forbidden.begin(), forbidden.end());
    estimate(password, all, strength);
    wipe(folded);
    wipe(plain);
}

} // namespace

PasswordStrength rate(const SecretBytes& typed, const PasswordContext& context)
{
    const SecretBytes password = composedSecret(typed);
    PasswordStrength strength;
    if (isLongerThan(password.view(), passwordLimit)) {
        refuse(strength, "At most 1,024 characters.", "maxLength");
        return strength;
    }
    const std::string_view text = password.view();
    const std::optional<std::size_t> length = codePointCount(text);
    if (!length || text.find('\0') != std::string_view::npos) {
        refuse(strength, "Not well-formed UTF-8.", "format");
        return strength;
    }
    if (*length < context.minimumLength) {
        addAdvice(strength, "longer");
        refuse(strength, "At least " + std::to_string(context.minimumLength) + " characters.", "minLength");
    }
    if (*length == 0)
        return strength;
    checkWords(password, context, strength);
    if (!strength.broken.empty())
        strength.score = std::min(strength.score, weakestScore - 1);
    if (strength.score < weakestScore) {
        addAdvice(strength, "add_words");
        if (strength.broken.empty())
            refuse(strength, "Too easy to guess.", "tooWeak");
    }
    return strength;
}

} // namespace sallyport::identity
