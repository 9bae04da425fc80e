package org.filterscope.fuzz.seed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;

/** A class that says so when a file makes somebody load it, or make an object of it. */
public final class Payload implements Serializable {
    /** Name of the class, to be put into files. The class is not loaded by it. */
    public static final String CLASS = "org.filterscope.fuzz.seed.Payload";
    private static final long serialVersionUID = 1L;
    private static final String EXECUTED = "filterscope.fuzz.executed";

    /** Whether {@link #readObject} was run in this process. */
    public static boolean wasExecuted() {
        return Boolean.getBoolean(EXECUTED);
    }

    /** An object of this class as Java serialises it. */
    public static byte[] serialized() {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(new Payload());
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void readObject(final ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        System.setProperty(EXECUTED, "true");
    }
}
