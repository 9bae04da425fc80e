/**
 * Network dissection: which concept the active region of every filter overlaps best.
 * Source: Bau, Zhou, Khosla, Oliva, Torralba: Network Dissection: Quantifying Interpretability of Deep Visual Representations (CVPR 2017); Bau,
 * Zhu, Strobelt, Lapedriza, Zhou, Torralba: Understanding the role of individual units in a deep neural network (PNAS 2020).
 */
package org.filterscope.analysis.dissection;
