package org.filterscope.site;

import java.nio.file.Path;

/**
 * A file on the site.
 *
 * @param id     the bundle's or the feature's name
 * @param file   the jar
 * @param size   bytes, as the site says
 * @param sha256 as the site says, in hexadecimal digits; empty where it says none
 */
public record Artifact(String id, Path file, long size, String sha256) {
}
