// Writes the rules and requests that everybody is measured with: node rules.mjs POLICIES > rules.json
// The same numbers on every run. What a rule asks is kept as parts, which each peer writes in its own language.
const count = Number(process.argv[2] ?? 100);

let state = 20261129;
function random(below) { // a linear congruence: alike everywhere
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 4294967296) * below);
}
const pick = (list) => list[random(list.length)];

const actions = [
  ["records:read", "record"], ["records:create", "record"], ["records:update", "record"], ["records:delete", "record"],
  ["comments:read", "comment"], ["comments:create", "comment"], ["comments:update", "comment"], ["comments:delete", "comment"],
  ["files:read", "file"], ["files:create", "file"], ["files:delete", "file"],
];
const departments = ["surgery", "radiology", "finance", "people", "research"];
const classes = ["public", "internal", "confidential", "restricted"];
const roles = ["admin", "manager", "editor", "viewer", "auditor"];
const users = Array.from({ length: 100 }, (_, i) => ({ id: `01USER${String(i).padStart(20, "0")}`, department: departments[i % 5], role: roles[i % 5] }));

// department: the object's is the user's. owner: it is the user's. class: one of these. hours: from and to, in UTC.
const kinds = [
  () => [{ ask: "department" }],
  () => [{ ask: "owner" }],
  () => [{ ask: "department" }, { ask: "hours", from: 7 + random(3), to: 16 + random(4) }],
  () => [{ ask: "class", of: classes.slice(0, 1 + random(2)) }, { ask: "hours", from: 6, to: 20 }],
];
const policies = Array.from({ length: count }, (_, i) => {
  // As many concern each request as with 100 of them: the others name something else, as most do in a large house.
  const targeted = i < 100;
  const [action, kind] = actions[i % actions.length];
  const deny = i % 10 === 9;
  return {
    name: `rule ${String(i).padStart(5, "0")}`,
    effect: deny ? "deny" : "allow",
    action: targeted ? action : "records:unmask",
    kind: targeted ? kind : "record",
    parts: deny ? [{ ask: "class", of: ["restricted"] }, { ask: "hours", from: 0, to: 6 }] : kinds[i % kinds.length](),
  };
});
const requests = Array.from({ length: 1000 }, () => {
  const user = pick(users);
  const [action, kind] = pick(actions);
  return {
    user: user.id, department: user.department, role: user.role, action, kind, hour: random(24),
    resource: { id: `01THING${String(random(1e9)).padStart(19, "0")}`, owner_id: pick(users).id, department: pick(departments), classification: pick(classes) },
  };
});
// What the roles allow, for the questions that ask no policy.
const verbs = ["read", "create", "update", "delete"];
const grants = {
  admin: verbs, manager: ["read", "create", "update"], editor: ["read", "create", "update"], viewer: ["read"], auditor: ["read"],
};
const roleRequests = Array.from({ length: 1000 }, () => ({ role: pick(roles), verb: pick(verbs), noun: pick(["records", "comments"]) }));
process.stdout.write(JSON.stringify({ policies, requests, grants, nouns: ["records", "comments"], roleRequests }));
