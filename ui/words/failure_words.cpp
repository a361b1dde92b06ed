#include "ui/words/failure_words.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

struct FailureWords {
    Q_DECLARE_TR_FUNCTIONS(sallyport::ui::FailureWords)
};

struct KnownFailure {
    const char* said;
    const char* words;
};

/// What evaluations say, word for word: the kinds of access::cel::Failure, then what functions say about a text.
constexpr std::array knownFailures{
    KnownFailure{"no such overload",
                 QT_TRANSLATE_NOOP("sallyport::ui::FailureWords", "the function or operator takes no values of these types")},
    KnownFailure{"no such key", QT_TRANSLATE_NOOP("sallyport::ui::FailureWords", "the map has no such key")},
    KnownFailure{"a map with the same key twice",
                 QT_TRANSLATE_NOOP("sallyport::ui::FailureWords", "a map has the same key twice")},
    KnownFailure{"a key is bool, int, uint or string",
                 QT_TRANSLATE_NOOP("sallyport::ui::FailureWords", "a key must be a bool, int, uint or string")},
    KnownFailure{"index out of range",
                 QT_TRANSLATE_NOOP("sallyport::ui::FailureWords", "the list or text has no place with this number")},
    KnownFailure{"division by zero", QT_TRANSLATE_NOOP("sallyport::ui::FailureWords", "division by zero")},
    KnownFailure{"beyond the range of the type",
                 QT_TRANSLATE_NOOP("sallyport::ui::FailureWords", "the result is beyond the range of its type")},
    KnownFailure{"cannot be read", QT_TRANSLATE_NOOP("sallyport::ui::FailureWords", "a text cannot be read")},
    KnownFailure{"more steps than an evaluation may take",
                 QT_TRANSLATE_NOOP("sallyport::ui::FailureWords", "it takes more steps than an evaluation may take")},
    KnownFailure{"more memory than an evaluation may have",
                 QT_TRANSLATE_NOOP("sallyport::ui::FailureWords", "it needs more memory than an evaluation may have")},
    KnownFailure{"the condition cannot be read any more",
                 QT_TRANSLATE_NOOP("sallyport::ui::FailureWords", "the condition cannot be read any more")},
    KnownFailure{"the condition gives no bool",
                 QT_TRANSLATE_NOOP("sallyport::ui::FailureWords", "the condition gives neither true nor false")},
    KnownFailure{"this is no IP address", QT_TRANSLATE_NOOP("sallyport::ui::FailureWords", "this is no IP address")},
    KnownFailure{"this is no network such as 192.0.2.0/24",
                 QT_TRANSLATE_NOOP("sallyport::ui::FailureWords", "this is no network such as 192.0.2.0/24")},
    KnownFailure{"this is no time zone", QT_TRANSLATE_NOOP("sallyport::ui::FailureWords", "this is no time zone")},
    KnownFailure{"this is no duration such as 1h30m, or longer than 290 years",
                 QT_TRANSLATE_NOOP("sallyport::ui::FailureWords", "this is no duration such as 1h30m, or longer than 290 years")},
    KnownFailure{"this is no int", QT_TRANSLATE_NOOP("sallyport::ui::FailureWords", "this is no int")},
    KnownFailure{"this is no uint", QT_TRANSLATE_NOOP("sallyport::ui::FailureWords", "this is no uint")},
    KnownFailure{"this is no double", QT_TRANSLATE_NOOP("sallyport::ui::FailureWords", "this is no double")},
    KnownFailure{"this is no bool", QT_TRANSLATE_NOOP("sallyport::ui::FailureWords", "this is no bool")},
    KnownFailure{"these bytes are no UTF-8", QT_TRANSLATE_NOOP("sallyport::ui::FailureWords", "these bytes are no UTF-8")},
};

/// Those that name something: `missing attribute 'resource.owner_id'`.
constexpr std::array namingFailures{
    KnownFailure{"missing attribute", QT_TRANSLATE_NOOP("sallyport::ui::FailureWords", "“%1” has no value here")},
    KnownFailure{"unknown name", QT_TRANSLATE_NOOP("sallyport::ui::FailureWords", "there is no attribute “%1”")},
    KnownFailure{"unknown function", QT_TRANSLATE_NOOP("sallyport::ui::FailureWords", "there is no function “%1”")},
};

/// Where it failed stands at the end; before it may stand anything.
const QRegularExpression& placeAtEnd()
{
    static const QRegularExpression place(u"^(.*) at line ([0-9]{1,9}), column ([0-9]{1,9})$"_s,
                                          QRegularExpression::DotMatchesEverythingOption);
    return place;
}

QString failureWordsOf(const QString& said)
{
    for (const KnownFailure& one : knownFailures)
        if (said == QLatin1StringView(one.said))
            return FailureWords::tr(one.words);
    for (const KnownFailure& one : namingFailures) {
        const QString before = QLatin1StringView(one.said) + u" '"_s;
        if (said.startsWith(before) && said.endsWith(u'\'') && said.size() > before.size())
            return FailureWords::tr(one.words).arg(said.mid(before.size(), said.size() - before.size() - 1));
    }
    if (said.startsWith("no regular expression"_L1)) // what follows is the library's
        return FailureWords::tr("this is no regular expression");
    return {};
}

} // namespace

bool namesItsPlace(const QString& failure)
{
    return placeAtEnd().match(failure).hasMatch();
}

QString failureCause(const QString& failure)
{
    const QRegularExpressionMatch place = placeAtEnd().match(failure);
    const QString said = place.hasMatch() ? place.captured(1) : failure;
    if (const QString words = failureWordsOf(said); !words.isEmpty())
        return words;
    // The kind, then what a function has to say about it: `cannot be read: this is no IP address`.
    const auto colon = said.indexOf(": "_L1);
    if (colon < 0)
        return said;
    const QString detail = said.mid(colon + 2);
    if (const QString words = failureWordsOf(detail); !words.isEmpty())
        return words;
    const QString kind = failureWordsOf(said.left(colon));
    return kind.isEmpty() ? said : kind + u": "_s + detail;
}

QString failureText(const QString& failure)
{
    const QRegularExpressionMatch place = placeAtEnd().match(failure);
    const QString cause = failureCause(failure);
    return place.hasMatch() ? FailureWords::tr("%1 (line %2, column %3)").arg(cause, place.captured(2), place.captured(3))
                            : cause;
}

} // namespace sallyport::ui
