#include "app/report/sections.h"
#include "backend/audit/chain/chain_problem.h"

namespace sallyport::report {

using namespace Qt::StringLiterals;

namespace {

constexpr double width = Pages::right - Pages::left;

const char16_t* problemText(const Texts& texts, const QString& word)
{
    using audit::ChainProblem;
    switch (audit::problemOfWord(word.toStdString()).value_or(ChainProblem::Changed)) {
    case ChainProblem::Missing: return texts.missing;
    case ChainProblem::Reordered: return texts.reordered;
    case ChainProblem::Truncated: return texts.truncated;
    case ChainProblem::AnchorMissing:
    case ChainProblem::AnchorDamaged: return texts.anchorDamaged;
    case ChainProblem::Inserted: return texts.inserted;
    case ChainProblem::IndexChanged: return texts.indexChanged;
    case ChainProblem::TreeChanged: return texts.treeChanged;
    case ChainProblem::HeadChanged: return texts.headChanged;
    case ChainProblem::RolledBack: return texts.rolledBack;
    case ChainProblem::HeadsMissing: return texts.headsMissing;
    case ChainProblem::HeadsCut: return texts.headsCut;
    case ChainProblem::None:
    case ChainProblem::Changed:
    case ChainProblem::Earlier: break;
    }
    return texts.changed;
}

/// In groups of eight, for people who compare.
QString grouped(const QString& hash)
{
    QString result;
    for (qsizetype i = 0; i < hash.size(); i += 8)
        result += (i == 0 ? QString() : u" "_s) + hash.mid(i, 8);
    return result;
}

/// What stands as boxes, by numbers: the letters themselves can't be shown.
QString missingText(const Pages& pages)
{
    constexpr std::size_t listed = 16;
    QStringList letters;
    for (const char32_t letter : pages.missing()) {
        if (static_cast<std::size_t>(letters.size()) == listed) {
            letters.append(u"…"_s);
            break;
        }
        letters.append(u"U+"_s + QString::number(letter, 16).toUpper().rightJustified(4, u'0'));
    }
    return string(pages.texts().notDrawn).arg(pages.number(static_cast<qint64>(pages.missing().size())), letters.join(u", "_s));
}

} // namespace

void drawChainPage(Pages& pages, const Header& header)
{
    const Texts& texts = pages.texts();
    const Header::Chain& chain = header.chain;
    double y = Pages::top + 18;
    pages.text(Pages::left, y, string(texts.chainTitle), Style::Heading);
    y += 16;

    const QString result =
        chain.intact ? string(chain.accepted > 0 ? texts.chainAccepted : texts.chainIntact)
                     : string(texts.chainBroken).arg(pages.number(chain.firstBad), string(problemText(texts, chain.problem)));
    pages.fill(QRectF(Pages::left, y, width, 30), chain.intact ? color::successTint : color::dangerTint, 4);
    pages.dot(Pages::left + 14, y + 15, 3, chain.intact ? color::success : color::danger);
    pages.text(Pages::left + 26, y + 18.4, result, Style::BodyStrong, chain.intact ? color::success : color::danger, width - 38);
    y += 54;

    const std::pair<const char16_t*, QString> facts[] = {
        {texts.eventsChecked, pages.number(chain.checked)},
        {texts.lastChecked, chain.sequence > 0 ? string(texts.number) + u' ' + pages.number(chain.sequence) : u"–"_s},
        {texts.recordedAt, chain.time.isValid() ? pages.locale().toString(chain.time, string(texts.date) + u", HH:mm:ss"_s) +
                                                      u' ' + offsetText(chain.time)
                                                : u"–"_s},
    };
    for (const auto& [label, value] : facts) {
        pages.text(Pages::left, y, string(label), Style::Body, color::muted);
        pages.text(Pages::left + 140, y, value, Style::Body);
        y += 18;
    }
    pages.text(Pages::left, y, string(texts.chainHash), Style::Body, color::muted);
    const QString hash = grouped(chain.hash);
    pages.text(Pages::left + 140, y, hash.isEmpty() ? u"–"_s : hash.left(35), Style::Mono);
    pages.text(Pages::left + 140, y + 13, hash.mid(36), Style::Mono);
    y += 36;
    if (chain.accepted > 0) {
        const QString when =
            pages.locale().toString(chain.acceptedAt, string(texts.date) + u", HH:mm:ss"_s) + u' ' + offsetText(chain.acceptedAt);
        const QString note = string(texts.acceptedDamage)
                                 .arg(pages.number(chain.accepted), pages.number(chain.acceptedFirst),
                                      pages.number(chain.acceptedLast), when, chain.acceptedBy, chain.acceptedWhy);
        y += pages.paragraph(Pages::left, y, width - 60, note, Style::BodyStrong) + 10;
    }
    y += pages.paragraph(Pages::left, y, width - 60, string(texts.explainChain), Style::Body, color::muted) + 10;
    y += pages.paragraph(Pages::left, y, width - 60, string(texts.explainVerify), Style::Body, color::muted) + 24;
    if (!pages.missing().empty())
        pages.paragraph(Pages::left, y, width - 60, missingText(pages), Style::BodyStrong);
}

} // namespace sallyport::report
