#include "app/daemon/command.h"
#include "app/daemon/secret_input.h"
#include "app/daemon/shown_time.h"
#include "backend/base/port_check.h"
#include "backend/identity/passwords/breach_list.h"
#include "backend/journal/evidence.h"
#include "backend/records/files.h"
#include "backend/storage/files.h"
#include "backend/vault/server_certificate.h"

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sallyport::daemon {
namespace doctor_command {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t room = 1024u << 20; // bytes free for the journal to grow
constexpr auto certificateWarning = std::chrono::hours(24 * 30);

/// Prints one line a check and remembers whether any of them found a problem.
class Findings {
public:
    explicit Findings(Output& output) : m_output(output) { m_output.beginList("checks"); }
    void good(const std::string& text) { tell("ok", text); }
    void note(const std::string& text) { tell("note", text); }
    void bad(const std::string& text)
    {
        tell("problem", text);
        ++m_problems;
    }
    int problems() const { return m_problems; }

private:
    void tell(std::string_view result, const std::string& text)
    {
        constexpr std::size_t width = 9;
        const std::string line = std::string(result) + std::string(width - result.size(), ' ') + text;
        m_output.row({mark(line), textField("result", result).jsonOnly(), textField("text", text).jsonOnly()}, "checks");
    }

    Output& m_output;
    int m_problems = 0;
};

void checkMode(Findings& findings, const fs::path& path, mode_t wanted, uid_t owner)
{
    struct stat info {};
    if (lstat(path.c_str(), &info) != 0)
        return;
    const mode_t mode = info.st_mode & 0777u;
    if (S_ISLNK(info.st_mode))
        findings.bad(path.string() + " is a symbolic link");
    else if (info.st_uid != owner)
        findings.bad(path.string() + " belongs to another user");
    else if ((mode & ~wanted) != 0)
        findings.bad(path.string() + " may be used by others (mode " + std::to_string(mode / 64) + std::to_string(mode / 8 % 8) +
                     std::to_string(mode % 8) + ")");
    else
        findings.good(path.filename().string() + " is private");
}

/// All of it belongs to whoever the directory does: root looks after those of others, too.
void checkFiles(Findings& findings, const fs::path& directory)
{
    struct stat info {};
    const uid_t owner = ::geteuid() == 0 && ::lstat(directory.c_str(), &info) == 0 ? info.st_uid : ::geteuid();
    checkMode(findings, directory, 0700, owner);
    std::error_code failure;
    for (fs::recursive_directory_iterator entry(directory, failure), end; !failure && entry != end; entry.increment(failure)) {
        std::error_code ignored;
        checkMode(findings, entry->path(), entry->is_directory(ignored) ? 0700 : 0600, owner);
    }
    const fs::space_info space = fs::space(directory, failure);
    if (failure)
        findings.bad("the free space cannot be read");
    else if (space.available < room)
        findings.bad("less than 1 GiB is free");
    else
        findings.good(std::to_string(space.available >> 30) + " GiB free");
}

/// `certificate`: as far as it could be looked at.
void checkCertificate(Findings& findings, const Result<ShownCertificate>& certificate, const Clock& clock)
{
    if (!certificate && certificate.error().code == ErrorCode::NotFound)
        return findings.note("no certificate yet; the first start makes one");
    if (!certificate)
        return findings.bad(certificate.error().detail);
    const std::string until = shownTime(certificate->expiresAt);
    if (certificate->validFrom > clock.now())
        findings.bad("the certificate is not valid before " + shownTime(certificate->validFrom));
    else if (certificate->expiresAt < clock.now())
        findings.bad("the certificate has expired at " + until);
    else if (certificate->expiresAt < clock.now() + certificateWarning)
        findings.bad("the certificate expires soon, at " + until);
    else
        findings.good("certificate valid until " + until + ", SHA-256 " + certificate->fingerprint);
    if (!certificate->keyed)
        findings.note("the certificate's key is not in tls/key.pem; whether it is in the vault takes --passphrase-file");
    else if (certificate->own)
        findings.good("the certificate's key is in the vault");
}

void checkMemory(Findings& findings, SecretMemory memory)
{
    rlimit locked{};
    getrlimit(RLIMIT_MEMLOCK, &locked);
    if (memory == SecretMemory::Locked)
        findings.good("secrets are kept in locked memory");
    else
        findings.note("secrets cannot be kept in locked memory and may be swapped to disk; " +
                      std::to_string(locked.rlim_cur / 1024) + " KiB may be locked (ulimit -l)");
}

void checkLimits(Findings& findings, const settings::Values* values)
{
    rlimit files{};
    getrlimit(RLIMIT_NOFILE, &files);
    const std::uint64_t wanted = (values != nullptr ? values->connectionsTotal : 10000) + 200u;
    if (files.rlim_max < wanted)
        findings.bad("only " + std::to_string(files.rlim_max) + " files may be open; the settings allow " +
                     std::to_string(wanted) + " connections");
    else
        findings.good("enough files may be open");
}

void checkClock(Findings& findings, const Clock& clock, const audit::ChainHead* head)
{
    using namespace std::chrono;
    if (clock.now() < sys_days(2026y / January / 1))
        findings.bad("the clock is wrong: " + shownTime(clock.now()));
    else if (head != nullptr && head->time > clock.now() + minutes(5))
        findings.bad("the last event is in the future: the clock was set back");
    else
        findings.good("the clock says " + shownTime(clock.now()));
}

void checkPort(Findings& findings, const settings::Values& values)
{
    const auto address = IpAddress::parse(values.serverAddress);
    if (address && !address->isLoopback())
        findings.note("the server listens on " + values.serverAddress + ", which other machines can reach");
    if (!address || values.serverPort == 0)
        return findings.good("the system chooses the port");
    const std::string text = values.serverAddress + " port " + std::to_string(values.serverPort);
    const PortCheck port = sallyport::checkPort(values.serverAddress, values.serverPort);
    if (port.state == PortCheck::State::Free)
        findings.good(text + " is free");
    else if (port.state == PortCheck::State::Taken)
        findings.note(text + " is in use, perhaps by this vault's running server");
    else
        findings.bad(text + " cannot be used: " + port.reason);
}

void checkVault(Findings& findings, CommandBackend& backend)
{
    const auto store = backend.about(access::Actor::system());
    if (!store) {
        findings.bad(store.error().detail);
        return;
    }
    findings.good(store->product + ' ' + store->version + (store->engine.empty() ? "" : " on " + store->engine) + " keeps " +
                  store->place + ", encrypted with " + store->cipher);
}

/// Every file is there and begins and ends as it was stored.
void checkFiles(Findings& findings, records::Files& files, std::int64_t count)
{
    const auto damaged = files.findDamaged(commandLine());
    if (!damaged)
        return findings.bad(damaged.error().detail);
    for (const records::FileId& id : *damaged)
        findings.bad("file " + id.text() + " is not what was stored: it was changed, moved or removed");
    if (damaged->empty())
        findings.good(counted(count, "uploaded file is", "uploaded files are") + " what was stored");
}

/// Every sensitive value is opened where it stands, and what earlier keys have sealed is counted.
void checkRecords(Findings& findings, Services& services)
{
    records::Records& records = services.records;
    const auto state = records.encryption(commandLine());
    if (!state) {
        findings.bad(state.error().detail);
        return;
    }
    const auto damaged = records.findDamaged(commandLine());
    if (!damaged)
        findings.bad(damaged.error().detail);
    else
        for (const records::RecordId& id : *damaged)
            findings.bad("a sensitive value of record " + id.text() + " does not open where it stands: it was changed or moved");
    if (damaged && damaged->empty())
        findings.good(std::to_string(state->members) + " sensitive values open where they stand");
    if (state->waiting > 0)
        findings.note(
            std::to_string(state->waiting) + " of " + std::to_string(state->members + state->files) +
            " sensitive values and keys of files are to be sealed anew; the server does it, or 'sallyportd rekey --continue'");
    checkFiles(findings, services.files, state->files);
}

void checkJournal(Findings& findings, CommandBackend& backend)
{
    journal::Events& events = backend.services().events;
    if (const auto damage = events.damage())
        findings.bad(damageText(*damage));
    const auto anchored = backend.writeAnchor(); // one that can't be moves no further, and shows no event that is cut off
    if (!anchored)
        findings.bad(anchored.error().detail);
    else if (!events.damage())
        findings.good("the audit journal reaches its anchor, event " + std::to_string(events.head().sequence));
    findings.note("evidence is signed with the key SHA-256 " + backend.services().evidence.fingerprint());
    if (const auto kept = events.remembered()) {
        for (const audit::AcceptedDamage& accepted : kept->accepted)
            findings.note("damage of the journal: " + acceptedText(accepted));
        if (kept->expiredThrough > 0)
            findings.note("events up to " + std::to_string(kept->expiredThrough) + " were removed as older than they are kept" +
                          (kept->expiredAt ? ", last " + shownTime(*kept->expiredAt) : std::string()));
    } else {
        findings.bad(kept.error().detail);
    }
}

/// A server that was off over the weekend finds its clock ahead, too: only a wait that doesn't end by itself is a problem.
void checkJump(Findings& findings, journal::Events& events)
{
    const auto jump = events.clockJump();
    if (!jump)
        findings.bad(jump.error().detail);
    else if (*jump && (*jump)->overdue)
        findings.bad(waitText(**jump));
    else if (*jump)
        findings.note(waitText(**jump));
}

/// What is said to be right is so before anything is looked at.
Result<void> accept(const Arguments& arguments, journal::Events& events, Output& output)
{
    if (arguments.flag("accept-damage")) {
        SALLYPORT_ASSIGN(const auto accepted, events.acceptDamage(commandLine(), arguments.valueOr("why", {}),
                                                                  [](std::int64_t, std::int64_t) { return true; }));
        for (const audit::AcceptedDamage& one : accepted)
            output.row({textField("text", acceptedText(one)).shownAs("accepted " + acceptedText(one))}, "accepted");
    }
    if (arguments.flag("accept-clock")) {
        SALLYPORT_TRY(events.trustClock(commandLine()));
        output.say("accepted the clock is right; deletion goes on", {flagField("clock_trusted", true, {}, {})});
    }
    return {};
}

/// As the journal has it: what the server that runs on this directory, or did last, has said of its upkeep.
void checkUpkeep(Findings& findings, const audit::Upkeep& upkeep)
{
    std::vector<audit::DutyState> failing = upkeep.failing();
    std::erase_if(failing,
                  [](const audit::DutyState& state) { return state.duty == audit::Duty::Clock; }); // checkJump knows better
    for (const audit::DutyState& duty : failing)
        findings.bad(std::string(audit::dutyTitle(duty.duty)) + " has failed since " + shownTime(*duty.failingSince) + ": " +
                     duty.why);
    if (failing.empty())
        findings.good("what the server does by itself works");
}

void checkBreachList(Findings& findings, const settings::Values& values)
{
    if (values.passwordsBreachList.empty())
        return findings.note("no list of breached passwords is set (passwords.breach_list)");
    if (const auto opened = identity::BreachList::open(values.passwordsBreachList); !opened)
        findings.bad(opened.error().detail);
    else
        findings.good("the list of breached passwords can be read");
}

Result<void> doctor(const Arguments& arguments, const Platform& platform, Output& output)
{
    const fs::path directory = arguments.valueOr("data-dir", {});
    SALLYPORT_ASSIGN(const VaultInfo info, inspectVault(directory));
    if (!info.exists)
        return makeError(ErrorCode::DatabaseMissing, "there is no vault in " + directory.string());
    const bool accepts = arguments.flag("accept-damage") || arguments.flag("accept-clock");
    if (accepts && !arguments.flag("passphrase-file"))
        return usageError("--accept-damage and --accept-clock need --passphrase-file");
    if (arguments.flag("accept-damage") != arguments.flag("why"))
        return usageError("--accept-damage and --why TEXT belong together");
    Findings findings(output);
    checkFiles(findings, directory);
    checkMemory(findings, platform.secrets);
    if (arguments.flag("passphrase-file")) {
        SALLYPORT_ASSIGN(const std::unique_ptr<CommandBackend> backend, openInSilence(arguments, platform));
        SALLYPORT_TRY(accept(arguments, backend->services().events, output));
        checkCertificate(findings, backend->certificate(), platform.clock);
        const auto values = backend->services().settings.values();
        const audit::ChainHead head = backend->services().events.head();
        checkVault(findings, *backend);
        checkJournal(findings, *backend);
        checkRecords(findings, backend->services());
        checkUpkeep(findings, backend->services().upkeep);
        checkJump(findings, backend->services().events);
        checkClock(findings, platform.clock, &head);
        checkLimits(findings, values.get());
        checkPort(findings, *values);
        checkBreachList(findings, *values);
    } else {
        checkCertificate(findings, inspectCertificate(directory), platform.clock);
        checkClock(findings, platform.clock, nullptr);
        checkLimits(findings, nullptr);
        findings.note("without --passphrase-file nothing inside the vault was looked at");
    }
    output.record({numberField("problems", findings.problems()).jsonOnly()});
    if (findings.problems() > 0)
        return makeError(ErrorCode::Conflict, std::to_string(findings.problems()) + " problem(s) found");
    return {};
}

} // namespace
} // namespace doctor_command

std::vector<Command> doctorCommands()
{
    using namespace doctor_command;
    return {{"doctor",
             Operands::none(),
             "Look for what could keep the vault from being safe or from starting",
             {dataDirectoryOption,
              passphraseFileOption,
              {"accept-damage", "", "the journal's damage is known and right so, such as a backup that was put back"},
              {"why", "TEXT", "why; it stands in the journal, in verifications and in reports"},
              {"accept-clock", "", "the clock is right: what has expired may be deleted"}},
             doctor}};
}

} // namespace sallyport::daemon
