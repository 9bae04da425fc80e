/** A report and its gates in the forms that build servers, code hosts, spreadsheets and people read. */
package org.filterscope.core.export;
