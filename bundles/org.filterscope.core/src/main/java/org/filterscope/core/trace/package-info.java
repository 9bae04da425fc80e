/**
 * What each layer, filter, part pattern and region of a picture adds to a prediction: as records, as JSON and as sentences. See
 * docs/methods/contribution-traces.md.
 */
package org.filterscope.core.trace;
