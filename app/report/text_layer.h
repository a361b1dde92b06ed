#pragma once

#include <QByteArray>
#include <QIODevice>
#include <QString>

#include <functional>
#include <vector>

namespace sallyport::report {

/// The tables by which a reader copies and searches a PDF's text, one a font: which glyph stands for which characters. Lies
/// between the PDF's writer and its file, lets everything through, and keeps these tables, which come at the end and are small.
class TextLayer final : public QIODevice {
public:
    explicit TextLayer(QIODevice& file);

    /// After the last byte of the PDF: appends each table in which a glyph stands for something else, as an update of the file
    /// (ISO 32000-1, 7.5.6). False if the file takes no more.
    bool correct(const std::function<QString(char16_t)>& meant);

    bool isSequential() const override { return true; }

protected:
    qint64 readData(char*, qint64) override { return -1; }
    qint64 writeData(const char* data, qint64 size) override;

private:
    struct Table {
        int object = 0;
        QByteArray text;
    };

    QIODevice& m_file;
    qint64 m_size = 0;
    QByteArray m_end; ///< the last of what was written
    std::vector<Table> m_tables;
};

} // namespace sallyport::report
