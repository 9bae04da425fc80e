package org.filterscope.core.configuration;

/** An edit of a configuration whose text uses anchors, aliases or other rare parts of YAML: nothing was changed, a person has to change the text. */
public final class UneditableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UneditableException(final Throwable cause) {
        super("this value is written in a way that only the source can change", cause);
    }
}
