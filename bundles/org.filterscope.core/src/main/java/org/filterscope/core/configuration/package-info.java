/** The configuration file ({@code *.filterscope}, YAML) as checked records. */
package org.filterscope.core.configuration;
