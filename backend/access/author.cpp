#include "backend/access/author.h"

namespace sallyport::access {

Author authorOf(const Actor& actor)
{
    if (actor.kind == Actor::Kind::System)
        return {Author::Kind::System, {}, {}, nameOf(actor)};
    return {Author::Kind::User, actor.id.text(), actor.key.text(), nameOf(actor)};
}

std::string_view authorWord(Author::Kind kind) noexcept
{
    switch (kind) {
    case Author::Kind::Product: return "product";
    case Author::Kind::System: return "system";
    case Author::Kind::User: return "user";
    }
    return "product";
}

Author::Kind authorKindOf(std::string_view word) noexcept
{
    for (const auto kind : {Author::Kind::System, Author::Kind::User}) {
        if (authorWord(kind) == word)
            return kind;
    }
    return Author::Kind::Product;
}

Result<void> requireMaker(const Actor& actor, const UserId& maker)
{
    if (!maker.empty() && maker == actor.id)
        return {};
    return require(actor, Permission::RetentionUpdate);
}

} // namespace sallyport::access
