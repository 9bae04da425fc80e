/** Running a network: what the analyses see of an executor. */
package org.filterscope.engine.execution;
