#pragma once

#include "ui/dashboard/dashboard_data.h"
#include "ui/look/icons.h"

#include <QString>

#include <vector>

namespace sallyport::ui {

class Console;

/// Something that asks for the operator: a real condition with the place where it is dealt with.
struct Need {
    enum class What {
        ServerFailed,
        ServerStopped,
        ChainDamaged,
        EventsDropped,
        Guessing,
        Certificate,
        AdminsWithoutMfa,
        Locked,
        OpenToOthers,
        Notices,
        MfaOverdue,
        MfaDue,
        KeysExpire,
        UpkeepFails,
        RolesEnd,
        Incidents,
        RequestsFail
    };
    What what = What::ServerStopped;
    Tone tone = Tone::Warning;
    Icon icon = Icon::Warning;
    QString title, note, action;
    QString panel, argument; ///< where the action leads; an empty panel: start the server, `notices`: the operator's own
};

/// The conditions of the moment, the worst first. `minutes` are the last ones of the traffic, the present one last.
std::vector<Need> needsOf(const DashboardData& data, const ServerStatus& server, const settings::Values& settings, UtcTime now,
                          const std::vector<protection::TrafficSample>& minutes = {});

/// The same as the dashboard shows them to this operator: what they can't deal with is said without a way to it.
std::vector<Need> needsFor(const Console& console, const DashboardData& data, UtcTime now);

/// How many of them another panel's number in the navigation tells, too.
int countedElsewhere(const std::vector<Need>& needs);

} // namespace sallyport::ui
