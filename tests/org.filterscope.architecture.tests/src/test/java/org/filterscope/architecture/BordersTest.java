package org.filterscope.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The borders between the bundles (docs/architecture.md), held on the compiled classes. */
class BordersTest {
    private static final List<String> BUNDLES = List.of("core", "engine", "analysis", "examples", "worker", "ide", "jdt", "ui", "ui.graph");
    private static JavaClasses all;

    /** Eclipse, but for LSP4J's JSON-RPC, which is an ordinary library that happens to live in its name space. */
    private static final DescribedPredicate<JavaClass> ECLIPSE = DescribedPredicate.describe("Eclipse",
            type -> type.getPackageName().startsWith("org.eclipse.") && !type.getPackageName().startsWith("org.eclipse.lsp4j.jsonrpc"));

    @BeforeAll
    static void read() {
        final Path root = Path.of(System.getProperty("filterscope.root"));
        all = new ClassFileImporter().importPaths(
                BUNDLES.stream().map(bundle -> root.resolve("bundles/org.filterscope." + bundle + "/target/classes")).toList());
    }

    @Test
    void everyBundleIsLookedAt() {
        for (final String bundle : BUNDLES) {
            assertThat(all.stream().filter(type -> type.getPackageName().startsWith("org.filterscope." + bundle)).count()).as(bundle)
                    .isGreaterThan(3);
        }
    }

    @Test
    void whatComputesKnowsNothingOfEclipse() {
        noClasses().that().resideInAnyPackage("org.filterscope.core..", "org.filterscope.engine..", "org.filterscope.analysis..",
                "org.filterscope.examples..", "org.filterscope.worker..").should().dependOnClassesThat(ECLIPSE).check(all);
    }

    @Test
    void onlyTheGraphsViewKnowsTheGraphicalEditingFramework() {
        noClasses().that().resideInAPackage("org.filterscope..").and().resideOutsideOfPackage("org.filterscope.ui.graph..").should()
                .dependOnClassesThat().resideInAnyPackage("org.eclipse.draw2d..", "org.eclipse.gef..", "org.filterscope.ui.graph..").check(all);
    }

    @Test
    void coreKnowsNeitherNativeMathsNorPictures() {
        noClasses().that().resideInAPackage("org.filterscope.core..").should().dependOnClassesThat()
                .resideInAnyPackage("org.nd4j..", "org.deeplearning4j..", "org.bytedeco..", "java.awt..", "javax.imageio..").check(all);
    }

    @Test
    void dependenciesPointOneWay() {
        noClasses().that().resideInAPackage("org.filterscope.core..").should().dependOnClassesThat().resideInAnyPackage(
                "org.filterscope.engine..", "org.filterscope.analysis..", "org.filterscope.examples..", "org.filterscope.worker..",
                "org.filterscope.ide..", "org.filterscope.ui..").check(all);
        noClasses().that().resideInAPackage("org.filterscope.engine..").should().dependOnClassesThat()
                .resideInAnyPackage("org.filterscope.analysis..", "org.filterscope.examples..", "org.filterscope.worker..").check(all);
        noClasses().that().resideInAPackage("org.filterscope.analysis..").should().dependOnClassesThat()
                .resideInAnyPackage("org.filterscope.examples..", "org.filterscope.worker..").check(all);
        noClasses().that().resideInAPackage("org.filterscope.ide..").should().dependOnClassesThat()
                .resideInAnyPackage("org.filterscope.jdt..", "org.filterscope.ui..", "org.eclipse.swt..", "org.eclipse.jface..",
                        "org.eclipse.ui..").check(all);
        noClasses().that().resideInAPackage("org.filterscope.jdt..").should().dependOnClassesThat()
                .resideInAnyPackage("org.filterscope.ui..", "org.eclipse.swt..", "org.eclipse.jface..", "org.eclipse.ui..").check(all);
    }

    /** An IDE need not have the Java development tools. */
    @Test
    void onlyOneBundleKnowsTheJavaDevelopmentTools() {
        noClasses().that().resideOutsideOfPackage("org.filterscope.jdt..").should().dependOnClassesThat()
                .resideInAnyPackage("org.eclipse.jdt..", "org.filterscope.jdt..").check(all);
    }

    /** What the example worlds draw is the judge of engine and analyses, so it must not come from them. */
    @Test
    void theExampleWorldsAreDrawnWithoutWhatTheyJudge() {
        noClasses().that().resideInAPackage("org.filterscope.examples..").should().dependOnClassesThat().resideInAnyPackage(
                "org.filterscope.engine..", "org.filterscope.analysis..", "org.filterscope.worker..", "org.filterscope.ide..",
                "org.filterscope.ui..", "org.nd4j..", "org.deeplearning4j..", "org.bytedeco..").check(all);
        noClasses().that().resideInAPackage("org.filterscope.examples..").and().resideOutsideOfPackage("org.filterscope.examples.dataset..")
                .should().dependOnClassesThat().resideInAnyPackage("java.awt..", "javax.imageio..").check(all);
        noClasses().that().resideInAPackage("org.filterscope.examples..").and()
                .resideOutsideOfPackages("org.filterscope.examples.dataset..", "org.filterscope.examples.project..").should()
                .dependOnClassesThat().resideInAnyPackage("java.nio.file..").check(all);
    }

    /** It is a program for developers: nothing that is shipped may need it. */
    @Test
    void nothingDependsOnTheTrainingOfTheExampleNetworks() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage("org.filterscope.examples.training..", "smallnets..").check(all);
    }

    /** Users get this source in their example project, where there is no Filterscope. */
    @Test
    void theExampleProgramNeedsDeeplearning4jAndTheJdkAlone() {
        classes().that().resideInAPackage("smallnets..").should().onlyDependOnClassesThat().resideInAnyPackage("smallnets..", "java..",
                "javax.imageio..", "org.deeplearning4j..", "org.nd4j.linalg..").check(training());
    }

    @Test
    void theTrainingOfTheExampleNetworksKeepsTheRulesToo() {
        final JavaClasses training = training();
        slices().matching("org.filterscope.(*).(*)..").should().beFreeOfCycles().check(training);
        noClasses().should().dependOnClassesThat().resideInAnyPackage("org.filterscope.engine..", "org.filterscope.analysis..",
                "org.filterscope.worker..", "org.filterscope.ide..", "org.filterscope.ui..").orShould().dependOnClassesThat(ECLIPSE).check(training);
        fields().that().areStatic().and().doNotHaveModifier(JavaModifier.SYNTHETIC).should().haveModifier(JavaModifier.FINAL).check(training);
    }

    private static JavaClasses training() {
        return new ClassFileImporter().importPath(
                Path.of(System.getProperty("filterscope.root")).resolve("bundles/org.filterscope.examples.training/target/classes"));
    }

    @Test
    void nothingThatComputesEntersTheIdesProcess() {
        noClasses().that().resideInAnyPackage("org.filterscope.ide..", "org.filterscope.jdt..", "org.filterscope.ui..").should().dependOnClassesThat()
                .resideInAnyPackage("org.filterscope.engine..", "org.filterscope.analysis..", "org.filterscope.examples..",
                        "org.filterscope.worker..", "org.nd4j..", "org.bytedeco..", "io.jhdf..", "com.twelvemonkeys..", "java.awt..")
                .check(all);
    }

    /** ND4J's jar also carries the classes of the ONNX format, and the protocol buffers they are made of. */
    @Test
    void onlyTheExecutorsKnowTheirLibraries() {
        noClasses().that().resideOutsideOfPackage("org.filterscope.engine.nd4j..").should().dependOnClassesThat()
                .resideInAnyPackage("org.nd4j.linalg..", "org.nd4j.nativeblas..", "org.bytedeco..").check(all);
        noClasses().that().resideOutsideOfPackages("org.filterscope.engine.onnx..", "org.filterscope.engine.onnxruntime..").should()
                .dependOnClassesThat().resideInAnyPackage("onnx..", "org.nd4j.shade.protobuf..").check(all);
        noClasses().that().resideOutsideOfPackage("org.filterscope.engine.onnxruntime..").should().dependOnClassesThat()
                .resideInAnyPackage("ai.onnxruntime..").check(all);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("org.filterscope.(*).(*)..").should().beFreeOfCycles().check(all);
    }

    /** NLS fills the fields of message classes once, at class loading; everything else that is static is constant. */
    @Test
    void thereIsNoStaticMutableState() {
        fields().that().areStatic().and().doNotHaveModifier(JavaModifier.SYNTHETIC)
                .and().areDeclaredInClassesThat().haveSimpleNameNotEndingWith("Messages").should().haveModifier(
                JavaModifier.FINAL).check(all);
    }

    @Test
    void classesAreFinalOrMeantToBeExtended() {
        classes().that().areTopLevelClasses().and().areNotInterfaces().and().areNotRecords().and().areNotEnums().and()
                .doNotHaveModifier(JavaModifier.ABSTRACT).and().areNotAssignableTo(Exception.class).should().haveModifier(JavaModifier.FINAL)
                .check(all);
    }
}
