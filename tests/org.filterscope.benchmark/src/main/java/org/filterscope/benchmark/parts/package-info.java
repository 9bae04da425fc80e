/** What filters and the explanatory graph know of animals' parts: numbers on real pictures. */
package org.filterscope.benchmark.parts;
