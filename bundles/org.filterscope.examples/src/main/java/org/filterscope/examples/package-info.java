/** Example worlds: pictures with exact truth and planted flaws, to try the debugger on. What is drawn and what is true of it: docs/world.md. */
package org.filterscope.examples;
