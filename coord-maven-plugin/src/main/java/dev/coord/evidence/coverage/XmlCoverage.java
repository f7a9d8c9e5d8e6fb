package dev.coord.evidence.coverage;

import dev.coord.evidence.xml.ElementHandler;

/** A report in a format of XML; its root element is the first that it gets. */
interface XmlCoverage extends CoverageFormat, ElementHandler {}
