/** The trained networks that come with the example worlds, sound and flawed: docs/networks.md. */
package org.filterscope.examples.networks;
