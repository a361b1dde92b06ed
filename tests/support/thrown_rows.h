#pragma once

#include "tests/support/thrown.h"

#include <QtTest>

namespace sallyport::test {

/// One row for each; fetch it with `QFETCH(int, thrown)`.
inline void thrownRows()
{
    QTest::addColumn<int>("thrown");
    for (const Thrown what : allThrown)
        QTest::newRow(nameOf(what)) << static_cast<int>(what);
}

} // namespace sallyport::test
