#include "backend/identity/notices/agent_family.h"

#include <algorithm>
#include <array>
#include <utility>

namespace sallyport::identity {

namespace {

constexpr std::size_t familyLimit = 64;

using Known = std::pair<std::string_view, std::string_view>; ///< in the User-Agent, and what it means

// Each browser also names those that it wants to be taken for, so the order matters.
constexpr auto browsers = std::to_array<Known>({{"Edg/", "Edge"},
                                                {"OPR/", "Opera"},
                                                {"Firefox/", "Firefox"},
                                                {"FxiOS/", "Firefox"},
                                                {"CriOS/", "Chrome"},
                                                {"Chromium/", "Chromium"},
                                                {"Chrome/", "Chrome"},
                                                {"Safari/", "Safari"}});
constexpr auto systems = std::to_array<Known>({{"Android", "Android"},
                                               {"iPhone", "iPhone"},
                                               {"iPad", "iPad"},
                                               {"Windows", "Windows"},
                                               {"Macintosh", "macOS"},
                                               {"CrOS", "ChromeOS"},
                                               {"Linux", "Linux"}});

std::string_view find(const auto& table, std::string_view text)
{
    const auto found =
        std::ranges::find_if(table, [&](const Known& known) { return text.find(known.first) != std::string_view::npos; });
    return found == table.end() ? std::string_view() : found->second;
}

} // namespace

std::string agentFamily(std::string_view userAgent)
{
    const std::size_t first = userAgent.find_first_not_of(' ');
    userAgent.remove_prefix(std::min(first, userAgent.size()));
    if (userAgent.starts_with("Mozilla/")) {
        const std::string_view browser = find(browsers, userAgent);
        const std::string_view system = find(systems, userAgent);
        if (!browser.empty())
            return std::string(browser) + (system.empty() ? std::string() : ", " + std::string(system));
    }
    // `Name/1.2 (comment) more`: the first product is the program, its name may hold spaces.
    std::string family(userAgent.substr(0, std::min(userAgent.find('/'), familyLimit)));
    std::erase_if(family, [](char c) { return c < ' ' || c > '~'; });
    while (family.ends_with(' '))
        family.pop_back();
    return family;
}

} // namespace sallyport::identity
