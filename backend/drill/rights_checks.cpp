// May they? What a role doesn't hold, objects of others, what asks for a second factor.
#include "backend/drill/check.h"

#include <array>

namespace sallyport::drill {
namespace {

struct Call {
    std::string_view method, path, body;
};

void aboveOnesRole(Scene& scene)
{
    AttackClient client = scene.from(1);
    const Headers viewer = scene.bearer(scene.sandbox().viewer());
    for (const Call& call :
         {Call{"GET", "/api/admin/users", ""}, Call{"POST", "/api/users", R"({"name": "Mallory", "email": "m@drill.example"})"},
          Call{"GET", "/api/settings", ""}, Call{"PUT", "/api/rate-limits/auth", R"({"requests": 100000, "window_seconds": 1})"},
          Call{"GET", "/api/audit/export?format=csv", ""}, Call{"POST", "/api/data", R"({"title": "Mine"})"},
          Call{"POST", "/api/roles", R"({"name": "mine", "permissions": ["users:delete"]})"}}) {
        const Answer answer = call.body.empty() ? client.send(call.method, call.path, viewer)
                                                : client.sendJson(call.method, call.path, viewer, call.body);
        scene.expect(answer, {403, 404}, std::string(call.method) + " " + std::string(call.path));
    }
}

/// Members that nobody may set are refused, not passed over in silence.
void massAssignment(Scene& scene)
{
    AttackClient client = scene.from(1);
    const Headers editor = scene.bearer(scene.sandbox().editor());
    for (const std::string_view body :
         {R"({"title": "A", "owner_id": "00000000000000000000000001"})", R"({"title": "A", "is_admin": true})",
          R"({"title": "A", "__proto__": {"admin": true}})", R"({"title": "A", "created_at": "2000-01-01T00:00:00Z"})"})
        scene.expect(client.sendJson("POST", "/api/data", editor, body), {400, 403}, "a member that isn't the client's");
}

void objectsOfOthers(Scene& scene)
{
    AttackClient client = scene.from(1);
    const Headers viewer = scene.bearer(scene.sandbox().viewer());
    for (const std::string_view path :
         {"/api/data/00000000000000000000000001", "/api/data/1", "/api/files/1", "/api/data/..%2fusers"})
        scene.expect(client.send("GET", path, viewer), {400, 403, 404}, path);
    const Answer sessions = client.send("DELETE", "/api/auth/sessions/00000000000000000000000001", viewer);
    scene.expect(sessions, {403, 404}, "somebody's session");
}

constexpr auto rightsTable = std::to_array<Check>({
    {"above_role", "rights", "What a role doesn't allow", "", false, aboveOnesRole},
    {"mass_assignment", "rights", "Members that a client may not set", "", false, massAssignment},
    {"others_objects", "rights", "Guessed ids of others' objects", "", false, objectsOfOthers},
});

} // namespace

std::span<const Check> rightsChecks() noexcept
{
    return rightsTable;
}

} // namespace sallyport::drill
