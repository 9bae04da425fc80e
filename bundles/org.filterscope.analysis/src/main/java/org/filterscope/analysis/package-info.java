/** The methods, one package each. */
package org.filterscope.analysis;
