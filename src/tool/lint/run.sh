#!/bin/sh
# run.sh - what is wrong with the sources, short of a full build.
#
# usage: run.sh SOURCE_TREE, in the build tree, by make lint; which sets CLANG,
# CLANG_FLAGS and AWK, and has made all that is made from our sources.

tree=$1
. "$tree/tests/tap.sh"
lint=src/tool/lint

# ours TESTS: the files of our own of which the tests of find(1) are true.
ours() {
	(cd "$tree" && find src tests -name '*_html.[ch]' -prune -o -name '*_sql.[ch]' -prune \
		-o -type f \( "$@" \) -print | sort)
}

# in_tree COMMAND...: what the command says of the files named on its input.
in_tree() {
	(cd "$tree" && xargs "$@")
}

ours -name '*.[ch]' | in_tree clang-format --dry-run -Werror
result $? "the format is clang-format's"

ours -name '*.[ch]' | in_tree "$AWK" -f $lint/function_size.awk
result $? "functions are short"

ours -name '*.[ch]' | in_tree "$AWK" -f $lint/banned.awk
result $? "no banned function is called"

ours -name '*.[ch]' -o -name '*.html' -o -name '*.sql' | grep ^src/ |
	in_tree "$AWK" -f $lint/include_direction.awk
result $? "includes point one way"

{ ours -name '*.c' | sed "s|^|$tree/|"; find src -name '*_html.c' -o -name '*_sql.c'; } |
	xargs -P 2 -n 10 "$CLANG" $CLANG_FLAGS -std=gnu17 -Wmissing-variable-declarations \
		-Werror -fsyntax-only
result $? "clang has no warning"

msgcmp --no-fuzzy-matching src/po/all.po src/po/quarter.pot
result $? "every message is translated"

! msgcat "$tree"/src/*/zh_CN.po | msgattrib --only-fuzzy --no-obsolete | grep '^msgid ".'
result $? "no message is translated in two ways"

finish
