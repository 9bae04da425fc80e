/** Progress and cancellation without Eclipse, so that the same computation serves the command line and the IDE. */
package org.filterscope.core.progress;
