# Sourced by the scripts beside it: finds a JDK and a Maven that can build Filterscope.
# Sets ROOT, JAVA_HOME and JAVA_FEATURE; find_maven sets MAVEN.

ROOT=$(CDPATH= cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)

complain() {
    printf 'filterscope: %s\n' "$*" >&2
}

# Feature version (21, 25, …) of the JDK in a directory; nothing when there is none.
java_feature() {
    [ ! -x "$1/bin/javac" ] || "$1/bin/javac" -version 2> /dev/null | sed -n 's/^javac \([0-9]*\).*/\1/p' || true
}

find_java() {
    local candidate feature on_path
    on_path=$(command -v javac || true)
    [ -z "$on_path" ] || on_path=$(dirname -- "$(dirname -- "$(readlink -f -- "$on_path")")")
    for candidate in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/* /Library/Java/JavaVirtualMachines/*/Contents/Home "${HOME:-}"/.sdkman/candidates/java/*; do
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
        complain 'needs Maven, of any version from 3.6.3 on. Install it (Debian: apt-get install maven).'
        exit 2
    fi
    if mvn --version 2>/dev/null | sed -n 's/.*Apache Maven \([0-9.]*\).*/\1/p' | awk -F. '{ exit !($1 > 3 || $1 == 3 && ($2 > 9 || $2 == 9 && $3 >= 9)) }'; then
        MAVEN=$found
        return 0
    fi
    MAVEN=$tools/apache-maven-$wanted/bin/mvn
    if [ ! -x "$MAVEN" ]; then
        (cd "$ROOT/releng" && mvn -q -B -f maven.xml -Dmaven.wanted="$wanted" -Dmaven.tools="$tools" initialize) || true
        [ -x "$MAVEN" ] || { complain "could not fetch Maven $wanted with the Maven that is here."; exit 2; }
    fi
}

find_java

# For Maven: in a checkout without changes, the last part of all bundles' versions is the time of the commit, so that every build of it makes the same files.
commit_qualifier() {
    if [ -z "$(git -C "$ROOT" status --porcelain 2> /dev/null || echo none)" ]; then
        TZ=UTC git -C "$ROOT" -c log.showSignature=false log -1 --date=format-local:%Y%m%d%H%M --format=-DforceContextQualifier=%cd
    fi
}

# The IDE that the build assembled, without Filterscope: built_ide [TARGET], for the build's own target platform or for another.
built_ide() {
    printf '%s\n' "$ROOT/releng/org.filterscope.product/target/${1:+$1/}products/org.filterscope.product/linux/gtk/x86_64"
}

# Runs p2 inside an IDE, with our update site: director IDE -installIU FEATURE
director() {
    local ide=$1
    shift
    "$JAVA_HOME/bin/java" -jar "$ide"/plugins/org.eclipse.equinox.launcher_*.jar -nosplash -consoleLog -data "$ROOT/target/director-workspace" \
        -application org.eclipse.equinox.p2.director -repository "file:$ROOT/releng/org.filterscope.site/target/repository" "$@"
}

# Whether a window can be opened here, as far as can be told without opening one.
usable_display() {
    if [ -n "${WAYLAND_DISPLAY:-}" ] && [ -S "${XDG_RUNTIME_DIR:-/nowhere}/$WAYLAND_DISPLAY" ]; then
        return 0
    fi
    case "${DISPLAY:-}" in
        '') return 1 ;;
        :*) local number=${DISPLAY#:}; [ -S "/tmp/.X11-unix/X${number%%.*}" ] ;;
    esac
}

# A virtual screen needs some Debian packages: installs them when it may, else names them.
need_screen() {
    local missing=()
    [ "$(uname -s)" = Linux ] || return 0
    command -v xvfb-run > /dev/null || missing+=(xvfb)
    command -v xauth > /dev/null || missing+=(xauth)
    command -v openbox > /dev/null || missing+=(openbox)
    command -v unzip > /dev/null || missing+=(unzip)
    { PATH=$PATH:/sbin:/usr/sbin ldconfig -p | grep 'libgtk-3\.so\.0' > /dev/null; } || missing+=(libgtk-3-0)
    [ -n "$(find /usr/share/fonts "${HOME:-/nowhere}/.fonts" \( -name '*.ttf' -o -name '*.otf' \) -print -quit 2> /dev/null)" ] || missing+=(fonts-dejavu-core)
    [ ${#missing[@]} -gt 0 ] || return 0
    if [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null; then
        complain "installing ${missing[*]} …"
        apt-get -o DPkg::Lock::Timeout=120 -qq update
        DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=120 -qq install -y --no-install-recommends "${missing[@]}" > /dev/null
    else
        complain "the tests of the user interface need ${missing[*]}: sudo apt-get install --no-install-recommends ${missing[*]}"
        exit 2
    fi
}

# Runs a command with a screen of its own and a window manager on it.
on_screen() {
    if [ "$(uname -s)" = Linux ]; then
        xvfb-run -a -s '-screen 0 1600x1000x24' bash -c 'openbox > /dev/null 2>&1 & manager=$!; "$@"; code=$?; kill $manager; exit $code' screen "$@"
    else
        "$@"
    fi
}

# Builds the assembled IDE if need be, and the guide of the tour.
build_tour() {
    need_screen
    "$ROOT/releng/ide" --assemble
    find_maven
    (cd "$ROOT" && "$MAVEN" -B -q -DskipTests package -pl :org.filterscope.testkit,:org.filterscope.tour)
}

# A copy of the IDE that releng/ide has assembled, with the guide of the tour in it; or of what the last build has made:
# tour_ide DIRECTORY [built]
tour_ide() {
    local ide=$1
    rm -rf "$ide"
    mkdir -p "$(dirname -- "$ide")"
    if [ "${2:-}" = built ]; then
        cp -a "$(built_ide)" "$ide"
        director "$ide" -installIU org.filterscope.feature.feature.group > "$ROOT/target/tour-install.log" 2>&1
    else
        # Links, but for what a running IDE writes.
        cp -al "$ROOT/.ide/eclipse" "$ide"
        rm -rf "$ide/configuration" "$ide/p2"
        cp -a "$ROOT/.ide/eclipse/configuration" "$ROOT/.ide/eclipse/p2" "$ide"
        rm -rf "$ide"/configuration/org.eclipse.{osgi,core.runtime,equinox.app}
    fi
    guided "$ide"
}

# Puts the guide of the tour into an IDE, beside what p2 knows of.
guided() {
    local info=$1/configuration/org.eclipse.equinox.simpleconfigurator/bundles.info bundle jar
    for bundle in testkit tour; do
        jar=$(ls "$ROOT/tests/org.filterscope.$bundle/target/org.filterscope.$bundle"-*.jar | grep -v sources)
        printf 'org.filterscope.%s,%s,file:%s,4,false\n' "$bundle" \
            "$(unzip -p "$jar" META-INF/MANIFEST.MF | sed -n 's/^Bundle-Version: *\([^[:space:]]*\).*/\1/p')" "$jar" >> "$info"
    done
}

# Takes it out again.
unguided() {
    sed -i '/^org\.filterscope\.\(testkit\|tour\),/d' "$1/configuration/org.eclipse.equinox.simpleconfigurator/bundles.info"
}

# One session of an IDE with the guide in it: play_tour IDE CHAPTER WORKSPACE RESULTS JAVA-OPTIONS…
play_tour() {
    local ide=$1 chapter=$2 workspace=$3 results=$4
    on_screen timeout 900 "$JAVA_HOME/bin/java" -Xmx2g --add-modules=ALL-SYSTEM "-Dfilterscope.tour=$chapter" "-Dfilterscope.tour.folder=$results" \
        "${@:5}" -jar "$ide"/plugins/org.eclipse.equinox.launcher_*.jar -nosplash -data "$workspace" \
        -pluginCustomization "$ROOT/releng/org.filterscope.product/preferences.ini" > "$results/$chapter.log" 2>&1 || true
}
