package org.filterscope.ide;

import java.io.IOException;

/** What people call the filters of a network, by the fingerprint of the filter's weights. May be used by several threads. */
public interface FilterNames {

    /** @return {@link FilterName#NONE} when nobody has said anything of the filter */
    FilterName get(String fingerprint);

    /**
     * Replaces what was said of the filter before, and keeps it on disk.
     *
     * @throws IOException when it cannot be stored; nothing has changed then
     */
    void put(String fingerprint, FilterName name) throws IOException;
}
