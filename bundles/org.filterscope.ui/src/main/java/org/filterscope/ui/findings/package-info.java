/** What is wrong with a network: the evidence page, and what the Problems view offers. */
package org.filterscope.ui.findings;
