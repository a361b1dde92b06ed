// The transport alone: answers every request with a fixed 200, so that its price can be told from the pipeline's.
// Usage: bench_server PORT CERTIFICATE.pem KEY.pem [LOOPS]
#include "backend/http/server.h"

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include <pthread.h>

using namespace sallyport;

namespace {

class FixedAnswer final : public http::Handler {
public:
    std::uint64_t bodyLimit(const http::RequestHead&) override { return 1024 * 1024; }
    void handle(std::shared_ptr<http::Exchange> exchange) override
    {
        http::Response response(200);
        response.addHeader("Content-Type", "application/json");
        response.setSharedBody(m_body);
        exchange->respond(std::move(response));
    }
    http::Response errorResponse(const http::TransportError& error) override { return http::Response(error.status); }

private:
    const std::shared_ptr<const std::string> m_body = std::make_shared<const std::string>(R"({"data":{"ok":true}})");
};

std::string readFile(const char* path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

} // namespace

int main(int argc, char** argv)
{
    if (argc < 4) {
        std::fputs("usage: bench_server PORT CERTIFICATE.pem KEY.pem [LOOPS]\n", stderr);
        return 2;
    }
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);

    FixedAnswer handler;
    http::ServerOptions options;
    options.port = static_cast<std::uint16_t>(std::atoi(argv[1]));
    options.loops = argc > 4 ? static_cast<unsigned>(std::atoi(argv[4])) : 1;
    options.limits.connectionsPerAddress = options.limits.connections;
    options.limits.idle = std::chrono::minutes(10);
    options.certificate.chainPem = readFile(argv[2]);
    options.certificate.keyPem = SecretBytes::fromText(readFile(argv[3]));
    auto server = http::Server::start(std::move(options), handler);
    if (!server) {
        std::fprintf(stderr, "%s\n", server.error().detail.c_str());
        return 1;
    }
    std::printf("listening on https://127.0.0.1:%u\n", (*server)->port());
    std::fflush(stdout);
    int signal = 0;
    sigwait(&signals, &signal);
    (*server)->stop(std::chrono::seconds(1));
    return 0;
}
