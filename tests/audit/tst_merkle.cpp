#include "backend/audit/tree/merkle.h"
#include "backend/audit/tree/merkle_line.h"
#include "backend/base/encoding.h"
#include "tests/support/test_main.h"

#include <QtTest>

#include <algorithm>

namespace tst_merkle {

using namespace sallyport;
using namespace sallyport::audit;

namespace {

/// The leaves that Certificate Transparency's own tests use, and the roots of the first one, two.. of them as published there.
constexpr const char* ctLeaves[] = {
    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"};
constexpr const char* ctRoots[] = {"6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                                   "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                                   "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                                   "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                                   "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                                   "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                                   "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                                   "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};

std::vector<TreeHash> leavesOfCt(std::size_t count)
{
    std::vector<TreeHash> leaves;
    for (std::size_t i = 0; i < count; ++i)
        leaves.push_back(leafHash(*fromHex(ctLeaves[i])));
    return leaves;
}

std::vector<TreeHash> someLeaves(int count)
{
    std::vector<TreeHash> leaves;
    for (int i = 0; i < count; ++i) {
        const std::byte data[] = {static_cast<std::byte>(i & 0xff), static_cast<std::byte>(i >> 8)};
        leaves.push_back(leafHash(data));
    }
    return leaves;
}

QByteArray hexed(const TreeHash& hash)
{
    return QByteArray::fromStdString(toHex(hash));
}

QByteArray begins(const std::vector<TreeHash>& proof)
{
    QByteArray text;
    for (const TreeHash& hash : proof)
        text += hexed(hash).left(16) + ' ';
    return text.trimmed();
}

} // namespace

/// The tree of RFC 9162, held against vectors of others and against itself.
class MerkleTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void root_ofNothing_isTheHashOfNothing()
    {
        QCOMPARE(hexed(*rootOf(nodesOf({}), 0)), QByteArray("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    }

    void roots_areThoseOfCertificateTransparency()
    {
        for (std::size_t size = 1; size <= 8; ++size) {
            const std::vector<TreeHash> leaves = leavesOfCt(size);
            QCOMPARE(hexed(*rootOf(nodesOf(leaves), static_cast<std::int64_t>(size))), QByteArray(ctRoots[size - 1]));
            GrowingTree growing;
            for (const TreeHash& leaf : leaves)
                growing.add(leaf);
            QCOMPARE(hexed(growing.root()), QByteArray(ctRoots[size - 1]));
        }
    }

    void inclusion_isThatOfCertificateTransparency()
    {
        const NodeSource nodes = nodesOf(leavesOfCt(8));
        QCOMPARE(begins(*inclusionProof(nodes, 0, 8)), QByteArray("96a296d224f285c6 5f083f0a1a33ca07 6b47aaf29ee3c2af"));
        QCOMPARE(begins(*inclusionProof(nodes, 5, 8)), QByteArray("bc1a0643b12e4d2d ca854ea128ed050b d37ee418976dd957"));
        QCOMPARE(begins(*inclusionProof(nodes, 2, 3)), QByteArray("fac54203e7cc696c"));
        QCOMPARE(begins(*inclusionProof(nodes, 1, 5)), QByteArray("6e340b9cffb37a98 5f083f0a1a33ca07 bc1a0643b12e4d2d"));
        QVERIFY(inclusionProof(nodes, 0, 1)->empty());
    }

    void consistency_isThatOfCertificateTransparency()
    {
        const NodeSource nodes = nodesOf(leavesOfCt(8));
        QVERIFY(consistencyProof(nodes, 1, 1)->empty());
        QVERIFY(consistencyProof(nodes, 0, 8)->empty());
        QCOMPARE(begins(*consistencyProof(nodes, 1, 8)), QByteArray("96a296d224f285c6 5f083f0a1a33ca07 6b47aaf29ee3c2af"));
        QCOMPARE(begins(*consistencyProof(nodes, 6, 8)), QByteArray("0ebc5d3437fbe2db ca854ea128ed050b d37ee418976dd957"));
        QCOMPARE(begins(*consistencyProof(nodes, 2, 5)), QByteArray("5f083f0a1a33ca07 bc1a0643b12e4d2d"));
    }

    void proofs_ofEachPlaceAndSize_leadToTheRoot()
    {
        const std::vector<TreeHash> leaves = someLeaves(67);
        const NodeSource nodes = nodesOf(leaves);
        for (std::int64_t size = 1; size <= 67; ++size) {
            const TreeHash root = *rootOf(nodes, size);
            for (std::int64_t i = 0; i < size; ++i) {
                auto proof = *inclusionProof(nodes, i, size);
                const TreeHash& leaf = leaves[static_cast<std::size_t>(i)];
                QVERIFY(*rootByInclusion(leaf, i, size, proof) == root);
                if (proof.empty())
                    continue;
                proof.front()[3] ^= std::byte{1};
                QVERIFY(*rootByInclusion(leaf, i, size, proof) != root);
                proof.pop_back();
                QVERIFY(!rootByInclusion(leaf, i, size, proof));
            }
            for (std::int64_t from = 0; from <= size; ++from) {
                auto proof = *consistencyProof(nodes, from, size);
                const TreeHash before = *rootOf(nodes, from);
                QVERIFY(isConsistent(from, before, size, root, proof));
                if (from == 0)
                    continue;
                TreeHash other = before;
                other[0] ^= std::byte{0x80};
                QVERIFY(!isConsistent(from, other, size, root, proof));
                proof.push_back(other);
                QVERIFY(!isConsistent(from, before, size, root, proof));
            }
        }
    }

    void selection_ofAnyLeaves_leadsToTheRoot()
    {
        const std::vector<TreeHash> leaves = someLeaves(37);
        const NodeSource nodes = nodesOf(leaves);
        const TreeHash root = *rootOf(nodes, 37);
        for (unsigned pattern = 0; pattern < 400; ++pattern) {
            std::vector<std::int64_t> positions;
            std::vector<TreeHash> chosen;
            for (int i = 0; i < 37; ++i) {
                if (((pattern * 2654435761u) >> (i % 29) & 1u) == 0)
                    continue;
                positions.push_back(i);
                chosen.push_back(leaves[static_cast<std::size_t>(i)]);
            }
            auto proof = *selectionProof(nodes, positions, 37);
            QVERIFY(*rootBySelection(positions, chosen, 37, proof) == root);
            proof.push_back(root);
            QVERIFY(!rootBySelection(positions, chosen, 37, proof));
            if (!chosen.empty()) {
                proof.pop_back();
                chosen.back()[31] ^= std::byte{1};
                QVERIFY(*rootBySelection(positions, chosen, 37, proof) != root);
            }
        }
        const std::int64_t twice[] = {4, 4};
        QVERIFY(!rootBySelection(twice, std::vector<TreeHash>(2), 37, {}));
    }

    void outside_isRefused()
    {
        const NodeSource nodes = nodesOf(someLeaves(5));
        QVERIFY(!inclusionProof(nodes, 5, 5));
        QVERIFY(!inclusionProof(nodes, -1, 5));
        QVERIFY(!consistencyProof(nodes, 6, 5));
        QVERIFY(!consistencyProof(nodes, -1, 5));
        QVERIFY(!rootOf(nodes, 9));
    }

    void line_answersAsTheContractSays();
    void manyLeaves_inOneLineOrSeveral_giveOneTree();
    void selection_ofManyLeaves_leadsToTheRoot();
};

void MerkleTest::line_answersAsTheContractSays()
{
    const QByteArray whole =
        QByteArray::fromStdString(merkleLine("{\"leaves\":[\"\",\"AA==\",\"EA==\"],\"index\":2,\"from\":2}"));
    const QByteArray root(ctRoots[2]), left(ctRoots[1]), right = hexed(leavesOfCt(3)[2]);
    QByteArray expected = "{\"root\":\"" + root + "\",\"inclusion\":[\"" + left + "\"],\"consistency\":[\"" + right + "\"]}";
    QCOMPARE(whole, expected);
    QVERIFY(merkleLine("{\"leaves\":[]}").find("e3b0c442") != std::string::npos);
    for (const char* wrong : {"", "[]", "{}", "{\"leaves\":[1]}", "{\"leaves\":[\"*\"]}", "{\"leaves\":[\"\"],\"index\":1}",
                              "{\"leaves\":[\"\"],\"from\":2}", "{\"leaves\":[\"\"],\"from\":\"1\"}"})
        QVERIFY2(merkleLine(wrong).starts_with("{\"error\":"), wrong);
}

void MerkleTest::manyLeaves_inOneLineOrSeveral_giveOneTree()
{
    // More than a document of ours has elsewhere. What is hashed is the number of the leaf.
    constexpr int count = 70'000;
    GrowingTree tree;
    std::string whole = "{\"leaves\":[";
    std::vector<std::string> parts{whole};
    for (int i = 0; i < count; ++i) {
        const QByteArray data = QByteArray::number(i);
        tree.add(leafHash(std::as_bytes(std::span(data.constData(), static_cast<std::size_t>(data.size())))));
        const std::string leaf = '"' + data.toBase64().toStdString() + '"';
        whole += (i > 0 ? "," : "") + leaf;
        const bool begins = i % 9'000 == 0;
        if (begins && i > 0) {
            parts.back() += "],\"more\":true}";
            parts.emplace_back("{\"leaves\":[");
        }
        parts.back() += (begins ? "" : ",") + leaf;
    }
    whole += "],\"index\":69999,\"from\":65536}";
    parts.back() += "],\"index\":69999,\"from\":65536}";
    const std::string answer = merkleLine(whole);
    const std::string root = hexed(tree.root()).toStdString();
    QVERIFY2(answer.starts_with("{\"root\":\"" + root + "\",\"inclusion\":["), answer.substr(0, 200).c_str());
    MerkleLines lines;
    for (std::size_t i = 0; i + 1 < parts.size(); ++i)
        QVERIFY(!lines.answer(parts[i]));
    QCOMPARE(lines.answer(parts.back()).value_or(""), answer);
    QVERIFY(!lines.end());
    // A mistake ends the tree; what comes then is another.
    QVERIFY(!lines.answer("{\"leaves\":[\"\"],\"more\":true}"));
    QVERIFY(lines.answer("{\"leaves\":[1]}").value_or("").starts_with("{\"error\":"));
    QCOMPARE(lines.answer("{\"leaves\":[]}").value_or(""), merkleLine("{\"leaves\":[]}"));
    QVERIFY(!lines.answer("{\"leaves\":[\"\"],\"more\":true}"));
    QVERIFY(lines.end().value_or("").starts_with("{\"error\":"));
    QVERIFY(merkleLine("{\"leaves\":[],\"more\":1}").starts_with("{\"error\":"));
    QVERIFY(merkleLine("{\"leaves\":[],\"more\":true}").starts_with("{\"error\":"));
}

void MerkleTest::selection_ofManyLeaves_leadsToTheRoot()
{
    constexpr int count = 70'001;
    const std::vector<TreeHash> leaves = someLeaves(count);
    std::vector<std::int64_t> positions;
    std::vector<TreeHash> chosen;
    // All but a few, as in a pack of a whole journal, and both ends.
    for (std::int64_t i = 0; i < count; ++i) {
        if (i % 1'000 == 500)
            continue;
        positions.push_back(i);
        chosen.push_back(leaves[static_cast<std::size_t>(i)]);
    }
    const NodeSource nodes = nodesOf(leaves);
    const TreeHash root = *rootOf(nodes, count);
    const auto proof = *selectionProof(nodes, positions, count);
    QCOMPARE(proof.size(), std::size_t{70});
    QVERIFY(*rootBySelection(positions, chosen, count, proof) == root);
    chosen[chosen.size() / 2][0] ^= std::byte{1};
    QVERIFY(*rootBySelection(positions, chosen, count, proof) != root);
}

SALLYPORT_GUILESS_TEST(MerkleTest)

} // namespace tst_merkle

#include "tst_merkle.moc"
