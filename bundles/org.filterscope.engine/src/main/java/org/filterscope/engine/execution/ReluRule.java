package org.filterscope.engine.execution;

/**
 * How a gradient g passes backwards through a rectifier that saw x: through the functions that are the identity above zero and nothing below
 * (ReLU, and ReLU cut off at a highest value). All other operators pass their plain derivative.
 */
public enum ReluRule {
    /** The derivative: g where x &gt; 0 (and below the highest value). The derivative at 0 is taken to be 0. */
    GRADIENT,
    /** Guided back-propagation (Springenberg et al. 2015): the derivative, and only where g &gt; 0. */
    GUIDED,
    /** Deconvolutional network (Zeiler and Fergus 2014): g where g &gt; 0, whatever x was. */
    DECONVOLUTION
}
