#include "app/report/pages.h"

#include <QFontDatabase>
#include <QGlyphRun>
#include <QPageSize>
#include <QPainterPath>
#include <QRawFont>
#include <QTextLayout>

#include <algorithm>

namespace sallyport::report {

using namespace Qt::StringLiterals;

namespace {

constexpr int resolution = 1200;           ///< dots an inch, so that glyphs stand where they belong
constexpr double unit = resolution / 72.0; ///< dots a point

QString family(const QString& wanted, QFontDatabase::SystemFont otherwise)
{
    return QFontDatabase::hasFamily(wanted) ? wanted : QFontDatabase::systemFont(otherwise).family();
}

/// The fonts that are asked in turn for a letter that the first one lacks, so that all scripts look alike; what these lack, any
/// other font of the machine may have.
QStringList familiesAfter(const QString& first)
{
    QStringList families{first};
    for (const QString& other : {u"Noto Sans"_s, u"Noto Sans CJK JP"_s, u"Noto Sans Devanagari"_s, u"Noto Sans Thai"_s,
                                 u"Noto Sans Arabic"_s, u"Noto Sans Hebrew"_s, u"Noto Sans Bengali"_s, u"Noto Sans Tamil"_s,
                                 u"Noto Sans Armenian"_s, u"Noto Sans Georgian"_s}) {
        if (QFontDatabase::hasFamily(other))
            families.append(other);
    }
    return families;
}

QFont fontOf(Style style)
{
    QFont font;
    font.setFamilies(familiesAfter(family(u"Inter"_s, QFontDatabase::GeneralFont)));
    const auto make = [&](double points, QFont::Weight weight) {
        font.setPointSizeF(points);
        font.setWeight(weight);
    };
    switch (style) {
    case Style::Display: make(26, QFont::DemiBold); break;
    case Style::Heading: make(12, QFont::DemiBold); break;
    case Style::Figure: make(20, QFont::DemiBold); break;
    case Style::Body: make(9.5, QFont::Normal); break;
    case Style::BodyStrong: make(9.5, QFont::DemiBold); break;
    case Style::Small: make(7.5, QFont::Normal); break;
    case Style::SmallStrong: make(7.5, QFont::DemiBold); break;
    case Style::Mono:
        font.setFamilies(familiesAfter(family(u"JetBrains Mono"_s, QFontDatabase::FixedFont)));
        make(7, QFont::Normal);
        break;
    }
    return font;
}

/// Combining marks, and scripts whose letters change with their neighbours or run from the right.
bool needsShaping(const QString& text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) {
        return (c.unicode() >= 0x300 && c.unicode() < 0x370) || (c.unicode() >= 0x590 && c.unicode() < 0x1e00) ||
               c.unicode() >= 0x2c00;
    });
}

/// Whether the font that Qt takes for the letter has it. Without one it draws boxes.
bool isDrawable(char32_t letter, const QFont& font)
{
    // What has no picture of its own needs none.
    const QChar::Category category = QChar::category(letter);
    if (category == QChar::Other_Format || category == QChar::Separator_Space ||
        (letter >= 0xfe00 && letter <= 0xfe0f)) // variation selectors
        return true;
    QTextLayout layout(QString::fromUcs4(&letter, 1), font);
    layout.beginLayout();
    layout.createLine();
    layout.endLayout();
    const QList<QGlyphRun> runs = layout.glyphRuns();
    return std::any_of(runs.begin(), runs.end(), [letter](const QGlyphRun& run) {
        // Where a script has no font at all Qt has an engine of boxes, which says that it has everything; but no table of a font.
        return run.rawFont().supportsCharacter(letter) && !run.rawFont().fontTable("cmap").isEmpty();
    });
}

QRectF dots(const QRectF& points)
{
    return QRectF(points.x() * unit, points.y() * unit, points.width() * unit, points.height() * unit);
}

} // namespace

Pages::Pages(QIODevice& device, const Texts& texts, const QLocale& locale, QString title, QString footer)
    : m_layer(device), m_writer(&m_layer), m_texts(texts), m_locale(locale), m_footer(std::move(footer))
{
    m_writer.setPdfVersion(QPdfWriter::PdfVersion_A1b); // for archives: its fonts and colours are in it
    m_writer.setResolution(resolution);
    m_writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait, QMarginsF()));
    m_writer.setTitle(title);
    m_writer.setCreator(u"Sallyport"_s);
    m_painter.begin(&m_writer);
    m_painter.setRenderHint(QPainter::Antialiasing);
    for (const Style style : {Style::Display, Style::Heading, Style::Figure, Style::Body, Style::BodyStrong, Style::Small,
                              Style::SmallStrong, Style::Mono}) {
        const QFont shaped = fontOf(style);
        // Inter has other glyphs for `:` and dashes between figures; they would be lost to who copies or searches the
        // text. Where letters stand for themselves nothing is shaped, which is faster too.
        QFont plain = shaped;
        plain.setStyleStrategy(QFont::PreferNoShaping);
        m_faces.emplace(style, Faces{{plain, QFontMetricsF(plain, &m_writer)}, {shaped, QFontMetricsF(shaped, &m_writer)}});
    }
}

const Pages::Face& Pages::face(Style style, const QString& text) const
{
    const Faces& faces = m_faces.at(style);
    return needsShaping(text) ? faces.shaped : faces.plain;
}

bool Pages::next()
{
    if (!m_painter.isActive())
        return false;
    if (m_page > 0) {
        footer();
        if (!m_writer.newPage())
            return false;
    }
    ++m_page;
    return true;
}

bool Pages::finish()
{
    if (m_page > 0)
        footer();
    if (!m_painter.end())
        return false;
    for (const Style style : {Style::Body, Style::BodyStrong, Style::Mono})
        m_letters.findShared(m_faces.at(style).shaped.font);
    return m_layer.correct([this](char16_t letter) { return m_letters.meant(letter); });
}

void Pages::footer()
{
    constexpr double baseline = height - 32;
    line(left, baseline - 14, right, baseline - 14, color::line);
    text(left, baseline, m_footer, Style::Small, color::muted, 360);
    const QString page = string(m_texts.page).arg(number(m_page), number(std::max(m_total, m_page)));
    text(right, baseline, page, Style::Small, color::muted, 0, Qt::AlignRight);
}

/// Asks once for each letter that isn't Latin.
void Pages::look(const QString& text)
{
    m_letters.add(text);
    constexpr char32_t latin = 0x250;
    if (std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < latin; }))
        return;
    for (const uint letter : text.toUcs4()) {
        if (letter < latin)
            continue;
        const auto known = m_drawable.try_emplace(letter, true);
        if (known.second)
            known.first->second = isDrawable(letter, m_faces.at(Style::Body).shaped.font);
        if (!known.first->second)
            m_missing.insert(letter);
    }
}

void Pages::text(double x, double y, const QString& text, Style style, QRgb tint, double room, Qt::Alignment alignment)
{
    if (text.isEmpty())
        return;
    look(text);
    const Face& used = face(style, text);
    const double limit = room * unit;
    // Measuring costs as much as drawing; what is surely short enough isn't measured.
    const bool maybeWide = room > 0 && static_cast<double>(text.size()) * used.metrics.averageCharWidth() > limit * 0.6;
    const QString shown =
        maybeWide && used.metrics.horizontalAdvance(text) > limit ? used.metrics.elidedText(text, Qt::ElideRight, limit) : text;
    double start = x * unit;
    if (alignment & Qt::AlignRight)
        start -= used.metrics.horizontalAdvance(shown);
    else if (alignment & Qt::AlignHCenter)
        start -= used.metrics.horizontalAdvance(shown) / 2;
    m_letters.add(shown); // the sign at the end of what is cut off, too
    m_painter.setFont(used.font);
    m_painter.setPen(QColor(tint));
    m_painter.drawText(QPointF(start, y * unit), shown);
}

void Pages::twoLines(double x, double y, double room, const QString& words, Style style, QRgb tint)
{
    if (widthOf(words, style) <= room)
        return text(x, y, words, style, tint, room);
    qsizetype end = 0; // of the first line
    for (qsizetype space = words.indexOf(u' '); space >= 0; space = words.indexOf(u' ', space + 1))
        if (widthOf(words.left(space), style) <= room)
            end = space;
        else
            break;
    const bool atWord = end > 0;
    if (!atWord) { // one long word
        end = 1;
        while (end + 1 < words.size() && (words[end].isLowSurrogate() || widthOf(words.left(end + 1), style) <= room))
            ++end;
    }
    text(x, y, words.left(end), style, tint, room);
    text(x, y + lineStep, words.mid(atWord ? end + 1 : end), style, tint, room);
}

double Pages::paragraph(double x, double y, double room, const QString& text, Style style, QRgb tint)
{
    look(text);
    const Face& used = face(style, text);
    m_painter.setFont(used.font);
    m_painter.setPen(QColor(tint));
    QRectF taken;
    m_painter.drawText(dots(QRectF(x, y, room, bottom - y)), Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, text, &taken);
    return taken.height() / unit;
}

double Pages::paragraphHeight(double room, const QString& text, Style style) const
{
    const QRectF area = dots(QRectF(0, 0, room, bottom - top));
    return face(style, text).metrics.boundingRect(area, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, text).height() / unit;
}

void Pages::fill(const QRectF& area, QRgb tint, double radius)
{
    if (radius <= 0) {
        m_painter.fillRect(dots(area), QColor(tint));
        return;
    }
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(QColor(tint));
    m_painter.drawRoundedRect(dots(area), radius * unit, radius * unit);
}

void Pages::line(double x1, double y1, double x2, double y2, QRgb tint, double thickness)
{
    m_painter.setPen(QPen(QColor(tint), thickness * unit));
    m_painter.drawLine(QPointF(x1 * unit, y1 * unit), QPointF(x2 * unit, y2 * unit));
}

void Pages::dot(double x, double y, double radius, QRgb tint)
{
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(QColor(tint));
    m_painter.drawEllipse(QPointF(x * unit, y * unit), radius * unit, radius * unit);
}

void Pages::logo(double x, double y, double size)
{
    // Two gates, one inside the other, open below.
    const auto arch = [&](double inset) {
        const double from = (x + inset) * unit, to = (x + size - inset) * unit, base = (y + size) * unit;
        const double span = to - from, crown = (y + inset) * unit;
        QPainterPath path(QPointF(from, base));
        path.lineTo(from, crown + span / 2);
        path.arcTo(QRectF(from, crown, span, span), 180, -180);
        path.lineTo(to, base);
        return path;
    };
    m_painter.setBrush(Qt::NoBrush);
    m_painter.setPen(QPen(QColor(color::accent), size * 0.09 * unit, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    m_painter.drawPath(arch(size * 0.06));
    m_painter.drawPath(arch(size * 0.27));
}

double Pages::widthOf(const QString& text, Style style) const
{
    return face(style, text).metrics.horizontalAdvance(text) / unit;
}

} // namespace sallyport::report
