#!/usr/bin/env bash
# long.sh - what takes too long for every change. Each leaves its result, with commit and date, in build/long.
#
#   tests/long.sh tidy             clang-tidy over every source
#   tests/long.sh analyze          gcc's -fanalyzer over every source
#   tests/long.sh kills [SECONDS]  processes killed under load (600)
#   tests/long.sh everyone         every journey in both languages, at each width, with and without script
#   tests/long.sh repeat [TIMES]   the unit tests, again and again (20)
#   tests/long.sh memory           100,000 requests to one worker, which is not to grow
set -euo pipefail
source=$(cd "$(dirname "$0")/.." && pwd)
for part in common install build instance check; do
	. "$source/build-aux/$part.sh"
done
build=$source/build/check
logs=$source/build/long

# Built as check builds, and kept from meeting a check; the sanitizers would need more memory than what is measured.
prepare() {
	local options=(--enable-sanitize --enable-werror)
	[ "$1" != memory ] || { build=$source/build/memory options=(); }
	mkdir -p "$logs" "$build"
	exec 7>"$build/lock"
	flock -n 7 || die "a check is running here."
	install_packages "$source/build-aux/packages-run" "$source/build-aux/packages-check"
	build_all "${options[@]}"
}

# On its own line is what clang-tidy is to know of the compiler's options.
tidy() {
	[ -n "$(command -v clang-tidy)" ] || die "clang-tidy is missing: install the package of this name."
	make -C "$build" -s lint >/dev/null || true
	cd "$build"
	find "$source/src" "$source/tests" -name '*.c' -print0 | xargs -0 clang-tidy --quiet -- \
		-std=gnu17 -include config.h -I"$source/src" -I"$source" -I"$source/tests" -Isrc \
		$(pkg-config --cflags libmariadb jansson libsodium libical libqrencode libcurl inih)
}

analyze() { make -C "$build" -k analyze; }

kills() {
	start_instance
	QUARTER_KILL_SECONDS=${1:-600} run_node_tests faults
}

everyone() {
	start_instance
	journeys --all
}

repeat() {
	local time
	start_unit_database
	for time in $(seq "${1:-20}"); do
		echo "# time $time"
		unit
	done
}

memory() {
	export WORKERS=4
	start_instance
	node --test --test-reporter=tap "$source/tests/memory.mjs"
}

# The result begins with what it is a result of.
record() {
	local name=$1 result status=0
	result=$logs/$(date -u +%Y-%m-%dT%H%M%SZ)-$name.txt
	{
		echo "commit $(git -C "$source" rev-parse HEAD)"
		"$@"
	} >"$result" 2>&1 </dev/null || status=$?
	say "$name ended with $status: $result"
	return "$status"
}

case ${1-} in
tidy | analyze | kills | everyone | repeat | memory)
	prepare "$1"
	trap stop_everything EXIT
	trap 'exit 1' INT TERM HUP
	record "$@"
	;;
*)
	sed -n '2,/^set/s/^# \{0,1\}//p' "$0" >&2
	exit 2
	;;
esac
