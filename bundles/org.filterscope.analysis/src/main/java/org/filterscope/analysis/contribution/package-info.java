/** Why a network says what it says of one picture: what layers, filters, part patterns and regions add. See docs/methods/contribution-traces.md. */
package org.filterscope.analysis.contribution;
