#include "backend/records/rich_text/html_tree.h"

#include <cstdlib>

namespace sallyport::records {

namespace {

void keep(void*, void*) {} // an arena takes nothing back

} // namespace

HtmlArena::~HtmlArena()
{
    while (m_last) {
        Block* const before = m_last->before;
        std::free(m_last);
        m_last = before;
    }
}

void* HtmlArena::allocate(void* userdata, std::size_t size)
{
    // Jumps over the parser's frames, which are C's, and over this one: nothing here may want to be destroyed.
    HtmlArena& arena = *static_cast<HtmlArena*>(userdata);
    constexpr std::size_t grain = alignof(std::max_align_t);
    if (size > budget)
        std::longjmp(arena.m_usedUp, 1);
    const std::size_t wanted = (size + grain - 1) / grain * grain;
    if (wanted > arena.m_left) {
        constexpr std::size_t head = (sizeof(Block) + grain - 1) / grain * grain;
        const std::size_t room = wanted > blockSize ? wanted : blockSize;
        if (arena.m_taken + room > budget)
            std::longjmp(arena.m_usedUp, 1);
        void* const memory = std::malloc(head + room);
        if (!memory)
            std::longjmp(arena.m_usedUp, 1);
        Block* const block = static_cast<Block*>(memory);
        block->before = arena.m_last;
        arena.m_last = block;
        arena.m_next = static_cast<std::byte*>(memory) + head;
        arena.m_left = room;
        arena.m_taken += room;
    }
    void* const given = arena.m_next;
    arena.m_next += wanted;
    arena.m_left -= wanted;
    return given;
}

const GumboOutput* HtmlTree::parseWithin(HtmlArena& arena, const char* text, std::size_t size)
{
    // The parser has no error that says "enough", and its own destroying of a tree recurses: it is left in the middle, and the
    // arena is dropped. No object of C++ lives between here and allocate().
    if (setjmp(arena.m_usedUp) != 0)
        return nullptr;
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = &HtmlArena::allocate;
    options.deallocator = &keep;
    options.userdata = &arena;
    options.max_errors = 0;
    options.fragment_context = GUMBO_TAG_DIV;
    return gumbo_parse_with_options(&options, text, size);
}

Result<HtmlTree> HtmlTree::parse(std::string_view source)
{
    auto arena = std::make_unique<HtmlArena>();
    const GumboOutput* const output = parseWithin(*arena, source.data(), source.size());
    if (!output || !output->root)
        return makeError(ErrorCode::LimitReached, "the text has too many elements within elements");
    return HtmlTree(std::move(arena), output->root);
}

bool isElement(const GumboNode& node) noexcept
{
    return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
}

const GumboVector* childrenOf(const GumboNode& node) noexcept
{
    return isElement(node) ? &node.v.element.children : nullptr;
}

} // namespace sallyport::records
