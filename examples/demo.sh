#!/bin/sh
# A first tour: ingest the sample archive, then ask it something. `make demo` runs this.
# Everything it makes lies in .demo/ of the checkout; `make clean` removes it.
set -eu

cd "$(dirname "$0")/.."
REFERENT_HOME="$PWD/.demo"
export REFERENT_HOME
mkdir -p "$REFERENT_HOME"
cp examples/settings.toml "$REFERENT_HOME/settings.toml"

say() {
    echo
    printf '# %s\n' "$@"
}

ask() {
    printf '\n$ referent ask "%s"\n\n' "$1"
    referent ask "$1"
}

say "Region Nordvang does not exist. Its archive holds the papers of two committees:" \
    "KVAP, which recommends, and SNS, which decides. First, the files become an index."
printf '\n$ referent ingest examples/archive\n\n'
status=0
referent ingest examples/archive || status=$?
case $status in
    0) ;;
    3) say "Exit status 3: done, but not every file could be read. That is expected here: one is a" \
           "scanned page, a picture without text. With Tesseract and its Danish data installed" \
           "(see the README) it is read as well." ;;
    *) exit "$status" ;;
esac

say "A decision, with what had been recommended and what was decided of it before."
ask "what did KVAP decide on the mentoring scheme for new doctors?"

say "In Danish, and of the body that had the last word."
ask "hvad besluttede SNS om satellitklinikken i Halmsted?"

say "Behind closed doors: that there is such an item may be known, what it says may not."
ask "hvad besluttede SNS om lejemålet til satellitklinikken?"

say "Decisions are data: what was put off is followed until somebody settles it."
ask "what is still open?"

say "For somebody new to a committee:" \
    "  REFERENT_HOME=.demo .venv/bin/referent intro KVAP" \
    "Your turn:" \
    "  REFERENT_HOME=.demo .venv/bin/referent ask \"...\"" \
    "In a browser, at http://127.0.0.1:8642/:" \
    "  REFERENT_HOME=.demo .venv/bin/referent serve" \
    "and examples/questions.jsonl has a hundred more questions."
