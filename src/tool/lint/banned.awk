# banned.awk - functions that are not to be called, since the arena, buf and quarter do it safely.

BEGIN {
	split("malloc calloc realloc free strdup strndup sprintf vsprintf strcpy strncpy strcat strncat " \
		"strtok gmtime localtime mktime ctime asctime atoi atol atoll atof system popen alloca gets", words, " ")
	for (i in words) banned[words[i]] = 1
}
FNR == 1 { comment = 0 }
{
	rest = without_words($0)
	while (match(rest, /[A-Za-z_][A-Za-z_0-9]*[ \t]*\(/)) {
		name = substr(rest, RSTART, RLENGTH)
		sub(/[ \t]*\($/, "", name)
		if (name in banned && FILENAME !~ /(^|\/)src\/base\//) {
			printf "%s:%d: %s() is banned\n", FILENAME, FNR, name
			found = 1
		}
		rest = substr(rest, RSTART + RLENGTH)
	}
}
END { exit found }

# The line without its strings and comments, one of which may go on.
function without_words(s) {
	gsub(/"([^"\\]|\\.)*"/, "\"\"", s)
	gsub(/\/\*([^*]|\*+[^*\/])*\*+\//, "", s)
	if (comment && !sub(/^.*\*\//, "", s)) return ""
	comment = sub(/\/\*.*$/, "", s)
	return s
}
