// Opens COUNT TLS connections to 127.0.0.1:PORT, sends one request on each, reads the answer, and holds them open.
// Prints "ready COUNT" and waits until standard input ends. Usage: bench_idle PORT COUNT PATH [TOKEN-FILE]
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <openssl/ssl.h>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>
#include <vector>

namespace {

constexpr int openerCount = 8;

int connectTo(int port)
{
    const int fd = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (fd < 0 || ::connect(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
        return -1;
    return fd;
}

bool roundTrip(SSL* ssl, const std::string& request)
{
    char answer[8192];
    if (SSL_write(ssl, request.data(), static_cast<int>(request.size())) <= 0)
        return false;
    const int got = SSL_read(ssl, answer, sizeof answer);
    return got > 12 && std::string_view(answer, static_cast<std::size_t>(got)).starts_with("HTTP/1.1 200");
}

/// The connection stays open until the process ends.
bool openOne(SSL_CTX* context, int port, const std::string& request)
{
    const int fd = connectTo(port);
    SSL* ssl = fd < 0 ? nullptr : SSL_new(context);
    return ssl != nullptr && SSL_set_fd(ssl, fd) == 1 && SSL_connect(ssl) == 1 && roundTrip(ssl, request);
}

} // namespace

int main(int argc, char** argv)
{
    if (argc < 4) {
        std::fputs("usage: bench_idle PORT COUNT PATH [TOKEN-FILE]\n", stderr);
        return 2;
    }
    const int port = std::atoi(argv[1]);
    const int count = std::atoi(argv[2]);
    std::string request = "GET " + std::string(argv[3]) + " HTTP/1.1\r\nHost: 127.0.0.1:" + argv[1] + "\r\n";
    if (argc > 4) {
        std::ifstream file(argv[4]);
        std::string token(std::istreambuf_iterator<char>(file), {});
        token.erase(token.find_last_not_of(" \r\n") + 1);
        request += "Authorization: Bearer " + token + "\r\n";
    }
    request += "\r\n";
    rlimit limit{};
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);

    SSL_CTX* context = SSL_CTX_new(TLS_client_method());
    SSL_CTX_set_min_proto_version(context, TLS1_3_VERSION);
    SSL_CTX_set_mode(context, SSL_MODE_RELEASE_BUFFERS);
    std::atomic<int> next{0};
    std::atomic<int> opened{0};
    std::vector<std::thread> openers; // several, so that the time does not lie in waiting for each other
    for (int i = 0; i < openerCount; ++i)
        openers.emplace_back([&] {
            while (next.fetch_add(1) < count && openOne(context, port, request))
                ++opened;
        });
    for (std::thread& opener : openers)
        opener.join();
    if (opened < count) {
        std::fprintf(stderr, "only %d of %d connections could be opened\n", opened.load(), count);
        return 1;
    }
    std::printf("ready %d\n", count);
    std::fflush(stdout);
    char byte = 0;
    while (::read(STDIN_FILENO, &byte, 1) > 0) {
    }
    return 0;
}
