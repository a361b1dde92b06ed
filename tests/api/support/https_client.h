#pragma once

#include <boost/json/value.hpp>

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sallyport::test {

using Headers = std::vector<std::pair<std::string, std::string>>;

/// What came back. Status 0: nothing did.
struct Reply {
    int status = 0;
    Headers headers;
    std::string body;

    /// The first field of that name (any case), or empty.
    std::string header(std::string_view name) const;
    std::size_t count(std::string_view name) const;
    /// The body as JSON; null if it is none.
    boost::json::value json() const;
    /// A text at a JSON pointer such as `/data/token`, or empty.
    std::string text(std::string_view pointer) const;
};

/// A small blocking HTTPS client that is none of ours in the parts that matter: OpenSSL on a socket, and no more leniency
/// than needed. Any certificate will do. Every wait ends after ten seconds. Each answer is held against the OpenAPI document: one
/// that it doesn't tell of fails the test (answer_contract.h), but for what sendRaw() gets.
class HttpsClient {
public:
    /// `from`: the address of this end, such as 127.0.0.2; the system's choice without. `preamble` is sent before TLS begins.
    explicit HttpsClient(std::uint16_t port, std::string from = {}, std::string preamble = {});
    ~HttpsClient();
    HttpsClient(const HttpsClient&) = delete;
    HttpsClient& operator=(const HttpsClient&) = delete;

    /// Content-Length and Host are added.
    Reply send(std::string_view method, std::string_view target, const Headers& headers = {}, std::string_view body = {});
    /// Sends bytes as they are and reads one answer.
    Reply sendRaw(std::string_view bytes, bool head = false);
    /// Sends bytes and waits for nothing; false if they can't be sent.
    bool write(std::string_view bytes);
    /// Reads the answer to what was written.
    Reply readReply();
    /// Goes, whatever was to come.
    void leave();
    /// Sends a request and reads its head only; the body is read with readUntil().
    Reply begin(std::string_view target, const Headers& headers);
    /// Reads on until `text` has come, ten seconds at most; everything read so far since the head.
    std::string readUntil(std::string_view text);
    /// True if the server ends the stream within ten seconds.
    bool endsByServer();

private:
    struct State;
    bool connect();
    Reply readHead();
    void readBody(Reply& reply, bool head);
    bool more();
    const std::unique_ptr<State> m_state;
};

} // namespace sallyport::test
