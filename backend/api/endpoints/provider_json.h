#pragma once

#include "backend/api/endpoint_group.h"
#include "backend/identity/providers/identity_providers.h"

#include <boost/json/fwd.hpp>

namespace sallyport::api {

boost::json::object toJson(const identity::IdentityProvider& provider);
boost::json::object toJson(const identity::OutsideLink& link);
boost::json::object toJson(const identity::LoginTest& test);
/// Takes over the members that the body has. They passed the schema already.
void readProviderFields(const boost::json::object& body, identity::ProviderFields& fields);

/// What the answers about providers and links look like.
std::span<const SchemaText> providerAnswers() noexcept;

} // namespace sallyport::api
