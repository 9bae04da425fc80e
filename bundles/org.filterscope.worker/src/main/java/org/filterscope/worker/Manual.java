package org.filterscope.worker;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the manual of a command says besides what picocli knows of it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface Manual {
    /** Commands as they are typed, and what they do. */
    ManualEntry[] examples();

    /** What the command reads and writes. */
    ManualEntry[] files() default {};
}
