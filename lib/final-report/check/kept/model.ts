import type { CheckedMeasure, CheckedReport, CheckedSection, Finding, Rule } from '@/lib/final-report/check/model'

/** Keeps what was read from the data until the data change: changed data are a new list. */
export function perData<T>(read: (report: CheckedReport) => T) {
  const known = new WeakMap<readonly CheckedMeasure[], T>()
  return (report: CheckedReport): T => {
    const before = known.get(report.measures)
    if (before !== undefined) return before
    const made = read(report)
    known.set(report.measures, made)
    return made
  }
}

/** Keeps what was read from a section and the data until either changes. */
export function perSectionAndData<T>(read: (section: CheckedSection, report: CheckedReport) => T) {
  const ofData = perData(() => new WeakMap<CheckedSection, T>())
  return (section: CheckedSection, report: CheckedReport): T => {
    const known = ofData(report)
    const before = known.get(section)
    if (before !== undefined) return before
    const made = read(section, report)
    known.set(section, made)
    return made
  }
}

/** A rule that looks at each section by itself; what is shown of another section is looked at there. */
export function sectionRule(
  name: string,
  findingsIn: (section: CheckedSection, report: CheckedReport) => readonly Finding[],
): Rule {
  const kept = perSectionAndData(findingsIn)
  return { name, check: (report) => ownSections(report).flatMap((section) => kept(section, report)) }
}

/** Sections whose content is their own. */
export function ownSections({ sections }: CheckedReport): CheckedSection[] {
  return sections.filter(({ showsSectionId }) => showsSectionId === null)
}

/**
 * Keeps what was found in a section until the section itself changes, or anything of the rest of the report that it was held
 * against: `against` tells that in one text.
 */
export function perSectionAgainst<T>(
  against: (report: CheckedReport) => string,
  read: (section: CheckedSection, report: CheckedReport) => T,
) {
  const known = new WeakMap<CheckedSection, { held: string; made: T }>()
  return (report: CheckedReport): T[] => {
    const held = against(report)
    return report.sections.map((section) => {
      const before = known.get(section)
      if (before?.held === held) return before.made
      const made = read(section, report)
      known.set(section, { held, made })
      return made
    })
  }
}
