import { sectionAddress } from '@/lib/final-report/addresses'
import type { CheckResult } from '@/lib/final-report/check/acceptances/model'
import { sentenceKey } from '@/lib/final-report/check/rules/model'
import { excerpt } from '@/lib/final-report/check/words/model'
import {
  type FindingHere,
  findingsIn,
  type SectionCheck,
  type ShownFinding,
} from '@/lib/final-report/check/writing/model'
import type { DocumentPlace } from '@/lib/final-report/model'
import { anchorOf } from '@/lib/final-report/references/model'
import type { Words } from '@/lib/platform/words'

/** What the check says of a section, for its editor. */
export function sectionCheck(
  t: Words,
  { findings, report }: CheckResult,
  place: { document: DocumentPlace; sectionId: string },
): SectionCheck {
  const here = findingsIn(place.sectionId, findings, report)
  const open = here.filter(({ finding }) => finding.acceptance === null)
  return { open: open.map((one) => shown(t, one, place.document)), accepted: here.length - open.length }
}

function shown(t: Words, { finding, here, there, elsewhere }: FindingHere, document: DocumentPlace): ShownFinding {
  const { id, severity, rule, values, params } = finding
  const anchor = elsewhere?.block ? `#${anchorOf('block', elsewhere.block)}` : ''
  return {
    id,
    severity,
    title: t(`reportCheck.rule.${rule}.title`),
    message: t(sentenceKey(finding), { ...params }),
    values: [...new Set(values)].map((value) => excerpt(value, 120)),
    here,
    there,
    link: elsewhere && {
      label: t('reportCheck.goTo', { place: elsewhere.name }),
      href: `${sectionAddress(document, elsewhere.section)}${anchor}`,
    },
  }
}
