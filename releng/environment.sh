# Sourced by the scripts beside it: finds a JDK and a Maven that can build Filterscope.
# Sets ROOT, JAVA_HOME and JAVA_FEATURE; find_maven sets MAVEN.

ROOT=$(CDPATH= cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)

complain() {
    printf 'filterscope: %s\n' "$*" >&2
}

# Feature version (21, 25, …) of the JDK in a directory; nothing when there is none.
java_feature() {
    [ -x "$1/bin/javac" ] || return 0
    "$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p'
}

find_java() {
    local candidate feature on_path
    on_path=$(command -v javac || true)
    [ -z "$on_path" ] || on_path=$(dirname -- "$(dirname -- "$(readlink -f -- "$on_path")")")
    for candidate in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/* /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/.sdkman/candidates/java/*; do
        [ -n "$candidate" ] || continue
        feature=$(java_feature "$candidate")
        if [ -n "$feature" ] && [ "$feature" -ge 21 ]; then
            export JAVA_HOME=$candidate
            JAVA_FEATURE=$feature
            return 0
        fi
    done
    complain 'needs a JDK 21 or newer. Install one (Debian: a temurin or openjdk package) and set JAVA_HOME to it.'
    exit 2
}

# A Maven older than 3.9.9 is good enough to fetch a newer one, once.
find_maven() {
    local wanted=3.9.16 found tools=$ROOT/.tools
    found=$(command -v mvn || true)
    if [ -z "$found" ]; then
        complain 'needs Maven, of any version from 3.6 on. Install it (Debian: apt-get install maven).'
        exit 2
    fi
    if mvn --version 2>/dev/null | sed -n 's/.*Apache Maven \([0-9.]*\).*/\1/p' | awk -F. '{ exit !($1 > 3 || $1 == 3 && ($2 > 9 || $2 == 9 && $3 >= 9)) }'; then
        MAVEN=$found
        return 0
    fi
    MAVEN=$tools/apache-maven-$wanted/bin/mvn
    [ -x "$MAVEN" ] || (cd "$ROOT/releng" && mvn -q -B -f maven.xml -Dmaven.wanted="$wanted" -Dmaven.tools="$tools" initialize) || {
        complain "could not fetch Maven $wanted with the Maven that is here."
        exit 2
    }
}

find_java
