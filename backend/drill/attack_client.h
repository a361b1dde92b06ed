#pragma once

#include "backend/drill/leash.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sallyport::drill {

using Headers = std::vector<std::pair<std::string, std::string>>;

/// The server under attack: on this machine, known by its certificate; and how long it may be attacked.
struct Target {
    std::uint16_t port = 0;
    std::string fingerprint; ///< SHA-256 of its certificate, `7C:41:..`
    Leash* leash = nullptr;  ///< asked while somebody waits; none: they wait to the end
};

/// What came back; status 0: the connection ended without an answer.
struct Answer {
    int status = 0;
    Headers headers;
    std::string body;
    std::chrono::milliseconds took{0};

    /// The first field of that name in any case, or empty.
    std::string_view header(std::string_view name) const;
    /// A text at a JSON pointer of the body, or empty.
    std::string text(std::string_view pointer) const;
};

/// A blocking HTTPS client that sends what it is told, right or wrong, from an address of its own (127.0.0.0/8). It opens a
/// connection when it needs one and keeps it. Every wait ends after `patience`, and at once when
/// the target's leash no longer holds: then there are no answers. Not thread-safe.
class AttackClient {
public:
    static constexpr std::chrono::seconds patience{25};

    AttackClient(std::string source, Target target);
    ~AttackClient();
    AttackClient(AttackClient&&) noexcept;

    /// Host and Content-Length are added.
    Answer send(std::string_view method, std::string_view target, const Headers& headers = {}, std::string_view body = {});
    /// The same with `Content-Type: application/json`.
    Answer sendJson(std::string_view method, std::string_view target, Headers headers, std::string_view body);
    /// These bytes as they are, and the answer.
    Answer sendRaw(std::string_view bytes);
    /// TCP and TLS; false if the server wants none.
    bool open();
    /// TCP alone.
    bool openPlain();
    bool write(std::string_view bytes);
    /// Reads the answer to what was written.
    Answer read();
    /// The server ends the connection, with or without an answer, within that time.
    bool endsWithin(std::chrono::milliseconds time);
    void close();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace sallyport::drill
