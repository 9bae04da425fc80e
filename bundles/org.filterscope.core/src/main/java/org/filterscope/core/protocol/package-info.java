/** What the IDE and the worker say to each other: JSON-RPC 2.0 over the worker's standard input and output. Numbers in bulk go by files. */
package org.filterscope.core.protocol;
