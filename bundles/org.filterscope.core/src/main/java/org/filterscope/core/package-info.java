/** What every part of Filterscope shares: the error a person can mend, and the version of the tool. */
package org.filterscope.core;
