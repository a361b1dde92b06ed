#pragma once

#include "backend/access/permission.h"
#include "backend/api/answer.h"
#include "backend/api/statuses.h"
#include "backend/base/result.h"
#include "backend/http/request.h"
#include "backend/http/response.h"
#include "backend/protection/limits/rate_limiter.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>

namespace sallyport::api {

class Call;

/// Who may come in. There is no default: a route that says nothing stops the server at start.
enum class Access : std::uint8_t {
    Undeclared,
    Public,     ///< nobody needs to be known
    TokenOnly,  ///< any valid credential
    SignedOnly, ///< a signed request
    SelfOnly,   ///< a person's own session, acting on the own account; never a key
    Permission, ///< `permission` is needed
    SelfOr,     ///< `permission`, or `{id}` is the caller's own id
};

enum class StepUp : std::uint8_t {
    Undeclared,
    NotNeeded,
    IfEnrolled, ///< who has a second factor must have shown it recently
    Needed,     ///< everybody must have
    Shown,      ///< everybody must show it with this very request, or have a token that says it was shown recently
    Offered,    ///< nobody must; who sends a code with the request and has a second factor is told more
    Recent,     ///< who has a second factor must have shown it recently; who has none must have signed in recently
};

/// Whose password or code a route takes: tries of one account from one address have one budget, whatever route they come by
/// (class `auth`), and what was right is not counted.
enum class Tries : std::uint8_t {
    None,    ///< neither, or a secret that can't be guessed. X-MFA-Token counts all the same
    Email,   ///< of the account in `email`
    Pending, ///< of the account behind `mfa_token`
    Self,    ///< of the caller
};

/// Where the rest of the request runs. Only what never waits may run on the loop that serves other connections.
enum class RunsOn : std::uint8_t {
    Undeclared,
    Loop,
    Worker,
    Kdf,      ///< Argon2: bounded queue, 503 when full
    Outbound, ///< calls others and waits for them: few threads of their own, bounded queue
    Report,   ///< long downloads: few threads of their own
};

/// What a request body must be. Form: application/x-www-form-urlencoded, as OAuth wants it; its schema sees an object of texts.
/// Csv: a file, read by its handler. Multipart: a form with a file, which its handler takes while it comes (api/upload_taker.h);
/// `bodyLimit` is of what is sent beside the file, and its schema is for the document only.
enum class Body : std::uint8_t { Undeclared, None, Json, OptionalJson, Form, Csv, Multipart };

/// What Content-Type must say; empty without a body.
std::string_view mediaOf(Body body) noexcept;

using Handler = Result<http::Response> (*)(Call& call);
/// Answers on the loop if nothing has to be waited for; nothing if the handler must be asked, on its own thread.
using QuickHandler = std::optional<Result<http::Response>> (*)(Call& call);

/// The entity tag (RFC 9110 §8.8.3) of what there is; NotFound if there is nothing.
using TagOf = Result<std::string> (*)(Call& call);

/// One parameter after `?`: any other is refused, and so is a value that is longer than `schema` says.
struct QueryParameter {
    std::string_view name;
    std::string_view description;
    std::string_view schema; ///< JSON Schema text, like SchemaText::text; a text has maxLength (code points) or enum
    bool required = false;   ///< nothing is answered without it
};

/// What the body of a success may be, the usual one first; six at most.
class MediaList {
public:
    constexpr MediaList(std::initializer_list<Media> list)
    {
        for (const Media media : list)
            m_list.at(m_count++) = media;
    }
    std::span<const Media> list() const noexcept { return {m_list.data(), m_count}; }
    bool has(Media media) const noexcept { return std::ranges::find(list(), media) != list().end(); }

private:
    std::array<Media, 6> m_list{};
    std::size_t m_count = 0;
};

/// One route: data, without a default that would let anything in.
struct Route {
    http::Method method = http::Method::Unknown;
    std::string_view pattern = {}; ///< `/api/users/{id}`
    Access access = Access::Undeclared;
    std::optional<access::Permission> permission = {};
    std::optional<access::Permission> ownPermission = {}; ///< enough for what is one's own; the service knows what that is
    bool openToLoopback = false;                          ///< while metrics.loopback is on, who is on this machine needs neither
    std::optional<protection::RateClass> rate = {};       ///< Address: only the limit that every request counts against
    Tries tries = Tries::None;
    bool probe = false; ///< neither limited nor slowed: no `rate`; blocks, bans and the own rate of a key hold all the same
    Body body = Body::Undeclared;
    std::optional<std::uint32_t> bodyLimit = {}; ///< bytes
    std::string_view schema = {};                ///< name of a request schema; for Json and OptionalJson
    StepUp stepUp = StepUp::Undeclared;
    RunsOn runsOn = RunsOn::Undeclared;
    Handler handler = nullptr;
    QuickHandler quick = nullptr; ///< optional, of routes on a Worker

    /// What the handler answers by itself beside success. What stages and transport answer follows from the rest of the route
    /// (`statusesOf`): 404 of a path with a parameter, 412 of a schema with `version`, 507 of what stores, 401 and 403 of who is
    /// asked.
    Statuses also = {};
    std::optional<bool> stores = {}; ///< writes to the database; without it all do but those that only read by their method

    bool foreignQuery = false;    ///< others write the query: what isn't declared is passed over (RFC 6749 §4.1.2)
    bool beforeEnrolment = false; ///< open to who must set up a second factor before anything else

    // For the document.
    std::string_view operation = {}; ///< `listUsers`
    std::string_view tag = {};       ///< `Users`
    std::string_view summary = {};
    std::string_view details = {}; ///< what the summary leaves out and the rest of the route does not say; sentences
    std::string_view answer = {};  ///< name of the schema of an answer in JSON; empty: 204 or never JSON
    int status = 200;              ///< of success
    std::span<const QueryParameter> query = {};
    MediaList media = {Media::Json};
    TagOf entityTag = nullptr; ///< of what the request is about, if answers carry its tag (api/stages/preconditions.h)
    /// Of a list that its handler reads whole (api/whole_list.h): how many items are answered without `limit`, 0 for all.
    std::optional<std::uint32_t> wholeList = {};
};

/// Finds what is missing, contradictory or double in the table; `schemas` are the names of all that there are.
[[nodiscard]] Result<void> checkRoutes(std::span<const Route> routes, const std::set<std::string_view>& schemas);

} // namespace sallyport::api
