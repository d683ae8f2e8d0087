# function_size.awk - no function over 50 lines, no file over 400.
#
# A body stands between a brace and a brace that each begin a line, as the
# formatter puts them; that of a structure or a table begins on a line of words.

FNR == 1 { begun = 0 }
/^{/ { begun = FNR; name = previous }
/^}/ && begun {
	if (FNR - begun - 1 > 50) complain(begun, "a function of " (FNR - begun - 1) " lines: " name)
	begun = 0
}
FNR == 401 { complain(FNR, "a file of more than 400 lines") }
{ previous = $0 }
END { exit found }

function complain(line, what) { printf "%s:%d: %s\n", FILENAME, line, what; found = 1 }
