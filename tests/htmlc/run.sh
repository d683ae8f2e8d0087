#!/bin/sh
# run.sh - what htmlc makes of good pages, and that it refuses unsafe ones.
#
# usage: HTMLC=path/to/htmlc tests/htmlc/run.sh

cd "$(dirname "$0")" || exit 1
. ../tap.sh

# page TEXT: a page of one template that holds the text.
page() {
	printf '{%% template page(const char *a, int b) %%}%s{%% end %%}' "$1" > "$scratch/page.html"
}

for html in *.html; do
	{ "$HTMLC" -h "$html" && "$HTMLC" "$html"; } > "$scratch/made" 2>&1
	diff -u "${html%.html}.expected" "$scratch/made"
	result $? "$html becomes what is expected"
done

while IFS= read -r unsafe; do
	page "$unsafe"
	! "$HTMLC" "$scratch/page.html" > /dev/null 2> "$scratch/why" &&
		grep -q "^$scratch/page.html:1: " "$scratch/why"
	result $? "refused: $unsafe"
done < unsafe.txt

# Each line has the writers that are expected, in their order, and the page.
while IFS='	' read -r writers safe; do
	page "$safe"
	"$HTMLC" "$scratch/page.html" > "$scratch/page.c"
	test "$(grep -o 'HTML_[A-Z_]*\|html_format' "$scratch/page.c" | tr '\n' ' ')" = "$writers "
	result $? "$writers for: $safe"
done < writers.txt

finish
