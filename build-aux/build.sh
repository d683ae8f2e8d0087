# build.sh - programs and what the browser gets, each into the folder $build.

# Runs a step of the build; only if it fails its words are of interest.
quietly() {
	"$@" >"$build/build.log" 2>&1 || {
		tail -n 40 "$build/build.log" >&2
		die "the build failed: $*"
	}
}

configure_programs() {
	[ -x "$source/configure" ] || quietly autoreconf --install "$source"
	[ -f "$build/Makefile" ] || (cd "$build" && quietly "$source/configure" "$@")
}

fingerprint() {
	(cd "$source" && find web -type f | sort | xargs sha256sum | sha256sum)
}

build_assets() {
	[ "$(cat "$build/web/.fingerprint" 2>/dev/null)" != "$(fingerprint)" ] || return 0
	mkdir -p "$build/web"
	quietly node "$source/web/build.mjs" "$build/web"
	fingerprint >"$build/web/.fingerprint"
}

build_programs() {
	[ -x "$build/quarterd" ] || say 'Building, which takes a minute or two …'
	quietly make -C "$build" -j"$(nproc)"
}

# Two commands may build at the same time, and share the sources.
build_all() {
	mkdir -p "$build"
	(
		flock 8
		configure_programs "$@"
		build_programs
		build_assets
	) 8>"$source/build/lock"
}
