#include "ui/retention/kind_field.h"

#include "backend/audit/event_kinds.h"
#include "ui/retention/retention_text.h"
#include "ui/words/user_text.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QStringListModel>

#include <algorithm>
#include <set>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int typedLimit = 200, offered = 10;
const QString divider = u" · "_s;

/// All that may be meant: families first, then kinds, each by its word.
std::vector<std::string> allWords()
{
    std::set<std::string> families;
    std::vector<std::string> words;
    for (const audit::EventKind& kind : audit::eventKinds()) {
        families.insert(std::string(kind.word.substr(0, kind.word.find('.'))) + ".*");
        words.emplace_back(kind.word);
    }
    words.insert(words.begin(), families.begin(), families.end());
    return words;
}

} // namespace

KindField::KindField(const QString& objectName, QWidget* parent) : QLineEdit(parent)
{
    setObjectName(objectName);
    setMaxLength(typedLimit);
    auto* completer = new QCompleter(this);
    completer->setModel(new QStringListModel(completer));
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setMaxVisibleItems(offered);
    completer->popup()->setObjectName(objectName + u".found"_s);
    setCompleter(completer);
    connect(this, &QLineEdit::textEdited, this, &KindField::kindChanged);
    connect(completer, qOverload<const QString&>(&QCompleter::activated), this, &KindField::kindChanged);
    retranslate();
}

QString KindField::shownAs(const std::string& word)
{
    return kindRuleText(word) + divider + ui::text(word);
}

void KindField::setKind(const std::string& word)
{
    setText(word.empty() ? QString() : shownAs(word));
    setCursorPosition(0);
}

std::optional<std::string> KindField::kind() const
{
    const QString typed = text().trimmed();
    const QString word = typed.section(divider, -1).trimmed();
    for (const std::string& one : allWords())
        if (word.compare(ui::text(one), Qt::CaseInsensitive) == 0 || typed.compare(kindRuleText(one), Qt::CaseInsensitive) == 0)
            return one;
    return std::nullopt;
}

void KindField::retranslate()
{
    QStringList list;
    for (const std::string& word : allWords())
        list << shownAs(word);
    static_cast<QStringListModel*>(completer()->model())->setStringList(list);
    if (const auto known = kind())
        setKind(*known);
}

} // namespace sallyport::ui
