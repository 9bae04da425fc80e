package org.filterscope.worker;
import org.filterscope.core.report.Dummy;
final class Probe { Dummy d; }
