/** Random numbers that depend on a seed, a picture and a purpose, and on nothing else. */
package org.filterscope.examples.random;
