#!/bin/sh
# Rewrites the golden files that tests compare with, and prints what changed. Arguments: pairs of a package's path and its
# test binary. Started by: bazel run //goldens:update
#
# Each binary runs in its package's folder of the source tree, as under go test. In its runfiles it would write through
# links, and a new file would vanish. Expected output comes from Icarus Verilog where that is installed, and stays elsewhere.
# GOLDENS_REASON says why kernels cost more, for goldens/ledger.json.
set -eu
: "${BUILD_WORKSPACE_DIRECTORY:?start it with: bazel run //goldens:update}"
bad=0
while [ $# -gt 0 ]; do
	package=$1 binary=$PWD/$2
	shift 2
	echo "update: $package" >&2
	# What still differs after the update is for the reader: the other packages are updated all the same.
	(cd "$BUILD_WORKSPACE_DIRECTORY/$package" && "$binary" -test.count=1 -update) || bad=1
done
cd "$BUILD_WORKSPACE_DIRECTORY"
if git rev-parse --git-dir >/dev/null 2>&1; then
	# The ledger and what designs print in full, then the rest by size.
	git --no-pager diff -- goldens/ledger.json goldens/expect
	git --no-pager diff --stat
	git --no-pager ls-files --others --exclude-standard goldens
fi
exit $bad
