package org.filterscope.reference;

import java.nio.file.Path;

/** Where the reference data lie, for tests in other packages. */
public final class ReferenceFolder {

    private ReferenceFolder() {
    }

    /** Tests skip where it is absent. */
    public static Path find() {
        return ReferenceData.find().folder();
    }
}
