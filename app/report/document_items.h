#pragma once

#include "app/report/kind_titles.h"
#include "app/report/pages.h"

#include <QDateTime>
#include <QJsonObject>
#include <QStringList>

#include <optional>
#include <vector>

namespace sallyport::report {

/// The first line of a document (backend/audit/documents/json_document.h), everything in the report's language.
struct DocumentHeader {
    QString title, language, vault, operatorName, zone, filter;
    QDateTime generated, since, until;
};

struct Figure {
    QString label, value;
    QRgb tint = color::text;
};

struct PlotPoint {
    QString label;
    std::vector<qint64> values;
    qint64 total() const;
};

struct Plot {
    QString title;
    bool bars = false;
    struct Series {
        QString name;
        QRgb tint = color::outcome[0];
    };
    std::vector<Series> series;
    std::vector<PlotPoint> points;
};

struct SheetColumn {
    QString title;
    double share = 1; ///< of the width, all together 1
    bool right = false;
};

struct Sheet {
    QString caption;
    std::vector<SheetColumn> columns;
    qint64 rows = 0;
    bool isLong = false;
    bool onTwoLines = false;        ///< each row of a long one
    std::vector<QStringList> cells; ///< of a sheet that isn't long
};

/// One thing of a document, in its order.
struct DocumentItem {
    enum class Kind { Section, Note, Figures, Plot, Sheet };
    Kind kind = Kind::Note;
    QString text; ///< of a section or note
    QRgb tint = color::text;
    std::vector<Figure> figures;
    Plot plot;
    Sheet sheet;
};

/// Reads the lines of a document.
class DocumentReader {
public:
    DocumentReader(const QString& language, const QLocale& locale) : m_titles(language), m_locale(locale) {}

    static std::optional<DocumentHeader> header(const QByteArray& line);
    /// Nothing if the line is none of these, or is a row or an end.
    std::optional<DocumentItem> item(const QJsonObject& line) const;
    /// The cells of a row.
    QStringList row(const QJsonObject& line) const;

private:
    QString phrase(const QJsonValue& value) const;
    QString cell(const QJsonValue& value) const;

    KindTitles m_titles;
    QLocale m_locale;
};

} // namespace sallyport::report
