/** What pictures show, pixel by pixel: concepts from masks on disk, and classes as concepts that cover the whole picture. */
package org.filterscope.analysis.concepts;
