/** Which class a picture is, which output stands for it, and what lies between a layer and the logits. */
package org.filterscope.analysis.classes;
