#include "app/daemon/command.h"
#include "app/daemon/interruption.h"
#include "app/daemon/lookup.h"
#include "backend/authorization/access_review.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace sallyport::daemon {
namespace access_command_command {
namespace {

using authorization::AccessReviewQuery;
using authorization::AccessReviewReport;
using authorization::HeldAccess;

constexpr auto reviewLanguages = std::to_array<std::string_view>({"en", "de", "fr"});
constexpr std::uint32_t rowsAtOnce = 200;

Result<std::optional<int>> daysOf(const Arguments& arguments, std::string_view name)
{
    const auto text = arguments.value(name);
    if (!text)
        return std::optional<int>();
    int days = 0;
    const char* const end = text->data() + text->size();
    if (std::from_chars(text->data(), end, days).ptr != end || days < 1 || days > authorization::accessDaysLimit)
        return usageError("--" + std::string(name) + " takes a number of days, 1 to 3650");
    return std::optional(days);
}

/// What can be told before a vault is open.
Result<AccessReviewReport> reportOf(const Arguments& arguments)
{
    AccessReviewReport report;
    AccessReviewQuery& query = report.query;
    query.text = arguments.valueOr("q", {});
    query.role = arguments.valueOr("role", {});
    if (const auto word = arguments.value("permission")) {
        query.permission = access::findPermission(*word);
        if (!query.permission)
            return usageError("--permission takes a permission, like records:read");
    }
    SALLYPORT_ASSIGN(query.unusedDays, daysOf(arguments, "unused-days"));
    SALLYPORT_ASSIGN(query.endsDays, daysOf(arguments, "ends-days"));
    const std::string format = arguments.valueOr("format", "csv");
    if (format != "csv" && format != "pdf")
        return usageError("--format is csv or pdf");
    report.format = format == "pdf" ? AccessReviewReport::Format::Pdf : AccessReviewReport::Format::Csv;
    report.byteOrderMark = arguments.flag("bom");
    report.language = arguments.valueOr("language", "en");
    const bool asFile = arguments.value("format").has_value() || arguments.value("output").has_value();
    const bool toOutput = arguments.valueOr("output", "-") == "-";
    if (report.byteOrderMark && (!asFile || format == "pdf"))
        return usageError("--bom is for --format csv");
    if (arguments.value("language") && format != "pdf")
        return usageError("--language is for --format pdf");
    if (std::ranges::find(reviewLanguages, report.language) == reviewLanguages.end())
        return usageError("--language is en, de or fr");
    if (toOutput && arguments.flag("force"))
        return usageError("--force is for --output FILE");
    if (toOutput && asFile && arguments.flag(jsonForm.name))
        return usageError("--json prints rows: leave --format out, or name a file with --output");
    return report;
}

Fields fieldsOf(const HeldAccess& held)
{
    const bool key = held.kind == HeldAccess::Kind::Key;
    return {textField("holder", held.name),
            orDash("email", held.email),
            textField("status", held.status),
            textField("access", authorization::accessKindWord(held.kind)),
            textField("name", key ? held.prefix : held.item),
            timeField("since", held.since),
            orDash("given_by", held.by),
            timeField("ends_at", held.until),
            timeField("last_active_at", held.activeAt, "never"),
            timeField("last_decision_at", held.decidedAt).jsonOnly(),
            textField("title", held.title).jsonOnly(),
            wordsField("inherits", held.inherits).jsonOnly(),
            wordsField("scopes", held.scopes).jsonOnly(),
            wordsField("way", held.way).jsonOnly(),
            textField("holder_kind", held.service ? "service_account" : "user").jsonOnly(),
            textField("holder_id", held.holder.text()).jsonOnly(),
            orDash("key_id", key ? held.item : std::string()).jsonOnly()};
}

Result<void> print(authorization::AccessReview& review, AccessReviewQuery query, Output& output)
{
    query.limit = rowsAtOnce;
    output.beginList();
    do {
        SALLYPORT_ASSIGN(const authorization::AccessReviewPage page, review.list(commandLine(), query));
        for (const HeldAccess& held : page.rows)
            output.row(fieldsOf(held));
        query.cursor = page.nextCursor;
    } while (!query.cursor.empty() && output.good());
    return {};
}

Result<void> review(const Arguments& arguments, const Platform& platform, Output& output)
{
    SALLYPORT_ASSIGN(AccessReviewReport report, reportOf(arguments)); // before a passphrase is asked for
    const std::string target = arguments.valueOr("output", "-");
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    Services& services = backend->services();
    if (!report.query.role.empty() && !services.roles.exists(report.query.role))
        return makeError(ErrorCode::NotFound, "there is no role " + report.query.role);
    if (const auto whose = arguments.value("user")) {
        SALLYPORT_ASSIGN(const identity::User user, findUser(services, *whose));
        report.query.holder = user.id.text();
    }
    if (const auto whose = arguments.value("service-account")) {
        SALLYPORT_ASSIGN(const identity::ServiceAccount account, findServiceAccount(services, *whose));
        report.query.holder = account.id.text();
    }
    if (!arguments.value("format") && !arguments.value("output"))
        return print(services.accessReview, report.query, output);
    stopOnInterrupt();
    if (target == "-") {
        const auto written = services.accessReview.exportTo(
            commandLine(), report, [&output](std::string_view chunk) { return output.raw(chunk); }, goOn);
        SALLYPORT_TRY(output.finish()); // why the sink has refused, if it did
        return written ? Result<void>() : Result<void>(written.error());
    }
    const journal::ExistingFile existing =
        arguments.flag("force") ? journal::ExistingFile::Replace : journal::ExistingFile::Refuse;
    const auto written = services.accessReview.exportToFile(commandLine(), report, target, goOn, existing);
    if (!written && written.error().code == ErrorCode::AlreadyExists)
        return makeError(ErrorCode::AlreadyExists, target + " exists already; --force replaces it");
    SALLYPORT_TRY(written);
    output.say(counted(written->rows, "row", "rows") + ", " + counted(written->bytes, "byte", "bytes"),
               {textField("file", target), numberField("rows", written->rows), numberField("bytes", written->bytes)});
    return {};
}

} // namespace
} // namespace access_command_command

std::vector<Command> accessCommands()
{
    using namespace access_command_command;
    return {
        {"access review",
         Operands::none(),
         "Who has what: holder, address, status, role or key, since, by whom, until, last used",
         {dataDirectoryOption,
          passphraseFileOption,
          {"q", "TEXT", "part of the holder's name or address, of the role's name or the key's"},
          {"user", "EMAIL|ID", "only what this user has"},
          {"service-account", "NAME|ID", "only what this service account has"},
          {"role", "ROLE", "only this role and those that inherit from it"},
          {"permission", "WORD", "only what gives this, like records:read"},
          {"unused-days", "DAYS", "only what was held and not used for so long"},
          {"ends-days", "DAYS", "only what ends within so many days"},
          {"format", "csv|pdf", "a file instead of lines"},
          {"output", "FILE", "a new file; - is standard output"},
          {"force", "", "replace the file if there is one"},
          {"bom", "", "begin a CSV with a byte order mark, for spreadsheets"},
          {"language", "en|de|fr", "of the PDF's headings"}},
         review},
    };
}

} // namespace sallyport::daemon
