# install.sh - Debian packages, without starting what they bring.

policy=/usr/sbin/policy-rc.d

as_root() { if is_root; then "$@"; else sudo "$@"; fi; }

require_root_rights() {
	is_root || command -v sudo >/dev/null ||
		die "these packages are missing, and need root or sudo: $*"
}

# Which of the packages listed in the files are not installed.  "nodejs unless node": a program that
# came from elsewhere will do.
missing_packages() {
	comm -23 <(cat "$@" | wanted_packages | sort -u) <(installed_packages)
}

wanted_packages() {
	local package unless program
	while read -r package unless program; do
		[ "$package" != '#' ] || continue
		[ -n "$program" ] && command -v "$program" >/dev/null || echo "$package"
	done
}

installed_packages() {
	dpkg-query -W -f='${db:Status-Status} ${Package}\n' | sed -n 's/^installed //p' | sort -u
}

# While packages are installed, no service starts; whatever policy the machine had comes back.
forbid_services() {
	as_root sh -c "[ ! -e $policy ] || [ -e $policy.kept ] || mv $policy $policy.kept
		printf '#!/bin/sh\nexit 101\n' >$policy && chmod 755 $policy"
}

allow_services() {
	as_root sh -c "rm -f $policy; [ ! -e $policy.kept ] || mv $policy.kept $policy"
}

apt_get() {
	as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o DPkg::Lock::Timeout=300 "$@"
}

# A machine that has never been updated knows no package, an old one asks for versions that are gone.
fetch_and_install() {
	apt_get install --no-install-recommends "$@" >"$install_log" 2>&1 && return
	apt_get update >>"$install_log" 2>&1 || true
	apt_get install --no-install-recommends "$@" >>"$install_log" 2>&1 ||
		{ tail -n 20 "$install_log" >&2; return 1; }
}

# nginx would also start with the machine from now on: not if it came for us.
disable_service_of() {
	! grep -qx nginx <<<"$1" || as_root update-rc.d nginx disable >/dev/null 2>&1 || true
}

install_packages() {
	local missing install_log
	missing=$(missing_packages "$@")
	[ -n "$missing" ] || return 0
	require_root_rights $missing
	say "Installing Debian packages:" $missing
	install_log=$(mktemp)
	(
		trap allow_services EXIT
		forbid_services
		fetch_and_install $missing
	) || die "the packages could not be installed."
	rm -f "$install_log"
	disable_service_of "$missing"
}
