#include "ui/parts/key_lines.h"

#include "ui/widgets/error_text.h"
#include "ui/words/key_state.h"

#include <QCoreApplication>

namespace sallyport::ui {

namespace {

struct KeyLinesTexts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::ui::KeyLines)
};

} // namespace

void showKeys(LinesList* list, const std::vector<identity::ApiKey>& keys, const std::optional<Error>& error, UtcTime now)
{
    if (error || keys.empty())
        return list->setNotice(error ? errorLine(*error) : KeyLinesTexts::tr("No keys yet"));
    QList<LinesList::Line> lines;
    for (const auto& key : keys) {
        const auto state = keyState(key, now);
        LinesList::Line line;
        line.icon = state.icon;
        line.tone = state.iconTone;
        line.text = text(key.name);
        line.note = state.text;
        line.link = KeyLinesTexts::tr("Open");
        line.toolTip = text(key.prefix);
        lines << line;
    }
    list->setLines(lines);
}

} // namespace sallyport::ui
