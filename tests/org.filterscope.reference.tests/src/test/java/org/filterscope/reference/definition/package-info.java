/** Networks computed in double precision, straight from the definition of each operator: slow, simple, and the judge of all executors. */
package org.filterscope.reference.definition;
