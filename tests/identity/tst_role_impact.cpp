#include "tests/identity/keys_fixture.h"
#include "tests/support/test_main.h"

#include <QtTest>

namespace tst_role_impact {

using namespace sallyport;
using namespace sallyport::identity;
using namespace sallyport::test;

using P = sallyport::access::Permission;
using Words = std::vector<std::string>;

namespace {

struct Clinic : IdentityFixture {
    Clinic()
    {
        add("exporter", {"events:read", "events:export"});
        add("duty", {"records:read", "records:delete"});
        add("night", {}, {"duty"});
        addUser("ada@x.example", {"duty"}, "Ada");
        addUser("bo@x.example", {"duty", "editor"}, "Bo");
        addUser("cy@x.example", {"night"}, "Cy");
        addUser("dee@x.example", {"duty", "exporter", "admin"}, "Dee");
        addUser("eve@x.example", {"viewer"}, "Eve"); // has nothing to do with it
    }
    void add(const std::string& name, Words permissions, Words inherits = {})
    {
        require(identity->roleChanges().create(system(), {name, {}, {}, std::move(permissions), std::move(inherits)}));
    }
    static RolePatch allowing(Words words)
    {
        RolePatch patch;
        patch.permissions = std::move(words);
        return patch;
    }
    static Words names(const std::vector<RoleImpact::Member>& members)
    {
        Words all;
        for (const auto& member : members)
            all.push_back(member.name);
        return all;
    }
    static const RoleImpact::Effect* effect(const std::vector<RoleImpact::Effect>& effects, P permission)
    {
        const auto found = std::ranges::find(effects, permission, &RoleImpact::Effect::permission);
        return found == effects.end() ? nullptr : &*found;
    }
};

} // namespace

class TestRoleImpact : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void preview_countsPeopleAfterAllTheirRoles_andChangesNothing()
    {
        Clinic f;
        const RolePatch patch = Clinic::allowing({"records:read", "events:export"});
        const RoleImpact impact = Clinic::require(f.identity->roleChanges().preview(Clinic::system(), "duty", patch));
        const auto* gained = Clinic::effect(impact.gained, P::EventsExport);
        QVERIFY(gained != nullptr);
        QCOMPARE(Clinic::names(gained->members), (Words{"Ada", "Bo", "Cy"})); // Cy through the heir
        QCOMPARE(gained->count, std::int64_t{3});
        QCOMPARE(gained->keepers, std::int64_t{1}); // Dee has it already
        QCOMPARE(gained->through, (Words{"admin", "exporter"}));
        const auto* lost = Clinic::effect(impact.lost, P::RecordsDelete);
        QVERIFY(lost != nullptr);
        const bool editorsDelete = f.roles->permissionsOf({"editor"}).has(P::RecordsDelete);
        QCOMPARE(Clinic::names(lost->members), editorsDelete ? (Words{"Ada", "Cy"}) : (Words{"Ada", "Bo", "Cy"}));
        QCOMPARE(impact.unchanged, std::int64_t{1});
        QCOMPARE(Clinic::names(impact.unchangedMembers), Words{"Dee"});
        QCOMPARE(impact.roles, (Words{"duty", "night"}));
        QVERIFY(f.roles->permissionsOf({"duty"}).has(P::RecordsDelete));
    }

    void preview_tellsExactlyWhatTheChangeDoes()
    {
        Clinic f;
        const RolePatch patch = Clinic::allowing({"events:export", "users:read"});
        const RoleImpact impact = Clinic::require(f.identity->roleChanges().preview(Clinic::system(), "duty", patch));
        std::map<std::string, access::PermissionSet> before;
        const auto held = [&](const std::string& email) { return f.actor(f.tokens(email)).permissions; };
        const Words all{"ada@x.example", "bo@x.example", "cy@x.example", "dee@x.example", "eve@x.example"};
        for (const std::string& email : all)
            before[email] = held(email);
        Clinic::require(f.identity->roleChanges().change(Clinic::system(), "duty", patch));
        for (const std::string& email : all) {
            const access::PermissionSet after = held(email);
            const std::string name =
                std::string(1, static_cast<char>(std::toupper(email[0]))) + email.substr(1, email.find('@') - 1);
            for (const access::PermissionInfo& info : access::permissions()) {
                const bool gains = !before[email].has(info.permission) && after.has(info.permission);
                const bool loses = before[email].has(info.permission) && !after.has(info.permission);
                const auto told = [&](const std::vector<RoleImpact::Effect>& effects) {
                    const auto* effect = Clinic::effect(effects, info.permission);
                    const Words names = effect == nullptr ? Words{} : Clinic::names(effect->members);
                    return std::ranges::find(names, name) != names.end();
                };
                QVERIFY2(told(impact.gained) == gains && told(impact.lost) == loses,
                         (name + " " + std::string(info.word)).c_str());
            }
        }
    }

    void removal_isPreviewedLikewise()
    {
        Clinic f;
        const RoleImpact impact = Clinic::require(f.identity->roleChanges().previewRemoval(Clinic::system(), "duty"));
        QVERIFY(impact.gained.empty());
        QCOMPARE(Clinic::names(Clinic::effect(impact.lost, P::RecordsRead)->members), (Words{"Ada", "Cy"}));
        QCOMPARE(Clinic::effect(impact.lost, P::RecordsRead)->through, (Words{"admin", "editor"}));
    }

    void preview_isRefusedAsTheChangeIs()
    {
        Clinic f;
        f.addUser("boss@x.example", {"admin"});
        f.add("keeper", {"roles:read", "roles:update", "records:read", "records:delete"});
        f.addUser("keeper@x.example", {"keeper"});
        RoleChanges& changes = f.identity->roleChanges();
        const access::Actor keeper = f.actor(f.tokens("keeper@x.example"));
        const auto both = [&](const access::Actor& who, const std::string& role, const RolePatch& patch) {
            const std::string preview = wordOf(changes.preview(who, role, patch));
            return preview == wordOf(changes.change(who, role, patch)) ? preview : "differ: " + preview;
        };
        QCOMPARE(both(keeper, "duty", Clinic::allowing({"settings:update"})), std::string("permission_denied"));
        QCOMPARE(both(keeper, "viewer", Clinic::allowing({})), std::string("conflict"));
        QCOMPARE(both(keeper, "nobody", Clinic::allowing({})), std::string("not_found"));
        QCOMPARE(both(Clinic::system(), "duty", Clinic::allowing({"records:reed"})), std::string("validation_failed"));
        RolePatch circle;
        circle.inherits = Words{"night"};
        QCOMPARE(both(Clinic::system(), "duty", circle), std::string("validation_failed"));
        QCOMPARE(both(f.actor(f.tokens("ada@x.example")), "duty", Clinic::allowing({})), std::string("permission_denied"));
        // Who may not read users is told numbers alone.
        const RoleImpact counted = Clinic::require(changes.preview(keeper, "duty", Clinic::allowing({"records:read"})));
        QVERIFY(counted.lost.front().count > 0 && counted.lost.front().members.empty() && counted.unchangedMembers.empty());
    }

    void endedAssignments_areNotCounted()
    {
        Clinic f;
        const User ed = f.addUser("ed@x.example", {"viewer"}, "Ed");
        Clinic::require(f.identity->users().setRoles(Clinic::system(), ed.id, {"viewer", {"duty", f.clock.now() + 1h}}));
        const auto members = [&] {
            return Clinic::names(
                Clinic::require(f.identity->roleChanges().previewRemoval(Clinic::system(), "duty")).lost.front().members);
        };
        const auto has = [&](const Words& names) { return std::ranges::find(names, "Ed") != names.end(); };
        QVERIFY(has(
            Clinic::names(Clinic::effect(Clinic::require(f.identity->roleChanges().previewRemoval(Clinic::system(), "duty")).lost,
                                         P::RecordsDelete)
                              ->members)));
        f.clock.advance(1h);
        QVERIFY(!has(members()));
    }

    void serviceAccounts_areCountedToo()
    {
        Clinic f;
        NewServiceAccount account;
        account.name = "Ward screen";
        account.roles = {"duty"};
        Clinic::require(f.identity->serviceAccounts().create(Clinic::system(), account));
        const RoleImpact impact =
            Clinic::require(f.identity->roleChanges().preview(Clinic::system(), "duty", Clinic::allowing({"records:read"})));
        const auto* lost = Clinic::effect(impact.lost, P::RecordsDelete);
        QVERIFY(std::ranges::any_of(lost->members,
                                    [](const auto& member) { return member.service && member.name == "Ward screen"; }));
    }

    void members_moreThanAreNamed_areCounted()
    {
        Clinic f;
        for (int at = 0; at < static_cast<int>(impactNames) + 5; ++at)
            f.addUser("n" + std::to_string(at) + "@x.example", {"duty"}, "Nurse");
        const RoleImpact impact = Clinic::require(f.identity->roleChanges().previewRemoval(Clinic::system(), "duty"));
        const auto* lost = Clinic::effect(impact.lost, P::RecordsDelete);
        QCOMPARE(lost->members.size(), impactNames);
        QVERIFY(lost->count >= static_cast<std::int64_t>(impactNames) + 6);
    }
};

SALLYPORT_TEST(TestRoleImpact)

} // namespace tst_role_impact

#include "tst_role_impact.moc"
