#include "backend/identity/passwords/password_generator.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <vector>

namespace sallyport::identity {

namespace {

constexpr std::string_view generatedLower = "abcdefghijkmnopqrstuvwxyz";
constexpr std::string_view generatedUpper = "ABCDEFGHJKLMNPQRSTUVWXYZ";
constexpr std::string_view generatedDigits = "23456789";
constexpr std::string_view generatedSigns = "!#$%&*+-./:;=?@^_~";
/// Of 8 characters of all kinds about half have one of each: 200 tries in a row can't fail by chance.
constexpr int generatedTries = 200;

std::vector<std::string_view> kindsOf(const PasswordRecipe& recipe)
{
    std::vector<std::string_view> kinds;
    for (const auto& [chosen, characters] :
         {std::pair(recipe.lower, generatedLower), std::pair(recipe.upper, generatedUpper),
          std::pair(recipe.digits, generatedDigits), std::pair(recipe.signs, generatedSigns)}) {
        if (chosen)
            kinds.push_back(characters);
    }
    return kinds;
}

/// log2 of the number of texts with one of each kind at least, by inclusion and exclusion.
double bitsOf(const std::vector<std::string_view>& kinds, std::size_t all, std::uint32_t length)
{
    double share = 0;
    for (unsigned without = 0; without < 1U << kinds.size(); ++without) {
        std::size_t left = all;
        bool even = true;
        for (std::size_t i = 0; i < kinds.size(); ++i) {
            if ((without >> i & 1U) != 0) {
                left -= kinds[i].size();
                even = !even;
            }
        }
        share += (even ? 1 : -1) * std::pow(static_cast<double>(left) / static_cast<double>(all), length);
    }
    return length * std::log2(static_cast<double>(all)) + std::log2(share);
}

/// Fills `text` with characters of `alphabet`, without favour: a byte beyond the last whole multiple is thrown away.
bool draw(std::string_view alphabet, std::span<std::byte> text, RandomSource& random)
{
    const std::size_t fair = 256 - 256 % alphabet.size();
    std::array<std::byte, 64> bytes;
    std::size_t used = bytes.size();
    for (std::byte& character : text) {
        std::size_t value = 256;
        while (value >= fair) {
            if (used == bytes.size()) {
                if (!random.fill(bytes))
                    return false;
                used = 0;
            }
            value = std::to_integer<std::size_t>(bytes[used++]);
        }
        character = static_cast<std::byte>(alphabet[value % alphabet.size()]);
    }
    wipe(bytes);
    return true;
}

Error wrongRecipe(std::string_view field, std::string message, std::string_view rule)
{
    Error error(ErrorCode::InvalidArgument, message);
    error.fields.push_back({std::string(field), std::move(message), std::string(rule)});
    return error;
}

} // namespace

Result<GeneratedPassword> generatePassword(const PasswordRecipe& recipe, RandomSource& random)
{
    const std::uint32_t length = recipe.length == 0 ? usualGenerated : recipe.length;
    if (length < shortestGenerated || length > longestGenerated)
        return wrongRecipe("length", "Must be from 8 to 128 characters.", length < shortestGenerated ? "minimum" : "maximum");
    const std::vector<std::string_view> kinds = kindsOf(recipe);
    if (kinds.empty())
        return wrongRecipe("kinds", "Choose at least one kind of characters.", "required");
    std::string alphabet;
    for (const std::string_view kind : kinds)
        alphabet += kind;
    GeneratedPassword made{SecretBytes(std::size_t{length}), bitsOf(kinds, alphabet.size(), length)};
    // Whole passwords are thrown away, not characters replaced: so all that have every kind stay equally likely.
    for (int tries = 0; tries < generatedTries; ++tries) {
        if (!draw(alphabet, made.text.bytes(), random))
            break;
        if (std::ranges::all_of(
                kinds, [&](std::string_view kind) { return made.text.view().find_first_of(kind) != std::string_view::npos; }))
            return made;
    }
    return makeError(ErrorCode::CryptoFailure, "There is no randomness for a password.");
}

} // namespace sallyport::identity
