package org.filterscope.worker;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A line of a command's manual. */
@Retention(RetentionPolicy.RUNTIME)
@Target({})
@interface ManualEntry {
    /** What is explained: a file, a command to type. */
    String term();

    /** A sentence without a full stop. */
    String text();
}
