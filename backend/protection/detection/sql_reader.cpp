#include "backend/protection/detection/sql_reader.h"

namespace sallyport::protection::detection {

namespace {

/// Tokens that one construct may have: what is longer is not read on, so that a text costs what its length costs.
constexpr std::size_t farthest = 20;

bool endsExpression(SqlWord word)
{
    switch (word) {
    case SqlWord::Union:
    case SqlWord::Order:
    case SqlWord::Group:
    case SqlWord::Having:
    case SqlWord::Limit:
    case SqlWord::Into:
    case SqlWord::Where:
    case SqlWord::From:
    case SqlWord::Waitfor:
    case SqlWord::Clause:
    case SqlWord::Declare:
    case SqlWord::Drop:
    case SqlWord::Insert:
    case SqlWord::Update:
    case SqlWord::Delete:
    case SqlWord::Exec: return true;
    default: return false;
    }
}

} // namespace

bool SqlReader::isName(std::size_t i) const noexcept
{
    return (is(i, SqlKind::Word) && !isWord(i, SqlWord::Article)) || isWord(i, SqlWord::SystemTable) ||
           isWord(i, SqlWord::Object) || is(i, SqlKind::Variable);
}

std::size_t SqlReader::skip(std::size_t i, SqlKind a, SqlKind b) const noexcept
{
    while (is(i, a) || is(i, b))
        ++i;
    return i;
}

std::size_t SqlReader::closing(std::size_t open, SqlExpression* inside) const
{
    std::size_t depth = 0;
    const std::size_t last = std::min(m_tokens.size(), open + farthest * 2);
    for (std::size_t i = open; i < last; ++i) {
        if (is(i, SqlKind::Open))
            ++depth;
        else if (is(i, SqlKind::Close) && --depth == 0)
            return i + 1;
        else if (inside != nullptr && isWord(i, SqlWord::Select) && !is(i - 1, SqlKind::Quote)) // `query("select a from b")`
            ++inside->selects;
        else if (inside != nullptr && isWord(i, SqlWord::Function) && is(i + 1, SqlKind::Open))
            ++inside->functions;
    }
    return last;
}

SqlReader::Operand SqlReader::operand(std::size_t& i, SqlExpression& expression) const
{
    while (is(i, SqlKind::Open) || is(i, SqlKind::Comment) || is(i, SqlKind::Operator) || isWord(i, SqlWord::Not) ||
           isWord(i, SqlWord::Prefix) || isWord(i, SqlWord::All) || isWord(i, SqlWord::Distinct))
        ++i;
    Operand kind = Operand::None;
    const auto& token = at(i);
    if (i >= m_tokens.size())
        return Operand::None;
    if (token.kind == SqlKind::Number) {
        ++i;
        kind = Operand::Constant;
    } else if (token.kind == SqlKind::Quote) {
        std::size_t end = i + 1;
        const std::size_t last = std::min(m_tokens.size(), i + farthest);
        while (end < last && !(is(end, SqlKind::Quote) && at(end).first == token.first))
            ++end;
        if (end >= m_tokens.size()) {
            i = m_tokens.size();
            return Operand::Open;
        }
        i = end + 1;
        kind = Operand::Constant;
    } else if (token.word == SqlWord::Select || token.word == SqlWord::Case) {
        // `5 - select one` is prose; in brackets it is a query.
        if ((i > 0 && is(i - 1, SqlKind::Open)) || (token.word == SqlWord::Case && equalsFolded(text(i + 1), "when")))
            ++expression.selects;
        ++i;
        return Operand::Select;
    } else if (token.word == SqlWord::Null || token.word == SqlWord::Constant) {
        ++i;
        kind = Operand::Constant;
    } else if (token.kind == SqlKind::Variable) {
        ++i;
        kind = Operand::Name;
        if (token.length > 2 && m_text.substr(token.offset, 2) == "@@")
            ++expression.functions;
    } else if (token.kind == SqlKind::Word || token.word == SqlWord::Function || token.word == SqlWord::SystemTable ||
               token.word == SqlWord::Object || token.word == SqlWord::Exec || token.word == SqlWord::Set ||
               token.word == SqlWord::Values) {
        if (token.word == SqlWord::Article && !is(i + 1, SqlKind::Compare) && !is(i + 1, SqlKind::Quote) &&
            !is(i + 1, SqlKind::Dot))
            return Operand::None;
        const bool known = token.word == SqlWord::Function || token.word == SqlWord::Object;
        const bool table = token.word == SqlWord::SystemTable;
        ++i;
        while (is(i, SqlKind::Dot) && i + 1 < m_tokens.size() && !is(i + 1, SqlKind::Quote))
            i += 2;
        kind = Operand::Name;
        if (const auto open = skipComments(i); is(open, SqlKind::Open)) {
            if (known || table)
                ++expression.functions;
            i = closing(open, &expression);
            kind = known || table ? Operand::Function : Operand::Name;
        }
    } else {
        return Operand::None;
    }
    i = skip(i, SqlKind::Close, SqlKind::Comment);
    if (isWord(i, SqlWord::Clause) && is(i + 1, SqlKind::Word) && equalsFolded(text(i), "collate"))
        i += 2;
    return kind;
}

SqlExpression SqlReader::expression(std::size_t i, bool operandFirst, unsigned mostOperators) const
{
    SqlExpression result;
    bool constant = true; // every operand since the last and/or
    bool compared = false;
    const auto flush = [&] {
        if (compared)
            ++(constant ? result.constants : result.compares);
        compared = false;
        constant = true;
    };
    const auto take = [&](Operand kind) {
        if (kind == Operand::None)
            return false;
        if (kind != Operand::Constant && kind != Operand::Open)
            constant = false;
        if (kind == Operand::Open)
            result.ending = SqlEnd::OpenQuote;
        if (kind == Operand::Select)
            result.ending = SqlEnd::Clause;
        return true;
    };
    const auto finish = [&](std::size_t end) {
        flush();
        result.end = end;
        return result;
    };
    i = skip(i, SqlKind::Close, SqlKind::Comment);
    if (operandFirst && !is(i, SqlKind::Logic)) {
        if (!take(operand(i, result))) {
            result.ending = SqlEnd::Broken;
            return finish(i);
        }
        if (result.ending != SqlEnd::Text)
            return finish(i);
    }
    while (result.operators < mostOperators) {
        i = skip(i, SqlKind::Close, SqlKind::Comment);
        if (i >= m_tokens.size())
            return finish(i);
        const auto& token = at(i);
        if (token.kind == SqlKind::Rest || token.kind == SqlKind::Semicolon) {
            result.ending = token.kind == SqlKind::Rest ? SqlEnd::Rest : SqlEnd::Semicolon;
            return finish(i);
        }
        if (endsExpression(token.word)) {
            result.ending = SqlEnd::Clause;
            return finish(i);
        }
        bool compare = false;
        if (token.kind == SqlKind::Operator && token.first == '+' && (is(i + 1, SqlKind::Logic) || is(i + 1, SqlKind::Rest))) {
            ++i; // a space that is still coded
            continue;
        }
        if (token.kind == SqlKind::Logic) {
            flush();
            ++result.logic;
            result.openedByLogic = result.openedByLogic || result.operators == 0;
            ++i;
        } else if (token.kind == SqlKind::Compare || token.word == SqlWord::Not) {
            compare = true;
            const bool isNull = token.word == SqlWord::Is;
            ++i;
            while (isWord(i, SqlWord::Not) || is(i, SqlKind::Compare))
                ++i;
            if (isNull && isWord(i, SqlWord::Null)) {
                compared = true;
                constant = false;
            }
        } else if (token.kind == SqlKind::Operator || token.kind == SqlKind::Comma) {
            ++i;
        } else {
            result.ending = SqlEnd::Broken;
            return finish(i);
        }
        ++result.operators;
        if (!take(operand(i, result))) {
            i = skip(i, SqlKind::Close, SqlKind::Comment);
            result.ending = is(i, SqlKind::Rest) ? SqlEnd::Rest : SqlEnd::Broken;
            return finish(i);
        }
        compared = compared || compare;
        if (result.ending != SqlEnd::Text)
            return finish(i);
    }
    result.ending = SqlEnd::Broken;
    return finish(i);
}

unsigned SqlReader::unionSelect(std::size_t i) const
{
    std::size_t at = i + 1;
    const std::size_t last = i + farthest;
    while (at < last && (is(at, SqlKind::Open) || is(at, SqlKind::Comment) || isWord(at, SqlWord::All) ||
                         isWord(at, SqlWord::Distinct) || is(at, SqlKind::Operator) || is(at, SqlKind::Other)))
        ++at;
    if (!isWord(at, SqlWord::Select) && !(isWord(at, SqlWord::Values) && is(at + 1, SqlKind::Open)))
        return 0;
    ++at;
    bool every = false; // `*`
    for (; is(at, SqlKind::Open) || is(at, SqlKind::Comment) || is(at, SqlKind::Operator) || isWord(at, SqlWord::All) ||
           isWord(at, SqlWord::Distinct);
         ++at)
        every = every || (is(at, SqlKind::Operator) && this->at(at).first == '*');
    const auto& token = this->at(at);
    if (every && (token.word == SqlWord::From || token.kind == SqlKind::Comma || token.kind == SqlKind::Rest))
        return 6;
    if (at >= m_tokens.size())
        return isWord(i + 1, SqlWord::All) || i > 0 ? 5 : 0;
    if (token.kind == SqlKind::Number || token.word == SqlWord::Null || token.kind == SqlKind::Variable ||
        token.kind == SqlKind::Quote || token.word == SqlWord::Select || token.word == SqlWord::Case)
        return 6;
    const auto behind = skipComments(at + 1);
    // `a` is a column's name before a comma only.
    const bool name = isName(at) || token.kind == SqlKind::Keyword || (token.length == 1 && is(behind, SqlKind::Comma));
    if (!name)
        return 0;
    // `all except select members from Berlin` is prose.
    if (!startsFolded(text(i), "union") && (i == 0 || is(i - 1, SqlKind::Word) || is(i - 1, SqlKind::Keyword)))
        return 0;
    if (is(behind, SqlKind::Open) || is(behind, SqlKind::Comma) || is(behind, SqlKind::Dot) || is(behind, SqlKind::Rest) ||
        isWord(behind, SqlWord::From) || is(behind, SqlKind::Quote) || is(behind, SqlKind::Semicolon) ||
        is(behind, SqlKind::Close) || is(behind, SqlKind::Operator))
        return 6;
    return 0;
}

unsigned SqlReader::select(std::size_t i, bool likely) const
{
    constexpr std::size_t listTokens = 40;
    std::size_t at = i + 1;
    while (isWord(at, SqlWord::Distinct) || isWord(at, SqlWord::All) || is(at, SqlKind::Comment))
        ++at;
    unsigned list = 0;
    bool article = false;
    bool from = false;
    bool table = false;
    std::size_t words = 0;
    std::size_t words_in_row = 0;
    const std::size_t last = std::min(m_tokens.size(), at + listTokens);
    const std::size_t first = at;
    std::size_t depth = 0;
    for (; at < last; ++at) {
        const auto& token = this->at(at);
        if (isWord(at, SqlWord::From) && at > first) {
            from = true;
            break;
        }
        if (token.kind == SqlKind::Rest || token.kind == SqlKind::Semicolon || (token.word == SqlWord::Select && depth == 0))
            break;
        depth += token.kind == SqlKind::Open ? 1 : 0;
        if (token.kind == SqlKind::Close) {
            if (depth == 0)
                break;
            --depth;
        }
        if (token.word == SqlWord::Function && is(at + 1, SqlKind::Open))
            list += 3;
        else if (token.word == SqlWord::Case)
            list += 3;
        else if (token.kind == SqlKind::Comma || (token.kind == SqlKind::Operator && at == first && token.first == '*') ||
                 token.kind == SqlKind::Logic)
            list += token.kind == SqlKind::Comma ? 1 : 2;
        else if (token.kind == SqlKind::Variable || (token.kind == SqlKind::Number && at == first))
            list += 2;
        else if (token.kind == SqlKind::Quote && at == first)
            list += 1;
        if (token.word == SqlWord::Article)
            article = true;
        table = table || token.word == SqlWord::SystemTable;
        words_in_row = token.kind == SqlKind::Word ? words_in_row + 1 : 0;
        words = std::max(words, words_in_row);
    }
    if (words > 2)
        return 0; // prose: a list has commas or `as`
    unsigned points = likely ? 2 : 0;
    points += std::min(list, 2U);
    const bool ended = at >= m_tokens.size() || is(at, SqlKind::Rest) || is(at, SqlKind::Semicolon) || is(at, SqlKind::Close);
    if (!from)
        return list >= 2 && !article ? points + (ended && likely ? 1U : 0U) : 0;
    const auto source = skip(at + 1, SqlKind::Open, SqlKind::Comment);
    if (!isName(source) && !is(source, SqlKind::Quote) && !isWord(source, SqlWord::Select))
        return 0;
    ++points;
    if (isWord(source, SqlWord::SystemTable) || isWord(source, SqlWord::Select) || table)
        points += 2;
    std::size_t behind = source + 1;
    while (is(behind, SqlKind::Dot))
        behind += 2;
    behind = skip(behind, SqlKind::Close, SqlKind::Comment);
    if (isWord(behind, SqlWord::Where) || isWord(behind, SqlWord::Limit) || isWord(behind, SqlWord::Order) ||
        isWord(behind, SqlWord::Group))
        points += 2;
    else if (is(behind, SqlKind::Rest) || is(behind, SqlKind::Semicolon) || (behind >= m_tokens.size() && list > 0))
        points += 1;
    if (article && points > 0)
        points = points > 3 ? points - 3 : 0;
    return likely ? points : std::min(points, 4U);
}

unsigned SqlReader::statement(std::size_t i, bool likely) const
{
    const auto word = at(i).word;
    const auto one = skipComments(i + 1);
    const auto two = skipComments(one + 1);
    const auto three = skipComments(two + 1);
    const auto ends = [&](std::size_t behind) {
        return behind >= m_tokens.size() || is(behind, SqlKind::Rest) || is(behind, SqlKind::Semicolon);
    };
    const auto graded = [&](bool certain) { return certain || likely ? 5U : 3U; };
    switch (word) {
    case SqlWord::Drop:
    case SqlWord::Create:
    case SqlWord::Alter: {
        if (!isWord(one, SqlWord::Table) && !isWord(one, SqlWord::Object))
            return 0;
        const bool quoted = is(two, SqlKind::Quote) || is(two, SqlKind::Other);
        if (!isName(two) && !quoted && !(isWord(two, SqlWord::Function) && equalsFolded(text(two), "if")))
            return 0;
        if (word == SqlWord::Create && equalsFolded(text(three), "identified"))
            return 5;
        if (word == SqlWord::Drop)
            return is(three, SqlKind::Rest) ? 5 : likely && (i > 0 || ends(three)) ? 5 : ends(three) || likely ? 3 : 2;
        return is(three, SqlKind::Open) ? graded(i == 0) : likely && i > 0 ? 5U : 2U;
    }
    case SqlWord::Truncate: return isWord(one, SqlWord::Table) && isName(two) ? (likely && (i > 0 || ends(three)) ? 5U : 2U) : 0U;
    case SqlWord::Insert:
        if (!isWord(one, SqlWord::Into) || !(isName(two) || is(two, SqlKind::Quote)))
            return 0;
        return is(three, SqlKind::Open) || isWord(three, SqlWord::Values) || isWord(three, SqlWord::Select) ||
                       is(three, SqlKind::Dot)
                   ? graded(i == 0)
                   : (likely ? 3U : 0U);
    case SqlWord::Update:
        return (isName(one) || is(one, SqlKind::Quote)) && isWord(two, SqlWord::Set) &&
                       is(skipComments(three + 1), SqlKind::Compare)
                   ? graded(i == 0)
                   : 0U;
    case SqlWord::Delete:
        if (!isWord(one, SqlWord::From) || !isName(two))
            return 0;
        return isWord(three, SqlWord::Where) ? graded(i == 0) : likely && ends(three) ? 5U : 2U;
    case SqlWord::Exec:
        if (is(one, SqlKind::Variable) || (is(one, SqlKind::Open) && (is(two, SqlKind::Variable) || is(two, SqlKind::Quote))))
            return 5;
        if (startsFolded(text(one), "sp_") || startsFolded(text(one), "xp_") || equalsFolded(text(one), "master") ||
            (equalsFolded(text(one), "immediate") && is(two, SqlKind::Quote)))
            return 5;
        return likely && isName(one) && (is(two, SqlKind::Variable) || is(two, SqlKind::Quote)) ? 4U : 0U;
    case SqlWord::Declare: return is(one, SqlKind::Variable) ? 5U : 0U;
    case SqlWord::Set:
        return is(one, SqlKind::Variable) && (is(two, SqlKind::Compare) || is(two, SqlKind::Operator)) ? graded(i == 0) : 0U;
    case SqlWord::Waitfor:
        return (equalsFolded(text(one), "delay") || equalsFolded(text(one), "time")) &&
                       (is(two, SqlKind::Quote) || is(two, SqlKind::Variable))
                   ? 6U
                   : 0U;
    case SqlWord::Shutdown: return likely && (ends(one) || equalsFolded(text(one), "with")) && i > 0 ? 5U : 0U;
    case SqlWord::Call: return likely && i > 0 && isName(one) && (is(two, SqlKind::Open) || is(two, SqlKind::Dot)) ? 5U : 0U;
    case SqlWord::Copy:
        return likely && i > 0 && (isName(one) || is(one, SqlKind::Open)) &&
                       (isWord(two, SqlWord::From) || equalsFolded(text(two), "to"))
                   ? 5U
                   : 0U;
    case SqlWord::Grant: return likely && i > 0 && (equalsFolded(text(two), "on") || equalsFolded(text(two), "to")) ? 4U : 0U;
    case SqlWord::Load: return equalsFolded(text(one), "data") && (isName(two) || isWord(two, SqlWord::In)) && likely ? 4U : 0U;
    case SqlWord::Attach: return isWord(one, SqlWord::Object) && is(two, SqlKind::Quote) ? 5U : 0U;
    case SqlWord::Select: return select(i, likely);
    default: return 0;
    }
}

} // namespace sallyport::protection::detection
