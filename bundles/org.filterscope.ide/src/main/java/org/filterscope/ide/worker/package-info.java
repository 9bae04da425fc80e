/** The worker's life seen from the IDE: finding what it is made of, starting it, talking to it, noticing its end, killing it. */
package org.filterscope.ide.worker;
