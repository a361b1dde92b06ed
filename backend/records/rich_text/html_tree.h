#pragma once

#include "backend/base/result.h"

#include <gumbo.h>

#include <csetjmp>
#include <cstddef>
#include <memory>
#include <string_view>

namespace sallyport::records {

/// Memory of one parse: handed out, never taken back, dropped whole. When it is used up the parse ends.
class HtmlArena {
public:
    HtmlArena() noexcept = default;
    ~HtmlArena();
    HtmlArena(const HtmlArena&) = delete;
    HtmlArena& operator=(const HtmlArena&) = delete;

    /// As GumboAllocatorFunction wants it; `arena` is an HtmlArena. Doesn't return if nothing is left, but jumps.
    static void* allocate(void* arena, std::size_t size);

private:
    friend class HtmlTree;
    static constexpr std::size_t blockSize = 256 * 1024;
    static constexpr std::size_t budget = 48 * 1024 * 1024;

    struct Block {
        Block* before;
    };
    std::jmp_buf m_usedUp;
    Block* m_last = nullptr;
    std::byte* m_next = nullptr;
    std::size_t m_left = 0;
    std::size_t m_taken = 0;
};

/// A text as a browser would read it inside of a <div>. No script runs, so <noscript> has elements in it.
class HtmlTree {
public:
    /// `source` must outlive the tree. LimitReached if the tree gets larger than any honest text's.
    static Result<HtmlTree> parse(std::string_view source);

    /// Its children are what the <div> has.
    const GumboNode& root() const noexcept { return *m_root; }

private:
    explicit HtmlTree(std::unique_ptr<HtmlArena> arena, const GumboNode* root) : m_arena(std::move(arena)), m_root(root) {}

    static const GumboOutput* parseWithin(HtmlArena& arena, const char* text, std::size_t size);

    std::unique_ptr<HtmlArena> m_arena;
    const GumboNode* m_root;
};

/// The children of a node that may have some, otherwise nothing.
const GumboVector* childrenOf(const GumboNode& node) noexcept;
bool isElement(const GumboNode& node) noexcept;

} // namespace sallyport::records
