/** Heat maps: where in a picture a network sees a class, and what each filter adds. Methods and definitions: docs/methods/attribution.md. */
package org.filterscope.analysis.attribution;
