# check.sh - every test, stage by stage, on what this command has built and started itself.

passed=0
failed=0

# Runs one stage; what it says goes to a file, from which its tests are counted.
stage() {
	local name=$1 status=0 began=$SECONDS stage_passed stage_failed
	shift
	("$@") >"$logs/$name.log" 2>&1 </dev/null || status=$?
	read -r stage_passed stage_failed < <(
		awk -v status="$status" -f "$source/build-aux/tally.awk" "$logs/$name.log")
	passed=$((passed + stage_passed))
	failed=$((failed + stage_failed))
	say "$name: $stage_passed passed, $stage_failed failed, in $((SECONDS - began)) s"
	[ "$stage_failed" -eq 0 ] || show_failures "$logs/$name.log"
}

show_failures() {
	grep -aE '^ *not ok|^FAIL|error:|ERROR: |Assertion' "$1" | head -n 20 || tail -n 20 "$1"
	say "  in full: $1"
}

# ---- the stages

# What the tests take from npm; the portal itself needs nothing of it.
install_node_modules() {
	cmp -s "$source/package-lock.json" "$source/node_modules/.installed" && return
	quietly npm --prefix "$source" ci --no-progress
	cp "$source/package-lock.json" "$source/node_modules/.installed"
}

built() { install_node_modules && build_all --enable-sanitize --enable-werror && echo 'ok 1 - the build is free of warnings'; }

lint() { make -C "$build" -k lint; }

# Programs of tests make databases of their own in the one that this starts.
unit() {
	local status=0
	find "$build/tests" -name '*.log' -delete
	make -C "$build" -k -j"$(nproc)" check || status=$?
	find "$build/tests" -name '*.log' -print0 | sort -z | xargs -0 cat
	return "$status"
}

service() { bash "$source/tests/service/run.sh" "$build" "$(free_port)"; }

# nginx alone, before a program that the tests play; then all of it, and then what is killed of it.
front() { run_node_tests front; }
http() { run_node_tests http; }
faults() { run_node_tests faults; }

run_node_tests() { node --test --test-reporter=tap "$source/tests/$1"/*.test.mjs; }

journeys() { node "$source/tests/journeys/run.mjs" "$@" "$build/screenshots"; }

# What the sanitizers found in any process of the instance.
sanitizers() {
	! grep -rhE -A 20 'ERROR: |runtime error: ' "$build/sanitizer" || return
	echo 'ok 1 - the sanitizers found nothing'
}

# ---- what the stages need

start_unit_database() {
	rm -rf "$build/unit"
	TESTS=1 "$source/build-aux/database" start "$build/unit"
	TEST_CLOCK=1 "$source/build-aux/settings" "$build/unit" "$build"
	export QUARTER_TEST_CONFIG=$build/unit/quarter.conf
}

free_port() {
	local port
	while port=$((20000 + RANDOM % 20000)) && PORT=$port port_answers; do :; done
	echo "$port"
}

# A running instance of its own, of the same build.
start_instance() {
	STATE=$build/state
	PORT=$(free_port)
	rm -rf "$STATE" "$build/sanitizer"
	mkdir -m 1777 "$build/sanitizer"
	(
		export PORT TEST_CLOCK=1 DEMO=1
		export ASAN_OPTIONS=detect_leaks=0:allocator_may_return_null=1:log_path=$build/sanitizer/address
		export UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1:log_path=$build/sanitizer/undefined
		serve
	) >"$logs/instance.log" 2>&1 </dev/null &
	instance=$!
	until grep -q '^Quarter is ready' "$logs/instance.log"; do
		kill -0 "$instance" 2>/dev/null || { cat "$logs/instance.log"; die "the instance did not start."; }
		sleep 0.2
	done
	export QUARTER_URL=http://127.0.0.1:$PORT QUARTER_STATE=$STATE
	export QUARTER_CTL="$build/quarterctl --config $STATE/quarter.conf"
	QUARTER_SOCKET=$(socket_folder "$STATE")/pages.sock
	export QUARTER_SOCKET
}

stop_everything() {
	if [ -n "${instance-}" ]; then
		kill -TERM "$instance" 2>/dev/null || true
		wait "$instance" || true
	fi
	"$source/build-aux/database" stop "$build/unit"
}

# However it ends, the last line is the sum.
sum_up() {
	local status=$?
	stop_everything
	[ "$status" -eq 0 ] || [ "$failed" -gt 0 ] || failed=1
	say "$passed passed, $failed failed"
	[ "$failed" -eq 0 ] || exit 1
}

# The services run as a user of their own, who must be able to read what they serve.
is_closed() {
	is_root || return 1
	make_service_user
	! as_service test -r "$source/sql/001-ground.sql"
}

# Where a checkout is closed to them, a copy is checked that is not.
check_copy() {
	local copy status=0
	copy=$(mktemp -d /var/tmp/quarter-check.XXXXXX)
	cp -a "$source/." "$copy"
	rm -rf "$copy/build"
	chmod -R go+rX "$copy"
	"$copy/bootstrap" check || status=$?
	rm -rf "$copy"
	return "$status"
}

check() {
	if is_closed; then
		check_copy
		return
	fi
	build=$source/build/check
	logs=$build/log
	mkdir -p "$logs"
	exec 7>"$build/lock"
	flock -n 7 || die "a check is running here already."
	trap sum_up EXIT
	trap 'exit 1' INT TERM HUP
	install_packages "$source/build-aux/packages-run" "$source/build-aux/packages-check"

	stage build built
	[ "$failed" -eq 0 ] || exit 1
	stage lint lint
	stage front front
	start_unit_database >"$logs/database.log" 2>&1
	stage unit unit
	start_instance
	stage http http
	stage journeys journeys
	stage faults faults
	stage service service
	stage sanitizers sanitizers
}
