#!/bin/sh
# run.sh - what sqlc.awk makes of good statements, and that it refuses others.
#
# usage: tests/sqlc/run.sh                    (AWK names another awk)

cd "$(dirname "$0")" || exit 1
. ../tap.sh
sqlc=../../src/tool/sqlc.awk

for sql in *.sql; do
	for want in h c; do
		"${AWK:-awk}" -f $sqlc -v want=$want "$sql"
	done > "$scratch/made" 2>&1
	diff -u "${sql%.sql}.expected" "$scratch/made"
	result $? "$sql becomes what is expected"
done

# Each line is a file; a tilde ends a line of it. It lies beside the header that some include.
mkdir "$scratch/sqlc"
cp page.h "$scratch/sqlc"
while IFS= read -r wrong; do
	printf '%s\n' "$wrong" | tr '~' '\n' > "$scratch/sqlc/wrong.sql"
	! "${AWK:-awk}" -f $sqlc -v want=c "$scratch/sqlc/wrong.sql" > "$scratch/made" 2> "$scratch/why" &&
		grep -q "^$scratch/sqlc/wrong.sql:[0-9]*: " "$scratch/why" && test ! -s "$scratch/made"
	result $? "refused: $wrong"
done < wrong.txt

finish
