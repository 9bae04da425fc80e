/** The view that tells why a network says what it says of one picture, and what it would say without some filters. */
package org.filterscope.ui.trace;
