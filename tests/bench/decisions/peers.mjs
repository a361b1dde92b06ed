// The same rules and requests for four libraries: node peers.mjs RULES.json [SECONDS]. Prints lines "library what per_second
// allowed"; each says how many of the requests it allows, which must be as many as everybody's. Processor time counts.
import { readFileSync } from "node:fs";
import { AbilityBuilder, createMongoAbility, subject } from "@casl/ability";
import { celEnv, parse, plan } from "@bufbuild/cel";
import { newEnforcer, newModelFromString, StringAdapter } from "casbin";
import * as cedar from "@cedar-policy/cedar-wasm/nodejs";

const told = JSON.parse(readFileSync(process.argv[2], "utf8"));
const seconds = Number(process.argv[3] ?? 2);
const { policies, requests, grants, nouns, roleRequests } = told;

async function measure(name, list, one) {
  let allowed = 0;
  for (const asked of list) if (await one(asked)) ++allowed;
  let count = 0, spent = 0;
  const begin = process.cpuUsage();
  while (spent < seconds * 1e6) {
    for (let i = 0; i < 100; ++i, ++count) {
      const answer = one(list[count % list.length]);
      if (answer instanceof Promise) await answer;
    }
    const now = process.cpuUsage(begin);
    spent = now.user + now.system;
  }
  console.log(`${name} ${Math.round(count / (spent / 1e6))} ${allowed}`);
}

// Rules by what they name: everybody who lets us gets this index, as ours has it.
const byName = new Map();
for (const policy of policies) {
  const key = `${policy.action} ${policy.kind}`;
  if (!byName.has(key)) byName.set(key, []);
  byName.get(key).push(policy);
}
const verbOf = (word) => word.split(":")[1];

async function casl() {
  const roleAbilities = Object.fromEntries(Object.entries(grants).map(([role, verbs]) => {
    const { can, build } = new AbilityBuilder(createMongoAbility);
    for (const noun of nouns) can(verbs, noun);
    return [role, build()];
  }));
  await measure("casl rbac", roleRequests, (asked) => roleAbilities[asked.role].can(asked.verb, asked.noun));

  const inHours = ({ from, to }) => ({ hour: { $gte: from, $lt: to } });
  const conditions = (parts, user) => Object.assign({}, ...parts.map((part) =>
    part.ask === "department" ? { department: user.department } : part.ask === "owner" ? { owner_id: user.user }
      : part.ask === "class" ? { classification: { $in: part.of } } : inHours(part)));
  // An ability is made for a user, once; what of a request isn't the resource's stands beside its members.
  const abilities = new Map();
  const abilityOf = (asked) => {
    let found = abilities.get(asked.user);
    if (!found) {
      const { can, cannot, build } = new AbilityBuilder(createMongoAbility);
      for (const policy of policies.filter((one) => one.effect === "allow")) can(policy.action, policy.kind, conditions(policy.parts, asked));
      for (const policy of policies.filter((one) => one.effect === "deny")) cannot(policy.action, policy.kind, conditions(policy.parts, asked));
      abilities.set(asked.user, found = build());
    }
    return found;
  };
  await measure("casl abac", requests, (asked) =>
    abilityOf(asked).can(asked.action, subject(asked.kind, { ...asked.resource, hour: asked.hour })));
}

async function casbin() {
  const lines = [];
  for (const [role, verbs] of Object.entries(grants)) for (const verb of verbs) for (const noun of nouns) lines.push(`p, ${role}, ${noun}, ${verb}`);
  for (const role of Object.keys(grants)) lines.push(`g, user of ${role}, ${role}`);
  const roles = await newEnforcer(newModelFromString(`
[request_definition]
r = sub, obj, act
[policy_definition]
p = sub, obj, act
[role_definition]
g = _, _
[policy_effect]
e = some(where (p.eft == allow))
[matchers]
m = r.obj == p.obj && r.act == p.act && g(r.sub, p.sub)
`), new StringAdapter(lines.join("\n")));
  await measure("casbin rbac", roleRequests, (asked) => roles.enforce(`user of ${asked.role}`, asked.noun, asked.verb));

  const text = (part) => part.ask === "department" ? "r.sub.department == r.obj.department" : part.ask === "owner" ? "r.obj.owner_id == r.sub.user"
    : part.ask === "class" ? `(${part.of.map((one) => `r.obj.classification == '${one}'`).join(" || ")})` : `r.sub.hour >= ${part.from} && r.sub.hour < ${part.to}`;
  const enforcer = await newEnforcer(newModelFromString(`
[request_definition]
r = sub, obj, kind, act
[policy_definition]
p = rule, kind, act, eft
[policy_effect]
e = some(where (p.eft == allow)) && !some(where (p.eft == deny))
[matchers]
m = r.kind == p.kind && r.act == p.act && eval(p.rule)
`));
  for (const policy of policies) await enforcer.addPolicy(policy.parts.map(text).join(" && "), policy.kind, policy.action, policy.effect);
  await measure("casbin abac", requests, (asked) => enforcer.enforce(asked, asked.resource, asked.kind, asked.action));
}

async function cel() {
  const env = celEnv();
  const text = (part) => part.ask === "department" ? "subject.department == resource.department" : part.ask === "owner" ? "resource.owner_id == subject.user"
    : part.ask === "class" ? `resource.classification in ${JSON.stringify(part.of)}` : `hour >= ${part.from} && hour < ${part.to}`;
  const plans = new Map();
  for (const [key, list] of byName)
    plans.set(key, list.map((policy) => ({ effect: policy.effect, run: plan(env, parse(policy.parts.map(text).join(" && "))) })));
  await measure("cel abac", requests, (asked) => {
    const bindings = { subject: { user: asked.user, department: asked.department }, resource: asked.resource, hour: BigInt(asked.hour) };
    let allowed = false;
    for (const { effect, run } of plans.get(`${asked.action} ${asked.kind}`) ?? []) {
      if (run(bindings) !== true) continue;
      if (effect === "deny") return false;
      allowed = true;
    }
    return allowed;
  });
}

async function cedarWasm() {
  const text = (part) => part.ask === "department" ? "principal.department == resource.department" : part.ask === "owner" ? "resource.owner_id == principal.user"
    : part.ask === "class" ? `${JSON.stringify(part.of)}.contains(resource.classification)` : `context.hour >= ${part.from} && context.hour < ${part.to}`;
  const all = policies.map((policy) => `${policy.effect === "deny" ? "forbid" : "permit"}(principal, action == Action::"${policy.action}", resource is ${policy.kind}) when { ${policy.parts.map(text).join(" && ")} };`);
  const parsed = cedar.preparsePolicySet("all", { staticPolicies: all.join("\n") });
  if (parsed.type !== "success") throw new Error(JSON.stringify(parsed));
  await measure("cedar abac", requests, (asked) => cedar.statefulIsAuthorized({
    principal: { type: "User", id: asked.user }, action: { type: "Action", id: asked.action },
    resource: { type: asked.kind, id: asked.resource.id }, context: { hour: asked.hour }, preparsedPolicySetId: "all",
    entities: [{ uid: { type: "User", id: asked.user }, attrs: { user: asked.user, department: asked.department }, parents: [] },
      { uid: { type: asked.kind, id: asked.resource.id }, attrs: asked.resource, parents: [] }],
  }).response.decision === "allow");
}

await casl();
await casbin();
await cel();
await cedarWasm();
