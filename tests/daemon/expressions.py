"""`sallyportd policy evaluate` beside npm's @bufbuild/cel, an independent implementation of the language, on generated expressions:
the same values and errors in the same places. SALLYPORT_EXPRESSIONS says how many (3000), SALLYPORT_SEED which.

Not asked, because the other one (0.6.1) departs from the definition, or both may do as they like: has() of what is no map is an error,
replace('', x) puts x between all characters, uint goes to 2^64 - 1 in divisions too, a key whose value is null is a key, dates in zones;
how fractions of seconds and very large or small doubles are written. It is laxer with what it takes (double('b') is NaN there, [1][false]
is 1, int(duration) seconds): some few values where we have an error are counted apart."""
import json
import math
import os
import random
import subprocess
import sys

from vault import npm

OTHER = """
import { run, isCelError, isCelList, isCelMap, isCelUint, isCelType, celUint } from '@bufbuild/cel';
import { strings } from '@bufbuild/cel/ext';
import { createInterface } from 'node:readline';

function shown(value) {
    if (value === null) return { null: true };
    if (typeof value === 'boolean') return { bool: value };
    if (typeof value === 'bigint') return { int: String(value) };
    if (typeof value === 'number') return { double: Object.is(value, -0) ? '-0' : String(value) };
    if (typeof value === 'string') return { string: value };
    if (value instanceof Uint8Array) return { bytes: Buffer.from(value).toString('base64') };
    if (isCelUint(value)) return { uint: String(value.value) };
    if (isCelList(value)) return { list: [...value].map(shown) };
    if (isCelMap(value)) return { map: [...value].map(([key, one]) => [shown(key), shown(one)]) };
    if (isCelType(value)) return { type: value.name };
    const name = value.desc?.typeName, message = value.message;
    const moment = { seconds: Number(message?.seconds), nanos: Number(message?.nanos) };
    if (name === 'google.protobuf.Timestamp') return { timestamp: moment };
    if (name === 'google.protobuf.Duration') return { duration: moment };
    throw new Error('a value of another kind');
}
function read(value) {
    const [kind, part] = Object.entries(value)[0];
    switch (kind) {
    case 'int': return BigInt(part);
    case 'uint': return celUint(BigInt(part));
    case 'double': return Number(part);
    case 'bytes': return new Uint8Array(Buffer.from(part, 'base64'));
    case 'null': return null;
    case 'list': return part.map(read);
    case 'map': return new Map(part.map(([key, one]) => [read(key), read(one)]));
    default: return part;
    }
}
for await (const line of createInterface({ input: process.stdin })) {
    const { expr, bindings } = JSON.parse(line);
    let answer;
    try {
        const value = run(expr, Object.fromEntries(Object.entries(bindings).map(([name, one]) => [name, read(one)])), { funcs: strings });
        answer = isCelError(value) ? { error: value.message } : { value: shown(value) };
    } catch (problem) {
        answer = { error: String(problem) };
    }
    console.log(JSON.stringify(answer));
}
"""

BINDINGS = {"i": {"int": "7"}, "u": {"uint": "3"}, "d": {"double": "2.5"}, "s": {"string": "wört"}, "b": {"bool": True},
            "l": {"list": [{"int": "1"}, {"int": "2"}, {"int": "3"}]}, "n": {"null": True}, "y": {"bytes": "AP8="},
            "ls": {"list": [{"string": "a"}, {"string": "bé"}, {"string": ""}]},
            "m": {"map": [[{"string": "a"}, {"int": "1"}], [{"string": "k"}, {"int": "-2"}]]}}
VARIABLES = {"int": ["i", "l[0]", "m.a", "m['k']"], "uint": ["u"], "double": ["d"], "string": ["s", "ls[1]"], "bool": ["b"],
             "list": ["l", "[1, 2, i]", "[]"], "strings": ["ls", "['x', s]"], "map": ["m", "{'a': i}", "{1: 2}"], "bytes": ["y", "b'a\\xff'"],
             "null": ["null", "n"], "time": ["timestamp('2026-03-29T00:59:59Z')", "timestamp('1969-12-31T23:59:59Z')"],
             "duration": ["duration('90m')", "duration('-2s')", "duration('0')"]}
LITERALS = {"int": ["0", "1", "-1", "2", "42", "9223372036854775807", "-9223372036854775808", "0x10"], "uint": ["0u", "1u", "9223372036854775807u"],
            "double": ["0.0", "-0.0", "1.5", "1e3", "-2.25", "1e300", "double('NaN')", "double('Infinity')"],
            "string": ["''", "'a'", "'b'", "'äb'", "'12'", "'true'", "r'\\n'", "\"x'y\""], "bool": ["true", "false"]}
KINDS = list(VARIABLES)


class Maker:
    def __init__(self, dice):
        self.dice = dice
        self.scope = []

    def any(self, depth):
        return self.make(self.dice.choice(KINDS), depth)

    def make(self, kind, depth):
        if self.dice.random() < 0.06:
            kind = self.dice.choice([one for one in KINDS if one != "null"])  # what doesn't fit is an error in both
        own = [name for name, of in self.scope if of == kind]
        leaves = VARIABLES[kind] + LITERALS.get(kind, []) * 2 + own * 3
        if depth <= 0 or self.dice.random() < 0.15:
            return self.dice.choice(leaves)
        return getattr(self, kind)(depth - 1)

    def pick(self, *choices):
        return self.dice.choice(choices)()

    def macro(self, depth, name, body_kind):
        of, element = self.dice.choice([("list", "int"), ("strings", "string"), ("map", "string")])
        variable = self.dice.choice("xyz")
        source = self.make(of, depth)
        self.scope.append((variable, element))
        body = self.make(body_kind, depth)
        self.scope.pop()
        return "%s.%s(%s, %s)" % (source, name, variable, body)

    def bool(self, depth):
        m, d = self.make, depth
        sign = self.dice.choice(["<", "<=", ">", ">="])
        same = self.dice.choice(KINDS)
        return self.pick(
            lambda: "(%s && %s)" % (m("bool", d), m("bool", d)), lambda: "(%s || %s)" % (m("bool", d), m("bool", d)),
            lambda: "!%s" % m("bool", d), lambda: "(%s == %s)" % (m(same, d), m(same, d)), lambda: "(%s != %s)" % (self.any(d), self.any(d)),
            lambda: "(%s %s %s)" % (m(same, d), sign, m(same, d)),
            lambda: "(%s %s %s)" % (m(self.dice.choice(["int", "uint", "double"]), d), sign, m(self.dice.choice(["int", "uint", "double"]), d)),
            lambda: "(%s in %s)" % (m("int", d), m("list", d)), lambda: "(%s in %s)" % (m("string", d), m("map", d)),
            lambda: "%s.startsWith(%s)" % (m("string", d), m("string", d)), lambda: "%s.endsWith(%s)" % (m("string", d), m("string", d)),
            lambda: "%s.contains(%s)" % (m("string", d), m("string", d)), lambda: self.macro(d, "all", "bool"),
            lambda: self.macro(d, "exists", "bool"), lambda: self.macro(d, "exists_one", "bool"),
            lambda: "has(%s.a)" % self.dice.choice(VARIABLES["map"]), lambda: "(type(%s) == type(%s))" % (self.any(d), self.any(d)),
            lambda: "%s.matches('^[a-z]+b?$')" % m("string", d), lambda: self.choose("bool", d))

    def choose(self, kind, d):
        return "(%s ? %s : %s)" % (self.make("bool", d), self.make(kind, d), self.make(kind, d))

    def arithmetic(self, kind, d):
        return "(%s %s %s)" % (self.make(kind, d), self.dice.choice("+-*/%" if kind != "double" else "+-*/"), self.make(kind, d))

    def int(self, depth):
        m, d = self.make, depth
        get = self.dice.choice(["getFullYear", "getMonth", "getDate", "getDayOfWeek", "getDayOfYear", "getHours", "getMinutes",
                                "getSeconds", "getMilliseconds"])
        zone = self.dice.choice(["", "'Europe/Berlin'", "'-02:30'", "'UTC'"]) if get in ("getHours", "getMinutes") else ""
        return self.pick(
            lambda: self.arithmetic("int", d), lambda: self.arithmetic("int", d), lambda: "-%s" % m("int", 0).lstrip("-"),
            lambda: "size(%s)" % m(self.dice.choice(["string", "list", "map", "bytes", "strings"]), d),
            lambda: "int(%s)" % m(self.dice.choice(["uint", "double", "string", "int"]), d), lambda: "%s[%s]" % (m("list", d), m("int", d)),
            lambda: "%s.indexOf(%s)" % (m("string", d), m("string", d)), lambda: "%s.%s(%s)" % (m("time", d), get, zone),
            lambda: "%s.%s()" % (m("duration", d), self.dice.choice(["getHours", "getMinutes", "getSeconds"])), lambda: self.choose("int", d))

    def uint(self, depth):
        return self.pick(lambda: self.arithmetic("uint", depth), lambda: "uint(%s)" % self.make(self.dice.choice(["int", "double"]), depth),
                         lambda: self.choose("uint", depth))

    def double(self, depth):
        return self.pick(lambda: self.arithmetic("double", depth), lambda: "double(%s)" % self.make(self.dice.choice(["int", "uint"]), depth),
                         lambda: self.choose("double", depth))

    def string(self, depth):
        m, d = self.make, depth
        return self.pick(
            lambda: "(%s + %s)" % (m("string", d), m("string", d)), lambda: "string(%s)" % m(self.dice.choice(["int", "uint", "bool", "bytes"]), d),
            lambda: "%s.charAt(%s)" % (m("string", d), m("int", 0)), lambda: "%s.substring(%s)" % (m("string", d), m("int", 0)),
            lambda: "%s.replace('b', %s)" % (m("string", d), m("string", 0)), lambda: "%s.trim()" % m("string", d),
            lambda: "%s.lowerAscii()" % m("string", d), lambda: "%s.upperAscii()" % m("string", d), lambda: "%s.join('-')" % m("strings", d),
            lambda: "%s[%s]" % (m("strings", d), m("int", 0)), lambda: self.choose("string", d))

    def list(self, depth):
        m, d = self.make, depth
        return self.pick(lambda: "[%s, %s]" % (m("int", d), m("int", d)), lambda: "(%s + %s)" % (m("list", d), m("list", d)),
                         lambda: self.macro(d, "map", "int"), lambda: self.macro(d, "filter", "bool"))

    def strings(self, depth):
        m, d = self.make, depth
        return self.pick(lambda: "[%s, %s]" % (m("string", d), m("string", d)), lambda: self.macro(d, "map", "string"),
                         lambda: "%s.split(%s)" % (m("string", d), self.dice.choice(["','", "'b'", "' '"])))

    def map(self, depth):
        m, d = self.make, depth
        value = self.dice.choice(["int", "string", "list", "map", "bool"])
        return "{%s: %s, %s: %s}" % (m("string", d), m(value, d), m("string", d), m(value, d))

    def bytes(self, depth):
        return self.pick(lambda: "bytes(%s)" % self.make("string", depth), lambda: "(%s + %s)" % (self.make("bytes", depth), self.make("bytes", depth)))

    def null(self, depth):
        return "null"

    def time(self, depth):
        return "(%s %s %s)" % (self.make("time", depth), self.dice.choice("+-"), self.make("duration", depth))

    def duration(self, depth):
        kind = self.dice.choice(["time", "duration"])
        return "(%s - %s)" % (self.make(kind, depth), self.make(kind, depth))


def plain(value):
    """Maps have no order; NaN is NaN."""
    (kind, part), = value.items()
    if kind == "double":
        return kind, "NaN" if math.isnan(float(part)) else repr(float(part))
    if kind == "list":
        return kind, tuple(plain(one) for one in part)
    if kind == "map":
        return kind, frozenset((plain(key), plain(one)) for key, one in part)
    return kind, tuple(sorted(part.items())) if isinstance(part, dict) else part


def ask(command, lines, **more):
    done = subprocess.run(command, input="".join(line + "\n" for line in lines), capture_output=True, text=True, **more)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0 and len(answers) == len(lines), done.stderr
    return answers


def main(daemon, build):
    place = os.path.abspath(npm(build, "@bufbuild/cel"))
    script = os.path.join(place, "expressions.mjs")
    with open(script, "w") as file:
        file.write(OTHER)
    count, seed = int(os.environ.get("SALLYPORT_EXPRESSIONS", 3000)), int(os.environ.get("SALLYPORT_SEED", 1))
    maker = Maker(random.Random(seed))
    expressions = [maker.make(maker.dice.choice(KINDS), 3) for _ in range(count)]
    lines = [json.dumps({"expr": one, "bindings": BINDINGS}) for one in expressions]
    values = different = laxer = 0
    for one, ours, theirs in zip(expressions, ask([daemon, "policy", "evaluate"], lines), ask(["node", script], lines, cwd=place)):
        same = ("error" in ours and "error" in theirs) or ("value" in ours and "value" in theirs and plain(ours["value"]) == plain(theirs["value"]))
        values += "value" in ours
        if "@in" in theirs.get("error", "") and "value" in ours:  # of a value that can't be a key: false
            continue
        if not same and "value" in theirs and ours.get("error", "").startswith(("no such overload", "cannot be read", "a key is")):
            laxer += 1
        elif not same:
            different += 1
            print(one, "\n  ours  ", json.dumps(ours, ensure_ascii=False), "\n  theirs", json.dumps(theirs, ensure_ascii=False))
    print("%d expressions (seed %d), %d of them with a value, %d answered differently, %d where the other is laxer" %
          (count, seed, values, different, laxer))
    assert values > count / 4, "too few give a value"
    assert different == 0 and laxer < count / 200


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
