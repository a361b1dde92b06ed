#include "app/daemon/command.h"
#include "app/daemon/lookup.h"
#include "app/daemon/secret_input.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
namespace sallyport::daemon {
namespace password_command_command {
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
                return wordError("--kinds", kind, {"lower", "upper", "digits", "signs"});
        }
    }
    return recipe;
}

Result<void> generatePasswords(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const identity::PasswordRecipe recipe, passwordRecipe(arguments));
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(const identity::GeneratedPassword made,
                     backend->services().passwords.generate(recipe, passwordOwner(arguments)));
    output.secret("password", {}, made.text);
    output.record({decimalField("bits", made.bits, 0).jsonOnly()});
    SALLYPORT_TRY(output.finish()); // nothing was stored: who could not read it asks again
    if (!output.json())
        std::fprintf(stderr, "%.0f bits\n", made.bits);
    return {};
}

Result<void> checkPasswordFile(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(const SecretBytes password, readSecret(arguments, "password-file", "Password"));
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    const identity::PasswordStrength rated = backend->services().passwords.rate(password, passwordOwner(arguments));
    output.facts({numberField("score", rated.score).shownAs(std::to_string(rated.score) + " of 4")});
    output.beginList("refused");
    for (const FieldError& rule : rated.broken)
        output.row({mark("refused"), textField("rule", rule.rule), textField("message", rule.message)}, "refused");
    output.beginList("advice");
    for (const std::string& word : rated.advice)
        output.row({mark("advice"), textField("text", word)}, "advice");
    if (rated.broken.empty())
        return {};
    return makeError(ErrorCode::PasswordTooWeak, "the password would be refused here");
}

Fields fieldsOf(const identity::CostTiming& timing)
{
    const auto figure = [](std::string_view name, std::uint32_t value, std::string_view unit) {
        return numberField(name, value).shownAs(std::to_string(value) + std::string(unit));
    };
    Field took = decimalField("milliseconds", static_cast<double>(timing.took.count()) / 1000, 1);
    took.text += " ms";
    return {figure("memory_kib", timing.cost.memoryKib, " KiB"), figure("passes", timing.cost.passes, " passes"),
            figure("lanes", timing.cost.lanes, " lanes"), std::move(took)};
}

void printTiming(Output& output, std::string_view what, const identity::CostTiming& timing)
{
    Fields fields = fieldsOf(timing);
    fields.insert(fields.begin(), textField("what", what));
    output.row(fields);
}

Result<void> measurePasswords(const Arguments& arguments, const Platform& platform, Output& output)
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
    printTiming(output, "now", measured.now);
    for (const identity::CostTiming& timing : measured.tried)
        printTiming(output, "tried", timing);
    printTiming(output, "best", measured.best);
    output.record({flagField("within_target", measured.withinTarget, {}, {}).jsonOnly()});
    if (output.json())
        return {};
    if (!measured.withinTarget)
        output.say("even the least that is allowed takes longer than " + std::to_string(target.count()) + " ms here");
    const auto setting = [](std::string_view name, std::uint32_t value) {
        return " passwords.argon2_" + std::string(name) + "=" + std::to_string(value);
    };
    output.say("settings set" + setting("memory", measured.best.cost.memoryKib) + setting("passes", measured.best.cost.passes) +
               setting("lanes", measured.best.cost.lanes));
    return {};
}

} // namespace
} // namespace password_command_command

std::vector<Command> passwordCommands()
{
    using namespace password_command_command;
    const Option name{"name", "NAME", "whose password it is: it must not contain the name"};
    const Option email{"email", "EMAIL", "nor the e-mail address"};
    const Option factor{"second-factor", "", "the account has one: a shorter password is enough"};
    return {
        {"passwords generate",
         Operands::none(),
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
         Operands::none(),
         "Say how good a password is and which rules refuse it",
         {dataDirectoryOption,
          passphraseFileOption,
          {"password-file", "FILE", "first line is the password; - reads standard input"},
          name,
          email,
          factor},
         checkPasswordFile},
        {"passwords measure",
         Operands::none(),
         "Measure which Argon2id parameters this machine manages in time; changes nothing",
         {dataDirectoryOption, passphraseFileOption, {"target", "MS", "what hashing may take, 20 to 1000; default 250"}},
         measurePasswords},
    };
}

} // namespace sallyport::daemon
