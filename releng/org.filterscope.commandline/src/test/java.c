/* Stands in for java.exe where filterscope.bat is tested: says of which version it is, or which arguments it got, and ends as FAKE_EXIT says. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(int count, char **arguments) {
    if (count == 2 && strcmp(arguments[1], "-version") == 0) {
        fprintf(stderr, "openjdk version \"%s\" 2025-10-21\nOpenJDK Runtime Environment\n", VERSION);
        return 0;
    }
    for (int at = 1; at < count; at++) {
        printf("[%s]\n", arguments[at]);
    }
    const char *policy = getenv("OMP_WAIT_POLICY");
    printf("OMP_WAIT_POLICY=%s\n", policy == NULL ? "" : policy);
    const char *code = getenv("FAKE_EXIT");
    return code == NULL ? 0 : atoi(code);
}
