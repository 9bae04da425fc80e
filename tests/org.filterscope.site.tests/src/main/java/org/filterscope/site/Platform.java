package org.filterscope.site;

import java.util.Map;

/** The platforms that Filterscope has natives for, by p2's names of them. */
public enum Platform {
    LINUX("Linux x86_64", "linux", "x86_64"),
    WINDOWS("Windows x86_64", "win32", "x86_64"),
    MAC_INTEL("macOS x86_64", "macosx", "x86_64"),
    MAC_ARM("macOS aarch64", "macosx", "aarch64");

    private final String label;
    private final String os;
    private final String arch;

    Platform(final String label, final String os, final String arch) {
        this.label = label;
        this.os = os;
        this.arch = arch;
    }

    /** @return what people call it */
    public String label() {
        return label;
    }

    /** @return the last part of the name of the bundle that has its natives */
    public String suffix() {
        return os + "." + arch;
    }

    /** @return what p2's filters ask of an IDE on it */
    Map<String, String> environment() {
        return Map.of("osgi.os", os, "osgi.arch", arch, "org.eclipse.update.install.features", "true");
    }
}
