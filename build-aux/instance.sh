# instance.sh - one running Quarter: MariaDB, quarterd and nginx under $STATE, watched in the foreground.

# In the order in which they start.
services='mariadb quarterd nginx'
declare -A process_of

ctl() { "$build/quarterctl" --config "$STATE/quarter.conf" "$@"; }

database() { "$source/build-aux/database" "$1" "$STATE"; }

# ---- what must hold before anything starts

require_plain_paths() {
	case $STATE$source in
	*[!A-Za-z0-9/._+~-]*) die "the folders of Quarter may have no spaces or signs in their names: $STATE" ;;
	esac
}

lock_state() {
	mkdir -p "$STATE"
	exec 9>"$STATE/lock"
	flock -n 9 || die "Quarter is running already on $STATE"
}

port_answers() { (exec 3<>"/dev/tcp/127.0.0.1/$PORT") 2>/dev/null; }

require_free_port() {
	! port_answers || die "port $PORT is in use: choose another one, as in PORT=8081 ./bootstrap run"
	[ "$PORT" -ge 1024 ] || die "port $PORT is for root alone, and nginx does not run as root here."
}

# ---- starting and ending services

run_mariadb() { exec "$source/build-aux/database" serve "$STATE"; }
run_quarterd() { exec_as_service "$build/quarterd" --config "$STATE/quarter.conf"; }
run_nginx() { exec_as_service nginx -e stderr -p "$STATE" -c "$STATE/nginx.conf"; }

# Each service leads a session of its own: a Ctrl-C does not reach it past us, and whatever it leaves behind
# is found by it. It ends with us, however we end. How it ends is no news of the shell's.
start_service() {
	local name=$1
	(
		cd "$STATE/run"
		export WATCHED=1
		"run_$name"
	) </dev/null >>"$STATE/log/$name.log" 2>&1 9>&- &
	process_of[$name]=$!
	disown
	echo "$!" >"$STATE/run/$name.session"
}

# Waits so many tenths of a second for the processes that match; what is left then is killed.
await_end() {
	local tenths=$1
	shift
	while pgrep -r D,R,S,T "$@" >/dev/null; do
		[ "$tenths" -gt 0 ] || { pkill -KILL "$@" || true; break; }
		tenths=$((tenths - 1))
		sleep 0.1
	done
}

# A master that was killed may leave children, who hold its port or its sockets. Their name is asked for
# too: after a restart of the machine, the session may be another's.
sweep() {
	local name=$1 session
	session=$(cat "$STATE/run/$name.session" 2>/dev/null) || return 0
	pkill -TERM -s "$session" "^$name" || return 0
	await_end 20 -s "$session" "^$name"
}

is_alive() { kill -0 "${process_of[$1]}" 2>/dev/null; }

end_service() {
	local name=$1 signal=$2 tenths=150
	[ -n "${process_of[$name]-}" ] || return 0
	kill -"$signal" "${process_of[$name]}" 2>/dev/null || true
	while is_alive "$name" && [ "$tenths" -gt 0 ]; do
		tenths=$((tenths - 1))
		sleep 0.1
	done
	sweep "$name"
	rm -f "$STATE/run/$name.session"
}

# Answers that are under way go out, then what they were made from ends.
end_all() {
	trap '' INT TERM HUP
	end_service nginx QUIT
	end_service quarterd TERM
	end_service mariadb TERM
}

# ---- from nothing to ready

prepare_database() {
	start_service mariadb
	database users
	ctl migrate
	[ "${DEMO:-1}" = 0 ] || [ -e "$STATE/demo-loaded" ] || { ctl demo load && : >"$STATE/demo-loaded"; }
}

ask_readiness() {
	exec 3<>"/dev/tcp/127.0.0.1/$PORT"
	printf 'GET /readyz HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n' >&3
	read -r -t 5 status <&3
	[[ $status == *' 200'* ]]
}

await_readiness() {
	local tries=300 name
	until (ask_readiness) 2>/dev/null; do
		for name in $services; do
			is_alive "$name" || explain_end "$name"
		done
		tries=$((tries - 1))
		[ "$tries" -gt 0 ] || die "Quarter does not become ready: see $STATE/log"
		sleep 0.1
	done
}

explain_end() {
	tail -n 10 "$STATE/log/$1.log" >&2
	die "$1 has ended: see $STATE/log/$1.log"
}

# ---- watching

# What has ended is started again.
watch_services() {
	local name
	while true; do
		for name in $services; do
			is_alive "$name" && continue
			say "$name has ended and is started again."
			sweep "$name"
			start_service "$name"
		done
		sleep 0.5
	done
}

serve() {
	require_plain_paths
	lock_state
	local name
	for name in $services; do sweep "$name"; done
	require_free_port
	database prepare
	require_reachable "$build"
	"$source/build-aux/settings" "$STATE" "$build"
	trap end_all EXIT
	trap 'exit 0' INT TERM HUP
	prepare_database
	start_service quarterd
	start_service nginx
	await_readiness
	say "Quarter is ready at http://127.0.0.1:$PORT/"
	watch_services
}
