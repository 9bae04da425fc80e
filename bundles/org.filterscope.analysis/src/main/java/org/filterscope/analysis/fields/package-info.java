/** The analysis {@code fields}: receptive fields as they are measured. Method and definitions: docs/methods/measured-fields.md. */
package org.filterscope.analysis.fields;
