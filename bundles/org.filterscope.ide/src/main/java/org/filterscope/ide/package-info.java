/** Diagnoses in the IDE, without widgets: running them as jobs, knowing which report is the current one, telling who listens. */
package org.filterscope.ide;
