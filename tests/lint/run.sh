#!/bin/sh
# run.sh - that the checks of make lint find what they are for, and nothing else.
#
# usage: tests/lint/run.sh                    (AWK names another awk)

cd "$(dirname "$0")" || exit 1
. ../tap.sh
lint=$(cd ../../src/tool/lint && pwd)

# complains CHECK FILE: whether a check says something of a file, and fails for it.
complains() {
	! (cd "$scratch" && "${AWK:-awk}" -f "$lint/$1.awk" "$2") > "$scratch/said" &&
		grep -q "^$2:[0-9]*: " "$scratch/said"
}

# silent CHECK FILE: the opposite.
silent() {
	(cd "$scratch" && "${AWK:-awk}" -f "$lint/$1.awk" "$2") > "$scratch/said" && test ! -s "$scratch/said"
}

# Each line has what the check does, the check, the file, and what stands in it.
while IFS='	' read -r does check file content; do
	mkdir -p "$scratch/$(dirname "$file")"
	printf '%s\n' "$content" | tr '~' '\n' > "$scratch/$file"
	$does "$check" "$file"
	result $? "$check $does: $file: $content"
done < cases.txt

# body LINES: a function of so many, after a short one.
body() {
	printf 'int\nshort(void)\n{\n\treturn 1;\n}\n\nint\nlong(void)\n{\n'
	yes '	step();' | head -n "$1"
	printf '}\n'
}
body 50 > "$scratch/fits.c"
silent function_size fits.c
result $? "a function of 50 lines is allowed"
body 51 > "$scratch/long.c"
complains function_size long.c
result $? "a function of 51 lines is not"
{ body 40; yes '' | head -n 350; } > "$scratch/full.c"
silent function_size full.c
result $? "a file of 400 lines is allowed"
echo >> "$scratch/full.c"
complains function_size full.c
result $? "a file of 401 lines is not"

finish
