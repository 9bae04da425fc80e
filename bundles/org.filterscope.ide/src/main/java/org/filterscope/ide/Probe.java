package org.filterscope.ide;
import org.filterscope.core.report.Report;
final class Probe { Report d; }
