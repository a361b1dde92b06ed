#include "app/daemon/command.h"
#include "app/daemon/lookup.h"
#include "backend/base/descriptor.h"
#include "backend/identity/users/user_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cstdio>
#include <functional>

namespace sallyport::daemon {
namespace {

using identity::ImportRow;

/// Standard input or a file, a piece at a time.
class Input {
public:
    static Result<Input> open(const std::string& name)
    {
        Input input;
        if (name == "-")
            return input;
        input.m_file = Descriptor(::open(name.c_str(), O_RDONLY | O_CLOEXEC));
        if (!input.m_file.valid())
            return makeError(ErrorCode::NotFound, name + " cannot be read");
        return input;
    }
    Result<std::string> next()
    {
        std::string piece(64 * 1024, '\0');
        for (;;) {
            const ssize_t got = ::read(m_file.valid() ? m_file.get() : STDIN_FILENO, piece.data(), piece.size());
            if (got < 0 && errno == EINTR)
                continue;
            if (got < 0)
                return makeError(ErrorCode::Unavailable, "the file cannot be read");
            piece.resize(static_cast<std::size_t>(got));
            return piece;
        }
    }

private:
    Descriptor m_file;
};

/// Standard output, or a new file that only its user can read.
class Output {
public:
    static Result<Output> open(const std::optional<std::string>& name)
    {
        Output output;
        if (!name || *name == "-")
            return output;
        output.m_file = Descriptor(::open(name->c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
        if (!output.m_file.valid())
            return makeError(ErrorCode::NotWritable, *name + " cannot be made; it may be there already");
        return output;
    }
    bool write(std::string_view text)
    {
        while (m_good && !text.empty()) {
            const ssize_t written = ::write(m_file.valid() ? m_file.get() : STDOUT_FILENO, text.data(), text.size());
            if (written < 0 && errno == EINTR)
                continue;
            m_good = written > 0;
            text.remove_prefix(m_good ? static_cast<std::size_t>(written) : 0);
        }
        return m_good;
    }
    Result<void> end() const
    {
        return m_good ? Result<void>() : Result<void>(makeError(ErrorCode::NotWritable, "the output cannot be written"));
    }

private:
    Descriptor m_file;
    bool m_good = true;
};

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

Result<void> import(const Arguments& arguments, const Platform& platform)
{
    if (arguments.positional().size() != 1)
        return usageError("name the CSV file, or - for standard input");
    if (arguments.positional()[0] == "-" && arguments.value("passphrase-file") == std::optional<std::string>("-"))
        return usageError("only one of file and passphrase can come from standard input");
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(Input input, Input::open(arguments.positional()[0]));
    SALLYPORT_ASSIGN(Output report, Output::open(arguments.value("report")));
    const identity::ImportOptions options{arguments.flag("dry-run"), arguments.value("invitations").has_value()};
    std::optional<Output> invitations;
    if (options.invitations && !options.dryRun) {
        SALLYPORT_ASSIGN(invitations, Output::open(arguments.value("invitations")));
    }
    const bool tellsAll = arguments.value("report").has_value();
    const auto told = [&](ImportRow& row) {
        if (tellsAll || row.outcome != ImportRow::Outcome::Added)
            report.write(identity::importRowLine(row));
        if (row.invitation && invitations) {
            const std::string id = row.id.text() + '\t';
            invitations->write(id);
            invitations->write(row.invitation->token.view());
            invitations->write("\n");
        }
    };
    const auto read = [&] { return input.next(); };
    const auto importAll = [&] {
        Progress progress;
        return backend->services().userTransfer.importCsv(commandLine(), read, options, told, std::ref(progress));
    };
    SALLYPORT_ASSIGN(const identity::ImportReport done, importAll());
    std::printf("%lld rows: %lld %s, %lld there already, %lld twice in the file, %lld wrong\n", static_cast<long long>(done.rows),
                static_cast<long long>(done.added), done.dryRun ? "would be added" : "added", static_cast<long long>(done.exists),
                static_cast<long long>(done.twice), static_cast<long long>(done.wrong));
    SALLYPORT_TRY(report.end());
    if (invitations)
        SALLYPORT_TRY(invitations->end());
    if (done.wrong > 0)
        return makeError(ErrorCode::ValidationFailed,
                         std::to_string(done.wrong) + (done.wrong == 1 ? " row is wrong" : " rows are wrong"));
    return {};
}

Result<void> exportUsers(const Arguments& arguments, const Platform& platform)
{
    const std::string word = arguments.valueOr("format", "csv");
    const auto format = identity::UserFileText::formatOf(word);
    if (!format)
        return usageError("--format is csv or json");
    SALLYPORT_ASSIGN(const identity::UserQuery query, userFilters(arguments));
    SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openForCommand(arguments, platform));
    SALLYPORT_ASSIGN(Output output, Output::open(arguments.value("output")));
    identity::UserFileText file(*format);
    std::string piece;
    file.begin(piece);
    const auto take = [&](const identity::User& user) {
        file.add(piece, user);
        return piece.size() < 64 * 1024 || output.write(std::exchange(piece, {}));
    };
    SALLYPORT_TRY(backend->services().userTransfer.exportUsers(commandLine(), query, word, take));
    file.end(piece);
    output.write(piece);
    return output.end();
}

} // namespace

std::vector<Command> userTransferCommands()
{
    return {
        {"user import",
         "FILE",
         "Add the users of a CSV file (columns name, email, age, department, roles); - reads standard input",
         {dataDirectoryOption,
          passphraseFileOption,
          {"dry-run", "", "only tell what would happen"},
          {"report", "FILE", "a new file for what became of each row; otherwise only those that weren't added are printed"},
          {"invitations", "FILE", "make a single-use link for everybody, into a new file: id, link"}},
         import},
        {"user export",
         "",
         "All users, or those that are asked for, with their last sign-in",
         {dataDirectoryOption,
          passphraseFileOption,
          {"format", "csv|json", "default: csv"},
          {"output", "FILE", "a new file; default: standard output"},
          userTextOption,
          inactiveDaysOption},
         exportUsers},
    };
}

} // namespace sallyport::daemon
