package org.filterscope.analysis.attribution;

/** Changed copies of a picture, made when they are needed, each once and in order. */
@FunctionalInterface
interface PictureVariants {

    /**
     * @param number of the copy, from 0
     * @param values where its values {@code [channel, row, col]} go
     * @param start  index there of the first
     */
    void write(int number, float[] values, int start);
}
