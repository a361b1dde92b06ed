#include "ui/words/program_text.h"

#include <QCoreApplication>

#include <array>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

struct ProgramTexts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::ui::ProgramText)
};

struct Known {
    const char* mark; ///< in the User-Agent
    const char* name;
};

// Each browser also names those that it wants to be taken for, so the order matters.
constexpr std::array browsers{Known{"Edg/", "Edge"},      Known{"OPR/", "Opera"},    Known{"Firefox/", "Firefox"},
                              Known{"FxiOS/", "Firefox"}, Known{"CriOS/", "Chrome"}, Known{"Chromium/", "Chromium"},
                              Known{"Chrome/", "Chrome"}, Known{"Safari/", "Safari"}};
constexpr std::array systems{Known{"Android", "Android"}, Known{"iPhone", "iPhone"},   Known{"iPad", "iPad"},
                             Known{"Windows", "Windows"}, Known{"Macintosh", "macOS"}, Known{"CrOS", "ChromeOS"},
                             Known{"Linux", "Linux"}};

template <std::size_t Size>
QString find(const std::array<Known, Size>& known, const QString& userAgent)
{
    for (const Known& one : known)
        if (userAgent.contains(QLatin1StringView(one.mark)))
            return QString::fromLatin1(one.name);
    return {};
}

} // namespace

QString programText(const QString& userAgent)
{
    const QString trimmed = userAgent.trimmed();
    if (trimmed.isEmpty())
        return ProgramTexts::tr("Unknown program");
    if (trimmed.startsWith("Mozilla/"_L1)) {
        const QString browser = find(browsers, trimmed);
        const QString system = find(systems, trimmed);
        if (!browser.isEmpty() && !system.isEmpty())
            return ProgramTexts::tr("%1 on %2").arg(browser, system);
        return browser.isEmpty() ? trimmed : browser;
    }
    // `Name/1.2 (comment) more`: the first product is the program, its name may hold spaces.
    const qsizetype slash = trimmed.indexOf(u'/');
    if (slash <= 0)
        return trimmed;
    const QString version = trimmed.mid(slash + 1).section(u' ', 0, 0);
    return version.isEmpty() ? trimmed.left(slash) : trimmed.left(slash) + u' ' + version;
}

} // namespace sallyport::ui
