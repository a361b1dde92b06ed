#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace re2 {
class RE2;
}

namespace sallyport::access::cel {

/// A regular expression of RE2, which matches in linear time. Its memory is bounded.
class Pattern {
public:
    /// Null if it is none, or larger than we take; `reason` then says why.
    static std::unique_ptr<Pattern> make(std::string_view text, std::string* reason = nullptr);
    ~Pattern();
    Pattern(const Pattern&) = delete;
    Pattern& operator=(const Pattern&) = delete;

    /// Some part of the text matches. Any thread.
    bool matches(std::string_view text) const;

private:
    explicit Pattern(std::unique_ptr<re2::RE2> compiled);
    std::unique_ptr<re2::RE2> m_compiled;
};

} // namespace sallyport::access::cel
