#include "ui/detection/tester_view.h"

#include "ui/console/console.h"
#include "ui/detection/detection_words.h"
#include "ui/detection/stages_view.h"
#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/parts/numbered_editor.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/overlay_scroll.h"
#include "ui/widgets/small_parts.h"
#include "ui/words/text_helpers.h"

#include <QLocale>
#include <QScrollArea>
#include <QSyntaxHighlighter>
#include <QTextBlock>
#include <QVBoxLayout>

#include <algorithm>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using protection::Fate;
using protection::TestedRequest;

namespace {

constexpr int editorLines = 6;
constexpr int waitMs = 250; // after the last letter

QString micros(std::uint64_t nanoseconds)
{
    return TesterView::tr("%1 µs").arg(QLocale().toString(static_cast<double>(nanoseconds) / 1000, 'f', 1));
}

} // namespace

/// Marks what matched; the first line and names of headers in the accent.
class RequestHighlighter final : public QSyntaxHighlighter {
public:
    using QSyntaxHighlighter::QSyntaxHighlighter;

    void setMatches(const QList<QPair<int, int>>& matches)
    {
        if (m_matches == matches)
            return;
        m_matches = matches;
        rehighlight();
    }

protected:
    void highlightBlock(const QString& line) override
    {
        QTextCharFormat word;
        word.setForeground(color(Token::Accent));
        if (currentBlock().blockNumber() == 0) {
            setFormat(0, static_cast<int>(line.indexOf(u' ')), word);
        } else if (previousBlockState() != 1) {
            if (const auto colon = line.indexOf(u':'); colon > 0)
                setFormat(0, static_cast<int>(colon) + 1, word);
        }
        setCurrentBlockState(previousBlockState() == 1 || (line.isEmpty() && currentBlock().blockNumber() > 0) ? 1 : 0);
        QTextCharFormat matched;
        matched.setBackground(color(Token::DangerTint));
        matched.setForeground(color(Token::Danger));
        const int begin = currentBlock().position();
        for (const auto& [at, length] : m_matches) {
            const int from = std::max(0, at - begin), to = std::min(static_cast<int>(line.size()), at + length - begin);
            if (from < to)
                setFormat(from, to - from, matched);
        }
    }

private:
    QList<QPair<int, int>> m_matches;
};

TesterView::TesterView(Console& console, QWidget* parent)
    : Surface(Token::Surface, parent), m_console(console), m_title(makeLabel(TextStyle::Heading, Tone::Normal, this)),
      m_note(makeLabel(TextStyle::Small, Tone::Muted, this)), m_editor(new NumberedEditor(u"detection.request"_s, this)),
      m_highlighter(new RequestHighlighter(m_editor->document())),
      m_stagesTitle(makeLabel(TextStyle::Heading, Tone::Normal, this)),
      m_stagesNote(makeLabel(TextStyle::Small, Tone::Muted, this)), m_total(makeLabel(TextStyle::Small, Tone::Muted, this)),
      m_stages(new StagesView(this)), m_tokensTitle(makeLabel(TextStyle::Heading, Tone::Normal, this)),
      m_strictness(makeLabel(TextStyle::Small, Tone::Muted, this)), m_tokens(new QWidget(this)),
      m_tokensFlow(new FlowLayout(m_tokens, 6)), m_scoreTitle(makeLabel(TextStyle::Small, Tone::Muted, this)),
      m_scoreText(makeLabel(TextStyle::BodyStrong, Tone::Danger, this)), m_bar(new ScoreBar(this)), m_found(new QWidget(this)),
      m_tokensPart(new QWidget(this)), m_scoreLine(new QWidget(this)), m_restIcon(new IconLabel(Icon::CheckCircle, Tone::Muted)),
      m_rest(makeLabel(TextStyle::Small, Tone::Muted, this)), m_strip(new Surface(Token::Raised, this)),
      m_stripIcon(new IconLabel(Icon::Info)), m_stripText(makeLabel(TextStyle::BodyStrong, Tone::Normal, this)),
      m_stripWhat(new ElideLabel(TextStyle::Small))
{
    setObjectName(u"detection.tester"_s);
    build();
    m_wait.setSingleShot(true);
    m_wait.setInterval(waitMs);
    connect(&m_wait, &QTimer::timeout, this, &TesterView::ask);
    connect(m_editor, &QPlainTextEdit::textChanged, this, &TesterView::askSoon);
    onRetranslate(this, [this] { setTexts(); });
}

void TesterView::build()
{
    m_editor->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    m_editor->setFixedHeight(editorLines * lineHeight(TextStyle::Mono) + 16);
    for (QLabel* label : {m_rest, m_stagesNote})
        label->setWordWrap(label == m_rest);

    auto* head = new QHBoxLayout;
    head->setContentsMargins(16, 10, 16, 10);
    head->addWidget(m_title);
    head->addStretch(1);
    head->addWidget(m_note);

    const auto line = [](QWidget* first, QWidget* second, QWidget* last) {
        auto* row = new QHBoxLayout;
        row->setSpacing(8);
        row->addWidget(first);
        if (second != nullptr)
            row->addWidget(second);
        row->addStretch(1);
        row->addWidget(last);
        return row;
    };
    auto* stages = new QVBoxLayout(m_found);
    stages->setContentsMargins(16, 12, 16, 12);
    stages->setSpacing(4);
    stages->addLayout(line(m_stagesTitle, m_stagesNote, m_total));
    stages->addWidget(m_stages);
    auto* tokens = new QVBoxLayout(m_tokensPart);
    tokens->setContentsMargins(16, 12, 16, 12);
    tokens->setSpacing(8);
    tokens->addLayout(line(m_tokensTitle, nullptr, m_strictness));
    tokens->addWidget(m_tokens);
    auto* score = new QHBoxLayout;
    score->setSpacing(12);
    score->addWidget(m_scoreTitle, 0, Qt::AlignTop);
    score->addWidget(m_bar, 1);
    score->addWidget(m_scoreText, 0, Qt::AlignTop);
    score->setContentsMargins(16, 4, 16, 8);
    m_scoreLine->setLayout(score);

    auto* content = new QWidget(this);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_found);
    column->addWidget(makeSeparator(Qt::Horizontal));
    column->addWidget(m_tokensPart);
    column->addStretch(1);

    auto* rest = new QHBoxLayout;
    rest->setContentsMargins(16, 8, 16, 8);
    rest->setSpacing(8);
    rest->addWidget(m_restIcon, 0, Qt::AlignTop);
    rest->addWidget(m_rest, 1);

    auto* strip = new QHBoxLayout(m_strip);
    strip->setContentsMargins(16, 12, 16, 12);
    strip->setSpacing(8);
    strip->addWidget(m_stripIcon);
    strip->addWidget(m_stripText);
    strip->addStretch(1);
    m_stripWhat->setWraps(true); // the verdict beside it takes more room in other languages
    strip->addWidget(m_stripWhat);
    m_strip->setObjectName(u"detection.verdict"_s);

    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addLayout(head);
    all->addWidget(makeSeparator(Qt::Horizontal));
    auto* edit = new QHBoxLayout;
    edit->setContentsMargins(12, 8, 12, 8);
    edit->addWidget(m_editor);
    all->addLayout(edit);
    all->addWidget(makeSeparator(Qt::Horizontal));
    all->addWidget(makeScrollArea(content, this, u"detection.steps"_s), 1);
    all->addWidget(m_scoreLine); // in sight beside the verdict, however many tokens there are
    all->addWidget(makeSeparator(Qt::Horizontal));
    all->addLayout(rest);
    all->addWidget(m_strip);
}

void TesterView::setTexts()
{
    m_title->setText(tr("Tester"));
    m_note->setText(tr("Runs as you type"));
    m_editor->setPlaceholderText(
        tr("Paste or type a request: method and path, headers, an empty line, a body. Or a single value."));
    m_editor->setAccessibleName(tr("Request to test"));
    m_stagesTitle->setText(tr("Every stage"));
    m_stagesNote->setText(tr("as the server decodes it"));
    m_scoreTitle->setText(tr("Score"));
    showTested();
}

void TesterView::askSoon()
{
    m_wait.start();
}

void TesterView::ask()
{
    const QString request = m_editor->toPlainText();
    const int mine = ++m_asked;
    if (request.trimmed().isEmpty()) {
        m_tested.reset();
        m_highlighter->setMatches({});
        return showTested();
    }
    m_console.run(
        this,
        [request = request.toStdString()](Services& services, const access::Actor& actor) {
            return services.detectionRules.test(actor, request);
        },
        [this, mine](const Result<TestedRequest>& answer) {
            if (mine == m_asked)
                showAnswer(answer);
        });
}

void TesterView::showAnswer(const Result<TestedRequest>& answer)
{
    if (!answer) {
        m_tested.reset();
        m_highlighter->setMatches({});
        showTested();
        m_stripIcon->setIcon(Icon::Warning, Tone::Warning);
        m_stripText->setText(answer.error().fields.empty() ? errorLine(answer.error())
                                                           : tr("This is no request that could be sent"));
        return;
    }
    m_tested = *answer;
    const QByteArray bytes = m_editor->toPlainText().toUtf8();
    QList<QPair<int, int>> matches;
    for (const TestedRequest::Place& place : m_tested->matches) {
        const auto from = static_cast<qsizetype>(place.offset), length = static_cast<qsizetype>(place.length);
        if (length == 0 || from + length > bytes.size())
            continue;
        matches << QPair<int, int>(static_cast<int>(QString::fromUtf8(bytes.left(from)).size()),
                                   static_cast<int>(QString::fromUtf8(bytes.mid(from, length)).size()));
    }
    m_highlighter->setMatches(matches);
    showTested();
}

QString TesterView::verdict() const
{
    return m_stripText->text();
}

void TesterView::showTested()
{
    using protection::detection::ValueExplanation;
    const ValueExplanation* shown = nullptr;
    if (m_tested) {
        for (const ValueExplanation& value : m_tested->explanation.values) {
            if (shown == nullptr || value.score > shown->score)
                shown = &value;
        }
    }
    m_found->setVisible(shown != nullptr);
    m_tokensPart->setVisible(shown != nullptr && !shown->tokens.empty());
    m_scoreLine->setVisible(!m_tokensPart->isHidden());
    m_tokensFlow->clear();
    if (shown != nullptr) {
        m_stages->setValue(*shown, shown->hits.empty() ? QString()
                                                       : detectionRuleTitle(shown->hits.front().rule, shown->hits.front().title));
        m_total->setText(micros(m_tested->explanation.nanoseconds));
        m_tokensTitle->setText(tr("Tokens %1").arg(QLocale().toString(static_cast<qlonglong>(shown->tokens.size()))));
        std::vector<std::uint32_t> points;
        for (const auto& token : shown->tokens) {
            auto* box = new TokenBox(token, m_tokens);
            m_tokensFlow->addWidget(box);
            box->show();
            points.push_back(token.points);
        }
        m_strictness->setText(tr("Strictness %1 of 4").arg(m_tested->strictness));
        m_scoreText->setText(QLocale().toString(m_tested->score));
        m_bar->setScore(points, m_tested->score, m_tested->threshold);
    }
    showRest(shown);
    Tone tone = Tone::Muted;
    Icon icon = Icon::Info;
    QString words = tr("Nothing was tested yet"), what;
    if (m_tested) {
        const QString score = QLocale().toString(m_tested->score), threshold = QLocale().toString(m_tested->threshold);
        if (!m_tested->rule.empty())
            what = tr("%1, rule “%2”")
                       .arg(attackClassTitle(m_tested->attackClass), detectionRuleTitle(m_tested->rule, m_tested->title));
        switch (m_tested->fate) {
        case Fate::Blocked:
            tone = Tone::Danger;
            icon = Icon::Ban;
            words = tr("Blocked, score %1 of %2").arg(score, threshold);
            break;
        case Fate::Observed:
            tone = Tone::Info;
            icon = Icon::Eye;
            words = tr("Noticed and let pass, score %1 of %2").arg(score, threshold);
            break;
        case Fate::Passes:
            tone = Tone::Success;
            icon = Icon::CheckCircle;
            words = m_tested->mode == settings::ControlMode::Off ? tr("Passes, detection is off")
                                                                 : tr("Passes, score %1 of %2").arg(score, threshold);
            break;
        }
    }
    m_strip->setFill(tone == Tone::Muted ? Token::Raised : toneTint(tone));
    m_stripIcon->setIcon(icon, tone);
    m_stripText->setText(words);
    setLabelTone(m_stripText, tone == Tone::Muted ? Tone::Muted : tone);
    m_stripWhat->setText(what);
}

void TesterView::showRest(const protection::detection::ValueExplanation* shown)
{
    m_rest->setVisible(m_tested.has_value());
    m_restIcon->setVisible(m_tested.has_value());
    if (!m_tested)
        return;
    QStringList places;
    for (const auto& value : m_tested->explanation.values) {
        if (&value == shown && value.score > 0)
            continue;
        const QString place = hitPlace(value.part, value.member);
        if (value.hits.empty() && !places.contains(place))
            places << place;
    }
    QStringList sentences;
    constexpr qsizetype most = 6;
    if (!places.isEmpty())
        sentences << tr("Nothing found in %1").arg(QLocale().createSeparatedList(places.mid(0, most)));
    if (!m_tested->passedOver.empty()) {
        QStringList members;
        for (const std::string& member : m_tested->passedOver)
            members << toQString(member);
        sentences << tr("Never looked at: %1").arg(members.join(u", "_s));
    }
    m_rest->setText(sentences.join(u". "_s));
}

} // namespace sallyport::ui
