#!/usr/bin/env bash
# Checks everything, says what it is doing, and ends with the sum: "N passed, N failed".
#
#   scripts/test.sh          all of it (make test)
#   scripts/test.sh lint     format, lints and docs alone (make lint)
#
# The engines of the browser tests, one after the other: all of them in Chromium, in Firefox all but those of below that no
# engine changes, in WebKit the same but for the few of below that it cannot do. Those that OCOP_BROWSERS names have all of
# them (OCOP_BROWSERS="firefox webkit"). An engine that is missing is a failed step, like a test that needs a program that is
# not there.
#
# A browser test that fails is run once more, alone, at the end of its engine's run. If it passes then, it counts as
# passed, and the summary says "unsteady: NAME in ENGINE": look at it before it looks at you.
set -uo pipefail
cd "$(dirname "$0")/.."

log=$(mktemp)
trap 'rm -f "$log"' EXIT
broken=()  # the steps that failed
took=()    # a line for each step
results=() # a line for each engine
started=$SECONDS

# step WHAT COMMAND…: runs a step, shows and keeps what it prints, remembers whether it failed.
step() {
  local what=$1 from=$SECONDS
  shift
  printf '\n==> %s\n' "$what"
  if "$@" 2>&1 | tee -a "$log"; then
    took+=("$(printf '%5s s  %s' $((SECONDS - from)) "$what")")
    printf '    done in %s s\n' $((SECONDS - from))
  else
    took+=("$(printf '%5s s  %s: FAILED' $((SECONDS - from)) "$what")")
    printf '    FAILED: %s\n' "$what"
    broken+=("$what")
    return 1
  fi
}

# sums FROM: how many tests passed and failed in what was printed since that line of the log. Every test runner of cargo
# closes with "test result: ok. 12 passed; 0 failed; …".
sums() {
  tail -n +"$1" "$log" | awk '/^test result:/ { p += $4; f += $6 } END { print p + 0, f + 0 }'
}

# browser_tests ENGINE [NAME…] [--skip=NAME…]: all of them in it, or those with such names, but those to be skipped; those that fail once more, each alone.
browser_tests() {
  # Three at a time on two processors: much of a test is waiting.
  local run=(env OCOP_BROWSER="$1" cargo test --quiet --test browser --) all passed lost=0 threads=$(($(nproc) + 1))
  all=$(mktemp)
  "${run[@]}" --test-threads="$threads" "${@:2}" 2>&1 | sed -u 's/^test result:/all at once:/' | tee "$all"
  passed=$(awk '/^all at once:/ { p = $5 } END { print p + 0 }' "$all")
  # The names stand below the last "failures:".
  for name in $(awk '/^failures:$/ { n = 0 } /^    [a-z0-9_]+(::[a-z0-9_]+)+$/ { names[n++] = $1 } END { for (i = 0; i < n; i++) print names[i] }' "$all"); do
    printf '\n==> once more, alone: %s\n' "$name"
    if "${run[@]}" --exact "$name" 2>&1 | sed -u 's/^test result:/alone:/'; [ "${PIPESTATUS[0]}" -eq 0 ]; then
      printf 'unsteady: %s in %s\n' "$name" "$1"
      passed=$((passed + 1))
    else
      lost=$((lost + 1))
    fi
  done
  # Ended before it came to a sum.
  grep -q '^all at once:' "$all" || lost=1
  rm -f "$all"
  printf 'test result: done. %s passed; %s failed;\n' "$passed" "$lost"
  [ "$lost" -eq 0 ]
}

# engine NAME [NAME…] [--skip=NAME…]: the browser tests in it, and a line of its own in the summary.
engine() {
  local name=$1 from passed failed
  from=$(($(wc -l <"$log") + 1))
  step "the page in $name (cargo test --test browser)" browser_tests "$@"
  read -r passed failed < <(sums "$from")
  results+=("$(printf '%-10s %4s passed, %s failed, %s left off in part for what it cannot do' "$name" "$passed" "$failed" \
    "$(tail -n +"$from" "$log" | sed -n 's/^left off in [A-Za-z]*: \([^,]*\),.*/\1/p' | sort -u | grep -c .)")")
}

lint() {
  step 'format (cargo fmt)' cargo fmt --check
  step 'lints, native (clippy)' cargo clippy --quiet --all-targets -- -D warnings
  # Those that `--all-targets` leaves out: no `cargo test` runs them of itself.
  step 'lints, what needs the page (clippy)' \
    cargo clippy --quiet --test browser --test decisions --test screenshots --test speed -- -D warnings
  step 'lints, the page (clippy, wasm)' cargo clippy --quiet --bin ocop-app --target wasm32-unknown-unknown -- -D warnings
  step 'lints, what the first question needs (clippy, wasm)' \
    cargo clippy --quiet --bin ocop-app --target wasm32-unknown-unknown --no-default-features --features app -- -D warnings
  step 'licences and sources of the crates' node scripts/licences.mjs
  step 'docs without warnings (rustdoc)' env RUSTDOCFLAGS='-D warnings' cargo doc --quiet --lib --no-deps
}

finish() {
  local passed failed
  read -r passed failed < <(sums 1)
  # A step may fail without a failed test in it: a lint, a build.
  [ ${#broken[@]} -eq 0 ] || [ "$failed" -gt 0 ] || failed=${#broken[@]}
  printf '\n'
  printf '%s\n' "${took[@]}"
  [ ${#results[@]} -eq 0 ] || printf '  %s\n' "${results[@]}"
  grep '^unsteady:' "$log"
  # The tables of faults tell how many cells they tried.
  awk '/^cells: / { sub(/,/, "", $5); all += $2; wrong += $(NF - 1); of[$5] += $2 }
    END { if (all) { printf "faults × steps: %d cells", all; for (in_what in of) printf ", %s %d", in_what, of[in_what]; printf "; %d wrong\n", wrong } }' "$log"
  [ ${#broken[@]} -eq 0 ] || printf 'failed: %s\n' "${broken[@]}"
  printf 'took %s min %s s\n%s passed, %s failed\n' $(((SECONDS - started) / 60)) $(((SECONDS - started) % 60)) "$passed" "$failed"
  [ ${#broken[@]} -eq 0 ]
  exit
}

if [ "${1:-}" = lint ]; then
  lint
  [ ${#broken[@]} -eq 0 ]
  exit
fi

# What no engine changes is asked of Chromium alone: the program makes it, and an engine draws the words. The same fields,
# presses, files, prints and ways back are asked of Firefox and WebKit by the others of the same module.
no_engine_changes=(
  # Under which decision a dossier is, what a name, a search or an address finds.
  decisions:: first_question::a_doubt first_question::what_fits words::two_sets words::a_doubtful words::a_search
  communes::a_commune_that
  # What is counted, and said of it: rules of a set, a council's average, an office's list, days and rounds.
  main_job::set_16 main_job::set_21 main_job::set_26 main_job::a_breach council::seven blind::no_page table::an_office
  desk::a_request desk::twelve_corrections standing:: way::a_step way::a_certificate way::what_the_applicant way::papers_propose way::the_link_of
  # Which words a page says, and when: notices, checks, advice on papers.
  telling:: handing_in::an_upgrade handing_in::an_older handing_in::samples handing_in::a_new_product handing_in::the_check
  handing_in::what_is_held figures::addresses evidence::one_paper evidence::the_papers evidence::a_paper_that_ended
  reported::safari_alone writing::the_story
  # What is in a file that goes out, field by field; what is said of a file that came in damaged.
  handing_in::every_way_out archive::a_damaged_scan
  # The whole job at a second width: the pages at each width are asked of all, by themselves.
  main_job::set_1_from_nothing_to_five_stars_and_one_missed_minimum_on_a_desktop
  # What goes wrong with a device, where a script of ours stands for it: the page is tried, and not the engine. Pages that
  # end and databases that another tab holds, which are the engine's, are asked of all.
  faults::storage_that faults::a_database_that_fails faults::other_tabs
  # What is asked of the build, with no browser at all.
  offline::each_file
)
# What WebKit is not asked for beyond that, and why; what it cannot do inside a test stands in tests/browser/harness/engine.rs.
not_in_webkit=(
  # Its driver hangs with a second tab that writes while the first is drawn.
  fault_rounds::three_tabs
)
step 'tools (scripts/setup.sh)' scripts/setup.sh test || finish
# The pages are built beside the rest: for long stretches a build has use for one processor only.
building=$(mktemp -d)
trap 'rm -rf "$log" "$building"' EXIT
build() { "${@:2}" >"$building/$1" 2>&1; echo $? >"$building/$1.code"; }
{ build page scripts/build.sh; build file node scripts/single-file.mjs dist; } &
pages=($!)
build decisions scripts/build.sh decisions &
pages+=($!)
built() { cat "$building/$1"; return "$(cat "$building/$1.code")"; }
lint
# The same cases in every run: what one finds, the next finds again. Whoever looks for more runs `cargo test` by itself.
export PROPTEST_RNG_SEED=26
step 'tests (cargo test)' cargo test --quiet --no-fail-fast
# In a folder of its own: compiled with one more decision, everything else would be built anew each time.
step 'tests with a second decision (cargo test --test decisions)' env OCOP_DECISIONS=tests/decisions \
  cargo test --quiet --no-fail-fast --no-default-features --target-dir target/decisions --test decisions
wait "${pages[@]}"
step 'the page, as it is published (scripts/build.sh, begun above)' built page || finish
step 'the page as one file (dist/ocop.html)' built file
step 'the page with a second decision (scripts/build.sh decisions, begun above)' built decisions
if [ -n "${OCOP_BROWSERS:-}" ]; then
  for engine in $OCOP_BROWSERS; do
    engine "$engine"
  done
else
  engine chromium
  engine firefox "${no_engine_changes[@]/#/--skip=}"
  engine webkit "${no_engine_changes[@]/#/--skip=}" "${not_in_webkit[@]/#/--skip=}"
fi
finish
