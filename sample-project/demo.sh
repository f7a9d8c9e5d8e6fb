#!/bin/sh
# Shows coord at work on a project with a past.
#
#   sh sample-project/demo.sh [options for Maven, with absolute paths: -Dmaven.repo.local=/tmp/m2]
#
#   1. builds coord from this checkout and installs it into the local Maven repository;
#   2. copies the sample to target/demo and gives the copy a git history of its own, with four
#      workstreams: one merged, one at work in a linked worktree, one that claims too much, and one
#      not started;
#   3. runs the tests and coord there, and names the page to open.
#
# What the commits on the open branches bring lies in demo/BRANCH/COMMIT, laid out like the project.
#
# The history ends yesterday, whenever this runs. The committed plan holds plain dates; its first
# sprint starts on a fixed day. In the copy, every date of the plan is moved by the same number of
# days, such that this sprint started 9 days ago. So no waiver of the demonstration ever expires.
#
# Starts from scratch each time: removes target/demo and target/demo-worktrees, and nothing else.
# Touches no configuration of git, and no repository but the copy's. Needs git 2.28, a JDK 17 and
# Maven. Ends with the exit status of Maven.
set -eu
unset CDPATH

here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$here")
demo=$here/target/demo
worktrees=$here/target/demo-worktrees

say() {
  printf '%s\n' "$*"
}

# --- 1. coord itself ----------------------------------------------------------------------------

say 'Building coord ...'
# Only what runs: neither its tests nor the check of its format.
(cd "$root" && mvn -q -B -ntp -pl coord-maven-plugin -am -DskipTests -Dmaven.test.skip \
  -Dspotless.check.skip install "$@")

# --- 2. a copy with a history -------------------------------------------------------------------

say 'Writing the history of the sample ...'

# A hook of git that runs this script has named its own repository; ours is the copy.
unset GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE GIT_OBJECT_DIRECTORY GIT_COMMON_DIR GIT_NAMESPACE
export GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL=/dev/null

rm -rf "$demo" "$worktrees"
mkdir -p "$demo" "$worktrees"
for item in "$here"/* "$here"/.[!.]*; do
  case ${item##*/} in
    .git | target | demo | demo.sh) ;;
    *) cp -R "$item" "$demo/" ;;
  esac
done
rm -rf "$demo"/*/target
cd "$demo"

now=$(date +%s)
today=$((now / 86400))
first_day=$(
  awk '/^sprints:/ { found = 1 } found && $1 == "start:" { print $2; exit }' coord/project.yml
)
for file in coord/*.yml; do
  awk -v from="$first_day" -v to=$((today - 9)) -f "$here/demo/dates.awk" "$file" > moved
  mv moved "$file"
done

# as PERSON DAYS_AGO HOUR: the author and the time of the commits that follow.
as() {
  case $1 in
    ana) name='Ana Ruiz' email=ana@shop.example ;;
    ben) name='Ben Okafor' email=ben@shop.example ;;
    cleo) name='Cleo' email=cleo@agents.shop.example ;;
    dex) name='Dex' email=dex@agents.shop.example ;;
  esac
  time="@$(((today - $2) * 86400 + $3 * 3600)) +0000"
  export GIT_AUTHOR_NAME="$name" GIT_AUTHOR_EMAIL="$email" GIT_AUTHOR_DATE="$time"
  export GIT_COMMITTER_NAME="$name" GIT_COMMITTER_EMAIL="$email" GIT_COMMITTER_DATE="$time"
}

# commit SUBJECT PATH...: these paths and no others.
commit() {
  subject=$1
  shift
  git add -- "$@"
  git commit -q -m "$subject"
}

# edit FILE EXPRESSION...: changes a file with sed; every expression must find something to change.
edit() {
  file=$1
  shift
  for expression in "$@"; do
    sed "$expression" "$file" > "$file.new"
    if cmp -s "$file" "$file.new"; then
      say "demo.sh: $file has changed: nothing to replace for $expression" >&2
      exit 2
    fi
    mv "$file.new" "$file"
  done
}

git init -q -b main
git config user.name 'Ana Ruiz'
git config user.email ana@shop.example
git config commit.gpgsign false
git config core.autocrlf false

# The first days: a shop, and a plan. Files that later commits bring lie there already, untracked.
as ana 10 9
commit 'Open the shop: catalog, checkout and command line' \
  . ':!coord' ':!.github' ':!docs/delivery.md' ':!*ProductSearch*' ':!*StockReport*'

as ana 9 10
edit coord/catalog.yml 's/status: merged/status: doing/' 's/state: done/state: todo/' \
  's/\[x\]/[ ]/'
commit 'Plan the first sprint' coord .github

# payments: a module of its own. In the end its plan says "merged", which it is not.
git checkout -q -b feature/payments
as dex 8 9
cp -R "$here/demo/payments/1-module/." .
edit pom.xml 's|^ *<module>checkout</module>|&\
    <module>payments</module>|'
commit 'Add the payments module

Coordinated-with: ana' pom.xml payments
as dex 6 15
cp -R "$here/demo/payments/2-card-numbers/." .
edit coord/payments.yml 's/\[ \] PAY-1/[x] PAY-1/'
commit 'Refuse card numbers with typing errors' payments coord/payments.yml
as dex 3 14
cp -R "$here/demo/payments/3-payments/." .
edit coord/payments.yml 's/status: doing/status: merged/' 's/\[ \] PAY-2/[x] PAY-2/' \
  's/state: todo/state: done/'
commit 'Approve and decline payments by card' payments docs/cards.md coord/payments.yml
git checkout -q main

# catalog: finished and merged.
git checkout -q -b feature/catalog
as ben 8 11
commit 'Search products by the words of their names' '*ProductSearch*'
as ben 7 16
commit 'Report what is running low' '*StockReport*'
as ben 6 10
edit coord/catalog.yml 's/status: doing/status: ready/' 's/state: todo/state: done/' 's/\[ \]/[x]/'
commit 'Catalog is ready to merge' coord/catalog.yml
git checkout -q main
as ana 5 9
git merge -q --no-ff -m "Merge branch 'feature/catalog'" feature/catalog
as ana 5 10
edit coord/catalog.yml 's/status: ready/status: merged/'
commit 'Catalog is merged' coord/catalog.yml

# checkout: at work, in a worktree of its own.
git worktree add -q -b feature/checkout "$worktrees/checkout" main
cd "$worktrees/checkout"
as cleo 4 9
cp -R "$here/demo/checkout/1-refund-lines/." .
say '- Single pieces of an order come back, too.' >> CHANGELOG.md
commit 'Refund single lines of an order' checkout CHANGELOG.md
as cleo 3 11
cp -R "$here/demo/checkout/2-shipping/." .
commit 'Send large orders for nothing' checkout
as cleo 1 10
edit coord/checkout.yml 's/state: doing/state: done/' 's/state: todo/state: doing/' \
  's/\[ \] CHK-3.1/[x] CHK-3.1/' 's/^\( *next:\).*/\1 Show the price of shipping on the order/'
commit 'Tick what the checkout can do' coord/checkout.yml
cd "$demo"

# main goes on: the open branches are behind it now.
as ana 2 15
commit 'Write down how orders are delivered' docs/delivery.md

# --- 3. tests and coord -------------------------------------------------------------------------

# One call of Maven for both: coord tells the reports of these tests from left-over ones by the
# start of the build. Maven prints warnings and errors only, coord everything.
say 'Running the tests and coord ...'
#
# A CI server's variables speak of the pull request that it builds, and not of the copy.
unset CI GITHUB_ACTIONS GITHUB_REF GITHUB_REF_NAME GITHUB_HEAD_REF GITHUB_BASE_REF
unset GITHUB_STEP_SUMMARY GITLAB_CI CI_COMMIT_BRANCH CI_MERGE_REQUEST_SOURCE_BRANCH_NAME
unset CHANGE_BRANCH BRANCH_NAME
status=0
mvn -B -ntp -Dorg.slf4j.simpleLogger.defaultLogLevel=warn \
  -Dorg.slf4j.simpleLogger.log.dev.coord=info "$@" verify coord:site || status=$?

if [ ! -f target/coord/index.html ]; then
  say 'demo.sh: no page was written; the messages above say why' >&2
  exit $((status > 0 ? status : 2))
fi

# Git Bash: the path as Windows writes it, for a browser.
page=$(pwd -W 2> /dev/null || pwd)/target/coord/index.html
say ''
say 'Now break it: edit a file of another workstream on a branch, delete a test, raise a threshold,'
say 'or make a test fail. Then run "mvn verify coord:site" again: the build fails with one sentence,'
say 'and the site shows it in red. The commands to copy are in'
say "$here/README.md, under \"Break it\"."
say "Open: $page"
exit "$status"
