package org.filterscope.fuzz.subject;

/**
 * How much memory reading may take: what all objects together have that are made while a file is read, also those that are gone again.
 *
 * @param bytes   whatever the file is
 * @param perByte and for each byte of the file
 */
public record Allowance(long bytes, long perByte) {

    /** For a file of some bytes. */
    public long of(final long length) {
        return bytes + perByte * length;
    }
}
