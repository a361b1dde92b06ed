#!/bin/sh
# Collects the texts of ui/ and app/ into the .ts files; run from the repository's root, or through the CMake target
# update_translations. With a folder as argument it writes there instead (the test compares).
set -e
out=${1:-translations}
lupdate=${LUPDATE:-lupdate}
flags="-I . -silent -locations none -no-ui-lines -no-obsolete"
"$lupdate" $flags -source-language en -target-language de ui app -ts "$out/sallyport_de.ts"
"$lupdate" $flags -source-language en -target-language fr ui app -ts "$out/sallyport_fr.ts"
"$lupdate" $flags -pluralonly -source-language en -target-language en ui app -ts "$out/sallyport_en.ts"
