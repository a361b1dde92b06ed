#pragma once

#include "backend/access/role.h"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::access {

// What roles inherit from each other: pure functions over all roles of a vault. Time and depth are bounded by the number of
// roles, also for a table in which somebody has written a circle by hand.

/// Fills Role::permissions from Role::own and Role::inherits. A name that no role has allows nothing.
void inheritPermissions(std::span<Role> roles);

/// Why the role `name` may not inherit what it does: a circle, named step by step (`a, b, a`), or more steps than
/// inheritanceDepth, for it or for a role that inherits from it. Nothing: it may.
std::optional<std::string> inheritanceMistake(std::span<const Role> roles, std::string_view name);

/// The names of the roles that inherit from one of `names`, directly or over others, without these; sorted.
std::vector<std::string> heirsOf(std::span<const Role> roles, std::span<const std::string> names);

/// From where the role `name` has each permission that it has: the sorted names of the roles that have it as their own, itself
/// among them. Empty for a name that no role has.
std::map<Permission, std::vector<std::string>> sourcesOf(std::span<const Role> roles, std::string_view name);

/// The ways on which the role `name` has each permission that it has: for each role that has it as its own the shortest one, from
/// `name` to that role, both named; the shortest first.
std::map<Permission, std::vector<std::vector<std::string>>> waysOf(std::span<const Role> roles, std::string_view name);
/// The role with this id or name; null: there is none.
const Role* findRole(std::span<const Role> roles, std::string_view idOrName);

} // namespace sallyport::access
