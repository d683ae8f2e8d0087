# tap.sh - the Test Anything Protocol for scripts: result STATUS NAME for each test,
# and finish at the end.  What is in $scratch is gone afterwards.

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
count=0
failed=0

result() {
	count=$((count + 1))
	if [ "$1" -eq 0 ]; then
		echo "ok $count - $2"
	else
		echo "not ok $count - $2"
		failed=1
	fi
}

finish() {
	echo "1..$count"
	exit $failed
}
