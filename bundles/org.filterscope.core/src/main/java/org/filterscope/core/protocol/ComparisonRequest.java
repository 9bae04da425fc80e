package org.filterscope.core.protocol;

import java.util.List;

/**
 * @param run     a name for the run, chosen by the client
 * @param reports absolute paths of two or more report directories, in the order in which they are to be compared
 * @param out     absolute path of the directory that the comparison goes to; a comparison that lies there is replaced
 */
public record ComparisonRequest(String run, List<String> reports, String out) {
}
