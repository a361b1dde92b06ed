#pragma once

#include "backend/api/endpoint_group.h"
#include "backend/identity/api_keys/service_accounts.h"
#include "backend/identity/core/api_key.h"

#include <boost/json/fwd.hpp>

namespace sallyport::api {

/// Never the text of a key, nor anything that it could be found from.
boost::json::object toJson(const identity::ApiKey& key);
/// With key and signing secret, told this once.
boost::json::object toJson(const identity::IssuedKey& issued);
boost::json::object toJson(const identity::ServiceAccount& account);

/// What the answers about keys look like.
std::span<const SchemaText> keyAnswers() noexcept;

} // namespace sallyport::api
