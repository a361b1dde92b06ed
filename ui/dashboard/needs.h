#pragma once

#include "ui/dashboard/dashboard_data.h"
#include "ui/look/icons.h"

#include <QString>

#include <vector>

namespace sallyport::ui {

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
        Incidents
    };
    What what = What::ServerStopped;
    Tone tone = Tone::Warning;
    Icon icon = Icon::Warning;
    QString title, note, action;
    QString panel, argument; ///< where the action leads; an empty panel: start the server, `notices`: the operator's own
};

/// The conditions of the moment, the worst first.
std::vector<Need> needsOf(const DashboardData& data, const ServerStatus& server, const settings::Values& settings, UtcTime now);

} // namespace sallyport::ui
