// Roles.

#include "tests/ui/pictures/scenes.h"
#include "tests/ui/support/open_console.h"
#include "tests/ui/support/scene_roles.h"
#include "ui/roles/role_draft.h"
#include "ui/roles/role_matrix_model.h"
#include "ui/roles/role_matrix_view.h"
#include "ui/roles/roles_panel.h"
#include "ui/widgets/filter_bar.h"

#include <QPushButton>

namespace sallyport::tests {

using namespace ui;
using namespace Qt::StringLiterals;
using P = access::Permission;

namespace {

void openWith(OpenConsole& house, bool own)
{
    if (own)
        addOwnRoles(house.house);
    if (!house.open())
        throw Missing("the console did not open");
}

} // namespace

void pictureRoles(Camera& camera)
{
    {
        OpenConsole house(40, 0);
        openWith(house, true);
        RolesPanel panel(house.console);
        panel.resize(Camera::small);
        panel.show();
        waitFor("roles", [&] { return panel.matrix()->selected() >= 0; });
        panel.activate(u"duty_physician"_s);
        need<FilterChip>(panel, "roles.compare").setValue(u"editor"_s);
        waitFor("members", [&] { return house.console.waiting() == 0; });
        camera.take(panel, u"roles-full"_s);
        panel.draft()->toggle(P::EventsExport);
        panel.draft()->toggle(P::RecordsUpdate);
        panel.view()->setCurrent(panel.matrix()->indexOf(static_cast<int>(P::EventsExport), RoleMatrixModel::Selected));
        QTest::qWait(400);
        waitFor("what it would change", [&] { return house.console.waiting() == 0; });
        camera.take(panel, u"roles-changed"_s);
        need<QPushButton>(panel, "roles.add_member").click();
        camera.takeDialog(needDialog("member"), u"roles-member"_s);
        needDialog("member").close();
        need<QPushButton>(panel, "roles.add").click();
        camera.takeDialog(needDialog("role"), u"roles-add"_s);
        needDialog("role").close();
    }
    OpenConsole bare(40, 0);
    openWith(bare, false);
    RolesPanel empty(bare.console);
    empty.resize(Camera::small);
    empty.show();
    waitFor("built-in roles", [&] { return empty.matrix()->selected() >= 0 && bare.console.waiting() == 0; });
    camera.take(empty, u"roles-empty"_s);
    bare.house.roles.failures.failAlways(makeError(ErrorCode::Unavailable, "busy"));
    RolesPanel failed(bare.console);
    camera.take(failed, u"roles-error"_s);
}

} // namespace sallyport::tests
