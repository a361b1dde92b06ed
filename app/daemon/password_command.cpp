#include "app/daemon/command.h"
#include "app/daemon/lookup.h"
#include "app/daemon/secret_input.h"

#include <algorithm>
#include <charconv>
#include <cstdio>

namespace sallyport::daemon {
namespace {

identity::PasswordOwner passwordOwner(const Arguments& arguments)
{
    return {arguments.valueOr("name", {}), arguments.valueOr("email", {}), arguments.flag("second-factor")};
}

Result<identity::PasswordRecipe> passwordRecipe(const Arguments& arguments)
{
    identity::PasswordRecipe recipe;
    if (const auto text = arguments.value("length")) {
        const auto [end, failure] = std::from_chars(text->data(), text->data() + text->size(), recipe.length);
        if (failure != std::errc() || end != text->data() + text->size() || recipe.length == 0)
            return usageError("--length must be a number from 8 to 128");
    }
    if (const auto text = arguments.value("kinds")) {
        recipe.lower = recipe.upper = recipe.digits = recipe.signs = false;
        for (const std::string& kind : split(*text)) {
            if (kind == "lower")
                recipe.lower = true;
            else if (kind == "upper")
                recipe.upper = true;
            else if (kind == "digits")
                recipe.digits = true;
            else if (kind == "signs")
                recipe.signs = true;
            else
                return usageError("--kinds takes lower, upper, digits and signs");
        }
    }
    return recipe;
}

Result<void> generatePasswords(const Arguments& arguments, const Platform& platform)
{
    SALLYPORT_ASSIGN(const identity::PasswordRecipe recipe, passwordRecipe(arguments));
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const identity::GeneratedPassword made,
                     backend->services().passwords.generate(recipe, passwordOwner(arguments)));
    std::printf("%.*s\n", static_cast<int>(made.text.size()), made.text.view().data());
    std::fflush(stdout);
    std::fprintf(stderr, "%.0f bits\n", made.bits);
    return {};
}

Result<void> checkPasswordFile(const Arguments& arguments, const Platform& platform)
{
    if (arguments.value("password-file") == std::optional<std::string>("-") &&
        arguments.value("passphrase-file") == std::optional<std::string>("-"))
        return usageError("only one of the two secrets can come from standard input");
    SALLYPORT_ASSIGN(const SecretBytes password, readSecret(arguments, "password-file", "Password"));
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    const identity::PasswordStrength rated = backend->services().passwords.rate(password, passwordOwner(arguments));
    std::printf("score\t%d of 4\n", rated.score);
    for (const FieldError& rule : rated.broken)
        std::printf("refused\t%s\t%s\n", rule.rule.c_str(), rule.message.c_str());
    for (const std::string& word : rated.advice)
        std::printf("advice\t%s\n", word.c_str());
    std::fflush(stdout);
    if (rated.broken.empty())
        return {};
    return makeError(ErrorCode::PasswordTooWeak, "the password would be refused here");
}

void printTiming(const char* what, const identity::CostTiming& timing)
{
    std::printf("%s\t%u KiB\t%u passes\t%u lanes\t%.1f ms\n", what, timing.cost.memoryKib, timing.cost.passes, timing.cost.lanes,
                static_cast<double>(timing.took.count()) / 1000);
}

Result<void> measurePasswords(const Arguments& arguments, const Platform& platform)
{
    std::chrono::milliseconds target = identity::usualHashTime;
    if (const auto text = arguments.value("target")) {
        unsigned number = 0;
        const auto [end, failure] = std::from_chars(text->data(), text->data() + text->size(), number);
        if (failure != std::errc() || end != text->data() + text->size() || number > 1000)
            return usageError("--target must be a number of milliseconds from 20 to 1000");
        target = std::chrono::milliseconds(number);
    }
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const identity::CostMeasurement measured, backend->services().passwords.measure(commandLine(), target, {}));
    printTiming("now", measured.now);
    for (const identity::CostTiming& timing : measured.tried)
        printTiming("tried", timing);
    printTiming("best", measured.best);
    if (!measured.withinTarget)
        std::printf("even the least that is allowed takes longer than %lld ms here\n", static_cast<long long>(target.count()));
    std::printf("settings set passwords.argon2_memory=%u passwords.argon2_passes=%u passwords.argon2_lanes=%u\n",
                measured.best.cost.memoryKib, measured.best.cost.passes, measured.best.cost.lanes);
    return {};
}

} // namespace

std::vector<Command> passwordCommands()
{
    const Option name{"name", "NAME", "whose password it is: it must not contain the name"};
    const Option email{"email", "EMAIL", "nor the e-mail address"};
    const Option factor{"second-factor", "", "the account has one: a shorter password is enough"};
    return {
        {"passwords generate",
         "",
         "Print a random password that is acceptable here, and how many bits it has",
         {dataDirectoryOption,
          passphraseFileOption,
          {"length", "N", "8 to 128; default 24"},
          {"kinds", "KIND,...", "of lower, upper, digits, signs; default all"},
          name,
          email,
          factor},
         generatePasswords},
        {"passwords check",
         "",
         "Say how good a password is and which rules refuse it",
         {dataDirectoryOption,
          passphraseFileOption,
          {"password-file", "FILE", "first line is the password; - reads standard input"},
          name,
          email,
          factor},
         checkPasswordFile},
        {"passwords measure",
         "",
         "Measure which Argon2id parameters this machine manages in time; changes nothing",
         {dataDirectoryOption, passphraseFileOption, {"target", "MS", "what hashing may take, 20 to 1000; default 250"}},
         measurePasswords},
    };
}

} // namespace sallyport::daemon
