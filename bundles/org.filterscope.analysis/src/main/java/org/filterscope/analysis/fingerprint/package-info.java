/** What a filter is, whatever its layer is called and whichever file it was read from. */
package org.filterscope.analysis.fingerprint;
