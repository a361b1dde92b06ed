#!/bin/sh
# Collects the texts of ui/ and app/ and the titles of event kinds, duties and classes of attacks into the .ts files; run from the repository's root,
# or through the CMake target update_translations. With a folder as argument it writes there instead (the test compares).
set -e
out=${1:-translations}
lupdate=${LUPDATE:-lupdate}
flags="-I . -silent -locations none -no-ui-lines -no-obsolete -tr-function-alias QT_TRANSLATE_NOOP+=EVENT_TITLE,QT_TRANSLATE_NOOP+=DUTY_TITLE,QT_TRANSLATE_NOOP+=CLASS_TITLE"
# A source stands for its table (event_kinds.def, duties.def), which lupdate reads with it and not alone.
sources="ui app backend/audit/event_kinds.h backend/audit/upkeep.cpp backend/protection/detection/class_title.cpp"
"$lupdate" $flags -source-language en -target-language de $sources -ts "$out/sallyport_de.ts"
"$lupdate" $flags -source-language en -target-language fr $sources -ts "$out/sallyport_fr.ts"
"$lupdate" $flags -pluralonly -source-language en -target-language en $sources -ts "$out/sallyport_en.ts"
