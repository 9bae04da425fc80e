<#-- Makes docs/third-party.md. What a jar is for stands here, by hand; names, versions and licences come from the dependencies. -->
<#assign purposes = {
  "com.google.code.gson:gson": "JSON files and messages",
  "com.google.errorprone:error_prone_annotations": "annotations that Gson uses",
  "com.google.flatbuffers:flatbuffers-java": "of ND4J: its graphs as files",
  "com.microsoft.onnxruntime:onnxruntime": "executor; classes and, for each platform, its libraries",
  "com.microsoft.onnxruntime:onnxruntime_gpu": "executor on GPUs; its libraries for CUDA alone, in an optional feature",
  "com.ning:compress-lzf": "of jHDF: compressed HDF5 files",
  "com.twelvemonkeys.common:common-image": "of TwelveMonkeys ImageIO",
  "com.twelvemonkeys.common:common-io": "of TwelveMonkeys ImageIO",
  "com.twelvemonkeys.common:common-lang": "of TwelveMonkeys ImageIO",
  "com.twelvemonkeys.imageio:imageio-core": "of TwelveMonkeys ImageIO",
  "com.twelvemonkeys.imageio:imageio-metadata": "of TwelveMonkeys ImageIO",
  "com.twelvemonkeys.imageio:imageio-tiff": "TIFF pictures",
  "com.twelvemonkeys.imageio:imageio-webp": "WebP pictures",
  "commons-io:commons-io": "of ND4J",
  "de.siegmar:fastcsv": "CSV files",
  "info.picocli:picocli": "the command line",
  "io.jhdf:jhdf": "HDF5, the format of Keras",
  "at.yawk.lz4:lz4-java": "of jHDF: compressed HDF5 files; LZ4 and xxHash themselves are BSD-2-Clause",
  "org.apache.commons:commons-lang3": "of ND4J",
  "org.apache.commons:commons-math3": "of ND4J",
  "org.bytedeco:cuda": "of ND4J: bindings of CUDA, in an optional feature; NVIDIA's own libraries do not ship",
  "org.bytedeco:javacpp": "of ND4J: native code from Java; classes and, for each platform, a library",
  "org.bytedeco:openblas": "of ND4J: products of matrices; classes and, for each platform, its libraries",
  "org.deeplearning4j:deeplearning4j-nn": "networks in the user's own programs",
  "org.deeplearning4j:resources": "of deeplearning4j-nn",
  "org.eclipse:draw2d": "drawing of graphs in the IDE",
  "org.eclipse:gef": "editing of graphs in the IDE",
  "org.eclipse.lsp4j:org.eclipse.lsp4j.jsonrpc": "messages between IDE and worker",
  "org.eclipse.swtchart:org.eclipse.swtchart": "charts in the IDE",
  "org.ejml:ejml-core": "of ejml-ddense",
  "org.ejml:ejml-ddense": "linear algebra of the analyses",
  "org.nd4j:guava": "of ND4J: Guava, repackaged; with JSR 305 annotations (BSD-3-Clause) and J2ObjC's",
  "org.nd4j:jackson": "of ND4J: Jackson, SnakeYAML and Woodstox, repackaged; with Stax2 (BSD-2-Clause)",
  "org.nd4j:nd4j-api": "executor, the other one",
  "org.nd4j:nd4j-common": "of ND4J",
  "org.nd4j:nd4j-cuda-11.6": "executor on GPUs, the other one; classes and libraries in an optional feature",
  "org.nd4j:nd4j-native": "of ND4J: what computes on the CPU; classes and, for each platform, its libraries",
  "org.nd4j:nd4j-native-api": "of ND4J",
  "org.nd4j:nd4j-native-preset": "of ND4J",
  "org.nd4j:nd4j-presets-common": "of ND4J",
  "org.nd4j:protobuf": "Protocol Buffers (BSD-3-Clause), repackaged by ND4J with Guava: ONNX files",
  "org.slf4j:slf4j-api": "what libraries log with",
  "org.slf4j:slf4j-jdk14": "leads it to Java's own log",
  "org.snakeyaml:snakeyaml-engine": "YAML, the form of configurations"
}>
<#-- Where the pom names a page that is no more, or none. -->
<#assign homes = {
  "org.bytedeco": "https://github.com/bytedeco",
  "org.deeplearning4j": "https://github.com/deeplearning4j/deeplearning4j",
  "org.nd4j": "https://github.com/deeplearning4j/deeplearning4j",
  "org.eclipse": "https://github.com/eclipse-gef/gef-classic",
  "com.twelvemonkeys.common": "https://github.com/haraldk/TwelveMonkeys",
  "com.twelvemonkeys.imageio": "https://github.com/haraldk/TwelveMonkeys"
}>
# Works of others

<#-- The build holds this page to the dependencies; how to change it: CONTRIBUTING.md. -->
Filterscope itself is under the [EPL-2.0](../LICENSE). What ships with it of others lies in the bundle `org.filterscope.runtime`, its fragments for the
platforms, bundles of their own in the features, and the command line's archive, unchanged but for [one jar](#microsofts-runtime). This page is made from the dependencies when Filterscope is built
([how](../CONTRIBUTING.md#works-of-others)); it lies beside the jars, in `lib/notices`, with the texts of the licences.

## Jars

Where there are several licences, one may choose; we take the first.

| jar | version | licence | what it is for |
|---|---|---|---|
<#list dependencyMap as entry>
<#assign p = entry.getKey()>
<#assign key = p.groupId + ":" + p.artifactId>
<#if !purposes[key]??><#stop "releng/org.filterscope.notices/src/notices/third-party.ftl does not say what " + key + " is for.">
</#if>
<#assign home = homes[p.groupId]!p.url!>
<#if home == ""><#stop "Neither its pom nor releng/org.filterscope.notices/src/notices/third-party.ftl says where " + key + " is at home.">
</#if>
| [${p.artifactId}](${home}) | ${p.version} | ${entry.getValue()?join(" or ")} | ${purposes[key]} |
</#list>

## Native libraries

They lie in jars, or beside them, for each platform. Names are without `lib`, versions and endings; which ones there are depends on the platform. Where GCC's runtime has no file of its own,
it may be part of the libraries that use it.

| jar | libraries | work | licence |
|---|---|---|---|
| javacpp | `jnijavacpp` | JavaCPP | Apache-2.0 |
| lz4-java | `lz4-java` | LZ4, xxHash and their bindings | BSD-2-Clause and Apache-2.0 |
| nd4j-native | `nd4jcpu` | libnd4j; in it FlatBuffers and, but for Macs with Apple's processors, [oneDNN](https://github.com/uxlfoundation/oneDNN) | Apache-2.0 |
| nd4j-native | `jnind4jcpu` | bindings of ND4J | Apache-2.0 |
| nd4j-native | `gomp` `gcc_s_seh` `stdc++` | runtime of [GCC](https://gcc.gnu.org) | GPL-3.0 with GCC Runtime Library Exception 3.1 |
| nd4j-native, Windows | `winpthread` | [MinGW-w64](https://www.mingw-w64.org) | MIT and BSD-3-Clause |
| openblas | `openblas` | [OpenBLAS](https://github.com/OpenMathLib/OpenBLAS); in it LAPACK | BSD-3-Clause |
| openblas | `jniopenblas` `jniopenblas_nolapack` | bindings of OpenBLAS | Apache-2.0 |
| openblas | `gfortran` `gcc_s` | runtime of [GCC](https://gcc.gnu.org) | GPL-3.0 with GCC Runtime Library Exception 3.1 |
| openblas | `quadmath` | runtime of [GCC](https://gcc.gnu.org) | LGPL-2.1 |
| onnxruntime | `onnxruntime` `onnxruntime4j_jni` `onnxruntime_providers_shared` | ONNX Runtime; in it the works of `lib/onnxruntime/ThirdPartyNotices.txt` | MIT |

The optional features for GPUs bring more of ONNX Runtime (`onnxruntime_providers_cuda`, MIT), of ND4J (`nd4jcuda`, `jnind4jcuda`, Apache-2.0; on Windows with the libraries of GCC and MinGW-w64
above) and of JavaCPP (`jnicudart` and others, Apache-2.0). NVIDIA's libraries are the user's own.

## Microsoft's runtime

JavaCPP's jar for Windows has copies of Microsoft's C and C++ runtime (`msvcp140`, `vcruntime140`, `ucrtbase`, `api-ms-win-*` and others). Their terms are
not those of free software, so the build takes them out; nothing else of that jar is changed. JavaCPP 1.5.7 looks for them there first and in Java's and Windows' own folders then,
and goes on when one is nowhere (`org.bytedeco.javacpp.Loader.load`). What the remaining libraries name in their import tables is there without the copies:

| library | needs of Microsoft's runtime | which comes with |
|---|---|---|
| `jnijavacpp` | `vcruntime140` `vcruntime140_1`, the universal C runtime | Java, whose own programs are linked against it; Windows 10 and 11 |
| `onnxruntime` | `msvcp140` `msvcp140_1` `vcruntime140` `vcruntime140_1`, the universal C runtime | Microsoft's Visual C++ Redistributable, as [ONNX Runtime demands](https://onnxruntime.ai/docs/install/#requirements); Windows 10 and 11 |
| those of ND4J, OpenBLAS, GCC and MinGW-w64 | `msvcrt` | Windows |

The copies were of 2022: had they been loaded first, ONNX Runtime would have got them instead of the newer ones that it needs. None of this has been run on Windows yet.
