package org.filterscope.fuzz.subject;

/**
 * A good file.
 *
 * @param path  where it lies below the subject's folder
 * @param bytes its content; not changed
 */
public record Seed(String path, byte[] bytes) {
}
