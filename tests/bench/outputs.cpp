// bench_outputs [EVENTS]: how many events a second go from the journal into a file and over TLS to rsyslog, which writes each
// with omfile before it acknowledges; beside that, what a program reaches that writes the same lines and asks for no
// acknowledgement.
#include "backend/audit/formats/rfc5424.h"
#include "backend/base/descriptor.h"
#include "tests/outputs/support/output_stage.h"
#include "tests/outputs/support/peers.h"

#include <QCoreApplication>

#include <chrono>
#include <cstdio>
#include <cstdlib>

using namespace sallyport;
using namespace sallyport::outputs;

namespace {

using Steady = std::chrono::steady_clock;

void say(const char* what, int events, Steady::time_point begin)
{
    const std::chrono::duration<double> took = Steady::now() - begin;
    std::printf("%-32s %8.0f events/s\n", what, events / took.count());
}

void deliver(const char* what, test::OutputStage& stage, DestinationFields fields, int events)
{
    fields.name = what;
    const auto begin = Steady::now();
    const auto id = stage.add(std::move(fields), {}, true);
    while (stage.read(id).state.sent < events)
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    say(what, events, begin);
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const int events = argc > 1 ? std::atoi(argv[1]) : 100'000;
    test::OutputStage stage;
    const test::PeerCertificate certificate(stage.directory());
    stage.set("outbound.ca_file", certificate.certificate.string());
    for (int i = 0; i < events; i += 5'000)
        stage.record(i, std::min(5'000, events - i));
    auto file = test::OutputStage::fields(DestinationKind::File, "bench");
    file.rotateBytes = rotateMaximum;
    deliver("JSON Lines into a file", stage, file, events);
    test::Rsyslog rsyslog(stage.directory() / "rsyslog", certificate);
    if (!rsyslog.start())
        return 1;
    deliver("syslog over TLS to rsyslog", stage,
            test::OutputStage::fields(DestinationKind::Syslog, "localhost:" + std::to_string(rsyslog.port())), events);
    std::string line;
    const auto begin = Steady::now();
    const Descriptor plain = openFile(stage.directory() / "plain.log", O_WRONLY | O_CREAT | O_APPEND);
    for (int i = 0; i < events; ++i) {
        line.clear();
        audit::appendRfc5424(line, test::sampleEvent(audit::kind::signInSucceeded, "User " + std::to_string(i)), "bench",
                             audit::SyslogBody::Text);
        line += '\n';
        if (::write(plain.get(), line.data(), line.size()) < 0)
            return 1;
    }
    say("the same lines, write(2) alone", events, begin);
    return 0;
}
