package org.filterscope.ui.tests;

import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Tests that begin with a project whose model can have findings. */
@ExtendWith(NoHangingDialogs.class)
abstract class OnFindingsProject {
    @TempDir
    Path folder;
    private FindingsProject project;

    @BeforeEach
    final void createProject() throws Exception {
        project = new FindingsProject(folder);
    }

    @AfterEach
    final void deleteProject() throws Exception {
        project.close();
    }

    final FindingsProject project() {
        return project;
    }
}
