#pragma once

#include "backend/identity/leak_scan/leak_scan.h"
#include "tests/identity/keys_fixture.h"

#include <QProcess>
#include <QTemporaryDir>

#include <filesystem>
#include <fstream>
#include <string>

namespace sallyport::test {

/// A folder to be searched, and a key that may lie in it.
struct Scan : Keys {
    Scan()
    {
        adaActor.kind = access::Actor::Kind::Operator;
        leaked = require(keys().create(edActor, named("leaked")));
    }

    std::string path(const std::string& name) { return folder.filePath(QString::fromStdString(name)).toStdString(); }
    void put(const std::string& name, const std::string& content)
    {
        std::filesystem::create_directories(std::filesystem::path(path(name)).parent_path());
        std::ofstream(path(name), std::ios::binary) << content;
    }
    identity::LeakReport run(bool histories = false, const std::string& name = "")
    {
        return require(
            identity->leakScan().scan(adaActor, {{name.empty() ? folder.path().toStdString() : path(name)}, histories}, {}));
    }
    std::string text() const { return std::string(leaked.text.view()); }

    QTemporaryDir folder;
    identity::IssuedKey leaked;
};

inline bool git(const QString& folder, const QStringList& words)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(QStringLiteral("git"), QStringList{QStringLiteral("-c"), QStringLiteral("user.name=x"), QStringLiteral("-c"),
                                                     QStringLiteral("user.email=x@x.example")} +
                                             words);
    return process.waitForFinished() && process.exitCode() == 0;
}

} // namespace sallyport::test
