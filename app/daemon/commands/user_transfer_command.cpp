#include "app/daemon/command.h"
#include "app/daemon/input_file.h"
#include "app/daemon/lookup.h"
#include "backend/base/descriptor.h"
#include "backend/identity/users/user_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <functional>

namespace sallyport::daemon {
namespace user_transfer_command_command {
namespace {

using identity::ImportRow;

/// A new file that only its user can read.
class NewFile {
public:
    static Result<NewFile> make(const std::string& name)
    {
        NewFile made;
        made.m_file = Descriptor(::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
        if (!made.m_file.valid())
            return makeError(ErrorCode::NotWritable,
                             errno == EEXIST ? name + " is there already" : name + " cannot be made: " + std::strerror(errno));
        made.m_name = name;
        return made;
    }
    bool good() const { return m_failure == 0; }
    bool write(std::string_view text)
    {
        while (good() && !text.empty()) {
            const ssize_t written = ::write(m_file.get(), text.data(), text.size());
            if (written < 0 && errno == EINTR)
                continue;
            m_failure = written < 0 ? errno : 0;
            text.remove_prefix(written < 0 ? 0 : static_cast<std::size_t>(written));
        }
        return good();
    }
    /// On the disk, or why not.
    Result<void> end()
    {
        if (good() && ::fsync(m_file.get()) != 0 && errno != EINVAL && errno != EROFS) // a pipe or device has nothing to sync
            m_failure = errno;
        if (good())
            return {};
        return makeError(ErrorCode::NotWritable, m_name + " cannot be written: " + std::strerror(m_failure));
    }

private:
    Descriptor m_file;
    std::string m_name;
    int m_failure = 0; ///< errno
};

/// A new file if one is named; nothing for standard output.
Result<std::optional<NewFile>> namedFile(const std::optional<std::string>& name)
{
    if (!name || *name == "-")
        return std::optional<NewFile>();
    SALLYPORT_ASSIGN(NewFile file, NewFile::make(*name));
    return std::optional(std::move(file));
}

/// `12400 rows` on a terminal, over and over on one line; nowhere else.
class Progress {
public:
    bool operator()(const identity::ImportReport& soFar)
    {
        if (m_terminal)
            std::fprintf(stderr, "\r%lld rows", static_cast<long long>(soFar.rows));
        return true;
    }
    ~Progress()
    {
        if (m_terminal)
            std::fputs("\r\033[K", stderr);
    }

private:
    const bool m_terminal = ::isatty(STDERR_FILENO) == 1;
};

/// In plain text the line that `importRowLine` writes.
Fields fieldsOf(const ImportRow& row)
{
    Fields fields{numberField("line", row.line), textField("outcome", identity::importOutcomeWord(row.outcome))};
    std::string problems;
    for (const FieldError& error : row.fields)
        problems.append(problems.empty() ? "" : " ")
            .append(error.field.empty() ? "row" : error.field)
            .append(": ")
            .append(error.message);
    if (!problems.empty())
        fields.push_back(textField("problem", problems));
    return fields;
}

constexpr std::size_t addedTold = 1'000;

void sayCounts(Output& output, const identity::ImportReport& done)
{
    output.say(counted(done.rows, "row", "rows") + ": " + std::to_string(done.added) +
                   (done.dryRun ? " would be added, " : " added, ") + std::to_string(done.exists) + " there already, " +
                   std::to_string(done.twice) + " twice in the file, " + std::to_string(done.wrong) + " wrong",
               {numberField("rows", done.rows), numberField("added", done.added), numberField("exists", done.exists),
                numberField("twice", done.twice), numberField("wrong", done.wrong), flagField("dry_run", done.dryRun, {}, {})});
}

Result<void> import(const Arguments& arguments, const Platform& platform, Output& output)
{
    const std::string& source = arguments.positional()[0];
    SALLYPORT_TRY(onlyOneFromStandardInput(arguments, source, "the list"));
    const identity::ImportOptions options{arguments.flag("dry-run"), arguments.value("invitations").has_value()};
    if (arguments.value("invitations") == std::optional<std::string>("-"))
        return usageError("--invitations takes a new file");
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(InputFile input, InputFile::open(source));
    SALLYPORT_ASSIGN(std::optional<NewFile> report, namedFile(arguments.value("report")));
    std::optional<NewFile> invitations;
    if (options.invitations && !options.dryRun) {
        SALLYPORT_ASSIGN(invitations, namedFile(arguments.value("invitations")));
    }
    const bool tellsAll = arguments.value("report").has_value();
    output.beginList();
    identity::ImportReport soFar;
    soFar.dryRun = options.dryRun;
    std::vector<Fields> added; // for whoever must know them, should the file break
    const auto told = [&](ImportRow& row) {
        soFar.count(row.outcome);
        if (!report && !tellsAll && row.outcome == ImportRow::Outcome::Added && added.size() < addedTold)
            added.push_back({numberField("line", row.line), textField("outcome", identity::importOutcomeWord(row.outcome)),
                             textField("id", row.id.text())});
        if (report)
            report->write(identity::importRowLine(row));
        else if (tellsAll || row.outcome != ImportRow::Outcome::Added)
            output.row(fieldsOf(row));
        if (row.invitation && invitations) {
            invitations->write(row.id.text() + '\t');
            invitations->write(row.invitation->token.view());
            invitations->write("\n");
        }
    };
    const auto read = [&] { return input.next(); };
    // Where nobody can be told any more what became of the rows, no more of them come in.
    const auto isTold = [&] { return output.good() && (!report || report->good()) && (!invitations || invitations->good()); };
    const auto importAll = [&] {
        Progress progress;
        const auto goOn = [&](const identity::ImportReport& now) { return progress(now) && isTold(); };
        return backend->services().userTransfer.importCsv(commandLine(), read, options, told, goOn);
    };
    const auto imported = importAll();
    if (!imported && soFar.rows > 0) { // before the error: what of the file is there now
        if (!options.dryRun)
            for (const Fields& row : added)
                output.row(row);
        if (report)
            (void) report->end();
        if (invitations)
            (void) invitations->end();
        sayCounts(output, soFar);
    }
    SALLYPORT_ASSIGN(const identity::ImportReport done, imported);
    sayCounts(output, done);
    if (report)
        SALLYPORT_TRY(report->end());
    if (const Result<void> written = invitations ? invitations->end() : Result<void>(); !written) {
        Error error = written.error();
        error.detail += "; users whose link is missing there get another one by user reset-password";
        return error;
    }
    if (done.wrong > 0)
        return makeError(ErrorCode::ValidationFailed,
                         std::to_string(done.wrong) + (done.wrong == 1 ? " row is wrong" : " rows are wrong"));
    return {};
}

Result<void> exportUsers(const Arguments& arguments, const Platform& platform, Output& output)
{
    const bool toOutput = arguments.valueOr("output", "-") == "-";
    const std::string word = arguments.valueOr("format", toOutput && output.json() ? "json" : "csv");
    const auto format = identity::UserFileText::formatOf(word);
    if (!format)
        return wordError("--format", word, {"csv", "json"});
    if (arguments.flag("bom") && word != "csv")
        return usageError("--bom is for --format csv");
    if (toOutput && output.json() && word != "json")
        return usageError("--json prints JSON: leave --format out, or name a file with --output");
    SALLYPORT_ASSIGN(const identity::UserQuery query, userFilters(arguments));
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(std::optional<NewFile> target, namedFile(arguments.value("output")));
    const auto put = [&](std::string_view text) { return target ? target->write(text) : output.raw(text); };
    identity::UserFileText file(*format, backend->services().settings.values()->timesZone, arguments.flag("bom"));
    std::string piece;
    file.begin(piece);
    std::int64_t users = 0;
    const auto take = [&](const identity::User& user) {
        file.add(piece, user);
        ++users;
        return piece.size() < 64 * 1024 || put(std::exchange(piece, {}));
    };
    const auto exported = backend->services().userTransfer.exportUsers(commandLine(), query, word, take);
    if (exported) {
        file.end(piece);
        put(piece);
    }
    SALLYPORT_TRY(target ? target->end() : output.finish()); // why it was refused, if it was
    SALLYPORT_TRY(exported);
    if (target && output.json())
        output.record({textField("file", arguments.valueOr("output", {})), numberField("users", users)});
    return {};
}

} // namespace
} // namespace user_transfer_command_command

std::vector<Command> userTransferCommands()
{
    using namespace user_transfer_command_command;
    return {
        {"user import",
         Operands::one("FILE"),
         "Add the users of a CSV file (columns name, email, age, department, roles, password_hash); - reads standard input",
         {dataDirectoryOption,
          passphraseFileOption,
          {"dry-run", "", "only tell what would happen"},
          {"report", "FILE", "a new file for what became of each row; otherwise only those that weren't added are printed"},
          {"invitations", "FILE", "make a single-use link for everybody, into a new file: id, link"}},
         import},
        {"user export",
         Operands::none(),
         "All users, or those that are asked for, with their last sign-in",
         {dataDirectoryOption,
          passphraseFileOption,
          {"format", "csv|json", "default: csv, with --json json"},
          {"output", "FILE", "a new file; default: standard output"},
          {"bom", "", "begin a CSV with a byte order mark, for spreadsheets"},
          userTextOption,
          inactiveDaysOption},
         exportUsers},
    };
}

} // namespace sallyport::daemon
