/// `sallyport-report [--out FILE]`: reads JSON lines on standard input, the first a header
/// (backend/audit/report_summary.h), then one an event, and writes a PDF; or the header of an access review and its rows
/// (backend/authorization/access_review_file.h); or a document (backend/audit/documents/json_document.h). Ends with 1 and one
/// line on standard error if something is wrong, with 2 for wrong usage. Memory doesn't grow with the number of events.

#include "app/report/access_pages.h"
#include "app/report/document_pages.h"
#include "app/report/sections.h"

#include <QFile>
#include <QGuiApplication>
#include <QTextStream>

#include <cstdio>

namespace {

using namespace Qt::StringLiterals;
using namespace sallyport::report;

constexpr qint64 lineLimit = 16 * 1024 * 1024; ///< bytes; the header of a century by day has 4 MB

int fail(const QString& why, int code = 1)
{
    QTextStream(stderr) << "sallyport-report: " << why << Qt::endl;
    return code;
}

/// The pages of an access review behind its header.
int drawAccess(const AccessHeader& header, QIODevice& input, QIODevice& output)
{
    const KindTitles titles(header.language);
    AccessPages pages(output, header);
    for (qint64 number = 2;; ++number) {
        const QByteArray line = input.readLine(lineLimit);
        if (line.isEmpty())
            return pages.finish() ? 0 : fail(u"the PDF cannot be written"_s);
        const std::optional<AccessRow> row = parseAccessRow(line, titles);
        if (!row)
            return fail(u"line %1 is not a row"_s.arg(number));
        if (!pages.add(*row))
            return fail(u"the PDF cannot be written"_s);
    }
}

int draw(QIODevice& input, QIODevice& output)
{
    const QByteArray first = input.readLine(lineLimit);
    if (const auto access = parseAccessHeader(first))
        return drawAccess(*access, input, output);
    if (const auto document = DocumentReader::header(first)) {
        const QString problem = drawDocument(*document, input, output);
        return problem.isEmpty() ? 0 : fail(problem);
    }
    const std::optional<Header> header = parseHeader(first);
    if (!header)
        return fail(u"the first line is not a report header"_s);
    const Texts& texts = textsFor(header->language);
    const QString title = header->title.isEmpty() ? string(texts.auditReport) : header->title;
    Pages pages(output, texts, localeFor(header->language), title,
                header->vault.isEmpty() ? title : header->vault + u" · "_s + title);
    pages.setTotal(3 + EventTable::pagesFor(header->total));
    if (!pages.next())
        return fail(u"the PDF cannot be written"_s);
    drawCover(pages, *header, contentsOf(pages, *header));
    if (!pages.next())
        return fail(u"the PDF cannot be written"_s);
    drawOverview(pages, *header);
    EventTable table(pages, header->zone);
    const KindTitles titles(header->language);
    for (qint64 number = 2;; ++number) {
        const QByteArray line = input.readLine(lineLimit);
        if (line.isEmpty())
            break;
        const std::optional<Row> row = parseRow(line, titles);
        if (!row)
            return fail(u"line %1 is not an event"_s.arg(number));
        if (!table.add(*row))
            return fail(u"the PDF cannot be written"_s);
    }
    if (!pages.next())
        return fail(u"the PDF cannot be written"_s);
    drawChainPage(pages, *header);
    return pages.finish() ? 0 : fail(u"the PDF cannot be written"_s);
}

/// Standard error is for `fail`: what Qt says about the session it doesn't find would only hide it.
void silence(QtMsgType, const QMessageLogContext&, const QString&) {}

} // namespace

int main(int argc, char** argv)
{
    qInstallMessageHandler(silence);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    const QStringList arguments = QGuiApplication::arguments();
    if (arguments.size() != 1 && !(arguments.size() == 3 && arguments[1] == "--out"_L1))
        return fail(u"usage: sallyport-report [--out FILE] < events.jsonl"_s, 2);

    QFile input, output;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return fail(u"standard input cannot be read"_s);
    bool opened = false;
    if (arguments.size() == 3) {
        output.setFileName(arguments[2]);
        opened = output.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    } else {
        opened = output.open(stdout, QIODevice::WriteOnly);
    }
    if (!opened)
        return fail(u"the PDF cannot be created: "_s + output.errorString());
    const int code = draw(input, output);
    output.close();
    if (code == 0 && output.error() != QFileDevice::NoError)
        return fail(u"the PDF cannot be written: "_s + output.errorString());
    if (code != 0 && arguments.size() == 3)
        output.remove();
    return code;
}
