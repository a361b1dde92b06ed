#pragma once

#include "backend/identity/signed_requests/signature_lab.h"

#include <QString>

namespace sallyport::tests {

/// What the signature lab says of a client that forgot the query string.
identity::LabReport sceneLabReport();
/// That client's request.
QString sceneLabRequest();

} // namespace sallyport::tests
