/** The analysis {@code ablation}: what becomes of the predictions when a filter is silenced. Method and definitions: docs/methods/ablation.md. */
package org.filterscope.analysis.ablation;
