#pragma once

#include "tests/ui/pictures/camera.h"

namespace sallyport::tests {

// Each opens one panel on made-up services and takes it full, empty, in error and with its dialogs. They throw Missing.

void pictureDashboard(Camera& camera);
void pictureEvents(Camera& camera);
void pictureReports(Camera& camera);
void pictureIncidents(Camera& camera);
void pictureAlertRules(Camera& camera);
void pictureIntegrity(Camera& camera);
void pictureHistory(Camera& camera);
void pictureRetention(Camera& camera);
void pictureOutputs(Camera& camera);
void pictureSettings(Camera& camera);

void pictureUsers(Camera& camera);
void pictureCoverage(Camera& camera);
void picturePolicy(Camera& camera);
void pictureSessions(Camera& camera);
void pictureProviders(Camera& camera);
void pictureRoles(Camera& camera);

void pictureAccess(Camera& camera);
void pictureDecisions(Camera& camera);
void pictureDetection(Camera& camera);
void picturePolicies(Camera& camera);
void pictureSimulator(Camera& camera);
void pictureRecords(Camera& camera);

void pictureLimits(Camera& camera);
void pictureThreats(Camera& camera);
void pictureBans(Camera& camera);

void pictureKeys(Camera& camera);
void pictureAccounts(Camera& camera);
void pictureSignatureLab(Camera& camera);
void pictureLeaks(Camera& camera);
void pictureDrill(Camera& camera);

} // namespace sallyport::tests
