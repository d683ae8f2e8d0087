# common.sh - what the commands share: words to say, the user of the services, the folders.

# Servers stand where only an administrator looks by default.
PATH=$PATH:/usr/sbin:/sbin

say() { printf '%s\n' "$*"; }

die() {
	printf 'quarter: %s\n' "$*" >&2
	exit 1
}

is_root() { [ "$(id -u)" -eq 0 ]; }

# Started as root, the services run as a system user of their own; otherwise as whoever started them.
service_user() { if is_root; then echo quarter; else id -un; fi; }

make_service_user() {
	! is_root || getent passwd quarter >/dev/null ||
		useradd --system --user-group --no-create-home --home-dir /nonexistent \
			--shell /usr/sbin/nologin quarter
}

# Becomes the program, as the user of the services; with WATCHED, in a session of its own, which ends
# when whoever watches it does.
exec_as_service() {
	local options=(--no-new-privs)
	! is_root || options+=(--reuid=quarter --regid=quarter --init-groups)
	[ -z "${WATCHED-}" ] || set -- setsid "$@"
	[ -z "${WATCHED-}" ] || options+=(--pdeathsig TERM)
	exec setpriv "${options[@]}" "$@"
}

as_service() (exec_as_service "$@")

# What the services may write belongs to their user; what they may only read, to whoever started them.
service_folder() {
	mkdir -p "$1"
	chmod "${2:-0750}" "$1"
	! is_root || chown quarter:quarter "$1"
}

readable_folder() {
	mkdir -p "$1"
	chmod 0750 "$1"
	! is_root || chown root:quarter "$1"
}

# Writes standard input to a file that the services may read and nobody else.
readable_file() {
	(umask 077 && cat >"$1.new")
	! is_root || { chown root:quarter "$1.new" && chmod 0640 "$1.new"; }
	mv "$1.new" "$1"
}

random_hex() { od -An -N"$1" -tx1 /dev/urandom | tr -d ' \n'; }

# The name of a socket has at most 107 bytes: where the folder's own name is too long, a short one stands in.
socket_folder() {
	local path=$1/run short
	if [ "$(printf %s "$path/mariadb.sock" | wc -c)" -gt 107 ]; then
		short=$(printf %s "$1" | sha256sum | cut -c1-12)
		path=/tmp/quarter-$short
	fi
	echo "$path"
}

# Another user who can foresee the short name must not have made it before us.
make_socket_folder() {
	local path
	path=$(socket_folder "$1")
	mkdir -m 0750 "$path" 2>/dev/null || true
	[ -d "$path" ] && [ ! -L "$path" ] || die "$path is needed for sockets, and is no folder."
	case $(stat -c %U "$path") in
	root | "$(service_user)") service_folder "$path" ;;
	*) die "$path is needed for sockets, and belongs to somebody else." ;;
	esac
}

# The system user enters a folder only where everybody may: a home of mode 0700 is closed to it.
require_reachable() {
	local folder=$1
	is_root || return 0
	while [ ! -d "$folder" ]; do folder=$(dirname "$folder"); done
	as_service test -x "$folder" 2>/dev/null && return
	while [ "$folder" != / ] && ! as_service test -x "$(dirname "$folder")" 2>/dev/null; do
		folder=$(dirname "$folder")
	done
	die "the services run as the system user 'quarter', to whom $folder is closed.
Open it with 'chmod o+x $folder', or move what lies in it, for instance to /srv."
}

# Pages wait for the database more than they compute; hashing a password computes and nothing else.
page_workers() { echo "${WORKERS:-$(($(nproc) * 2 > 4 ? $(nproc) * 2 : 4))}"; }

hash_workers() { echo $((($(nproc) + 1) / 2)); }
