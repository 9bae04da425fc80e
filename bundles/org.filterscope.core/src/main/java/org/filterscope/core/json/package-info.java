/** Objects of JSON files that come from outside. */
package org.filterscope.core.json;
