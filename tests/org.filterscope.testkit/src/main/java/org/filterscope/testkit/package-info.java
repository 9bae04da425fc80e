/** Small networks and pictures that tests make for themselves. */
package org.filterscope.testkit;
