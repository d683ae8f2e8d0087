#!/usr/bin/env bash
# run.sh - whether an instance starts, stays alive and ends as promised.
#
# usage: run.sh BUILD PORT: a folder with built programs and assets, and a port that is free.
set -u
source=$(cd "$(dirname "$0")/../.." && pwd)
. "$source/tests/tap.sh"
. "$source/build-aux/common.sh"
. "$source/build-aux/instance.sh"
build=$(realpath "$1")
export PORT=$2 DEMO=0
STATE=$build/service

# within TENTHS COMMAND...: whether the command comes true in so many tenths of a second.
within() {
	local tenths=$1
	shift
	until "$@" >/dev/null 2>&1; do
		[ "$tenths" -gt 0 ] || return 1
		tenths=$((tenths - 1))
		sleep 0.1
	done
}

# What a shell starts in the background is deaf to SIGINT, unless its ears are opened.
start_instance() {
	export source build STATE
	env --default-signal=INT bash -euc '. "$source/build-aux/common.sh"; . "$source/build-aux/instance.sh"; serve' \
		>"$scratch/said" 2>&1 </dev/null &
	instance=$!
	disown
	within "$1" said_ready
}

said_ready() { [ "$(tail -n 1 "$scratch/said")" = "Quarter is ready at http://127.0.0.1:$PORT/" ]; }

ready() { (ask_readiness); }

sessions() { (cd "$STATE/run" && cat "${@/%/.session}"); }

# Whether none of the sessions has a process left.
all_gone() { ! pgrep -s "$(tr '\n' , <<<"$1" | sed 's/,$//')" -r D,R,S,T; }

stop_instance() {
	local sessions
	sessions=$(sessions $services)
	kill -"$1" "$instance"
	within 200 all_gone "$sessions" && ! pgrep -f "$STATE" >/dev/null && ! port_answers
}

# Kills the masters of services; true if others are in their place, and all is well, within five seconds.
survives() {
	local before
	before=$(sessions "$@")
	kill -KILL $before
	within 50 renewed "$before" "$@"
}

renewed() {
	local before=$1
	shift
	! sessions "$@" | grep -qxF "$before" && ready && ask_database 'DO 1'
}

# refuses WORDS COMMAND...: whether the command fails and says so.
refuses() {
	local words=$1
	shift
	! ("$@") >"$scratch/refused" 2>&1 && grep -q "$words" "$scratch/refused"
}

ask_database() { "$source/build-aux/database" shell "$STATE" -BN -e "$1"; }

# A folder whose name is too long for a socket in it.
long_folder() { printf '%s/%s' "$scratch" "$(printf 'long-name-%.0s' 1 2 3 4 5 6 7 8 9 10)"; }

serves_in() {
	"$source/build-aux/database" start "$1" && "$source/build-aux/database" shell "$1" -e 'DO 1'
	local status=$?
	"$source/build-aux/database" stop "$1"
	return "$status"
}

trap 'kill -TERM "${instance-}" 2>/dev/null; rm -rf "$scratch"' EXIT
rm -rf "$STATE"
chmod 755 "$scratch"

start_instance 600
result $? 'an instance starts from nothing'
said_ready || { cat "$scratch/said"; finish; }
ready
result $? 'who is told that it is ready finds it ready'
refuses 'running already' serve
result $? 'a second instance on the same state is refused'
STATE=$scratch/other refuses "port $PORT is in use" serve
result $? 'a port that is in use is named'

[ "$(ask_database 'SELECT @@innodb_flush_log_at_trx_commit, @@innodb_doublewrite, @@innodb_snapshot_isolation,
	@@skip_networking, @@local_infile, @@general_log, @@tx_isolation')" = "1	1	1	1	0	0	REPEATABLE-READ" ]
result $? 'the database is durable, and reached by its socket alone'
stat -c %a "$STATE/keys/database" "$STATE/keys/field.key" "$STATE/quarter.conf" | sort -u | grep -qx '6[04]0'
result $? 'passwords are for nobody else to read'

for name in nginx quarterd mariadb; do
	survives "$name"
	result $? "$name is started again when it was killed"
done
survives $services
result $? 'all of them are started again when all were killed'

ask_database 'CREATE TABLE quarter.kept (id INT PRIMARY KEY); INSERT INTO quarter.kept VALUES (7)'
stop_instance TERM
result $? 'SIGTERM leaves nothing running'
start_instance 100
result $? 'the second start takes less than ten seconds'
[ "$(ask_database 'SELECT id FROM quarter.kept')" = 7 ]
result $? 'what was kept is there after a new start'
stop_instance KILL
result $? 'who is killed takes along what it has started'
start_instance 100
result $? 'and a new start finds its way'
stop_instance INT
result $? 'SIGINT leaves nothing running'

serves_in "$(long_folder)" >/dev/null 2>&1
result $? 'a folder with a long name has its sockets elsewhere'
if is_root; then
	mkdir -m 0700 "$scratch/closed"
	refuses "quarter', to whom $scratch/closed is closed" "$source/build-aux/database" prepare "$scratch/closed/state"
	result $? 'a folder that the services cannot enter is named'
fi
finish
