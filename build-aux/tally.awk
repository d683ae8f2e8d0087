# tally.awk - how many tests passed and failed, from what a stage printed; "status" is how it ended.
#
# Understands the Test Anything Protocol, the summary of node --test, and a line "N passed, N failed".
# A stage that ended badly without a failed test, or that ran none, or fewer than it planned, has failed.

/^ok / && !/# (SKIP|TODO)/ { ok++ }
/^ok .*# (SKIP|TODO)/ { skipped++ }
/^not ok / { not_ok++ }
/^1\.\.[0-9]+/ { planned += substr($1, 4) }

/^# pass [0-9]+$/ { summary = 1; passed += $3 }
/^# (fail|cancelled) [0-9]+$/ { failed += $3 }

/^[0-9]+ passed, [0-9]+ failed$/ { summary = 1; passed += $1; failed += $3 }

END {
	if (!summary) {
		passed = ok
		failed = not_ok
		missing = planned - ok - not_ok - skipped
		if (missing > 0)
			failed += missing
	}
	if (failed == 0 && (status != 0 || passed == 0))
		failed = 1
	print passed + 0, failed + 0
}
