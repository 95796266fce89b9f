#!/bin/sh
# Builds the packs of one quarter and then their roll-up. What ended with exit code 4 (disk, timestamp server) is tried
# again after a growing wait; no other exit code is, for the same input would end in the same way.
#
#   run-quarter.sh [PERIOD] [build|rollup|all]
#
# PERIOD is like 2026-Q3; without it, the last quarter that is over. Where the run is one shard of several, `all` leaves the
# roll-up out, because it needs the packs of all of them. Settings, by environment:
#
#   COUNTERSIGN               the program                               countersign
#   COUNTERSIGN_ATTESTATIONS  folder with a folder for each period      attestations
#   COUNTERSIGN_OUT           folder of the packs                       out
#   COUNTERSIGN_JOBS          packs that are built beside each other    the program's own choice
#   COUNTERSIGN_NO_RENAME     1: write packs straight into place, as a bucket mount needs
#   COUNTERSIGN_ROSTER        teams.yaml, to say which packs are missing
#   COUNTERSIGN_RETRIES       how often a 4 is tried again              4
#   COUNTERSIGN_WAIT          seconds before the first of these         30
set -eu

say() { printf '{"event":"run-quarter","period":"%s","step":"%s","says":"%s"}\n' "$period" "$1" "$2" >&2; }

usage() {
  echo "Usage: run-quarter.sh [PERIOD, like 2026-Q3] [build|rollup|all]" >&2
  exit 2
}

last_quarter() {
  year=$(date -u +%Y)
  month=$(date -u +%m)
  quarter=$(((${month#0} + 2) / 3))
  if [ "$quarter" -eq 1 ]; then echo "$((year - 1))-Q4"; else echo "$year-Q$((quarter - 1))"; fi
}

period=${1:-$(last_quarter)}
steps=${2:-all}
case $period in [0-9][0-9][0-9][0-9]-Q[1-4]) ;; *) usage ;; esac
case $steps in build | rollup | all) ;; *) usage ;; esac
case ${COUNTERSIGN_RETRIES:=4}${COUNTERSIGN_WAIT:=30} in *[!0-9]*) usage ;; esac

program=${COUNTERSIGN:-countersign}
attestations=${COUNTERSIGN_ATTESTATIONS:-attestations}
out=${COUNTERSIGN_OUT:-out}

# The program is told of a signal at once, and ends as it does by itself: with 143 or 130.
child=
signal=
# shellcheck disable=SC2317,SC2329 # called by the traps
forward() {
  signal=$1
  if [ -n "$child" ]; then kill -s "$1" "$child" 2>/dev/null || :; fi
}
trap 'forward TERM' TERM
trap 'forward INT' INT

# Runs a command and waits for its end; a signal ends the waiting, so it begins again. The exit code is in `code`.
await() {
  code=0
  "$@" &
  child=$!
  if [ -n "$signal" ]; then kill -s "$signal" "$child" 2>/dev/null || :; fi
  wait "$child" || code=$?
  if [ -n "$signal" ] && kill -s 0 "$child" 2>/dev/null; then
    code=0
    wait "$child" || code=$?
  fi
  child=
}

stopped() {
  if [ "$signal" = INT ]; then exit 130; else exit 143; fi
}

# Tries a step as often as it ends with 4 and tries are left.
attempt() {
  step=$1
  shift
  pause=$COUNTERSIGN_WAIT
  tries=0
  while :; do
    say "$step" begins
    await "$@"
    result=$code
    if [ -n "$signal" ]; then
      say "$step" "ended with $result after a signal"
      stopped
    fi
    say "$step" "ended with $result"
    if [ "$result" -ne 4 ] || [ "$tries" -ge "$COUNTERSIGN_RETRIES" ]; then return 0; fi
    tries=$((tries + 1))
    say "$step" "tries again in $pause seconds"
    await sleep "$pause"
    if [ -n "$signal" ]; then stopped; fi
    pause=$((pause * 2))
  done
}

# The worst of two exit codes, in the order 3, 4, 2, 1; whatever else a program ended with is worse than these.
worse() {
  for one in 3 4 2 1 0; do
    if [ "$1" -eq "$one" ] || [ "$2" -eq "$one" ]; then
      echo "$one"
      return 0
    fi
  done
}

worst=0
if [ "$steps" != rollup ]; then
  attempt build "$program" build "$attestations/$period" -o "$out" ${COUNTERSIGN_JOBS:+--jobs "$COUNTERSIGN_JOBS"} ${COUNTERSIGN_NO_RENAME:+--no-rename} --progress json --quiet
  worst=$result
fi

# A team that failed is missing in the roll-up, which says so. After a fault of the program or the machine there is none.
case $worst in 0 | 1 | 2) ;; *) exit "$worst" ;; esac
if [ "$steps" = all ] && [ "${JOB_ARRAY_SIZE:-${JOB_COMPLETIONS:-1}}" -gt 1 ]; then steps=build; fi
if [ "$steps" != build ]; then
  attempt rollup "$program" rollup "$out/$period" ${COUNTERSIGN_ROSTER:+--roster "$COUNTERSIGN_ROSTER"} ${COUNTERSIGN_NO_RENAME:+--no-rename} --json
  case $result in 0 | 1 | 2 | 3 | 4) worst=$(worse "$worst" "$result") ;; *) worst=$result ;; esac
fi
exit "$worst"
