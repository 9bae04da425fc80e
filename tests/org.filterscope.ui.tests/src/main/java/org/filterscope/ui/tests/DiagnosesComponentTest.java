package org.filterscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.eclipse.ui.PlatformUI;
import org.filterscope.ide.Diagnoses;
import org.filterscope.ide.DiagnosisService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;

@Timeout(10)
class DiagnosesComponentTest {

    @Test
    void theFrameworkHasOneServiceForTheWholeIde() {
        final BundleContext context = FrameworkUtil.getBundle(DiagnosesComponentTest.class).getBundleContext();
        final ServiceReference<Diagnoses> reference = context.getServiceReference(Diagnoses.class);
        final Diagnoses service = context.getService(reference);
        try {
            assertInstanceOf(DiagnosisService.class, service);
            assertSame(service, PlatformUI.getWorkbench().getService(Diagnoses.class));
        } finally {
            context.ungetService(reference);
        }
    }
}
