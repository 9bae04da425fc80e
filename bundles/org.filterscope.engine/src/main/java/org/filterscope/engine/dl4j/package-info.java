/** Deeplearning4j models in the zips of its ModelSerializer, read without Deeplearning4j and without Java's deserialisation. */
package org.filterscope.engine.dl4j;
