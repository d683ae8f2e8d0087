# sqlc.awk - turns the named statements of a .sql file into typed C functions.
#
# usage: awk -f sqlc.awk -v want=h src/booking/booking.sql > src/booking/booking_sql.h
#        awk -f sqlc.awk -v want=c src/booking/booking.sql > src/booking/booking_sql.c
#
#   -- include "booking/booking.h"
#   -- statement NAME(PARAMETER TYPE, ...): KIND
#   SQL, in which :parameter stands for a value, up to a semicolon.
#
# TYPE is id, int, flag, real, time, text, word, bytes, or row: `booking row` takes
# a struct booking, of which the SQL names members, and `draft row booking_draft`
# another struct than it is called.  KIND is exists; one STRUCT; many STRUCT; run;
# claim, an INSERT that may lose to a unique key; or change, an UPDATE that may find
# the row changed meanwhile.  The last three write, and open the transaction.
#
# Two parameters need no declaration: :now is the moment of the unit of work, and
# :language the number of the reader's language, for ELT(:language, zh, en); a row
# whose struct has a member of such a name is refused.  A quoted string stays as it
# is.  Without an include the header of the same name is included.

function fail(why) {
	printf "%s:%d: %s\n", FILENAME, FNR, why > "/dev/stderr"
	failed = 1
	exit 1
}

# Reads "NAME(PARAMETER TYPE, ...): KIND STRUCT".
function begin(head,    part, word, words, count, i) {
	if (head !~ /^[a-z_0-9]+\([a-z_0-9, ]*\): [a-z]+( [a-z_]+)?$/) fail("cannot read: " head)
	split(head, part, /[()]/)
	name = part[1]
	if (name in place) fail("named twice: " name)
	place[name] = FNR
	split(part[3], word, " ")
	kind = word[2]; row = word[3]
	if (!(kind in writes) || (row != "") != (kind ~ /^(one|many)$/)) fail("unknown kind: " part[3])
	split("", known); of = verb = arguments = text = values = ""; parameters = 0
	count = split(part[2], part, /, */)
	for (i = 1; i <= count; i++) {
		words = split(part[i], word, " ")
		if (words < 2 || words > 3) fail("cannot read: " part[i])
		declare(word[1], word[2], words == 3 ? word[3] : "")
	}
}

function declare(parameter, type, row_type) {
	if (parameter in known || parameter == of) fail("declared twice: " parameter)
	if (type == "row") {
		if (of != "") fail("a second row: " parameter)
		of = parameter
		of_type = row_type ? row_type : parameter
		arguments = arguments ", const struct " of_type " *" parameter
	} else if (type in ctype && row_type == "") {
		known[parameter] = 1
		arguments = arguments ", " ctype[type] parameter
	} else {
		fail("unknown type of " parameter)
	}
}

function value(parameter,    expression) {
	if (parameter in known) {
		known[parameter] = 2
		expression = "sql_value(" parameter ")"
	} else if (parameter in implicit) {
		if (of != "") judge_implicit(parameter)
		expression = implicit[parameter]
	} else if (of != "") {
		used_row = name
		expression = "sql_value(" of "->" parameter ")"
	} else {
		fail("no parameter named " parameter)
	}
	values = values (parameters++ ? ", " : "") expression
}

# The member would be meant by some and the implicit parameter by others.
function judge_implicit(parameter,    i) {
	for (i = 1; i <= headers; i++) learn(included[i])
	if (!headers) learn(header ".h")
	if (!(of_type in learnt)) fail("no header that is included has struct " of_type)
	if ((of_type, parameter) in shadowed)
		fail("struct " of_type " has a member " parameter ", as the implicit parameter is called: rename it")
}

# Learns from a header, and from what it includes, which members of structs are called so.
function learn(name,    s, part, type, parameter) {
	if (name in learnt) return
	learnt[name] = 1
	while ((getline s < (root name)) > 0) {
		if (s ~ /^#include "/) {
			split(s, part, "\"")
			learn(part[2])
		}
		sub(/\/\*.*|^[ \t]*\* .*/, "", s)
		if (s ~ /^struct [a-z_]+ \{/) {
			split(s, part, " ")
			type = part[2]
			learnt[type] = 1
		}
		for (parameter in implicit)
			if (type != "" && s ~ ("[ *]" parameter "[,;[]")) shadowed[type, parameter] = 1
		if (s ~ /^}|};$/) type = ""
	}
	close(root name)
}

# Takes the special character at the beginning of s; returns what is left of s.
function special(s,    c) {
	c = substr(s, 1, 1)
	if (c in quoted) {
		if (!match(s, quoted[c])) fail("a quote that does not end on its line")
		text = text c_string(substr(s, 1, RLENGTH))
	} else if (match(s, /^:[a-z_][a-z_0-9]*/)) {
		value(substr(s, 2, RLENGTH - 1))
		text = text "?"
	} else if (match(s, /^;[ \t]*$/)) {
		complete = 1
	} else if (match(s, /^(--|#)/)) {
		RLENGTH = length(s)
	} else {
		fail("not understood: " s)
	}
	return substr(s, RLENGTH + 1)
}

function line(s) {
	if (name == "" || complete) fail("a statement without a name")
	if (verb == "") judge_verb(s)
	while (match(s, /['"`:;?#\\]|--|\/\*/)) {
		text = text substr(s, 1, RSTART - 1)
		s = special(substr(s, RSTART))
	}
	text = text s "\\n\"\n\t\t\""
}

# What only reads would open no transaction, and so must not write.
function judge_verb(s) {
	match(s, /[A-Za-z]+/)
	verb = toupper(substr(s, RSTART, RLENGTH))
	if ((verb ~ /^(SELECT|WITH|VALUES|SHOW)$/) == writes[kind])
		fail(verb " is not of the kind " kind ": " name)
}

function c_string(s) {
	gsub(/\\/, "\\\\&", s)
	gsub(/"/, "\\\\&", s)
	return s
}

function finish(    parameter, type, extra, prototype) {
	if (name == "") return
	if (!complete) fail("not ended: " name)
	for (parameter in known) if (known[parameter] == 1) fail("never used: " parameter)
	if (of != "" && used_row != name) fail("never used: " of)
	type = kind == "many" ? "struct " row " *" : kind == "run" ? "void " : "bool "
	extra = kind == "one" ? ", struct " row " *row" : kind == "many" ? ", size_t *count" : ""
	prototype = "sql_" name "(struct work *work" arguments extra ")"
	heads = heads "\n/* " file ":" place[name] " */\n"
	heads = heads (type == "bool " ? "MUST_USE " : "") type prototype ";\n"
	define(prototype, type)
	list = list "\t&" name "_statement,\n"
	name = ""
	complete = 0
}

function define(prototype, type,    extra) {
	add("\n#line " place[name] " \"" FILENAME "\"\n")
	add("static struct sql_statement " name "_statement = {\n\t.name = \"" name "\",\n")
	sub(/\\n"\n\t\t"$/, "\"", text)
	add("\t.text = \"" text ",\n\t.parameters = " parameters ",\n")
	if (row != "") add("\t.columns = " row "_columns,\n\t.row_size = sizeof(struct " row "),\n")
	add("\t.writes = " (writes[kind] ? "true" : "false") ",\n};\n")
	sub(/ $/, "", type)
	add("\n" type "\n" prototype "\n{\n\t" (kind == "run" ? "" : "return "))
	extra = kind == "one" ? ", row" : kind == "many" ? ", count" : ""
	values = parameters ? "(const struct sql_value[]){ " values " }" : "NULL"
	add("db_" kind "(work, &" name "_statement, " values extra ");\n}\n")
}

function add(s) { code = code s }

function print_header() {
	printf "/* Generated from %s: do not edit. */\n#pragma once\n\n", file
	printf "%s#include \"base/refusal.h\"\n#include \"db/sql.h\"\n", includes ? includes : "#include \"" header ".h\"\n"
	printf "%s\nextern struct sql_statement *const %s_statements[];\n", heads, feature
}

function print_code() {
	printf "/* Generated from %s: do not edit. */\n#include \"%s_sql.h\"\n", file, header
	printf "%s", code
	printf "\nstruct sql_statement *const %s_statements[] = {\n%s\tNULL,\n};\n", feature, list
}

BEGIN {
	ctype["id"] = "struct id "; ctype["int"] = "int64_t "
	ctype["time"] = "time_t "; ctype["text"] = "const char *"
	ctype["flag"] = "bool "; ctype["real"] = "double "
	ctype["word"] = "const struct word *"; ctype["bytes"] = "struct bytes "
	implicit["now"] = "sql_int(work->now)"
	implicit["language"] = "sql_int(language_number())"
	writes["exists"] = writes["one"] = writes["many"] = 0
	writes["run"] = writes["claim"] = writes["change"] = 1
	quoted["'"] = "^'([^'\\\\]|\\\\.|'')*'"
	quoted["\""] = "^\"([^\"\\\\]|\\\\.|\"\")*\""
	quoted["`"] = "^`[^`]*`"
}
FNR == 1 {
	n = split(FILENAME, path, "/")
	file = path[n]; feature = path[n]
	sub(/\.sql$/, "", feature)
	header = (n > 1 ? path[n - 1] "/" : "") feature
	root = substr(FILENAME, 1, length(FILENAME) - length(header ".sql"))
}
/^-- include "[a-z_\/]+\.h"$/ {
	includes = includes "#include " $3 "\n"
	included[++headers] = substr($3, 2, length($3) - 2)
	next
}
/^-- include/ { fail("cannot read: " $0) }
/^-- statement / {
	finish()
	head = substr($0, 14)
	while (head !~ /: *[a-z]/ && (getline more) > 0) {
		sub(/^-- */, " ", more)
		head = head more
	}
	gsub(/[ \t]+/, " ", head)
	begin(head)
	next
}
/^--/ || /^[ \t]*$/ { next }
{ line($0) }
END {
	if (failed) exit 1
	finish()
	if (failed) exit 1
	if (want == "h") print_header(); else print_code()
}
