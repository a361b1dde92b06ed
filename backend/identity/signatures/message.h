#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace sallyport::identity {

struct MessageField {
    std::string_view name;
    std::string_view value; ///< without the surrounding white space
};

/// A request as it was sent, for those who check its signature. Views into what somebody else keeps.
struct SignedMessage {
    std::string_view method;    ///< as sent: `POST`
    std::string_view target;    ///< of the request line, as sent
    std::string_view path;      ///< raw, still percent-encoded
    std::string_view query;     ///< raw, after the first `?`
    std::string_view authority; ///< the Host field
    std::span<const MessageField> fields;
    std::string_view body; ///< raw bytes, decoded from chunks

    /// All lines of a field, joined as RFC 9110 §5.3 wants it; nothing if it was not sent.
    std::optional<std::string> field(std::string_view name) const;
    /// The only line of a field; nothing if there is none or more than one.
    std::optional<std::string_view> single(std::string_view name) const;
    bool has(std::string_view name) const;
    /// Path and query as sent: `/api/users?limit=5`.
    std::string_view pathAndQuery() const;
};

/// Who is meant by a field name: ASCII letters in either case are the same.
bool sameFieldName(std::string_view a, std::string_view b) noexcept;

} // namespace sallyport::identity
