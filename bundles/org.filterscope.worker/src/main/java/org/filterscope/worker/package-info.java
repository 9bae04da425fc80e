/** One process, two doors: the command line and the JSON-RPC service. */
package org.filterscope.worker;
