# include_direction.awk - which part of the source may include which other.
#
#   base <- db   <- rules (x.h, x.c, x_rules.c) <- surfaces (x_web.c, x.html, ...) <- site <- bin
#   base <- http <-                                surfaces
#
# The loop in http runs units of work, and so knows db by three headers.  Of the
# features, one may include only what stands before it in the order.  Only rules and
# jobs include x_sql.h, and a surface no surface but those of its own feature.

BEGIN {
	count = split("audit outbox centre person account household organisation setting diary " \
		"ledger certificate venue waitlist ballot booking activity shift order care health library " \
		"visit notice report desk admin", features, " ")
	for (i = 1; i <= count; i++) rank[features[i]] = i
}

FNR == 1 {
	folder = folder_of(FILENAME)
	free = folder ~ /^(demo|site|bin|tool|po)$/
	surface = FILENAME ~ /\.html$/ || is_surface(FILENAME)
	if (!free && folder !~ /^(base|db|http)$/ && !(folder in rank)) complain("no place in the order: " folder)
}
!free && /^(#[ \t]*include|\{% include|-- include) "/ {
	match($0, /"[^"]*"/)
	judge(substr($0, RSTART + 1, RLENGTH - 2))
}
END { exit found }

function judge(header,    from) {
	from = folder_of(header)
	if (from == folder)
		own(header)
	else if (from == "base")
		return
	else if (folder == "base")
		complain("base includes nothing of ours: " header)
	else if (folder == "db")
		complain("db includes base only: " header)
	else if (folder == "http")
		http(header)
	else
		feature(from, header)
}

function own(header) {
	if (header ~ /_sql\.h$/ && surface && FILENAME !~ /_jobs\.[ch]$/)
		complain("a surface asks the rules, not the database: " header)
	if (!surface && is_surface(header) && folder in rank)
		complain("rules know no surface: " header)
}

function http(header) {
	if (header !~ /^db\/(column|connection|unit)\.h$/)
		complain("http includes base, and of db what runs a unit of work and names its columns: " header)
}

function feature(from, header) {
	if (from == "db")
		return
	if (from == "http") {
		if (!surface) complain("rules know no http: " header)
	} else if (!(from in rank)) {
		complain("only site and bin know " from ": " header)
	} else if (rank[from] >= rank[folder]) {
		complain(folder " stands before " from ": " header)
	} else if (header ~ /_sql\.h$/) {
		complain("the statements of another feature: " header)
	} else if (is_surface(header)) {
		complain("a surface of another feature: " header)
	}
}

function is_surface(path) { return path ~ /_(web|api|jobs|routes|html|letter)\.[ch]$/ }

# The folder of "src/booking/booking.c", and of "booking/booking.h".
function folder_of(path) {
	sub(/^.*src\//, "", path)
	sub(/\/.*$/, "", path)
	return path
}

function complain(what) { printf "%s:%d: %s\n", FILENAME, FNR, what; found = 1 }
