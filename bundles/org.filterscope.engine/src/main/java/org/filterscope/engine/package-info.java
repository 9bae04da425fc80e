/** Networks that run. */
package org.filterscope.engine;
