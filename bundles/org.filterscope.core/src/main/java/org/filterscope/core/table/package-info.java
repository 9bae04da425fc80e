/** Tables that people write. Those of a report have a reader of their own: {@link org.filterscope.core.report.TableReader}. */
package org.filterscope.core.table;
