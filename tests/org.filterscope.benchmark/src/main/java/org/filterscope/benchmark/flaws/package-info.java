/** Networks whose flaws are known, and their pictures, kept in memory: what searches for flaws are measured on. */
package org.filterscope.benchmark.flaws;
