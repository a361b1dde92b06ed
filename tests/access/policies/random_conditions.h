#pragma once

#include "tests/access/policies/policy_samples.h"

#include <random>

namespace samples {

/// Conditions and objects in which everything that can be told by tests of rows occurs, beside what can't, and what fails.
class RandomConditions {
public:
    explicit RandomConditions(unsigned seed) : m_random(seed) {}

    std::string condition(int depth = 3)
    {
        if (depth == 0 || oneIn(4))
            return leaf();
        switch (below(6)) {
        case 0:
        case 1: return '(' + condition(depth - 1) + " && " + condition(depth - 1) + ')';
        case 2:
        case 3: return '(' + condition(depth - 1) + " || " + condition(depth - 1) + ')';
        case 4: return "!(" + condition(depth - 1) + ')';
        default: return '(' + condition(depth - 1) + " ? " + condition(depth - 1) + " : " + condition(depth - 1) + ')';
        }
    }

    Resource object(std::size_t number)
    {
        Resource made;
        made.id = "r" + std::to_string(number);
        if (!oneIn(4))
            made.ownerId = pick({"u1", "u2", "r1"});
        if (!oneIn(4))
            made.department = pick({"X", "Y", "", "\xC3\x84rzte", "x"});
        if (!oneIn(4))
            made.classification = pick({"public", "internal", "restricted"});
        if (!oneIn(5))
            made.createdAt = thursday + std::chrono::microseconds(below(5) - 2);
        if (!oneIn(5))
            made.changedAt = thursday + std::chrono::hours(below(5) - 2);
        return made;
    }

private:
    int below(int end) { return static_cast<int>(m_random() % static_cast<unsigned>(end)); }
    bool oneIn(int chances) { return below(chances) == 0; }
    std::string pick(std::initializer_list<const char*> from) { return from.begin()[below(static_cast<int>(from.size()))]; }

    std::string member() { return pick({"resource.owner_id", "resource.department", "resource.classification", "resource.id"}); }
    std::string time() { return pick({"resource.created_at", "resource.changed_at"}); }
    std::string text()
    {
        return pick({"'X'", "'u1'", "'internal'", "''", "subject.id", "subject.department", "subject.key", "subject.attr.gone",
                     "'\xC3\x84rzte'", "'r1'"});
    }
    std::string moment()
    {
        return pick({"now", "context.time", "(now - duration('1h'))", "timestamp('2026-01-15T08:30:00.0000005Z')",
                     "timestamp('2026-01-15T08:30:00Z')", "(now + duration('1us'))", "subject.signed_in_at"});
    }
    std::string leaf()
    {
        switch (below(13)) {
        case 0:
        case 1: return member() + pick({" == ", " != "}) + text();
        case 2: return text() + pick({" == ", " != "}) + member();
        case 3: return time() + pick({" < ", " <= ", " > ", " >= ", " == ", " != "}) + moment();
        case 4: return moment() + pick({" < ", " <= ", " > ", " >= ", " == ", " != "}) + time();
        case 5:
            return member() + " in " +
                   pick({"['X', 'Y']", "subject.roles", "[]", "['u1', 'internal', 'X']", "subject.key_scopes"});
        case 6: return "has(" + (oneIn(2) ? member() : time()) + ')';
        case 7: return member() + ".startsWith(" + pick({"'r'", "''", "'\xC3\x84'", "subject.department", "'inter'"}) + ')';
        case 8: return member() + pick({" == ", " != "}) + member();
        case 9:
            return pick({"true", "false", "'viewer' in subject.roles", "subject.key == 'k'",
                         "1 / (subject.id.size() - subject.id.size()) == 1"});
        case 10: return member() + pick({" < ", " >= "}) + "'m'";
        case 11: return "resource.kind == 'record'";
        default:
            return pick({"resource.department.size() > 1", "resource.owner_id.endsWith('1')",
                         "subject.roles.exists(r, r == resource.department)"});
        }
    }

    std::mt19937 m_random;
};

} // namespace samples
