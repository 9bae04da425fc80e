package org.eclipse.jface.util;

/**
 * The class of that name left JFace long ago, for {@link org.eclipse.core.runtime.Assert}; GEF 3.2 still calls it. Here are the methods that it
 * calls, with their signatures.
 */
public final class Assert {

    private Assert() {
    }

    public static void isNotNull(final Object object) {
        org.eclipse.core.runtime.Assert.isNotNull(object);
    }

    public static void isNotNull(final Object object, final String message) {
        org.eclipse.core.runtime.Assert.isNotNull(object, message);
    }

    public static boolean isTrue(final boolean expression) {
        return org.eclipse.core.runtime.Assert.isTrue(expression);
    }

    public static boolean isTrue(final boolean expression, final String message) {
        return org.eclipse.core.runtime.Assert.isTrue(expression, message);
    }
}
