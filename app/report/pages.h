#pragma once

#include "app/report/drawn_letters.h"
#include "app/report/text_layer.h"
#include "app/report/texts.h"

#include <QColor>
#include <QFont>
#include <QFontMetricsF>
#include <QIODevice>
#include <QPainter>
#include <QPdfWriter>

#include <map>
#include <set>
#include <unordered_map>

namespace sallyport::report {

// The light tokens of the product's look.
namespace color {
inline constexpr QRgb text = 0xff1a1d23, muted = 0xff59616e, accent = 0xff2a55c9, line = 0xffdfe2e8, rowLine = 0xffe9ebef;
inline constexpr QRgb raised = 0xfffafbfc, success = 0xff17683d, successTint = 0xffe4f3ea, danger = 0xffb42318;
inline constexpr QRgb dangerTint = 0xfffde9e7, warning = 0xff845000;
/// Chart colours by outcome: normal, other, refused, blocked.
inline constexpr QRgb outcome[] = {0xff6c89de, 0xff7e8899, 0xffc77700, 0xffc8372b};
} // namespace color

enum class Style { Display, Heading, Figure, Body, BodyStrong, Small, SmallStrong, Mono };

/// A4 pages of a PDF, measured in points from the top left corner of the paper; a footer with the page's number on each.
/// QPdfWriter writes a page as soon as the next one begins, so that memory doesn't grow with the report.
class Pages {
public:
    static constexpr double width = 595, height = 842, left = 48, right = width - 48, top = 48, bottom = height - 56;

    Pages(QIODevice& device, const Texts& texts, const QLocale& locale, QString title, QString footer);

    /// How many pages there will be, for the footer.
    void setTotal(qint64 pages) { m_total = pages; }
    /// False if the device takes no more.
    bool next();
    bool finish();

    /// `y` is the baseline. `alignment`: left, right or centre of `x`. Elided at the end if wider than `room` (0: any).
    void text(double x, double y, const QString& text, Style style, QRgb tint = color::text, double room = 0,
              Qt::Alignment alignment = Qt::AlignLeft);
    /// On two lines at most, at words where it can be, with `y` the baseline of the first; elided at the end of the second.
    void twoLines(double x, double y, double room, const QString& text, Style style, QRgb tint = color::text);
    static constexpr double lineStep = 9; ///< from one of the two baselines to the other
    /// Wraps at `room`; gives back the height used.
    double paragraph(double x, double y, double room, const QString& text, Style style, QRgb tint = color::text);
    /// The height that paragraph() would use.
    double paragraphHeight(double room, const QString& text, Style style) const;
    void fill(const QRectF& area, QRgb tint, double radius = 0);
    void line(double x1, double y1, double x2, double y2, QRgb tint, double thickness = 0.5);
    void dot(double x, double y, double radius, QRgb tint);
    /// The product's arch.
    void logo(double x, double y, double size);
    double widthOf(const QString& text, Style style) const;

    /// What no font of this machine has, of all that was drawn so far: it stands as boxes.
    const std::set<char32_t>& missing() const { return m_missing; }

    const Texts& texts() const { return m_texts; }
    QString number(qint64 value) const { return m_locale.toString(value); }
    const QLocale& locale() const { return m_locale; }

private:
    struct Face {
        QFont font;
        QFontMetricsF metrics;
    };
    struct Faces {
        Face plain, shaped;
    };
    const Face& face(Style style, const QString& text) const;
    void footer();
    void look(const QString& text);

    TextLayer m_layer; ///< what m_writer writes goes through it
    QPdfWriter m_writer;
    QPainter m_painter;
    const Texts& m_texts;
    QLocale m_locale;
    QString m_footer;
    std::map<Style, Faces> m_faces;
    std::unordered_map<char32_t, bool> m_drawable; ///< what was looked for in the fonts
    std::set<char32_t> m_missing;
    DrawnLetters m_letters;
    qint64 m_page = 0, m_total = 0;
};

} // namespace sallyport::report
